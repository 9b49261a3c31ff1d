"""Made-up bills of many kinds, worked out in fractions without any code of `calc`.

Every kind says how a lender rounds, where the 尾差 goes and what interest runs on; the
terms it was made from are the answer that checking the bill should find again.
"""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor
from random import Random
from typing import NamedTuple


def texts(rates: str) -> list[str]:
    return rates.split()


MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
ANNUAL = texts(
    "3.45 4.35 4.8 6 7.2 8.4 9 9.6 10.8 12 12.6 13.2 14.4 14.6 15 15.4 16.2 16.8 18 "
    "18.25 19.2 19.8 21.6 22.8 23.4 23.76 23.94 23.98 24 35.9 36"
)
MONTHLY = texts(
    "0.5 0.55 0.6 0.65 0.66 0.7 0.72 0.75 0.8 0.85 0.9 1 1.2 1.25 1.5 1.8 2"
)
DAILY = texts("0.02 0.025 0.03 0.033 0.035 0.04 0.0415 0.045 0.05 0.055 0.06 0.065")
EACH = texts(
    "0.25 0.3 0.35 0.4 0.45 0.5 0.55 0.6 0.65 0.66 0.7 0.72 0.75 0.8 0.9 1 1.2"
)
TOTAL = {
    3: texts("1.5 1.8 2.22 2.3 2.5 2.7 3.6"),
    6: texts("2.7 3 3.6 3.9 4.5 4.8 5.4"),
    9: texts("4.5 5.4 6.5 6.75"),
    12: texts("5.4 6 6.6 7.2 7.5 8.4 8.8 9 9.6 13.2 14.4"),
    18: texts("9.9 10.8 11.7 13.5"),
    24: texts("12 13.2 14.4 15.6 16.8 18 21.6"),
    36: texts("18 21.6 23.4 25.2 28.8"),
}
FEW = Fraction(1, 100)


class Made(NamedTuple):
    """A bill and the terms it was made from; amounts are in 元, rates in percent."""

    kind: str
    amount: Fraction
    periods: int
    payments: list[Fraction]
    method: str
    rate: str
    unit: str
    basis: int
    single: bool = False

    @property
    def periodic(self) -> Fraction:
        """The rate as percent of a month."""
        rate = Fraction(self.rate)
        return {
            "annual": rate / 12,
            "monthly": rate,
            "daily": rate * self.basis / 12,
            "per_period_fee": rate,
            "total_fee": rate / self.periods,
        }[self.unit]


# Rounding


def half_up(value: Fraction, step: Fraction = FEW) -> Fraction:
    return floor(value / step + Fraction(1, 2)) * step


def down(value: Fraction) -> Fraction:
    return floor(value / FEW) * FEW


def up(value: Fraction) -> Fraction:
    return ceil(value / FEW) * FEW


def whole(value: Fraction) -> Fraction:
    return half_up(value, Fraction(1))


type Round = Callable[[Fraction], Fraction]


def exact(value: Fraction) -> Fraction:
    return value


# Schedules


def annuity(amount: Fraction, rate: Fraction, periods: int) -> Fraction:
    growth = (1 + rate) ** periods
    return amount * rate * growth / (growth - 1)


def level(
    amount: Fraction,
    rates: list[Fraction],
    payment: Fraction,
    interest: Round,
    *,
    clear: bool = True,
) -> list[Fraction]:
    """One payment; the last pays what is left, or is the same as the others."""
    balance = amount
    for rate in rates[:-1]:
        balance -= payment - interest(balance * rate)
    last = balance + interest(balance * rates[-1]) if clear else payment
    return [payment] * (len(rates) - 1) + [last]


def shares(total: Fraction, parts: int, cut: Round, place: str) -> list[Fraction]:
    """Equal shares; the `first` or `last` takes what is over, or nobody (`none`)."""
    share = cut(total / parts)
    split = [share] * parts
    if place != "none":
        split[0 if place == "first" else -1] = total - share * (parts - 1)
    return split


def falling(
    amount: Fraction, principals: list[Fraction], rates: list[Fraction], interest: Round
) -> list[Fraction]:
    """Interest on what is left, beside given principals."""
    balance, payments = amount, []
    for principal, rate in zip(principals, rates, strict=True):
        payments.append(principal + interest(balance * rate))
        balance -= principal
    return payments


