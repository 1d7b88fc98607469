"""Where lines end: every legal end priced from prefix sums, line by line (first fit) or all together (total fit).

The prices follow JLReq's order (3.8.2 to 3.8.4): what stands solid costs nothing, reducing costs little, growing word
spaces and quarter ems little, parting Han and kana much, the last step most. Lengths are thousandths of an em.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from brochure.typesetting.character_classes import COMMA, FULL_STOP
from brochure.typesetting.conventions import Conventions, Hanging, LineEnd
from brochure.typesetting.galley import Galley
from brochure.typesetting.spacing import EXPANSION_STEPS, REDUCTION_STEPS

_EM = 1000
_LEAST, _MOST = 0.82, 1.15  # shares of the measure between which the natural widths of likely lines lie
_REDUCTION_PRICE, _REDUCTION_SLOPE = 5.0, 40.0
_GROWTH_PRICE, _GROWTH_SLOPE = 5.0, 20.0
_PARTING_PRICE, _PARTING_SLOPE = 100.0, 3000.0
_LAST_STEP_PRICE, _LAST_STEP_SLOPE = 10_000.0, 100_000.0
_NOTHING_TO_GROW = 1_000_000.0
_HANGING_PRICE = 10.0
_RUNT_PRICE = 2000.0
_RUNT = 2 * _EM  # a last line shorter than this is a runt: one character, with its mark
_LINE_PRICE = 1.0


@dataclass(frozen=True, slots=True)
class Cut:
    """One line: clusters `first` to `end` (exclusive) of the galley.

    `end_gap` is what the last body keeps after it, `hung` how much of it stands beyond the measure; `is_forced` where
    the line ends though none may.
    """

    first: int
    end: int
    end_gap: int = 0
    hung: int = 0
    is_forced: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """The lengths of a paragraph's lines: the first, and all others."""

    head: int
    other: int

    def of(self, first: int) -> int:
        """The length of the line that begins with cluster `first`."""
        return self.head if first == 0 else self.other


def ragged(galley: Galley, measures: Measures, legal: list[int] | None = None) -> list[Cut]:
    """Each line as long as it goes, nothing reduced and nothing grown."""
    ends = [*(galley.legal if legal is None else legal), len(galley)]
    cuts: list[Cut] = []
    first = 0
    while first < len(galley):
        cut = _last_that_fits(galley, ends, first, measures.of(first))
        cuts.append(cut)
        first = cut.end
    return cuts


def first_fit(galley: Galley, measures: Measures, conventions: Conventions) -> list[Cut]:
    """Each line the cheapest from where the one before it ended."""
    ends = [*galley.legal, len(galley)]
    edges = [galley.edges[end] for end in ends]
    cuts: list[Cut] = []
    first = 0
    while first < len(galley):
        priced = _candidates(galley, ends, edges, first, measures.of(first), conventions)
        cut = min(priced, key=lambda each: (each[0], -each[1].end))[1]
        cuts.append(cut)
        first = cut.end
    return cuts


def total_fit(galley: Galley, measures: Measures, conventions: Conventions) -> list[Cut]:
    """The lines whose prices together are the least."""
    total = len(galley)
    ends = [*galley.legal, total]
    edges = [galley.edges[end] for end in ends]
    reached: dict[int, tuple[float, Cut | None]] = {0: (0.0, None)}
    waiting = [0]
    while waiting:
        first = heappop(waiting)
        if first == total:
            break
        so_far = reached[first][0]
        for price, cut in _candidates(galley, ends, edges, first, measures.of(first), conventions):
            sum_of_prices = so_far + price + _LINE_PRICE
            known = reached.get(cut.end)
            if known is None:
                heappush(waiting, cut.end)
            if known is None or sum_of_prices < known[0]:
                reached[cut.end] = (sum_of_prices, cut)
    return _traced(reached, total)


def _traced(reached: dict[int, tuple[float, Cut | None]], total: int) -> list[Cut]:
    cuts: list[Cut] = []
    cut = reached[total][1]
    while cut is not None:
        cuts.append(cut)
        cut = reached[cut.first][1]
    cuts.reverse()
    return cuts


