"""账单核对: which method and rate explain a bill, and what to ask when none does."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated

from calc.calculators.check_bill.bill import Bill, Explanation
from calc.calculators.check_bill.explanations import explanations
from calc.calculators.plan import (
    BASES,
    METHODS,
    SHORT,
    UNITS,
    Amount,
    AnnualRates,
    Method,
    Periods,
    Plan,
    RateUnit,
    annual_rates,
    annual_steps,
)
from calc.maths.context import precise
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.fields import Choice
from calc.model.numbers import Money, Percent, Whole
from calc.model.record import Record
from calc.model.rows import Lines, Rows
from calc.money import percent, yuan


class Billed(Record):
    """One amount of the bill."""

    payment: Annotated[Decimal, Money("账单金额", low=Decimal(0), example="447.82")]


class Compared(Record):
    """A period of the bill beside the nearest explanation."""

    period: Annotated[int, Whole("期", unit="")]
    billed: Annotated[Decimal, Money("账单", unit="")]
    explained: Annotated[Decimal, Money("按这个算法", unit="")]
    difference: Annotated[Decimal, Money("相差", unit="")]


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
    nominal_annual_rate: Annotated[Decimal, Percent("账单的年化利率（单利口径）")]
    effective_annual_rate: Annotated[
        Decimal, Percent("账单的年化利率（复利口径，内部收益率法）")
    ]
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
            hint="一行一期，按顺序；每期都一样就只填一个",
        ),
    ] = (Billed(Decimal("447.82")),),
) -> CheckBill:
    """Find the method and the rate that explain a bill to the 分."""
    bill = _bill(amount, periods, [billed.payment for billed in payments])
    found = explanations(bill)
    best = found[0]
    rates = annual_rates(amount, list(bill.payments))
    return CheckBill(
        method=best.plan.method,
        rate=best.plan.rate,
        rate_unit=best.plan.rate_unit,
        difference=best.difference,
        nominal_annual_rate=rates.nominal,
        effective_annual_rate=rates.effective,
        rows=tuple(
            Compared(period, *cells)
            for period, cells in enumerate(
                zip(bill.payments, best.payments, best.differences, strict=True), 1
            )
        ),
        told=_told(bill, found, rates),
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
    return Bill(amount, payments * periods if single else payments, single)


def _told(bill: Bill, found: list[Explanation], rates: AnnualRates) -> Told:
    best = found[0]
    return Told(
        f"{_verdict(best)}，年化（单利口径）{percent(rates.nominal)} %。",
        (*_steps(bill, best), *_others(found), *_annual(bill, rates)),
        (
            "一个月一期，第一期在放款一个月后还；金额四舍五入到分。",
            "能对上只说明算得通，账单实际用的是哪一种，以合同为准。",
            *(
                ["只填了一个金额，除不尽放在首期或末期的几分钱没有比。"]
                if bill.single
                else []
            ),
        ),
        _questions(best),
    )


def _verdict(best: Explanation) -> str:
    name, most = _name(best.plan), yuan(best.difference)
    if best.exact:
        return f"账单和「{name}」一分不差"
    if best.remainder_only:
        return f"账单和「{name}」只差尾差，最多 {most} 元"
    return f"没有一种算法能对上每一期；最接近「{name}」，最多的一期差 {most} 元"


def _name(plan: Plan) -> str:
    """The plan in words, such as 等额本息，年利率 18 %."""
    if plan.method is Method.INTEREST_FREE:
        return SHORT[plan.method]
    basis = f"（{BASES[plan.day_basis]}）" if plan.rate_unit is RateUnit.DAILY else ""
    return f"{SHORT[plan.method]}，{_unit(plan)} {plan.rate:f} %{basis}"


def _unit(plan: Plan) -> str:
    return UNITS[plan.rate_unit].partition("（")[0]


def _steps(bill: Bill, best: Explanation) -> tuple[str, ...]:
    plan = best.plan
    row = next(row for row in plan.rows() if row.payment == best.payments[0])
    extra = "利息" if row.interest else "手续费"
    search = (
        "合计与分期金额相同，没有利息和手续费。"
        if plan.method is Method.INTEREST_FREE
        else f"从账单反推，{_unit(plan)}约 {best.near:.6f} %；"
        f"附近最整、又最对得上的是 {plan.rate:f} %。"
    )
    return (
        (
            f"账单合计：{bill.periods} 期共 {yuan(bill.total)} 元，"
            f"减去分期金额 {yuan(bill.amount)} 元，差 {yuan(bill.total - bill.amount)} 元。"
        ),
        search,
        (
            f"用它重算第 {row.period} 期：本金 {yuan(row.principal)} + {extra} "
            f"{yuan(row.interest + row.fee)} = {yuan(row.payment)} 元；"
            f"账单是 {yuan(bill.payments[row.period - 1])} 元。"
        ),
    )


def _others(found: list[Explanation]) -> tuple[str, ...]:
    """The other plans that fit to the 分; nobody charges 0.001 % and calls it a fee."""
    best, *rest = found
    if best.plan.method is Method.INTEREST_FREE:
        return ()
    names = "；".join(_name(other.plan) for other in rest if other.exact)
    return (f"这些说法也对得上，只是利率没有那么整：{names}。",) if names else ()


def _annual(bill: Bill, rates: AnnualRates) -> tuple[str, ...]:
    return (
        (
            f"把收到的 {yuan(bill.amount)} 元和账单上的 {bill.periods} 笔"
            f"放在一起，求出每月内部收益率 {rates.periodic:.6f} %。"
        ),
        *annual_steps(rates),
    )


def _questions(best: Explanation) -> tuple[str, ...]:
    """What to ask the provider."""
    name = _name(best.plan)
    return (
        (
            f"合同写的是不是「{name}」？"
            if best.exact or best.remainder_only
            else "每一期的本金、利息、手续费各是多少？有没有担保费、保险费、会员费？"
        ),
        "综合融资成本明示表上的年化利率是多少，是单利还是复利？",
        "提前结清时，还没到期的利息或手续费收不收？",
    )