def both(one: list[Fraction], other: list[Fraction]) -> list[Fraction]:
    return [a + b for a, b in zip(one, other, strict=True)]


# Draws


def amount_of(rng: Random) -> Fraction:
    """A price as shops have them, sometimes less a voucher."""
    price = rng.choice([rng.randrange(6, 130) * 100 - 1, rng.randrange(500, 12000)])
    cents = rng.choice([0, 0, 0, rng.randrange(100)])
    return Fraction(price) + Fraction(cents, 100)


def on_balance(rng: Random) -> tuple[str, str, int]:
    unit = rng.choice(["annual", "annual", "monthly", "daily"])
    rates = {"annual": ANNUAL, "monthly": MONTHLY, "daily": DAILY}[unit]
    return rng.choice(rates), unit, rng.choice([360, 365]) if unit == "daily" else 360


def fee(rng: Random, periods: int) -> tuple[str, str, int]:
    if rng.random() < 0.5:
        return rng.choice(TOTAL[periods]), "total_fee", 360
    return rng.choice(EACH), "per_period_fee", 360


def days_from(month: int, periods: int) -> list[int]:
    return [MONTHS[(month + n) % 12] for n in range(periods)]


def rebuild(terms: Made, place: str, cut: str) -> list[Fraction]:
    """The schedule that an answer describes: its terms, remainder and rounding."""
    amount, periods, method = terms.amount, terms.periods, terms.method
    monthly = terms.periodic / 100
    rounds = {"half_up": half_up, "down": down, "up": up, "yuan": half_up}
    part = rounds[cut]
    share = {"half_up": down, "yuan": down}.get(cut, part)
    if method == "level_payment":
        payment = (whole if cut == "yuan" else part)(annuity(amount, monthly, periods))
        bill = level(amount, [monthly] * periods, payment, part)
    elif method == "equal_principal":
        principals = shares(amount, periods, share, place)
        bill = falling(amount, principals, [monthly] * periods, part)
    elif method == "interest_only":
        principals = [Fraction(0)] * (periods - 1) + [amount]
        bill = falling(amount, principals, [monthly] * periods, part)
    elif method == "upfront_fee":
        bill = shares(amount, periods, share, place)
        bill[0] += part(amount * monthly * periods)
    elif cut == "yuan":
        bill = shares(
            amount + half_up(amount * monthly * periods), periods, whole, place
        )
    elif terms.unit == "total_fee":
        fees = shares(part(amount * monthly * periods), periods, share, place)
        bill = both(shares(amount, periods, share, place), fees)
    else:
        fees = [part(amount * monthly)] * periods
        bill = both(shares(amount, periods, share, place), fees)
    if cut == "yuan" and method in ("equal_principal", "interest_only"):
        bill = [whole(payment) for payment in bill]
    return bill


# Kinds

type Kind = Callable[[str, Random], Made]
KINDS: dict[str, Kind] = {}


def add(name: str, make: Kind) -> None:
    KINDS[name] = make


def level_kind(
    pay: Round, interest: Round, *, clear: bool = True, single: bool = False
) -> Kind:
    def make(kind: str, rng: Random) -> Made:
        periods = rng.choice([6, 9, 12, 12, 18, 24, 36])
        rate, unit, basis = on_balance(rng)
        made = Made(
            kind, amount_of(rng), periods, [], "level_payment", rate, unit, basis
        )
        monthly = made.periodic / 100
        payment = pay(annuity(made.amount, monthly, periods))
        bill = level(made.amount, [monthly] * periods, payment, interest, clear=clear)
        bill[-1] = half_up(bill[-1])
        return made._replace(payments=bill[:1] if single else bill, single=single)

    return make


def fee_kind(
    cut: Round,
    place: str,
    fee_place: str = "",
    *,
    own: bool = False,
    single: bool = False,
) -> Kind:
    """Principal and fee are rounded apart; a total fee is split as the principal is.

    In our `own` rounding shares are cut and a fee of its own is rounded half-up.
    """

    def make(kind: str, rng: Random) -> Made:
        periods = rng.choice(list(TOTAL))
        rate, unit, basis = fee(rng, periods)
        amount = amount_of(rng)
        made = Made(kind, amount, periods, [], "flat_fee", rate, unit, basis)
        due = amount * Fraction(rate) / 100
        if unit == "total_fee":
            fees = shares(half_up(due), periods, cut, fee_place or place)
        else:
            fees = [half_up(due) if own else cut(due)] * periods
        bill = both(shares(amount, periods, cut, place), fees)
        return made._replace(payments=bill[1:2] if single else bill, single=single)

    return make


