"""The doors where whole texts come in: pasted messages and bills, links, imported plans."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from calc.calculators import ALL
from tests.hostile.damage import damaged

PAPERS = [
    paper["text"]
    for paper in tomllib.loads(
        Path(__file__).parents[1].joinpath("reading", "papers.toml").read_text("utf-8")
    )["paper"]
]
BILLS = (
    "1,079.20\n" * 12,
    "期数 应还 日期\n1 458.31 2026-10-10\n2 458.31 2026-11-10\n3 458.31 2026-12-10",
    "485.31 458.31 458.31",
    "1020，1019.99，1019.99",
    "第1期 458.31元 10月20日\n第2期 458.31元 11月20日",
)
FLOWS = (
    "2026-01-01 10000\n2026-02-01 -900\n2026-03-01 -9300",
    "20260101 5000\n10/2 -1",
)
ORDER = {"name": "手机", "amount": "4999.00", "periods": "12", "fee": "0.00"}
STORED = (
    {"version": 1, "answers": {"orders": [ORDER | {"first_due": "2026-10-10"}]}},
    {
        "version": 2,
        "answers": {"orders": [ORDER], "as_of": "2026-11-27", "remainder": "last"},
        "dues": {"next_due": "2026-12-10", "next_payment": "416.58"},
        "settled": "2026-11-10",
        "plans": [{"name": "电视", "facts": {"amount": "2999.00", "periods": "6"}}],
        "steps": [],
    },
)
ODD: tuple[Any, ...] = (None, 5, "x", [], {}, [None], {"a": None}, [[]], True, -1e308)


def requests(count: int, seed: int) -> Iterator[str]:
    """Requests with a damaged paper, bill or list of flows in them."""
    share = count // 3 + 1
    papers = damaged(PAPERS, share, seed)
    bills, flows = damaged(BILLS, share, seed + 1), damaged(FLOWS, share, seed + 2)
    for paper, bill, flow in zip(papers, bills, flows, strict=True):
        yield asked("read-text", text=paper, today="2026-11-27")
        yield asked("check-bill", payments=bill, today="2026-11-27")
        yield asked("dated-rate", flows=flow, today="2026-11-27")


def asked(name: str, **answers: str) -> str:
    """A request as a page makes it."""
    return json.dumps({"calculator": name, "answers": answers})


def links(name: str, count: int, seed: int) -> list[str]:
    """Fragments of links to a calculator: a whole one first, then damaged ones."""
    whole = link(name, ALL[name].answer({}).texts)
    return [whole, *damaged([whole], count - 1, seed)]


def link(name: str, texts: Mapping[str, Any]) -> str:
    """A whole fragment, with the check that the page would give it."""
    fields = [name, *(f"{field}={_packed(text)}" for field, text in texts.items())]
    meaning = [
        [[unquote(cell) for cell in line.split(",")] for line in field.split(";")]
        for field in fields
    ]
    total = 0x811C9DC5  # FNV-1a
    for unit in json.dumps(meaning, ensure_ascii=False, separators=(",", ":")):
        total = (total ^ ord(unit)) * 0x01000193 % 2**32
    return f"#{'~'.join(fields)}~check={total:08x}"


def _packed(value: Any) -> str:
    if isinstance(value, str):
        return quote(value, safe=",")
    lines = [[*value[0]], *([*row.values()] for row in value)]
    return ";".join(",".join(quote(cell, safe="") for cell in line) for line in lines)


def plans(count: int, seed: int) -> list[str]:
    """Texts of exported plans: damaged, or with something odd in one place."""
    whole = [json.dumps(stored, ensure_ascii=False, indent=1) for stored in STORED]
    odd = [
        json.dumps(stored | {key: value}, ensure_ascii=False)
        for stored in STORED
        for key in ("answers", "dues", "settled", "plans", "steps", "version", "more")
        for value in ODD
    ]
    torn = damaged(whole, max(count - len(odd), 0), seed)
    return list(islice((*odd, *torn), count))
