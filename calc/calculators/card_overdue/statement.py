"""A card statement that was not paid in full: what it costs until a day."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from calc.maths.context import precise
from calc.maths.days import days_between
from calc.maths.penalty import card_interest, late_fee
from calc.model.errors import InputErrors
from calc.model.record import Record
from calc.money import ZERO


class InterestOn(StrEnum):
    """Which amount bears interest from the posting date."""

    FULL = "full"
    UNPAID = "unpaid"


INTEREST_ON: Mapping[InterestOn, str] = {
    InterestOn.FULL: "整张账单（全额计息）",
    InterestOn.UNPAID: "只有没还的部分",
}


class Statement(Record):
    """Its amounts, what was paid by the due date, and the terms of the card."""

    amount: Decimal
    minimum: Decimal
    paid: Decimal
    posted: date
    due: date
    daily_rate: Decimal
    fee_percent: Decimal
    fee_floor: Decimal
    fee_cap: Decimal | None
    interest_on: InterestOn

    def check(self) -> None:
        """Refuse answers that contradict each other.

        Raises:
            InputErrors: At the field to change.
        """
        errors = {}
        if self.minimum > self.amount:
            errors["minimum_due"] = "最低还款额不能超过账单金额"
        if self.paid > self.amount:
            errors["paid_amount"] = "到还款日已还不能超过账单金额"
        if self.posted > self.due:
            errors["posting_date"] = "记账日不能晚于到期还款日"
        if self.fee_cap is not None and self.fee_cap < self.fee_floor:
            errors["late_fee_cap"] = "违约金最高不能低于违约金最低"
        if errors:
            raise InputErrors(errors)

    @property
    def unpaid(self) -> Decimal:
        """What the due date left over."""
        return self.amount - self.paid

    def segments(self, settled: date) -> tuple[tuple[Decimal, int], ...]:
        """The balances that bear interest, each with its days (算头不算尾)."""
        if not self.unpaid or settled <= self.due:
            return ()
        if self.interest_on is InterestOn.UNPAID:
            return ((self.unpaid, days_between(self.posted, settled)),)
        return (
            (self.amount, days_between(self.posted, self.due)),
            (self.unpaid, days_between(self.due, settled)),
        )

    @precise
    def interest(self, settled: date) -> Decimal:
        """The interest when the rest is paid on a day."""
        return card_interest(self.segments(settled), self.daily_rate / 100)

    @precise
    def late_fee(self, settled: date) -> Decimal:
        """The late fee when the rest is paid on a day."""
        short = self.minimum - self.paid if settled > self.due else ZERO
        return late_fee(short, self.fee_percent / 100, self.fee_floor, self.fee_cap)

    def total(self, settled: date) -> Decimal:
        """All that is still to be paid on a day."""
        return self.unpaid + self.interest(settled) + self.late_fee(settled)