def sum_kind(cut: Round, place: str, *, single: bool = False) -> Kind:
    """Principal and fee are added up first and rounded once."""

    def make(kind: str, rng: Random) -> Made:
        periods = rng.choice(list(TOTAL))
        rate, unit, basis = fee(rng, periods)
        amount = amount_of(rng)
        made = Made(kind, amount, periods, [], "flat_fee", rate, unit, basis)
        total = half_up(amount * (1 + made.periodic * periods / 100))
        bill = shares(total, periods, cut, place)
        return made._replace(payments=bill[1:2] if single else bill, single=single)

    return make


def falling_kind(
    share: Round, place: str, interest: Round, whole_sum: Round = exact
) -> Kind:
    def make(kind: str, rng: Random) -> Made:
        periods = rng.choice([6, 12, 12, 18, 24, 36])
        rate, unit, basis = on_balance(rng)
        amount = amount_of(rng)
        made = Made(kind, amount, periods, [], "equal_principal", rate, unit, basis)
        principals = shares(amount, periods, share, place)
        rates = [made.periodic / 100] * periods
        bill = [whole_sum(p) for p in falling(amount, principals, rates, interest)]
        return made._replace(payments=bill)

    return make


def upfront_kind(share: Round, place: str, cut: Round) -> Kind:
    def make(kind: str, rng: Random) -> Made:
        periods = rng.choice(list(TOTAL))
        rate, unit, basis = fee(rng, periods)
        amount = amount_of(rng)
        made = Made(kind, amount, periods, [], "upfront_fee", rate, unit, basis)
        bill = shares(amount, periods, share, place)
        bill[0] += cut(amount * made.periodic * periods / 100)
        return made._replace(payments=bill)

    return make


def interest_only_kind(interest: Round) -> Kind:
    def make(kind: str, rng: Random) -> Made:
        periods = rng.choice([3, 6, 12, 24])
        rate, unit, basis = on_balance(rng)
        amount = amount_of(rng)
        made = Made(kind, amount, periods, [], "interest_only", rate, unit, basis)
        each = interest(amount * made.periodic / 100)
        return made._replace(payments=[each] * (periods - 1) + [amount + each])

    return make


def free_kind(cut: Round, place: str) -> Kind:
    def make(kind: str, rng: Random) -> Made:
        periods, amount = rng.choice(list(TOTAL)), amount_of(rng)
        bill = shares(amount, periods, cut, place)
        return Made(kind, amount, periods, bill, "interest_free", "0", "total_fee", 360)

    return make


def days_kind(method: str) -> Kind:
    """Interest runs by the days of each month; the due day is one that all months have."""

    def make(kind: str, rng: Random) -> Made:
        periods = rng.choice([6, 12, 12, 24])
        amount, basis = amount_of(rng), rng.choice([360, 365])
        rate = rng.choice(ANNUAL)
        made = Made(kind, amount, periods, [], method, rate, "annual", 360)
        daily = Fraction(rate) / 100 / basis
        rates = [daily * days for days in days_from(rng.randrange(12), periods)]
        if method == "level_payment":
            payment = half_up(annuity(amount, Fraction(rate) / 1200, periods))
            bill = level(amount, rates, payment, half_up)
        elif method == "equal_principal":
            bill = falling(
                amount, shares(amount, periods, down, "last"), rates, half_up
            )
        else:
            bill = [half_up(amount * each) for each in rates]
            bill[-1] += amount
        return made._replace(payments=bill)

    return make


def fixed_fee_kind(method: str) -> Kind:
    """A fixed fee on top of every period."""

    def make(kind: str, rng: Random) -> Made:
        inner = {
            "level_payment": level_kind(half_up, half_up),
            "equal_principal": falling_kind(down, "last", half_up),
        }[method]
        made = inner(kind, rng)
        each = Fraction(rng.choice(["1", "2", "3", "5", "8", "9.9", "10", "15", "20"]))
        return made._replace(payments=[p + each for p in made.payments])

    return make


