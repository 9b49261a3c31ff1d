"""What says that something ends, or has ended: at build time and on the reader's day.

web/guides/ends.js compares the reader's clock; without it the day itself is said.
"""

from datetime import date

from calc.render.html import tag


def ending(until: date, today: date | None = None) -> str:
    """The last day while it lasts, and that it is over from the day after, as HTML.

    Args:
        until: The last day.
        today: The day of the build, if not the real one.
    """
    over = (today or date.today()) > until  # noqa: DTZ011  # a local day is meant
    return tag(
        "what-ends",
        tag("span", f"（到 {until} 为止）", hidden=over),
        tag("span", f"（{until} 已过，除非官方另有公告，按已结束看）", hidden=not over),
        data_until=str(until),
    )
