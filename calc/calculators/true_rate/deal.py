"""What is received at the start, and what is paid for it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from calc.maths.context import precise
from calc.model.errors import InputErrors
from calc.model.record import Record

HALF_CENT = Decimal("0.005")


class FirstPayment(StrEnum):
    """When the first instalment is paid."""

    AFTER_ONE_PERIOD = "after_one_period"
    AT_ONCE = "at_once"


FIRST_PAYMENTS: Mapping[FirstPayment, str] = {
    FirstPayment.AFTER_ONE_PERIOD: "一个月后（多数分期）",
    FirstPayment.AT_ONCE: "下单当天就付",
}


class Deal(Record):
    """What is received at the start, and what is paid for it."""

    received: Decimal
    periods: int
    payment: Decimal
    upfront_fee: Decimal
    at_once: bool

    @property
    def in_hand(self) -> Decimal:
        """What is left of the money when the fee is paid."""
        return self.received - self.upfront_fee

    @property
    def used(self) -> Decimal:
        """What is left after all that is paid on the first day."""
        return self.in_hand - self.payment if self.at_once else self.in_hand

    @property
    def later(self) -> Sequence[Decimal]:
        """The payments a month apart that follow."""
        return [self.payment] * (self.periods - self.at_once)

    @property
    def paid(self) -> Decimal:
        """All payments with the fee."""
        return self.upfront_fee + self.payment * self.periods

    def check(self) -> None:
        """Refuse a deal that leaves no money in hand, or nothing to pay later.

        Raises:
            InputErrors: At `upfront_fee`, `periods` or `payment`.
        """
        if self.in_hand <= 0:
            raise InputErrors({"upfront_fee": "先付的费用要比到手金额少"})
        if not self.later:
            raise InputErrors(
                {"periods": "只有一期又当天就付，没有借钱的时间，算不出年化"}
            )
        if self.used <= 0:
            raise InputErrors(
                {"payment": "当天付的这一期要比到手金额（减去先付的费用）少"}
            )

    @precise
    def balances(self, monthly: Decimal) -> bool:
        """Whether the payments are worth what is in hand, at a percent a month."""
        growth = 1 + monthly / 100
        if growth <= 0:
            return False
        worth = Decimal(0)
        for payment in self.later:
            worth = (worth + payment) / growth
        return abs(worth - self.used) < HALF_CENT
