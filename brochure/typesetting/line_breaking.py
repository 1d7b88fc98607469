"""Where lines end: line by line (ragged, first fit) or all together (total fit)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import accumulate
from math import inf

from brochure.typesetting.conventions import Conventions, Hanging
from brochure.typesetting.cut import Cut, Measures, last_that_fits
from brochure.typesetting.galley import Galley
from brochure.typesetting.line_prices import PARTING_PRICE, SOLID_ENDS, Pricing

_LINE_PRICE = 1.0
_REGRET, _AHEAD = 600.0, 4  # less than a line that is parted; lines
_NOTHING: tuple[float, list[Cut]] = -inf, []


def ragged(
    galley: Galley, measures: Measures, conventions: Conventions, legal: Sequence[int] | None = None
) -> list[Cut]:
    """Each line as long as it goes, nothing reduced and nothing grown; `legal` are other ends than the galley's."""
    may_end = galley.may_end
    if legal is not None:
        may_end = bytearray(galley.total + 1)
        for end in (*legal, galley.total):
            may_end[end] = 1
    cuts: list[Cut] = []
    first = 0
    while first < galley.total:
        cut = last_that_fits(galley, may_end, first, measures.of(first), conventions.hanging)
        cuts.append(cut)
        first = cut.end
    return cuts


def first_fit(galley: Galley, measures: Measures, conventions: Conventions) -> list[Cut]:
    """Each line the cheapest from where the one before it ended."""
    return _one_by_one(galley, measures, conventions, Pricing(galley, conventions), {})


def _one_by_one(
    galley: Galley,
    measures: Measures,
    conventions: Conventions,
    press: Pricing,
    known: dict[int, tuple[float, list[Cut]]],
) -> list[Cut]:
    """The same; `known` takes the likely lines by where they begin, each time with the budget they are within."""
    edges, codes, may_end, total = galley.edges, galley.codes, galley.may_end, len(galley.bodies)
    is_simple = not galley.heads and not galley.tails and conventions.hanging is not Hanging.FORCE
    cuts: list[Cut] = []
    first = 0
    while first < total:
        measure = measures.other if first else measures.head
        target = edges[first] + measure
        end = bisect_right(edges, target, first) - 1
        if is_simple and edges[end] == target and first < end < total and may_end[end] and codes[end - 1] in SOLID_ENDS:
            cuts.append(Cut(first, end))
            first = end
            continue
        budget, near = PARTING_PRICE, press.cuts(first, measure, PARTING_PRICE)
        if not near:
            budget, near = inf, press.cuts(first, measure, inf)
        known[first] = budget, near
        cut = near[-1]
        if len(near) > 1:
            for other in reversed(near):  # of two that cost the same the longer
                if other.price < cut.price:
                    cut = other
        cuts.append(cut)
        first = cut.end
    return cuts


def total_fit(galley: Galley, measures: Measures, conventions: Conventions) -> list[Cut]:
    """The lines whose prices together are the least.

    What first fit costs is the most that is looked at; and no way is followed that is dearer by `_REGRET` than first
    fit is a few lines further on: trouble is averted shortly before it or not at all, a runt from anywhere.
    """
    press = Pricing(galley, conventions)
    looked_at: dict[int, tuple[float, list[Cut]]] = {}
    likely = _one_by_one(galley, measures, conventions, press, looked_at)
    bound = sum(cut.price + _LINE_PRICE for cut in likely)
    if bound <= _LINE_PRICE * len(likely):
        return likely
    total = len(galley.bodies)
    regret = max(_REGRET, likely[-1].price)
    ends = [cut.end for cut in likely]
    prices = [*accumulate(cut.price + _LINE_PRICE for cut in likely), *[bound] * _AHEAD]
    reached: dict[int, tuple[float, Cut | None]] = {0: (0.0, None)}
    waiting = [0]
    at = 0
    while waiting:
        first = heappop(waiting)
        if first == total:
            break
        so_far = reached[first][0] + _LINE_PRICE
        while ends[at] < first:
            at += 1
        most = prices[at + _AHEAD] + regret
        most = (most if most < bound else bound) - so_far
        if most < 0.0:
            continue
        budget, cuts = looked_at.get(first, _NOTHING)
        if most <= budget:
            cuts = [cut for cut in cuts if cut.price <= most]
        else:
            cuts = press.cuts(first, measures.other if first else measures.head, most)
        for cut in cuts:
            end, price = cut.end, so_far + cut.price
            known = reached.get(end)
            if known is None:
                heappush(waiting, end)
            elif known[0] <= price:
                continue
            reached[end] = price, cut
            if end == total and price < bound:
                bound = price
    return _traced(reached, total) if total in reached else likely


def _traced(reached: dict[int, tuple[float, Cut | None]], total: int) -> list[Cut]:
    cuts: list[Cut] = []
    cut = reached[total][1]
    while cut is not None:
        cuts.append(cut)
        cut = reached[cut.first][1]
    cuts.reverse()
    return cuts
