"""Calendar files, read back by another program."""

import json
import subprocess
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from calc.browser import answer
from calc.export.ics import Entry, calendar
from publish.files import ROOT

PHONE = {
    "amount": "2999",
    "periods": "6",
    "method": "flat_fee",
    "rate": "4.5",
    "rate_unit": "total_fee",
    "remainder": "first",
    "first_due": "2026-10-31",
}


def export(name: str, only: str | int | None = None, **answers: Any) -> Any:
    request = {"calculator": name, "answers": answers, "export": "ics", "only": only}
    return json.loads(answer(json.dumps(request)))["file"]


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_one_event_a_payment_on_its_day() -> None:
    file = export("repayment-schedule", **PHONE)
    assert (file["name"], file["type"]) == (
        "还款计划.ics",
        "text/calendar;charset=utf-8",
    )
    found = events(file["text"])
    assert [event.start for event in found] == [
        date(2026, 10, 31),
        date(2026, 11, 30),
        date(2026, 12, 31),
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
    ]
    assert all(event["DTEND"].dt - event.start == timedelta(1) for event in found)
    assert found[0]["SUMMARY"] == "还款 522.36 元（还款计划 第 1 期）"
    assert all("RRULE" not in event for event in found)


def test_alarms_ring_at_nine_three_days_and_a_day_before_and_on_the_day() -> None:
    for event in events(export("repayment-schedule", **PHONE)["text"]):
        alarms = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
        nine = timedelta(hours=9)
        assert alarms == [timedelta(days=days) + nine for days in (-3, -1, 0)]


def test_several_orders_in_one_calendar() -> None:
    orders = [
        {"name": "手机", "amount": "100", "periods": "2", "first_due": "2026-12-10"},
        {"name": "耳机", "amount": "90", "periods": "1", "first_due": "2026-12-20"},
    ]
    found = events(export("monthly-load", orders=orders)["text"])
    assert [(event.start, str(event["SUMMARY"])) for event in found] == [
        (date(2026, 12, 10), "还款 50.00 元（手机 第 1 期）"),
        (date(2026, 12, 20), "还款 90.00 元（耳机 第 1 期）"),
        (date(2027, 1, 10), "还款 50.00 元（手机 第 2 期）"),
    ]


def test_one_order_of_two_alike_and_the_next_day_alone() -> None:
    order = {
        "name": "手机/A",
        "amount": "100",
        "periods": "2",
        "first_due": "2026-12-10",
    }
    asked = {"orders": [order, {**order, "amount": "90"}], "today": "2026-12-11"}
    second = export("monthly-load", only=2, **asked)
    assert second["name"] == "多笔分期月历（手机／A）.ics"
    summaries = [str(event["SUMMARY"]) for event in events(second["text"])]
    assert summaries == [f"还款 45.00 元（手机/A 第 {n} 期）" for n in (1, 2)]
    following = events(export("monthly-load", only="next", **asked)["text"])
    assert [event.start for event in following] == [date(2027, 1, 10)] * 2
    asked["today"] = "2026-12-10"
    (first, _) = events(export("monthly-load", only="next", **asked)["text"])
    assert first.start == date(2026, 12, 10)
    asked["today"] = "2027-01-11"
    assert export("monthly-load", only="next", **asked) is None
    assert export("monthly-load", only=3, **asked) is None


@pytest.mark.parametrize("name", ["repayment-schedule", "late-fee"])
def test_no_due_dates_no_calendar(name: str) -> None:
    assert export(name) is None


def test_the_same_answers_give_the_same_bytes() -> None:
    assert export("monthly-load") == export("monthly-load")


def uids(name: str, more: dict[str, Any], **answers: Any) -> list[str]:
    """The names of the events in the file of these answers."""
    asked = {"calculator": name, "answers": answers, "export": "ics"}
    text = json.loads(answer(json.dumps(asked | more)))["file"]["text"]
    return [str(event["UID"]) for event in events(text)]


def test_equal_plans_of_two_visits_have_their_own_names() -> None:
    first, second = ({"seed": seed} for seed in ("1-2", "3-4"))
    names = uids("repayment-schedule", first, **PHONE)
    assert not {*names} & {*uids("repayment-schedule", second, **PHONE)}
    assert uids("repayment-schedule", first, **PHONE) == names


def test_a_payment_keeps_its_name_from_file_to_file_and_equal_ones_differ() -> None:
    order = {"name": "手机", "amount": "100", "periods": "2", "first_due": "2026-12-10"}
    every = uids("monthly-load", {"seed": "1"}, orders=[order, order])
    assert len({*every}) == 4
    assert uids("monthly-load", {"seed": "2"}, orders=[order, order]) == every
    alone = [uids("monthly-load", {"only": n}, orders=[order, order]) for n in (1, 2)]
    assert sorted(alone[0] + alone[1]) == sorted(every)
    longer = [*[order] * 2, order | {"name": "耳机"}]
    assert {*every} < {*uids("monthly-load", {}, orders=longer)}


READER = """
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
const parsed = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = parsed.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
console.log(JSON.stringify(events.map((event) => ({
  uid: event.uid, summary: event.summary,
  start: event.startDate.toString(), end: event.endDate.toString(),
  alarms: event.component.getAllSubcomponents("valarm").length,
}))));
"""


def test_a_second_reader_reads_the_same() -> None:
    order = {"name": "手机, 64;G\\ " + "长" * 30, "amount": "100", "periods": "3"}
    text = export("monthly-load", orders=[{**order, "first_due": "2026-12-31"}])["text"]
    command = ["node", "--input-type=module", "--eval", READER]
    done = subprocess.run(
        command, input=text, cwd=ROOT, check=True, capture_output=True, text=True
    )
    ours = [
        {
            "uid": str(event["UID"]),
            "summary": str(event["SUMMARY"]),
            "start": str(event.start),
            "end": str(event["DTEND"].dt),
            "alarms": len(event.walk("VALARM")),
        }
        for event in events(text)
    ]
    assert json.loads(done.stdout) == ours
    assert [event["end"] for event in ours] == [
        "2027-01-01",
        "2027-02-01",
        "2027-03-01",
    ]


@given(st.text(max_size=200))
@example("a" + "还" * 60)
@example("还" * 60)
@example("款，" + "x" * 75)
def test_any_text_comes_back_from_short_lines(text: str) -> None:
    written = calendar("还款", [Entry(date(2026, 12, 10), text)])
    lines = written.split("\r\n")
    assert lines.pop() == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any(character in written.replace("\r\n", "") for character in "\r\n\t")
    (event,) = events(written)
    printable = "".join(c for c in text if c.isprintable() or c == "\n")
    assert str(event.get("SUMMARY", "")) == printable
