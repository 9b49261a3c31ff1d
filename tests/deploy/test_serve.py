"""The writer's server shows every change, and the last whole page while one is wrong."""

import os
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from publish.files import CACHE
from tests.deploy.tree import Tree, small

LIMIT = 300


class Served:
    """A tree that is being served."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.process = tree.start("-m", "publish", "serve", str(self.port))

    def page(self, path: str) -> str:
        """A file as a browser gets it; empty while nobody answers."""
        try:
            url = f"http://127.0.0.1:{self.port}/{path}"
            with urllib.request.urlopen(url, timeout=60) as answer:  # http
                return str(answer.read().decode())
        except urllib.error.URLError:
            return ""

    def shows(self, path: str, text: str) -> bool:
        """Whether the page comes to hold the text."""
        limit = time.monotonic() + LIMIT
        while text not in self.page(path):
            assert self.process.poll() is None
            if time.monotonic() > limit:
                return False
            time.sleep(0.2)
        return True

    def says(self, text: str) -> None:
        """Read on in the terminal until a line has the text."""
        assert self.process.stdout
        assert any(text in line for line in self.process.stdout)

    def stop(self) -> int:
        """Interrupt it, as the writer does."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=60)
        return self.process.returncode


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    tree = small(tmp_path_factory.mktemp("served"))
    CACHE.mkdir(parents=True, exist_ok=True)
    (tree.folder / "build").mkdir()
    (tree.folder / "build" / "cache").symlink_to(CACHE)
    server = Served(tree)
    yield server
    if server.process.poll() is None:
        os.killpg(server.process.pid, signal.SIGKILL)
        server.process.communicate()


def test_it_reloads_by_itself(served: Served) -> None:
    assert served.shows("guides/overdue/", "/livereload/")
    assert served.shows("guides/overdue/", "逾期金额")


def test_python_of_the_calculators(served: Served) -> None:
    name = "calc/calculators/late_fee/__init__.py"
    served.tree.change(name, '"逾期金额"', '"晚还的金额"')
    assert served.shows("guides/overdue/", "晚还的金额")


def test_python_scripts_and_style_of_the_press(served: Served) -> None:
    served.tree.change("publish/writing/sheets.py", "打印这一封", "印出这一封")
    style = served.tree.read("publish/web/style/calc.css")
    served.tree.write("publish/web/style/calc.css", f"{style}.changed{{margin:0}}\n")
    script = served.tree.read("publish/web/pages.js")
    served.tree.write("publish/web/pages.js", f'{script}window.name ||= "改过";\n')
    assert served.shows("guides/letter/", "印出这一封")
    listed = served.page("files.json")
    names = [line.split('"')[3] for line in listed.splitlines() if '"file"' in line]
    sheets = [name for name in names if name.endswith(".css")]
    scripts = [name for name in names if name.startswith("engine/calc-")]
    assert any(".changed{margin:0}" in served.page(name) for name in sheets)
    assert any("改过" in served.page(name) for name in scripts)


def test_a_mistake_keeps_the_last_whole_page(served: Served) -> None:
    served.tree.change("docs/guides/overdue.md", "[= #week.", "[=#week.")
    served.says("guides/overdue.md:11: 引用要写成「[= #week.charge]」")
    served.says("没有生成成功")
    assert "晚还的金额" in served.page("guides/overdue/")


def test_mended_pages_sources_presets_checks_and_letters(served: Served) -> None:
    served.tree.change("docs/sources.toml", "征信业管理条例", "征信业的条例")
    served.tree.change("calc/presets.py", "花呗", "花花")
    served.tree.change("docs/guides/check.toml", "都不是", "全不是")
    served.tree.change("docs/guides/letters/settled.toml", "结清证明", "还清证明")
    served.tree.change("docs/guides/overdue.md", "[=#week.", "七天 [= #week.")
    assert served.shows("guides/overdue/", "七天 ")
    assert served.shows("guides/overdue/", "征信业的条例")
    assert served.shows("guides/check/", "全不是")
    assert served.shows("guides/letter/", "还清证明")
    assert served.shows("about/offline/", "花花")


def test_an_interrupt_is_no_fault(served: Served) -> None:
    assert served.stop() == 0
