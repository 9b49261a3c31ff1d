"""How often what readers type brings a right page, in the book as it is written."""

import os
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from publish.files import ROOT
from tests.publish.theme.searching import Item, ask, index

QUESTIONS = Path(__file__).with_name("search_questions.toml")
LISTED = ROOT / "docs" / "questions.toml"
# What is found first, and among the first three, of each kind of asking.
RATES = {
    "plain": (0.91, 0.97),
    "spoken": (0.91, 0.97),
    "word": (0.95, 1.0),
    "hint": (1.0, 1.0),
    "pinyin": (0.91, 0.96),
    "traditional": (0.91, 1.0),
    "typo": (0.92, 0.97),
    "english": (0.84, 0.96),
    "amount": (0.9, 1.0),
}
GUIDE_LISTS = 15
GLOSSARY = "reference/glossary"


def questions() -> Iterator[tuple[str, str, list[str]]]:
    """Kind, question, the pages that answer."""
    for block in tomllib.loads(QUESTIONS.read_text("utf-8"))["asked"]:
        pages = block.pop("pages")
        for kind, listed in block.items():
            yield from ((kind, question, pages) for question in listed)


def listed() -> Mapping[str, list[str]]:
    """The questions that the pages list for the index."""
    declared = tomllib.loads(LISTED.read_text("utf-8"))["pages"]
    return dict[str, list[str]](declared)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    site = tmp_path_factory.mktemp("book")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(site)]
    environment = {**os.environ, "HANDBOOK_QUICK": "1", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return index(site)


def name(location: str) -> str:
    """`guides/overdue` for all that is below `guides/overdue/`."""
    return location.partition("#")[0].strip("./")


def firsts(book: dict[str, Any], asked: Iterable[str]) -> list[str]:
    """The page that each query brings first."""
    return [name(pages[0][0]["location"]) for pages in ask(book, *asked)]


def rank(wanted: list[str], found: list[list[Item]]) -> float:
    """Where the first right page stands."""
    names = [name(page[0]["location"]) for page in found]
    ranks = (names.index(page) + 1 for page in wanted if page in names)
    return min(ranks, default=float("inf"))


def test_each_kind_of_asking_is_answered(book: dict[str, Any]) -> None:
    asked = list(questions())
    assert len(asked) >= 250
    ranks = defaultdict(list)
    found = ask(book, *(question for _, question, _ in asked))
    for (kind, _, pages), items in zip(asked, found, strict=True):
        ranks[kind].append(rank(pages, items))
    rates = {kind: (rate(r, 1), rate(r, 3)) for kind, r in ranks.items()}
    assert rates.keys() == RATES.keys()
    short = {
        kind: (reached, RATES[kind])
        for kind, reached in rates.items()
        if any(a < b for a, b in zip(reached, RATES[kind], strict=True))
    }
    assert short == {}


def rate(ranks: list[float], within: int) -> float:
    return sum(rank <= within for rank in ranks) / len(ranks)


def test_what_is_asked_stands_neither_in_a_title_nor_in_a_list(
    book: dict[str, Any],
) -> None:
    titles = {entry["title"] for entry in book["docs"]}
    known = titles.union(*listed().values())
    assert [question for _, question, _ in questions() if question in known] == []


def test_every_guide_lists_what_readers_ask() -> None:
    counts: dict[str, int] = defaultdict(int)
    for place, asked in listed().items():
        counts[place.partition("#")[0]] += len(asked)
    guides = {
        path.relative_to(ROOT / "docs").as_posix()
        for path in (ROOT / "docs" / "guides").glob("*.md")
    }
    assert {
        guide: counts[guide] for guide in guides if counts[guide] < GUIDE_LISTS
    } == {}


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("458.31", "calculators/check-bill/#check-bill~payments=458.31"),
        (
            "4999 12期",
            "calculators/repayment-schedule/#repayment-schedule~amount=4999~periods=12",
        ),
        ("逾期 458.31", "calculators/late-fee/#late-fee~overdue_amount=458.31"),
        (
            "4999 12期 提前还清",
            "calculators/early-payoff/#early-payoff~amount=4999~periods=12",
        ),
    ],
)
def test_an_amount_leads_to_a_calculator_filled_in(
    book: dict[str, Any], typed: str, place: str
) -> None:
    (pages,) = ask(book, typed)
    assert pages[0][0]["location"].partition("~check=")[0] == place
    assert "替你填好" in pages[0][0]["text"]


def test_a_listed_question_leads_to_its_page(book: dict[str, Any]) -> None:
    listed = [(q, name(e["location"])) for e in book["docs"] for q in e["asked"]]
    first = firsts(book, (question for question, _ in listed))
    strayed = [
        (question, page, got)
        for (question, page), got in zip(listed, first, strict=True)
        if page != got
    ]
    assert len(strayed) / len(listed) <= 0.03, strayed


def test_every_title_brings_its_page_first(book: dict[str, Any]) -> None:
    titles = {
        entry["title"]: name(entry["location"])
        for entry in book["docs"]
        if "#" not in entry["location"]
    }
    assert dict(zip(titles, firsts(book, titles), strict=True)) == titles


def test_every_term_brings_the_page_about_it_or_the_glossary_first(
    book: dict[str, Any],
) -> None:
    terms = [
        term
        for entry in book["docs"]
        if entry["location"].startswith(f"{GLOSSARY}/#")
        for term in entry["terms"]
    ]
    assert len(terms) > 50
    for term, page in zip(terms, firsts(book, terms), strict=True):
        assert page in pages_about(book, term), term


def pages_about(book: dict[str, Any], term: str) -> set[str]:
    """The pages that carry the term in their name or among their questions, or else
    the glossary."""
    about = {
        name(entry["location"])
        for entry in book["docs"]
        if term in entry["asked"]
        or (
            "#" not in entry["location"]
            and (term in entry["title"] or term in entry["terms"] + entry["synonyms"])
        )
    }
    return about | {GLOSSARY}
