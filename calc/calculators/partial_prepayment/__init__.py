"""部分提前还款: what paying part of a plan early changes, both ways side by side."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from calc.calculators.from_bill import settled_plan
from calc.calculators.partial_prepayment.continued import (
    KEEP,
    Course,
    Keep,
    other_course,
    prepaid_course,
)
from calc.calculators.partial_prepayment.words import tell
from calc.calculators.plan import (
    Amount,
    BasisChoice,
    Known,
    KnownChoice,
    Method,
    MethodChoice,
    PaymentStated,
    Periods,
    Plan,
    RateStated,
    RateUnit,
    RemainderChoice,
    UnitChoice,
)
from calc.maths.context import precise
from calc.maths.days import DayBasis
from calc.model.calculator import Told, calculator
from calc.model.errors import InputErrors
from calc.model.fields import Choice
from calc.model.numbers import Money, Rate, Whole
from calc.model.record import Record
from calc.model.rows import Rows
from calc.money import ZERO, Remainder, half_up


class Prepayment(Record):
    """Part of the principal, paid after a period."""

    after_period: Annotated[
        int, Whole("还完第几期以后", low=Decimal(0), high=Decimal(599), example="4")
    ]
    amount: Annotated[Decimal, Money("提前还", example="1000")]


class Kept(Record):
    """A period of the new schedule."""

    period: Annotated[int, Whole("期", unit="")]
    payment: Annotated[Decimal, Money("应还", unit="", lead=True)]
    principal: Annotated[Decimal, Money("本金", unit="")]
    interest: Annotated[Decimal, Money("利息", unit="")]
    fee: Annotated[Decimal, Money("手续费", unit="", optional=True)]
    prepayment: Annotated[Decimal | None, Money("提前还", unit="", optional=True)]
    balance: Annotated[Decimal, Money("剩余本金", unit="")]


class PartialPrepayment(Record):
    """The plan after the prepayments, and what they save."""

    payment_after: Annotated[Decimal, Money("提前还以后每期", lead=True)]
    periods_left: Annotated[int, Whole("以后还要还")]
    last_payment: Annotated[Decimal, Money("最后一期")]
    fee: Annotated[Decimal, Money("提前还另收的")]
    total_cost: Annotated[Decimal, Money("利息和费用一共")]
    saving: Annotated[Decimal, Money("比不提前还少付")]
    rows: Annotated[tuple[Kept, ...], Rows("新的还款计划", of=Kept)]
    plan: Plan
    known: Known
    keep: Keep
    prepayments: Sequence[Prepayment]
    cost_without: Decimal
    courses: Mapping[Keep, Course]
    after: int

    @cached_property
    def told(self) -> Told:
        """The same in words."""
        return tell(self)


@calculator(
    "partial-prepayment",
    "部分提前还款",
    "提前还的全部算本金，从还的那期以后少计利息；按实际借款的时间算利息，另有约定的除外"
    "（《民法典》第六百七十七条）",
    "少付 = 不提前还的利息和费用 − 提前还以后的利息和费用 − 提前还另收的",
)
@precise
def partial_prepayment(
    *,
    known: KnownChoice = Known.RATE,
    amount: Amount = Decimal("4999.00"),
    periods: Periods = 12,
    method: MethodChoice = Method.LEVEL_PAYMENT,
    rate: RateStated = Decimal(18),
    rate_unit: UnitChoice = RateUnit.ANNUAL,
    payment: PaymentStated = None,
    prepayments: Annotated[
        Sequence[Prepayment],
        Rows("提前还的", of=Prepayment, most=24, hint="一次一行"),
    ] = (Prepayment(4, Decimal("1000.00")),),
    keep: Annotated[
        Keep, Choice("提前还以后", options=KEEP, advanced=True)
    ] = Keep.TERM,
    fee_percent: Annotated[
        Decimal,
        Rate(
            "另收提前还的",
            high=Decimal(100),
            advanced=True,
            hint="没有就填 0；看合同里提前还款那一条",
        ),
    ] = Decimal(0),
    remainder: RemainderChoice = Remainder.LAST,
    day_basis: BasisChoice = DayBasis.D360,
) -> PartialPrepayment:
    """Work out the schedule after prepayments, and what they save."""
    stated = Plan(amount, periods, method, rate, rate_unit, remainder, day_basis)
    plan = settled_plan(stated, known, payment)
    prepaid = _by_period(prepayments)
    course = _course(plan, prepayments, prepaid, keep)
    courses = {each: other_course(plan, prepaid, each) for each in Keep}
    after = max(prepaid)
    left = course.left(after)
    without = Course(plan.rows()).cost
    fee = half_up(sum(prepaid.values(), ZERO) * fee_percent / 100)
    return PartialPrepayment(
        payment_after=left[0].payment if left else ZERO,
        periods_left=len(left),
        last_payment=left[-1].payment if left else ZERO,
        fee=fee,
        total_cost=course.cost + fee,
        saving=without - course.cost - fee,
        rows=tuple(
            Kept(
                row.period,
                row.payment,
                row.principal,
                row.interest,
                row.fee,
                prepaid.get(row.period),
                row.balance,
            )
            for row in course.rows
        ),
        plan=plan,
        known=known,
        keep=keep,
        prepayments=prepayments,
        cost_without=without,
        courses=courses,
        after=after,
    )


def _by_period(prepayments: Sequence[Prepayment]) -> dict[int, Decimal]:
    """What is paid after each period, in all."""
    prepaid: dict[int, Decimal] = {}
    for each in prepayments:
        prepaid[each.after_period] = prepaid.get(each.after_period, ZERO) + each.amount
    return prepaid


def _course(
    plan: Plan,
    prepayments: Sequence[Prepayment],
    prepaid: Mapping[int, Decimal],
    keep: Keep,
) -> Course:
    """The periods that come of it.

    Raises:
        InputErrors: At the row that pays more than is owed, or after the last period.
    """
    try:
        return prepaid_course(plan, prepaid, keep)
    except ValueError as wrong:
        (period,) = wrong.args
        row = next(n for n, p in enumerate(prepayments) if p.after_period == period)
        late = period >= plan.periods
        sentence = (
            f"一共 {plan.periods} 期，要在第 {plan.periods - 1} 期以前提前还"
            if late
            else f"还完第 {period} 期以后，欠的本金没有这么多；全部还清用提前结清"
        )
        field = "after_period" if late else "amount"
        raise InputErrors(
            {f"prepayments.{row}.{field}": f"第 {row + 1} 行：{sentence}"}
        ) from None
