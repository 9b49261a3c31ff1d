"""Every continuous rate that balances a list of flows.

A flow c at time t is worth c·e^(-xt) at the continuous rate x; at a root the
flows in and the flows out are worth the same.
"""

from decimal import Context, Decimal
from itertools import pairwise

type Flow = tuple[int, Decimal]

PRECISION = Decimal("1e-28")  # of x; the other digits of the context are a guard
TOUCHING = Decimal("1e-30")  # a gap this small at a turning point is rounding
ROUGH, WIDER = Context(prec=9), Decimal("1.000001")  # bounds need no more digits


def continuous_rates(flows: list[Flow], near: Decimal = Decimal(0)) -> list[Decimal]:
    """Return all the roots, lowest first, of flows in order of time without zeros.

    Each is sought from `near`, if it can be there; that saves steps, and no more.

    Laguerre's proof of Descartes' rule, as a method: when a pivot lies where the
    signs change, the flows times (pivot - time) change sign once less, and between
    two roots of the flows lies a root of these. So each ladder step parts the line
    into stretches that hold one root at most.
    """
    ladder = []
    while (pivot := _first_change(flows)) is not None:
        ladder.append(flows)
        flows = [(time, flow * (pivot - time)) for time, flow in flows]
    roots: list[Decimal] = []
    for step in reversed(ladder):
        roots = _roots_between(step, roots, near)
    return roots


def _first_change(flows: list[Flow]) -> Decimal | None:
    """Return a time between the first two neighbours of opposite signs."""
    for (earlier, before), (later, after) in pairwise(flows):
        if (before > 0) != (after > 0):
            return Decimal(earlier + later) / 2
    return None


def _roots_between(
    flows: list[Flow], turning: list[Decimal], near: Decimal
) -> list[Decimal]:
    """Return the roots, given points with at most one root between neighbours."""
    low, high = _bounds(flows)
    inner = [(x, _gap(flows, x)[0]) for x in turning if low < x < high]
    # Far below, the last flow outweighs the others; far above, the first.
    edges = [(low, flows[-1][1]), *inner, (high, flows[0][1])]
    touching = [x for x, gap in inner if abs(gap) <= TOUCHING]
    crossing = [
        _crossing(flows, (left, right), before, near)
        for (left, before), (right, after) in pairwise(edges)
        if (before > 0) != (after > 0) and not {left, right} & set(touching)
    ]
    return sorted(touching + crossing)


def _bounds(flows: list[Flow]) -> tuple[Decimal, Decimal]:
    """Return rates, below and above 0, that enclose every root (Cauchy's bound)."""
    total = sum((abs(flow) for _, flow in flows), Decimal(0))
    return -_above(total / abs(flows[-1][1])), _above(total / abs(flows[0][1]))


def _above(growth: Decimal) -> Decimal:
    """Return a little more than the logarithm."""
    return growth.ln(ROUGH) * WIDER


def _crossing(
    flows: list[Flow], ends: tuple[Decimal, Decimal], gap_at_low: Decimal, near: Decimal
) -> Decimal:
    """Return the one root between the ends: Newton's method, kept inside.

    The gap is a difference of two log-sum-exp, close to a straight line, so a few
    steps do; a step that leaves the bracket, or follows one that did not halve the
    gap, gives way to bisection. The gap bends by a difference of two variances of
    time, each a quarter of the span squared at most: that bounds what a step leaves.
    """
    low, high = ends
    x = near if low < near < high else (low + high) / 2
    bend = Decimal(flows[-1][0] - flows[0][0]) ** 2 / 2
    off, before = high - low, Decimal("Infinity")
    while off > PRECISION:
        gap, slope = _gap(flows, x)
        if (gap > 0) == (gap_at_low > 0):
            low = x
        else:
            high = x
        step, left = (low + high) / 2 - x, high - low
        if slope and abs(gap) < before / 2 and low <= x - gap / slope <= high:
            step = -gap / slope
            left = step * step * bend / abs(slope)
        x, before, off = x + step, abs(gap), min(abs(step), left)
    return x


def _gap(flows: list[Flow], x: Decimal) -> tuple[Decimal, Decimal]:
    """Return ln(worth of flows in / worth of flows out) at x, and its slope."""
    discount = (-x).exp()
    powers: dict[int, Decimal] = {}
    factor, now = Decimal(1), flows[0][0]
    worth_in = worth_out = moment_in = moment_out = Decimal(0)
    for time, flow in flows:
        elapsed = time - now
        if elapsed not in powers:
            powers[elapsed] = discount**elapsed
        factor, now = factor * powers[elapsed], time
        worth = flow * factor
        if worth > 0:
            worth_in += worth
            moment_in += worth * time
        else:
            worth_out -= worth
            moment_out -= worth * time
    slope = moment_out / worth_out - moment_in / worth_in
    return (worth_in / worth_out).ln(), slope
