"""Which plan a bill could come from: the one that takes the fewest digits to say.

A plan is said by its rate (18 takes fewer digits than 18.02), by how it is rounded, and
by every period it leaves unexplained. So a round rate that is off by the rounding of 分
comes before an odd one that fits exactly, and one wrong period does not spoil the rest.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from calc.calculators.check_bill.balance import (
    bullet_rates,
    falling_plans,
    falling_rates,
    interest_only_plans,
    interest_only_rates,
)
from calc.calculators.check_bill.bill import YUAN, Bill
from calc.calculators.check_bill.candidate import Candidate
from calc.calculators.check_bill.days import day_plans, day_rates
from calc.calculators.check_bill.extras import (
    fixed_fee_plans,
    fixed_fee_rates,
    free_first_plans,
    free_first_rates,
)
from calc.calculators.check_bill.fees import (
    flat_plans,
    flat_rates,
    free_plans,
    free_rates,
    upfront_plans,
    upfront_rates,
)
from calc.calculators.check_bill.level import level_plans, level_rates
from calc.calculators.check_bill.stated import DIGIT, Stated, digits
from calc.model.record import Record

WEIGHT = 2  # of departing from our rounding, where every period is known
NOISE = 700  # the digits it takes to say that a period is off by a 分
MOST = 10**9
NAMED = 3000  # how much longer than the best an explanation may be

type Rates = Callable[[Bill, int], Sequence[Any]]
type Plans = Callable[[Bill, int, Any], Iterator[Candidate]]
type Families = tuple[tuple[Rates, Plans], ...]
FREE: Families = ((free_rates, free_plans), (bullet_rates, interest_only_plans))
ALIKE: Families = (
    (free_rates, free_plans),
    (flat_rates, flat_plans),
    (level_rates, level_plans),
)
ALL: Families = (
    *ALIKE,
    (falling_rates, falling_plans),
    (upfront_rates, upfront_plans),
    (interest_only_rates, interest_only_plans),
)
RARE_ALIKE: Families = ((fixed_fee_rates, fixed_fee_plans),)
RARE: Families = (
    *RARE_ALIKE,
    (free_first_rates, free_first_plans),
    (day_rates, day_plans),
)
ENOUGH = 2500  # saved, above which nothing rarer is looked for
SURE = 1500  # saved, above which a fit is no coincidence
RIVAL = 1000  # how much longer another must be


class Explanation(Record):
    """A candidate beside the bill: what is billed above it, and the digits in all."""

    candidate: Candidate
    differences: tuple[int, ...]
    cost: int

    @property
    def fits(self) -> bool:
        """Every period agrees to the 分."""
        return not any(self.differences)


class Findings(Record):
    """What a bill could come from, the best first.

    Attributes:
        ranked: The best of each method and unit of rate.
        saved: The digits the best takes less than the bill itself: above `SURE`, that
            it fits is no coincidence.
    """

    ranked: Sequence[Explanation]
    saved: int

    @property
    def best(self) -> Explanation:
        """The one that takes the fewest digits to say."""
        return self.ranked[0]

    @property
    def rivals(self) -> tuple[Explanation, ...]:
        """Others that fit to the 分."""
        return tuple(other for other in self.ranked[1:] if other.fits)

    @property
    def sure(self) -> bool:
        """Whether it fits, with a rate too round for a coincidence, and no rival does."""
        near = any(map(self._near, self.rivals))
        return self.best.fits and self.saved > SURE and not near

    def _near(self, rival: Explanation) -> bool:
        """Whether it is another plan, hardly longer to say; one of rare rounding is."""
        one, two = self.best.candidate, rival.candidate
        rarer = one.ordinary and not two.ordinary
        margin = RIVAL // 2 if rarer else RIVAL
        return not two.same_as(one) and rival.cost < self.best.cost + margin


def explain(bill: Bill) -> Findings:
    """The best plan of each method and unit of rate, the best of all first.

    Who pays back the amount or less pays no interest, however it is split. What a
    lender rarely does is only looked for when the usual leaves a doubt.
    """
    search = Search(bill)
    if not bill.cost or bill.short:
        search.run(FREE)
        return Findings(search.ranked(), search.saved)
    search.run(ALIKE if bill.single else ALL)
    if search.left or search.saved < ENOUGH:
        search.run(RARE_ALIKE if bill.single else RARE)
    return Findings(search.ranked(), search.saved)


class Search:
    """What was found so far.

    Attributes:
        best: Of each method and unit of rate: cost and candidate.
        least: The cost of the best of all.
        left: Whether that leaves any period unexplained.
    """

    def __init__(self, bill: Bill) -> None:
        self.bill = bill
        self.far = digits(bill.periods)
        self.weight = 1 if bill.single else WEIGHT
        self.best: dict[tuple[str, str], tuple[int, Candidate]] = {}
        self.least = MOST
        self.left = False

    @property
    def saved(self) -> int:
        """The digits that the best explanation takes less than the bill itself."""
        return plainly(self.bill, self.far) - self.least

    def run(self, families: Families) -> None:
        """Try every plan whose rate is not too long to say."""
        for usual in self.bill.usual:
            for rates, plans in families:
                for rate in rates(self.bill, usual):
                    if self._worth(rate):
                        for candidate in plans(self.bill, usual, rate):
                            self.weigh(candidate)

    def _worth(self, rate: Any) -> bool:
        stated: Stated = getattr(rate, "stated", rate)
        return stated.cost <= self.least + NAMED

    def weigh(self, candidate: Candidate) -> None:
        """Keep a candidate that is better than those like it."""
        key = candidate.method, candidate.stated.unit
        limit = min(self.best[key][0] if key in self.best else MOST, self.least + NAMED)
        cost = candidate.cost + candidate.odd * self.weight
        if cost < limit:
            missed = unexplained(self.bill, candidate.payments, self.far, limit - cost)
            cost += missed
            if cost < limit:
                self.best[key] = cost, candidate
                if cost < self.least:
                    self.least, self.left = cost, missed > 0

    def ranked(self) -> list[Explanation]:
        """What was found, the best first."""
        return [
            Explanation(candidate, _differences(self.bill, candidate.payments), cost)
            for cost, candidate in sorted(self.best.values(), key=lambda pair: pair[0])
        ]


def plainly(bill: Bill, far: int) -> int:
    """The digits it takes to say the bill itself, amount by amount."""
    steps = bill.payments[:1] if bill.single else bill.payments
    unit = YUAN if all(payment % YUAN == 0 for payment in steps) else 1
    each = digits(max(bill.amount // YUAN // unit, 1))
    cost = each
    last = len(steps) - 1
    for place, (before, payment) in enumerate(pairwise(steps), 1):
        off = abs(payment - before) // unit
        if off:
            near = place in (1, last) and off <= len(steps)
            cost += digits(2 * len(steps)) if near else each + far
        elif place == last:
            cost += digits(2 * len(steps))
    return cost


def regular(payments: list[int]) -> int:
    """What a plan asks in most periods."""
    return payments[1] if len(payments) > 2 else min(payments)


def _differences(bill: Bill, payments: list[int]) -> tuple[int, ...]:
    if bill.single:
        return (bill.payments[0] - regular(payments),) * bill.periods
    return tuple(b - p for b, p in zip(bill.payments, payments, strict=True))


def unexplained(bill: Bill, payments: list[int], far: int, spare: int) -> int:
    """The digits it takes to say where the bill is not as planned, and by how much.

    Neighbours that ask the same and are off by the same are said once. Stops above
    `spare`.
    """
    if bill.single:
        off = abs(bill.payments[0] - regular(payments))
        return DIGIT * len(str(off)) + DIGIT // 2 if off else 0
    cost = before = last_billed = 0
    last = len(payments) - 1
    for place, (billed, planned) in enumerate(
        zip(bill.payments, payments, strict=True)
    ):
        off = billed - planned
        again = off == before and billed == last_billed and place < last
        if off and not again:
            tail = place in (0, last) and abs(off) <= len(payments)
            cost += (
                NOISE if abs(off) == 1 else _missed(abs(off), NOISE if tail else far)
            )
            if cost > spare:
                return cost
        before, last_billed = off, billed
    return cost


def _missed(off: int, where: int) -> int:
    """An amount in whole 元 is said in fewer digits, for it is likely a charge."""
    said = str(off // YUAN).rstrip("0") if off % YUAN == 0 else str(off)
    return DIGIT * len(said) + DIGIT // 2 + where
