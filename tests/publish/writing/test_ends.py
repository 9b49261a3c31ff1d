"""What ends says so: before its last day, and after it."""

from datetime import date

import pytest

from calc.calculators import ALL
from calc.model.preset import Preset
from publish.writing import tables
from publish.writing.ends import ending

LAST = date(2026, 12, 31)


def preset(until: date | None) -> Preset:
    return Preset(
        "贴息",
        values={},
        source="通知",
        as_of="2026",
        confidence="高",
        facts=(),
        until=until,
    )


@pytest.mark.parametrize(
    ("today", "before", "after"),
    [(LAST, "", " hidden"), (date(2027, 1, 1), " hidden", "")],
)
def test_an_end_is_named_before_it_and_over_after_it(
    today: date, before: str, after: str
) -> None:
    told = ending(LAST, today)
    assert f"<span{before}>（到 2026-12-31 为止）</span>" in told
    assert f"<span{after}>（2026-12-31 已过，除非官方另有公告" in told
    assert 'data-until="2026-12-31"' in told


def test_only_a_preset_that_ends_says_so() -> None:
    assert tables.lasting(preset(None)) == ""
    assert "2026-12-31" in tables.lasting(preset(LAST))


def test_a_calculator_whose_presets_last_says_nothing() -> None:
    assert tables.ends(ALL["late-fee"]) == ""


def test_a_calculator_says_which_of_its_presets_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start = ALL["late-fee"].inputs["preset"]
    monkeypatch.setitem(start.__dict__, "presets", {"one": preset(LAST)})
    told = tables.ends(ALL["late-fee"])
    assert told.startswith("<p>预设「贴息」<what-ends")
    assert "（到 2026-12-31 为止）" in told
