"""A calculator is more than its function: whatever else it needs, and lacks, is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from calc.calculators import ALL
from publish.files import ROOT

TO_DO = "待写"
NO_VECTORS = {
    "compare-plans": "each of its rows is a schedule or a rate, which have theirs",
    "early-payoff": "providers publish rules; those examples that are whole are tests",
    "monthly-load": "adds up schedules",
    "partial-prepayment": "no published example says all its terms; oracles are tests",
    "read-text": "what it reads are messages, not figures; its tests hold them",
}


def parts(name: str, title: str) -> Iterator[tuple[str, str, bool]]:
    """Pattern of files, what has to stand there, whether they are of this one alone."""
    module = name.replace("-", "_")
    yield f"calc/calculators/{module}/__init__.py", f'"{name}"', True
    yield f"calc/calculators/{module}/words.py", ") -> Told:", True
    yield f"tests/calculators/**/test_{module}*.py", "def test_", True
    yield f"docs/calculators/{name}.md", f"::: calc {name}", True
    if name not in NO_VECTORS:
        yield f"tests/vectors/{name}.toml", "[[case]]", True
    yield "calc/__init__.py", f'"{module}"', False
    yield "mkdocs.yml", f"calculators/{name}.md", False
    yield "docs/calculators/index.md", f"]({name}.md)", False
    yield "CHANGELOG.md", f"`{module}`", False
    yield "docs/about/changes.md", title, False


def missing(root: Path, name: str, title: str) -> Iterator[str]:
    """What this calculator lacks, a line each."""
    for path, wanted, own in parts(name, title):
        text = "".join(file.read_text("utf-8") for file in sorted(root.glob(path)))
        if wanted not in text:
            yield f"{path}: “{wanted}” is missing"
        unwritten = text if own else _lines(text, wanted)
        if TO_DO in unwritten:
            yield f"{path}: “{TO_DO}” is left"


def _lines(text: str, wanted: str) -> str:
    return "\n".join(line for line in text.splitlines() if wanted in line)


@pytest.mark.parametrize("name", ALL)
def test_every_calculator_is_whole(name: str) -> None:
    assert not list(missing(ROOT, name, ALL[name].title))


def test_all_that_is_missing_is_named(tmp_path: Path) -> None:
    lacking = list(missing(tmp_path, "late-fee", "逾期费用"))
    assert [line.partition(":")[0] for line in lacking] == [
        "calc/calculators/late_fee/__init__.py",
        "calc/calculators/late_fee/words.py",
        "tests/calculators/**/test_late_fee*.py",
        "docs/calculators/late-fee.md",
        "tests/vectors/late-fee.toml",
        "calc/__init__.py",
        "mkdocs.yml",
        "docs/calculators/index.md",
        "CHANGELOG.md",
        "docs/about/changes.md",
    ]