def _candidates(
    galley: Galley, ends: list[int], edges: list[int], first: int, measure: int, conventions: Conventions
) -> list[tuple[float, Cut]]:
    """The likely lines from `first`, priced; where none is feasible, the longest that fits."""
    at = galley.edges[first]
    begin = max(bisect_left(edges, at + int(measure * _LEAST)), bisect_right(ends, first))
    stop = bisect_right(edges, at + int(measure * _MOST) + _EM)
    total = len(galley)
    priced: list[tuple[float, Cut]] = []
    for end in ends[begin:stop]:
        priced.extend(_priced(galley, first, end, measure, conventions, end == total))
    if not priced or min(price for price, _ in priced) >= _LAST_STEP_PRICE:
        cut = _last_that_fits(galley, ends, first, measure)
        if cut.is_forced:
            return priced or [(_NOTHING_TO_GROW * 100, cut)]
        priced.extend(_priced(galley, first, cut.end, measure, conventions, cut.end == total))
    return priced


def _last_that_fits(galley: Galley, ends: list[int], first: int, measure: int) -> Cut:
    """The longest line whose natural width fits; where no legal one does, as many clusters as fit, forced."""
    at = galley.edges[first] + measure
    index = bisect_right(ends, at, lo=bisect_right(ends, first), key=lambda end: _content_end(galley, end)) - 1
    if index >= 0 and ends[index] > first:
        return Cut(first, ends[index])
    end = first + 1
    while end < len(galley) and _content_end(galley, end + 1) <= at:
        end += 1
    return Cut(first, end, is_forced=end < len(galley))


def _content_end(galley: Galley, end: int) -> int:
    """Where the content of a line that ends before cluster `end` ends, in the endless line."""
    last = galley.trimmed[end] - 1
    return galley.edges[last] + galley.bodies[last] if last >= 0 else 0


def _priced(
    galley: Galley, first: int, end: int, measure: int, conventions: Conventions, is_last: bool
) -> Iterator[tuple[float, Cut]]:
    """A line with what its last mark may do, priced; nothing where it cannot be made to fit."""
    width = galley.width(first, end)
    last = galley.trimmed[end] - 1
    if is_last and width <= measure:
        yield (_RUNT_PRICE if first > 0 and width < _RUNT else 0.0), Cut(first, end)
        return
    endings = [(0, 0, 0.0)]
    kept = galley.end_gaps[last]
    if kept and conventions.line_end is LineEnd.EITHER:
        endings.append((kept, 0, 0.0))
    if conventions.hanging is Hanging.ALLOW and galley.spacing_classes[last] in (COMMA, FULL_STOP):
        endings.append((0, galley.bodies[last], _HANGING_PRICE))
    for end_gap, hung, extra in endings:
        slack = measure - width - end_gap + hung
        price: float | None = 0.0
        if slack > 0:
            price = _price_of_growing(galley, first, last, slack)
        elif slack < 0:
            price = _price_of_reducing(galley, first, last, -slack)
        if price is not None:
            yield price + extra, Cut(first, end, end_gap, hung)


def _price_of_reducing(galley: Galley, first: int, last: int, need: int) -> float | None:
    """The price of taking `need` from the gaps after clusters first to last - 1; None where there is not enough."""
    price = 0.0
    for step in range(len(REDUCTION_STEPS)):
        sums = galley.capacities.shrink[step]
        room = sums[last] - sums[first]
        if room:
            used = min(need, room)
            price += _REDUCTION_PRICE + _REDUCTION_SLOPE * (used / room) ** 2
            need -= used
            if not need:
                return price
    return None


def _price_of_growing(galley: Galley, first: int, last: int, need: int) -> float:
    """The price of adding `need` to the gaps after clusters first to last - 1."""
    price = 0.0
    *cheap, parting = range(len(EXPANSION_STEPS))
    for step in cheap:
        sums = galley.capacities.grow[step]
        room = sums[last] - sums[first]
        if room:
            used = min(need, room)
            price += _GROWTH_PRICE + _GROWTH_SLOPE * (used / room) ** 2
            need -= used
            if not need:
                return price
    sums = galley.capacities.grow[parting]
    room = sums[last] - sums[first]
    if room and need <= room:
        return price + _PARTING_PRICE + _PARTING_SLOPE * (need / room) ** 2
    evens = galley.capacities.even[last] - galley.capacities.even[first]
    if not evens:
        return _NOTHING_TO_GROW
    return price + _LAST_STEP_PRICE + _LAST_STEP_SLOPE * ((need - room) / evens / 250) ** 2
