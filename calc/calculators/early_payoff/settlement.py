"""A plan that is settled early: what is still owed, and what each rule adds to it."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from calc.calculators.plan import ON_BALANCE, Method, Plan
from calc.maths.context import precise
from calc.maths.schedule import Row
from calc.model.errors import InputErrors
from calc.model.record import Record
from calc.money import ZERO, half_up, yuan

USUAL_PERCENT = Decimal(3)  # what two banks were said to take (CC-03)


class Policy(StrEnum):
    """What a provider takes besides the balance when a plan is settled early."""

    WAIVE_UNBILLED = "waive_unbilled"
    NEXT_PERIOD_FEE = "next_period_fee"
    ALL_REMAINING_FEE = "all_remaining_fee"
    PCT_OF_PRINCIPAL = "pct_of_principal"
    FIXED_FEE = "fixed_fee"
    ACCRUED_DAILY = "accrued_daily"


POLICIES: Mapping[Policy, str] = {
    Policy.WAIVE_UNBILLED: "没出账的利息、手续费不收",
    Policy.NEXT_PERIOD_FEE: "再收下一期的利息、手续费",
    Policy.ALL_REMAINING_FEE: "剩下各期的利息、手续费照收",
    Policy.PCT_OF_PRINCIPAL: "按剩余本金的比例收",
    Policy.FIXED_FEE: "收一笔固定的钱",
    Policy.ACCRUED_DAILY: "按天收到结清那天",
}


class Settlement(Record):
    """A plan settled after some periods; `value` is the reader's, percent or 元."""

    plan: Plan
    paid: int
    policy: Policy
    value: Decimal | None
    days: int

    def check(self) -> None:
        """Refuse answers that contradict each other.

        Raises:
            InputErrors: At the plan's fields, `paid_periods` or `policy_value`.
        """
        errors: dict[str, str] = {}
        try:
            self.plan.check()
        except InputErrors as wrong:
            errors |= wrong.errors
        if self.paid >= self.plan.periods:
            most = self.plan.periods - 1
            errors["paid_periods"] = f"已还期数要在 0 到 {most} 期之间"
        if wrong_value := self._wrong_value():
            errors["policy_value"] = wrong_value
        if errors:
            raise InputErrors(errors)

    def _wrong_value(self) -> str:
        value = self.value
        if self.policy is Policy.PCT_OF_PRINCIPAL and value and value > 100:
            return "收多少要在 0 到 100 % 之间"
        if self.policy is not Policy.FIXED_FEE:
            return ""
        if value is None:
            return "填写收多少元"
        return "" if value == half_up(value) else "收多少最多写到分（两位小数）"

    @cached_property
    def left(self) -> list[Row]:
        """The periods that are still to be paid."""
        return self.plan.rows()[self.paid :]

    @property
    def balance(self) -> Decimal:
        """The principal that is still owed."""
        return sum((row.principal for row in self.left), ZERO)

    @precise
    def charges(self) -> dict[Policy, tuple[Decimal, str]]:
        """What each rule takes besides the balance, and that in words."""
        costs = [row.interest + row.fee for row in self.left]
        total = sum(costs, ZERO)
        percent, percent_said = self._stated(Policy.PCT_OF_PRINCIPAL, USUAL_PERCENT)
        fixed, fixed_said = self._stated(Policy.FIXED_FEE, ZERO)
        share = half_up(self.balance * percent / 100)
        accrued = half_up(self._next_charge() * 12 / self.plan.day_basis * self.days)
        return {
            Policy.WAIVE_UNBILLED: (ZERO, "不另收"),
            Policy.NEXT_PERIOD_FEE: (costs[0], f"下一期 {yuan(costs[0])}"),
            Policy.ALL_REMAINING_FEE: (total, f"{len(costs)} 期共 {yuan(total)}"),
            Policy.PCT_OF_PRINCIPAL: (
                share,
                f"{yuan(self.balance)} × {percent:f} % = {yuan(share)}{percent_said}",
            ),
            Policy.FIXED_FEE: (half_up(fixed), f"{yuan(fixed)}{fixed_said}"),
            Policy.ACCRUED_DAILY: (accrued, f"{self.days} 天 {yuan(accrued)}"),
        }

    def _stated(self, policy: Policy, usual: Decimal) -> tuple[Decimal, str]:
        if self.policy is policy and self.value is not None:
            return self.value, ""
        return usual, "（举例）"

    def _next_charge(self) -> Decimal:
        """The interest or fee of the next period, unrounded."""
        if self.plan.method in ON_BALANCE:
            return self.balance * self.plan.periodic
        if self.plan.method is Method.FLAT_FEE:
            return self.plan.amount * self.plan.periodic
        return self.left[0].fee
