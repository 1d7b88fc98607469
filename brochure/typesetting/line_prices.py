"""What lines cost: every likely line from a place of the galley, priced from prefix sums.

The prices follow JLReq's order (3.8.2 to 3.8.4): what stands solid costs nothing, reducing costs little, growing word
spaces and quarter ems little, parting Han and kana much, the last step most. Lengths are thousandths of an em.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import inf

from brochure.typesetting.conventions import Conventions, Hanging, LineEnd, Reduction
from brochure.typesetting.cut import Cut, last_that_fits
from brochure.typesetting.galley import Galley
from brochure.typesetting.spacing import (
    ALL,
    APART,
    GROW_LATIN,
    GROW_SPACE,
    KEPT_AT_END,
    MARKS,
    MASK,
    PLAIN,
    SHIFTS,
    SPACE,
    may_hang,
)

_EM = 1000
_LEAST, _MOST = 0.82, 1.15  # shares of the measure between which the natural widths of likely lines lie
_UNPARTED = 0.94  # the same for lines in which nothing is parted
_REDUCTION_PRICE, _REDUCTION_SLOPE = 5.0, 20.0
_CLOSE_PRICE = 60.0  # more, where brackets and commas give what books leave them
_GROWTH_PRICE, _GROWTH_SLOPE = 5.0, 20.0
PARTING_PRICE, _PARTING_SLOPE = 300.0, 8000.0  # two lines a little parted are seen less than one parted twice as much
_PARTING_EACH = 0.3  # by thousandth of an em of room: a long line that is parted has more gaps that are not solid
_PARTING_LEAST = 1.5 * (2 * _PARTING_SLOPE * _PARTING_EACH**2) ** (1 / 3)
"""The price of parting by `need`, each + slope · (need / room)² over the room it is taken from, is never less than this
times need^⅔."""
_LAST_STEP_PRICE, _LAST_STEP_SLOPE = 20_000.0, 100_000.0
_NOTHING_TO_GROW = 1_000_000.0
_HANGING_PRICE = 10.0
_HYPHEN_PRICE = 150.0
_RUNT_PRICE = 3000.0  # more than two lines that are parted a little, less than three
_RUNT = 2 * _EM  # a last line shorter than this is a runt: one character, with its mark
_MOST_RUNT = 4 * _EM  # and one no longer than this if it has but one character, with marks
SOLID_ENDS = PLAIN
_MOST_KEPT = max(KEPT_AT_END.values())
_CLOSE = SHIFTS[Reduction.CLOSE]


class Pricing:
    """The likely lines of one galley under one set of conventions, and what they cost."""

    def __init__(self, galley: Galley, conventions: Conventions) -> None:
        self._galley = galley
        self._keeps = conventions.line_end is LineEnd.EITHER
        self._hanging = conventions.hanging
        self._steps = galley.steps
        self._grows = bool(galley.growth)
        self._total = galley.total
        self._is_simple = not galley.heads and not galley.tails
        self._is_final = conventions.hanging is Hanging.OFF
        self._arrays = galley.edges, galley.bodies, galley.rooms, galley.codes, galley.may_end

    def cuts(self, first: int, measure: int, budget: float) -> list[Cut]:
        """The likely lines from `first` within the budget; where none is feasible, the longest that fits."""
        edges, bodies, rooms, codes, may_end = self._arrays
        total = self._total
        at, before = edges[first], rooms[first]
        target, is_final, keeps = at + measure, self._is_final, self._keeps
        least = self._least(first, measure, budget)
        begin = bisect_left(edges, least, first + 1, total)  # a last line may be short
        stop = bisect_right(edges, at + int(measure * _MOST) + _EM, begin)
        found: list[Cut] = []
        cheapest = inf
        plain_until = total if self._is_simple else 0
        most_room = (budget - PARTING_PRICE) / _PARTING_EACH if budget < _LAST_STEP_PRICE else inf
        for end in range(begin, stop):
            if not may_end[end]:
                continue
            last = end - 1
            code = codes[last]
            is_solid = code in SOLID_ENDS
            if end < plain_until and (is_solid or (is_final and code != SPACE)):
                slack = target - edges[last] - bodies[last]
                kept = 0
                if not is_solid and keeps and code in KEPT_AT_END:
                    kept = self._galley.kept(last)
                    if slack < kept:
                        kept = 0
                    slack -= kept
                price = 0.0
                if slack:
                    packed = rooms[last] - before
                    if slack > 0:
                        if packed >> APART > most_room and slack > _growth(packed):
                            continue  # parted it costs too much
                        price = self._grown(packed, slack, first, last)
                    elif -slack > packed >> ALL & MASK:
                        if is_final and is_solid:
                            break  # no gap gives more than it adds to the width
                        continue
                    else:
                        price = self._reduced(packed, -slack)
                if price <= budget:
                    found.append(Cut(first, end, kept, 0, False, price))
            else:
                cut = self._cut(first, end, measure)
                if cut is None:
                    continue
                price = cut.price
                if price <= budget:
                    found.append(cut)
            if price < cheapest:
                cheapest = price
        if cheapest >= _LAST_STEP_PRICE and budget >= _LAST_STEP_PRICE:
            self._add_last_resort(found, first, measure)
        return found

    def _least(self, first: int, measure: int, budget: float) -> int:
        """The first edge worth looking at: with less before it parting alone would cost more than the budget.

        A line can lack no more of its end than its mark keeps, its gaps grow by and parting gives; so much parted costs
        least with gaps of a certain room, and more with fewer or more of them.
        """
        edges, _, rooms, _, _ = self._arrays
        at = edges[first]
        if budget >= _LAST_STEP_PRICE:
            return at + int(measure * _LEAST)
        lack = _MOST_KEPT
        if budget <= PARTING_PRICE:
            least = at + int(measure * _UNPARTED)
        else:
            over = budget - PARTING_PRICE
            share = _UNPARTED - (over / _PARTING_SLOPE) ** 0.5 / 4
            least = at + int(measure * (share if share > _LEAST else _LEAST))
            lack += int((over / _PARTING_LEAST) ** 1.5) + 1
        target = at + measure
        if not (self._is_simple and self._is_final) or least >= target - lack:
            return least
        if self._grows:
            gaps = rooms[bisect_left(edges, target, first, self._total)] - rooms[first]
            lack += _growth(gaps)
        return least if least > target - lack else target - lack

    def _add_last_resort(self, found: list[Cut], first: int, measure: int) -> None:
        cut = last_that_fits(self._galley, self._galley.may_end, first, measure, Hanging.OFF)
        priced = None if cut.is_forced else self._cut(first, cut.end, measure)
        if priced is not None:
            if all(each.end != cut.end for each in found):
                found.append(priced)
        elif not found:
            found.append(Cut(first, cut.end, is_forced=cut.is_forced, price=_NOTHING_TO_GROW * 100))

    def _cut(self, first: int, end: int, measure: int) -> Cut | None:
        """A line with what its last mark may do, priced; None where it cannot be made to fit."""
        galley = self._galley
        last = end - 1
        code = galley.codes[last]
        if self._is_simple and code != SPACE:
            slack = measure - galley.edges[last] - galley.bodies[last] + galley.edges[first]
        else:
            last = galley.last(first, end)
            if last < first:
                return None
            slack = measure - galley.width(first, end)
            code = galley.codes[last]
        if end == self._total and slack >= 0:
            is_runt = first > 0 and self._is_runt(first, last, measure - slack)
            return Cut(first, end, 0, 0, False, _RUNT_PRICE if is_runt else 0.0)
        kept = galley.kept(last) if code in KEPT_AT_END else 0
        extra = _HYPHEN_PRICE if end in galley.hyphens else 0.0
        if kept and self._hanging is not Hanging.OFF and may_hang(code):
            hung = self._hung(first, end, last, slack, kept)
            if hung is not None:
                return hung
        if kept and self._keeps and slack >= kept:
            slack -= kept
        else:
            kept = 0
        price = self._price(first, last, slack)
        return None if price is None else Cut(first, end, kept, 0, False, price + extra)

    def _is_runt(self, first: int, last: int, length: int) -> bool:
        """Whether a paragraph's last line is no more than a character with its marks, whatever room those take."""
        if length < _RUNT or length > _MOST_RUNT:
            return length < _RUNT
        galley = self._galley
        while last > first and galley.codes[last] in MARKS:
            last -= 1
        return galley.edges[last] + galley.bodies[last] - galley.edges[first] <= _EM

    def _hung(self, first: int, end: int, last: int, slack: int, kept: int) -> Cut | None:
        """The line with its last stop or comma beyond the measure, where that is forced, or serves better."""
        body = self._galley.bodies[last]
        hanging = self._price(first, last, slack + body)
        if hanging is None:
            return None
        if self._hanging is Hanging.FORCE:
            return Cut(first, end, 0, body, False, hanging)
        within = self._price(first, last, slack - kept if self._keeps and slack >= kept else slack)
        if within is not None and within <= hanging + _HANGING_PRICE:
            return None
        return Cut(first, end, 0, body, False, hanging + _HANGING_PRICE)

    def _price(self, first: int, last: int, slack: int) -> float | None:
        """The price of a line whose gaps grow by `slack`, or shrink; None where they do not give as much."""
        if not slack:
            return 0.0
        rooms = self._galley.rooms
        packed = rooms[last] - rooms[first]
        if slack > 0:
            return self._grown(packed, slack, first, last)
        return None if -slack > packed >> ALL & MASK else self._reduced(packed, -slack)

    def _reduced(self, packed: int, need: int) -> float:
        """The price of taking `need` from gaps that have it."""
        price = 0.0
        for shift in self._steps:
            room = packed >> shift & MASK
            if room:
                step_price = _REDUCTION_PRICE + _CLOSE_PRICE if shift == _CLOSE else _REDUCTION_PRICE
                if need <= room:
                    return price + step_price + _REDUCTION_SLOPE * (need / room) ** 2
                price += step_price + _REDUCTION_SLOPE
                need -= room
        return price

    def _grown(self, packed: int, need: int, first: int, last: int) -> float:
        """The price of adding `need` to the gaps after clusters first to last - 1, whose rooms are packed."""
        galley = self._galley
        price = 0.0
        for shift in galley.growth:
            room = packed >> shift & MASK
            if room:
                if need <= room:
                    return price + _GROWTH_PRICE + _GROWTH_SLOPE * (need / room) ** 2
                price += _GROWTH_PRICE + _GROWTH_SLOPE
                need -= room
        room = packed >> APART
        if need <= room:
            return price + PARTING_PRICE + _PARTING_EACH * room + _PARTING_SLOPE * (need / room) ** 2
        evens = len(galley.even_gaps(first, last))
        if not evens:
            return _NOTHING_TO_GROW
        return price + _LAST_STEP_PRICE + _LAST_STEP_SLOPE * ((need - room) / evens / 250) ** 2


def _growth(packed: int) -> int:
    """What gaps grow by before any two characters are parted."""
    return (packed >> GROW_SPACE & MASK) + (packed >> GROW_LATIN & MASK)
