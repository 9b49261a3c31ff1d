"""Presets: they fill what was left out, and every one is dated and sourced."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from calc.calculators import ALL as CALCULATORS
from calc.model.errors import Wrong
from calc.model.preset import OWN, Preset, StartFrom
from calc.presets import ALL

SOURCES = Path(__file__).parents[2] / "docs" / "sources.toml"
START = StartFrom(
    "我的分期是",
    presets={
        "one": Preset(
            "第一家",
            values={"rate": "7.5"},
            source="网页",
            as_of="2024",
            confidence="中",
            facts=("HB-02",),
        )
    },
)


def test_own_fills_nothing() -> None:
    assert START.parse(OWN) == OWN
    assert START.fills(OWN) == {}


def test_a_preset_fills_its_fields() -> None:
    assert START.parse("one") == "one"
    assert START.fills("one") == {"rate": "7.5"}
    assert START.show("one") == "第一家"


def test_a_preset_that_ends_names_its_last_day() -> None:
    ending = Preset(
        "贴息",
        values={},
        source="通知",
        as_of="2026",
        confidence="高",
        facts=("HB-02",),
        until=date(2026, 12, 31),
    )
    start = StartFrom("我的分期是", presets={"one": ending})
    assert start.options["one"] == "贴息（到 2026-12-31 为止）"


def test_an_unknown_preset_is_refused() -> None:
    with pytest.raises(Wrong, match="我的分期是要从列表里选一项"):
        START.parse("two")


@pytest.mark.parametrize("name", ALL)
def test_every_preset_says_where_it_comes_from(name: str) -> None:
    preset = ALL[name]
    known = tomllib.loads(SOURCES.read_text(encoding="utf-8"))
    assert preset.source
    assert preset.as_of
    assert preset.confidence in {"高", "中", "低"}
    assert set(preset.facts) <= known.keys()


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_preset_is_a_valid_answer(name: str) -> None:
    calculator = CALCULATORS[name]
    start = calculator.inputs.get("preset")
    if isinstance(start, StartFrom):
        for preset in start.presets:
            parsed = calculator.parse({"preset": preset})
            for field, text in start.fills(preset).items():
                assert parsed[field] == calculator.inputs[field].parse(text)
