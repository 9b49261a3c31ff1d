"""A card statement that was not paid in full: what it costs until a day."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from calc.maths.context import precise
from calc.maths.days import days_between
from calc.maths.penalty import card_interest, late_charge
from calc.model.record import Record
from calc.money import ZERO

type Payment = tuple[date, Decimal]


class InterestOn(StrEnum):
    """Which amount bears interest from the posting date."""

    FULL = "full"
    UNPAID = "unpaid"


INTEREST_ON: Mapping[InterestOn, str] = {
    InterestOn.FULL: "整张账单（全额计息）",
    InterestOn.UNPAID: "只有没还的部分",
}


class Statement(Record):
    """Its amounts, what was paid by the due date, and the terms of the card.

    Attributes:
        paid: By the due date.
        minimum_paid: When the minimum was paid: up to the due date that is when `paid`
            was, after it the day the minimum was made up; None is the due date.
    """

    amount: Decimal
    minimum: Decimal
    paid: Decimal
    posted: date
    due: date
    minimum_paid: date | None
    daily_rate: Decimal
    fee_percent: Decimal
    fee_floor: Decimal
    fee_cap: Decimal | None
    interest_on: InterestOn

    def wrong(self, settled: date) -> dict[str, str]:
        """The answers that contradict each other: a sentence for each field."""
        errors = {}
        if self.minimum > self.amount:
            errors["minimum_due"] = "最低还款额不能超过账单金额"
        if self.paid > self.amount:
            errors["paid_amount"] = "到还款日已还不能超过账单金额"
        if self.posted > self.due:
            errors["posting_date"] = "记账日不能晚于还款日"
        if self.minimum_paid and (sentence := self._wrong_day(settled)):
            errors["minimum_paid_date"] = sentence
        if self.fee_cap is not None and self.fee_cap < self.fee_floor:
            errors["late_fee_cap"] = "违约金最高不能低于违约金最低"
        return errors

    def _wrong_day(self, settled: date) -> str:
        day = self.minimum_paid or self.due
        if day < self.posted:
            return "还最低还款额的日子不能早于记账日"
        if day > self.due and day > settled:
            return "还最低还款额的日子不能晚于还清那天"
        if day > self.due and self.paid >= self.minimum:
            return "到还款日已还够了最低还款额，这里要填还款日或更早的日子"
        return ""

    @property
    def unpaid(self) -> Decimal:
        """What the due date left over."""
        return self.amount - self.paid

    @property
    def short(self) -> Decimal:
        """What the due date left over of the minimum."""
        return max(self.minimum - self.paid, ZERO)

    @property
    def payments(self) -> tuple[Payment, ...]:
        """What was paid before the rest, in order of time."""
        day = self.minimum_paid or self.due
        if day <= self.due:
            return ((day, self.paid),)
        return (self.due, self.paid), (day, self.short)

    def paid_by(self, settled: date) -> list[Decimal]:
        """What was paid before the rest, by a day or the due date."""
        last = max(settled, self.due)
        return [paid for day, paid in self.payments if day <= last]

    def balance(self, settled: date) -> Decimal:
        """What is left of the statement on a day, without interest and fee."""
        return self.amount - sum(self.paid_by(settled))

    def segments(self, settled: date) -> tuple[tuple[Decimal, int], ...]:
        """The balances that bear interest, each with its days (算头不算尾)."""
        if not self.unpaid or settled <= self.due:
            return ()
        free = self.paid if self.interest_on is InterestOn.UNPAID else ZERO
        balance, start = self.amount - free, self.posted
        segments = []
        for day, paid in (*self.payments, (settled, ZERO)):
            end = min(day, settled)
            segments.append((balance, days_between(start, end)))
            balance, start = balance - paid + free, end
            free = ZERO
        return _joined(segments)

    @precise
    def interest(self, settled: date) -> Decimal:
        """The interest when the rest is paid on a day."""
        return card_interest(self.segments(settled), self.daily_rate / 100)

    @precise
    def late_fee(self, settled: date) -> Decimal:
        """The late fee when the rest is paid on a day."""
        short = self.short if settled > self.due else ZERO
        return late_charge(short, self.fee_percent / 100, self.fee_floor, self.fee_cap)

    def total(self, settled: date) -> Decimal:
        """All that is still to be paid on a day."""
        return self.balance(settled) + self.interest(settled) + self.late_fee(settled)


def _joined(segments: list[tuple[Decimal, int]]) -> tuple[tuple[Decimal, int], ...]:
    """The segments without empty ones, neighbours of one balance made one."""
    joined: list[tuple[Decimal, int]] = []
    for balance, days in segments:
        if joined and joined[-1][0] == balance:
            joined[-1] = balance, joined[-1][1] + days
        elif days:
            joined.append((balance, days))
    return tuple(joined)
