"""The answer as one picture to keep: always light, with whose it is and from which day."""

from collections.abc import Sequence
from functools import partial

from calc.model.calculator import Answered
from calc.model.fields import Day, Text
from calc.model.record import Record
from calc.model.rows import Rows
from calc.render.chart import colours, svg, tall, titled
from calc.render.given import YOURS, stated
from calc.render.sheet import Sheet

SITE = "分期还款手册"
WHOSE = f"{SITE}不是小米或任何放款机构的网站。以借款合同和账单为准。"
MOST_ROWS = 24


def poster(answered: Answered, day: str = "") -> str:
    """The answer as SVG, as wide as a phone.

    Args:
        answered: The answer.
        day: When it was asked for, where that is known.
    """
    sheet = Sheet(SITE, answered.calculator.title)
    _figures(sheet, answered)
    for picture in answered.told.pictures:
        sheet.gap()
        sheet.write(titled(picture), "small")
        for number, name in enumerate(colours(picture)):
            sheet.write(f"■ {name}", "small", f"calc-series-{number}")
        sheet.place(partial(svg, picture), tall(picture))
    for name, field in answered.calculator.outputs.items():
        if isinstance(field, Rows):
            _table(sheet, field, getattr(answered.result, name))
    sheet.rule()
    sheet.write(YOURS, "small", "value")
    for name, texts in stated(answered):
        sheet.write(f"{name}：{'；'.join(texts)}", "small")
    sheet.rule()
    sheet.write(f"{day} 算出。{WHOSE}" if day else WHOSE, "small")
    return sheet.svg()


def _figures(sheet: Sheet, answered: Answered) -> None:
    """The leading figure large, the sentence, then the others."""
    calculator, others = answered.calculator, []
    sheet.gap()
    for name, field in calculator.outputs.items():
        value = getattr(answered.result, name)
        if isinstance(field, Rows) or value in (None, ""):
            continue
        if name == calculator.lead:
            sheet.write(field.label, "small")
            sheet.write(field.with_unit(value), "large")
        else:
            others.append((field.label, field.with_unit(value)))
    sheet.write(answered.told.sentence, "strong")
    sheet.gap()
    for label, shown in others:
        sheet.pair(label, shown)


def _table(sheet: Sheet, field: Rows, listed: Sequence[Record]) -> None:
    """What each row is called by, and the column one came for, if there is one."""
    wanted = [name for name, column in field.columns.items() if column.lead]
    if not (wanted and listed):
        return
    sheet.gap()
    called = _called(field, listed)
    head = "　".join(field.columns[name].label for name in called)
    sheet.write(field.label, "strong")
    sheet.pair(head, field.columns[wanted[0]].label)
    for row in listed[:MOST_ROWS]:
        name, value = (_shown(field, row, names) for names in (called, wanted))
        sheet.pair(name, value)
    if len(listed) > MOST_ROWS:
        sheet.write(f"还有 {len(listed) - MOST_ROWS} 行，看网页里的表。", "small")


def _called(field: Rows, listed: Sequence[Record]) -> list[str]:
    """The first column with its days where they are known; a day with whose it is."""
    (first, called), *others = field.columns.items()
    kind = Text if isinstance(called, Day) else Day
    named = [name for name, column in others if isinstance(column, kind)]
    return [first, *(n for n in named if any(getattr(row, n) for row in listed))]


def _shown(field: Rows, row: Record, names: Sequence[str]) -> str:
    return "　".join(field.columns[name].show(getattr(row, name)) for name in names)
