"""账单核对: which method and rate explain a bill, and what to ask when none does."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated

from calc.calculators.annual import annual_rates, compound, simple
from calc.calculators.check_bill.bill import Bill, Rounding
from calc.calculators.check_bill.checked import Checked
from calc.calculators.check_bill.naming import ROUNDINGS
from calc.calculators.check_bill.odd import odd_periods
from calc.calculators.check_bill.promise import promise
from calc.calculators.check_bill.rebuilt import plan_of, rebuilt
from calc.calculators.check_bill.search import explain, regular
from calc.calculators.check_bill.words import told
from calc.calculators.plan import (
    BASES,
    METHODS,
    REMAINDERS,
    UNITS,
    Amount,
    Method,
    Periods,
    RateUnit,
)
from calc.maths.context import precise
from calc.maths.days import DayBasis
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.fields import Choice
from calc.model.numbers import Money, Percent, Rate, Whole
from calc.model.record import Record
from calc.model.rows import Lines, Rows
from calc.money import CENT, Remainder


class Billed(Record):
    """One amount of the bill."""

    payment: Annotated[Decimal, Money("账单金额", low=Decimal(0), example="447.82")]


class Compared(Record):
    """A period of the bill beside the nearest explanation."""

    period: Annotated[int, Whole("期", unit="")]
    billed: Annotated[Decimal, Money("账单", unit="")]
    explained: Annotated[Decimal, Money("按这个算法", unit="")]
    difference: Annotated[Decimal, Money("相差", unit="", lead=True)]


class Odd(Record):
    """A period that does not fit when the others do."""

    period: Annotated[int, Whole("期", unit="")]
    billed: Annotated[Decimal, Money("账单", unit="")]
    expected: Annotated[Decimal, Money("应为", unit="")]
    difference: Annotated[Decimal, Money("多（少为负）", unit="", lead=True)]


class Stated(Percent, kw_only=True):
    """A rate as a provider prints it."""

    def show(self, value: Decimal | None) -> str:
        """No more digits than it has."""
        return "" if value is None else f"{value:f}"


class CheckBill(Record):
    """The best explanation of a bill."""

    method: Annotated[Method, Choice("最像的还款方式", options=METHODS)]
    rate: Annotated[Decimal, Stated("利率或手续费率")]
    rate_unit: Annotated[RateUnit, Choice("这个数是", options=UNITS)]
    difference: Annotated[Decimal, Money("相差最多的一期差")]
    overcharge: Annotated[
        Decimal | None, Money("比合同写的一共多收（少收为负）", optional=True)
    ]
    nominal_annual_rate: Annotated[
        Decimal, simple("账单的年化利率（单利口径）", "账单的年化", lead=True)
    ]
    effective_annual_rate: Annotated[
        Decimal, compound("账单的年化利率（复利口径，内部收益率法）")
    ]
    rounding: Annotated[Rounding, Choice("怎样取整", options=ROUNDINGS)]
    remainder: Annotated[Remainder, Choice("尾差在", options=REMAINDERS)]
    day_basis: Annotated[DayBasis, Choice("一年按几天", options=BASES)]
    odd_periods: Annotated[tuple[Odd, ...], Rows("对不上的那几期", of=Odd)]
    rows: Annotated[tuple[Compared, ...], Rows("账单和算出来的", of=Compared)]
    told: Told


@calculator(
    "check-bill",
    "账单核对",
    "年化利率：中国人民银行公告〔2021〕第3号（单利、复利都可以，单利要注明）",
    "线上分期要在订单支付页面展示综合融资成本（《个人贷款业务明示综合融资成本规定》）",
)
@precise
def check_bill(
    *,
    amount: Amount = Decimal("4999.00"),
    periods: Periods = 12,
    payments: Annotated[
        Sequence[Billed],
        Lines(
            "账单上每期要还的",
            of=Billed,
            most=600,
            hint="从账单复制过来就行，按顺序；每期都一样就只填一个",
            plan="payments payment",
        ),
    ] = (Billed(Decimal("447.82")),),
    promised_rate: Annotated[
        Decimal | None,
        Rate(
            "合同或支付页面写的利率或费率",
            optional=True,
            hint="填了就比出多收多少；不是年利率的，在「更多条件」里改",
            plan="rate",
        ),
    ] = None,
    promised_unit: Annotated[
        RateUnit,
        Choice("合同的利率填的是", options=UNITS, advanced=True, plan="rate_unit"),
    ] = RateUnit.ANNUAL,
) -> CheckBill:
    """Find the method and the rate that explain a bill to the 分."""
    bill = _bill(amount, periods, [billed.payment for billed in payments])
    found = explain(bill)
    best = found.best
    candidate, plan = best.candidate, plan_of(bill, best.candidate)
    planned = rebuilt(bill, candidate)
    if bill.single:
        planned = [regular(planned)] * periods
    odd = odd_periods(bill, found)
    promised = (
        None
        if promised_rate is None
        else promise(bill, candidate, promised_rate, promised_unit)
    )
    rates = annual_rates(amount, [payment * CENT for payment in bill.payments])
    compared = tuple(
        Compared(period, billed * CENT, asked * CENT, (billed - asked) * CENT)
        for period, (billed, asked) in enumerate(
            zip(bill.payments, planned, strict=True), 1
        )
    )
    return CheckBill(
        method=plan.method,
        rate=plan.rate,
        rate_unit=plan.rate_unit,
        day_basis=plan.day_basis,
        remainder=plan.remainder,
        rounding=candidate.rounding,
        difference=max(abs(row.difference) for row in compared),
        overcharge=promised.overcharge * CENT if promised else None,
        nominal_annual_rate=rates.nominal,
        effective_annual_rate=rates.effective,
        odd_periods=tuple(
            Odd(
                period,
                bill.payments[period - 1] * CENT,
                candidate.payments[period - 1] * CENT,
                best.differences[period - 1] * CENT,
            )
            for period in odd
        ),
        rows=compared,
        told=told(Checked(bill, found, plan, planned, odd, promised, rates)),
    )


def _bill(amount: Decimal, periods: int, payments: list[Decimal]) -> Bill:
    """The bill, one amount repeated for every period.

    Raises:
        InputErrors: At `payments`.
    """
    if len(payments) not in (1, periods):
        one = "" if periods == 1 else "1 个（每期都一样）或 "
        raise InputErrors(
            {
                "payments": f"账单金额要填 {one}{periods} 个（每期一个），"
                f"现在有 {len(payments)} 个"
            }
        )
    if not any(payments):
        raise InputErrors({"payments": "账单金额至少要有一期大于 0"})
    single = len(payments) < periods
    cents = tuple(int(payment / CENT) for payment in payments)
    return Bill(int(amount / CENT), cents * periods if single else cents, single)
