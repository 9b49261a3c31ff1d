"""Records: given once, by position or by name, and equal by their fields."""

from typing import Any

import pytest

from calc.model.record import Record


class Span(Record):
    """A stretch of days."""

    first: int
    last: int = 31


class Named(Span, kw_only=True):
    """The same with a name, and another default."""

    name: str
    last: int = 30


def test_fields_go_by_position_and_by_name() -> None:
    span = Named(1, name="June")
    assert (span.first, span.last, span.name) == (1, 30, "June")
    assert repr(span) == "Named(first=1, last=30, name='June')"


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        ((1, 2, 3), {}),
        ((1,), {"first": 1}),
        ((1,), {"middle": 2}),
    ],
    ids=["missing", "too many", "twice", "unknown"],
)
def test_other_fields_are_refused(
    values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    with pytest.raises(TypeError, match="Span takes first, last"):
        Span(*values, **named)


def test_a_record_stays_as_it_was_made() -> None:
    span = Span(1)
    with pytest.raises(AttributeError, match="first of a Span cannot be set"):
        span.first = 2  # type: ignore[misc]  # what is refused


def test_equal_by_kind_and_fields() -> None:
    assert Span(1) == Span(first=1, last=31)
    assert Span(1) != Span(2)
    assert Span(1) != Named(1, last=31, name="")
    assert len({Span(1), Span(1, 31), Span(2)}) == 2
