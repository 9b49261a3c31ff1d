"""The example of publishing by CI calls what there is, and gives what a site needs."""

from typing import Any

import yaml

from publish.files import ROOT

MAKE = (ROOT / "Makefile").read_text(encoding="utf-8")


def steps() -> list[dict[str, Any]]:
    text = (ROOT / "deploy" / "publish-example.yml").read_text(encoding="utf-8")
    build = yaml.safe_load(text)["jobs"]["build"]
    assert build["env"].keys() == {"SITE_URL"}
    return list(build["steps"])


def test_it_builds_what_it_uploads() -> None:
    commands = [step["run"] for step in steps() if "run" in step]
    targets = [words[5:] for words in commands if words.startswith("make ")]
    assert targets == ["check", "site"]
    assert all(f"\n{target}: " in MAKE for target in targets)
    (upload,) = (s["with"] for s in steps() if "upload" in s.get("uses", ""))
    assert upload == {"path": "build/site"}
    assert "cp deploy/_headers build/site/" in commands
    assert "deploy/keep-last.sh build/site last" in commands


def test_its_actions_are_pinned_to_a_version() -> None:
    actions = [step["uses"] for step in steps() if "uses" in step]
    assert len(actions) == 4
    assert all("@v" in action for action in actions)