def free_first_kind(method: str) -> Kind:
    """No fee or interest in the first period or periods."""

    def make(kind: str, rng: Random) -> Made:
        if method == "flat_fee":
            periods, free = rng.choice([6, 12, 24]), rng.choice([1, 1, 2, 3])
            amount, rate = amount_of(rng), rng.choice(EACH)
            fees = [half_up(amount * Fraction(rate) / 100)] * periods
            fees[:free] = [Fraction(0)] * free
            bill = both(shares(amount, periods, down, "last"), fees)
            return Made(
                kind, amount, periods, bill, method, rate, "per_period_fee", 360
            )
        made = falling_kind(down, "last", half_up)(kind, rng)
        free = rng.choice([1, 1, 2, 3])
        bill = list(made.payments)
        bill[:free] = shares(made.amount, made.periods, down, "last")[:free]
        return made._replace(payments=bill)

    return make


add("level", level_kind(half_up, half_up))
add("level, single", level_kind(half_up, half_up, single=True))
add("level, down", level_kind(down, down))
add("level, paid down, interest half-up", level_kind(down, half_up))
add("level, up", level_kind(up, half_up))
add("level, whole yuan", level_kind(whole, half_up))
add("level, whole yuan, last alike", level_kind(whole, half_up, clear=False))
add("level, last alike", level_kind(half_up, half_up, clear=False))
add("level, balance unrounded", level_kind(half_up, exact))
add("flat, last", fee_kind(down, "last", own=True))
add("flat, first", fee_kind(down, "first", own=True))
add("flat, single", fee_kind(down, "last", own=True, single=True))
add("flat, half-up, last takes the rest", fee_kind(half_up, "last"))
add("flat, half-up, last alike", fee_kind(half_up, "none"))
add("flat, down, last alike", fee_kind(down, "none"))
add("flat, up, last alike", fee_kind(up, "none"))
add("flat, principal last, fee first", fee_kind(down, "last", "first", own=True))
add("flat, on the sum, last takes the rest", sum_kind(half_up, "last"))
add("flat, on the sum, first takes the rest", sum_kind(down, "first"))
add("flat, on the sum, last alike", sum_kind(half_up, "none"))
add("flat, on the sum, single", sum_kind(half_up, "none", single=True))
add("flat, whole yuan", sum_kind(whole, "last"))
add("flat, whole yuan, last alike", sum_kind(whole, "none"))
add("equal principal, last", falling_kind(down, "last", half_up))
add("equal principal, first", falling_kind(down, "first", half_up))
add("equal principal, half-up", falling_kind(half_up, "last", half_up))
add("equal principal, half-up, last alike", falling_kind(half_up, "none", half_up))
add("equal principal, interest down", falling_kind(down, "last", down))
add("equal principal, interest up", falling_kind(down, "last", up))
add("equal principal, on the sum", falling_kind(exact, "none", exact, half_up))
add("equal principal, whole yuan", falling_kind(exact, "none", exact, whole))
add("upfront, last", upfront_kind(down, "last", half_up))
add("upfront, first", upfront_kind(down, "first", half_up))
add("upfront, half-up, last alike", upfront_kind(half_up, "none", half_up))
add("upfront, fee down", upfront_kind(down, "last", down))
add("interest only", interest_only_kind(half_up))
add("interest only, down", interest_only_kind(down))
add("interest free, last", free_kind(down, "last"))
add("interest free, first", free_kind(down, "first"))
add("interest free, half-up, last takes the rest", free_kind(half_up, "last"))
add("interest free, half-up, last alike", free_kind(half_up, "none"))
add("interest free, whole yuan", free_kind(whole, "last"))
add("real days, level", days_kind("level_payment"))
add("real days, equal principal", days_kind("equal_principal"))
add("real days, interest only", days_kind("interest_only"))
add("fixed fee, level", fixed_fee_kind("level_payment"))
add("fixed fee, equal principal", fixed_fee_kind("equal_principal"))
add("free first, flat", free_first_kind("flat_fee"))
add("free first, equal principal", free_first_kind("equal_principal"))

OWN = {
    *("level", "level, single", "flat, last", "flat, first", "flat, single"),
    *("equal principal, last", "equal principal, first", "upfront, last"),
    *("upfront, first", "interest only", "interest free, last", "interest free, first"),
}


def bills(kind: str, count: int, seed: int = 1) -> list[Made]:
    """So many bills of one kind, the same for the same seed."""
    rng = Random(f"{kind} {seed}")  # noqa: S311  # a corpus, not a secret
    return [KINDS[kind](kind, rng) for _ in range(count)]
