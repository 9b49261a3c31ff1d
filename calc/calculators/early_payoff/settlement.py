"""A plan that is settled early: what is still owed, and what each rule adds to it."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from calc.calculators.plan import ON_BALANCE, Method, Plan
from calc.maths.context import precise
from calc.maths.schedule import Row
from calc.model.record import Record
from calc.money import ZERO, half_up

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

    def wrong(self) -> dict[str, str]:
        """The answers that contradict each other: a sentence for each field."""
        errors: dict[str, str] = {}
        if self.paid >= self.plan.periods:
            most = self.plan.periods - 1
            errors["paid_periods"] = f"已还期数要在 0 到 {most} 期之间"
        if wrong_value := self._wrong_value():
            errors["policy_value"] = wrong_value
        return errors

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

    @property
    def remaining(self) -> Decimal:
        """All that is still to be paid by the plan."""
        return sum((row.payment for row in self.left), ZERO)

    @property
    def costs(self) -> list[Decimal]:
        """The interest and the fee of each period still to be paid."""
        return [row.interest + row.fee for row in self.left]

    def stated(self, policy: Policy) -> Decimal:
        """The reader's percent or amount for a rule, or a usual one."""
        if self.policy is policy and self.value is not None:
            return self.value
        return USUAL_PERCENT if policy is Policy.PCT_OF_PRINCIPAL else ZERO

    @precise
    def charge(self, policy: Policy) -> Decimal:
        """What a rule takes besides the balance."""
        match policy:
            case Policy.WAIVE_UNBILLED:
                return ZERO
            case Policy.NEXT_PERIOD_FEE:
                return self.costs[0]
            case Policy.ALL_REMAINING_FEE:
                return sum(self.costs, ZERO)
            case Policy.PCT_OF_PRINCIPAL:
                return half_up(self.balance * self.stated(policy) / 100)
            case Policy.FIXED_FEE:
                return half_up(self.stated(policy))
            case Policy.ACCRUED_DAILY:
                year = self._next_charge() * 12
                return half_up(year / self.plan.day_basis * self.days)

    def _next_charge(self) -> Decimal:
        """The interest or fee of the next period, unrounded."""
        if self.plan.method in ON_BALANCE:
            return self.balance * self.plan.periodic
        if self.plan.method is Method.FLAT_FEE:
            return self.plan.amount * self.plan.periodic
        return self.left[0].fee
