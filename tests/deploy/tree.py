"""A copy of the project with a few pages of every kind, to build and to change."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from publish.files import ROOT

FILES = (
    *(".python-version", "LICENSE", "README.md", "pyproject.toml", "requirements.txt"),
    *("mkdocs.yml", "mkdocs.offline.yml", "package.json", "package-lock.json"),
    *("docs/sources.toml", "docs/rules.toml", "docs/wording.toml"),
    "docs/guides/letters/settled.toml",
)
FOLDERS = ("calc", "publish")
SITE_URL = "https://handbook.example/"
HEAD = "---\ntitle: {title}\ndescription: {title}。\nreviewed: 2026-11-21\n---\n\n"
PAGES = {
    "index.md": ("首页", "# 首页\n\n[逾期](guides/overdue.md)\n"),
    "guides/overdue.md": (
        "逾期",
        (
            "# 逾期\n\n::: calc late-fee #week overdue_amount=5000\n\n"
            "一周收 [= #week.charge] 元。保留 5 年。[^CR-02]\n"
        ),
    ),
    "guides/check.md": ("自查", "# 自查\n\n::: check guides/check.toml\n"),
    "guides/letter.md": ("信", "# 信\n\n::: letter settled\n"),
    "reference/glossary.md": ("名词", "# 名词\n\n宽限期\n:   晚几天不算晚。\n"),
    "about/offline.md": (
        "离线版",
        "# 离线版\n\n::: offline\n\n::: keeper\n\n::: licences\n\n::: presets\n",
    ),
}
CHECK = """
start = "seen"
[questions.seen]
ask = "你碰到的是哪一种？"
hint = "照着字选。"
options.none = { label = "都不是", to = "ask" }
[outcomes.ask]
title = "问清楚"
do = ["打客服电话。"]
worked = ["得到答复。"]
keep = ["记下时间。"]
links = ["[逾期](overdue.md)"]
"""


@dataclass(frozen=True)
class Tree:
    """The copy; what is built here knows nothing of what it was copied from."""

    folder: Path

    def copy(self, folder: Path) -> "Tree":
        """Another, with the same sources and cache, and nothing built from them."""
        shutil.copytree(self.folder, folder, symlinks=True)
        for built in ("build/site", "build/preview", "dist"):
            shutil.rmtree(folder / built, ignore_errors=True)
        return Tree(folder)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace what stands in a file, once or more often."""
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new))

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Python with these words, in a process group of its own."""
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=self.folder,
            env=os.environ | {"SITE_URL": SITE_URL},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def site(self) -> dict[str, str]:
        """What `make site` leaves: every file with its hash, the copies among them."""
        process = self.start("-m", "publish", "site")
        said, _ = process.communicate(timeout=600)
        assert process.returncode == 0, said
        return {
            path.relative_to(self.folder).as_posix(): sha256(
                path.read_bytes()
            ).hexdigest()
            for folder in ("build/site", "dist")
            for path in (self.folder / folder).rglob("*")
            if path.is_file()
        }


def small(folder: Path) -> Tree:
    """The project as it stands, with few pages and nothing built."""
    tree = Tree(folder)
    for name in FILES:
        tree.write(name, (ROOT / name).read_text(encoding="utf-8"))
    for name in FOLDERS:
        unwanted = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
    for name, (title, text) in PAGES.items():
        tree.write(f"docs/{name}", HEAD.format(title=title) + text)
    tree.write("docs/guides/check.toml", CHECK)
    settings, _, _ = tree.read("mkdocs.yml").partition("\nnav:")
    listed = "".join(f"  - {name}\n" for name in PAGES)
    tree.write("mkdocs.yml", f"{settings}\nnav:\n{listed}")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return tree
