"""What a provider charges for being late, day by day."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from calc.maths.context import precise
from calc.maths.days import DayBasis
from calc.maths.penalty import (
    GraceMode,
    Rounding,
    charged_days,
    penalty_daily_rate,
    penalty_interest,
)
from calc.model.record import Record
from calc.money import ZERO, half_up


class RateKind(StrEnum):
    """Which rate the provider states for late days."""

    DAILY = "daily"
    CONTRACT = "contract"


RATE_KINDS: Mapping[RateKind, str] = {
    RateKind.DAILY: "每天收逾期金额的百分之几",
    RateKind.CONTRACT: "借款合同年利率，再加收一定比例（罚息）",
}
ROUNDINGS: Mapping[Rounding, str] = {
    Rounding.TOTAL: "全部天数算完再四舍五入到分",
    Rounding.DAILY: "每天先四舍五入到分，再乘天数",
}
GRACE_MODES: Mapping[GraceMode, str] = {
    GraceMode.RETROACTIVE: "宽限期内还清不收；过了就从第 1 天算起",
    GraceMode.DEDUCT: "宽限期那几天总是不收",
}


class Terms(Record):
    """The amount that is late and the terms, rates in percent."""

    amount: Decimal
    rate_kind: RateKind
    daily_rate: Decimal
    annual_rate: Decimal
    markup: Decimal
    day_basis: DayBasis
    grace_days: int
    grace_mode: GraceMode
    rounding: Rounding
    minimum: Decimal
    minimum_per_day: Decimal

    @property
    @precise
    def daily(self) -> Decimal:
        """The rate of a day, a fraction."""
        if self.rate_kind is RateKind.DAILY:
            return self.daily_rate / 100
        return penalty_daily_rate(
            self.annual_rate / 100, self.markup / 100, self.day_basis
        )

    @property
    @precise
    def a_day(self) -> Decimal:
        """What the rate gives for a day, rounded where the contract rounds."""
        charge = self.amount * self.daily
        return half_up(charge) if self.rounding is Rounding.DAILY else charge

    def charged_days(self, overdue_days: int) -> int:
        """The days that are charged."""
        return charged_days(overdue_days, self.grace_days, self.grace_mode)

    def charge(self, overdue_days: int, rounding: Rounding | None = None) -> Decimal:
        """The charge after so many days, rounded as the contract says or otherwise."""
        return self._charge(overdue_days, rounding or self.rounding, self.minimum)

    def without_minimum(self, overdue_days: int) -> Decimal:
        """The charge but for the least one of the whole delay."""
        return self._charge(overdue_days, self.rounding, ZERO)

    @precise
    def _charge(self, days: int, rounding: Rounding, minimum: Decimal) -> Decimal:
        daily = max(self.daily, self.minimum_per_day / self.amount)
        charged = self.charged_days(days)
        return penalty_interest(self.amount, daily, charged, rounding, minimum)
