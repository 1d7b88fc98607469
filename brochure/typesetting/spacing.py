"""Gaps between bodies: what is natural (Table 1), and how far each shrinks and grows by steps (Tables 3 and 6)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from brochure.typesetting.character_classes import (
    CENTRED_MARK,
    COMMA,
    DIGIT,
    WESTERN,
    WESTERN_KINDS,
    WORD_SPACE,
)
from brochure.typesetting.conventions import Conventions
from brochure.typesetting.tables import expansion, reduction, spacing

_LEAST_SPACE, _MOST_SPACE = 250, 500  # a word space goes from a quarter to half an em
_LATIN_GAP = 250
_LEAST_LATIN_GAP = 125
REDUCTION_STEPS = (1, 4, 5, 6)  # word spaces; middle dots; brackets and commas; between Han and Latin
EXPANSION_STEPS = (1, 2, 3)  # word spaces; between Han and Latin; between Han and kana. The last, evenly, has no limit
_LATIN_REDUCTION, _LATIN_EXPANSION = 3, 1  # where Han and Latin stand in these two


@dataclass(frozen=True, slots=True)
class Capacities:
    """Prefix sums over the gaps: entry i is the sum for the gaps after clusters 0 to i - 1, in thousandths of an em.

    `shrink` and `grow` by step; `even` counts the gaps that take part in the last step; the plain lists hold each gap's
    own share.
    """

    shrink: tuple[list[int], ...]
    grow: tuple[list[int], ...]
    even: list[int]
    shrinks: tuple[list[int], ...]
    grows: tuple[list[int], ...]
    evens: list[int]


@dataclass(frozen=True, slots=True)
class _Pair:
    natural: int
    shrink: tuple[int, ...]
    grow: tuple[int, ...]
    even: int


def natural_gaps(kinds: list[int], scales: list[float], conventions: Conventions) -> list[int]:
    """The natural gap after each body, in thousandths of the paragraph's em; after the last, nothing."""
    if not kinds:
        return []
    gaps = [_pair(before, after).natural for before, after in pairwise(kinds)]
    if conventions.latin_gap != _LATIN_GAP:
        gaps = [
            conventions.latin_gap if gap == _LATIN_GAP and _is_latin_gap(kinds[i], kinds[i + 1]) else gap
            for i, gap in enumerate(gaps)
        ]
    if any(scale != 1.0 for scale in scales):
        gaps = [round(gap * scales[i]) for i, gap in enumerate(gaps)]
    return [*gaps, 0]


def capacities(
    kinds: list[int], bodies: list[int], gaps: list[int], scales: list[float], conventions: Conventions
) -> Capacities:
    """How far each gap may shrink and grow in each step."""
    pairs = [_pair(before, after) for before, after in pairwise(kinds)]
    shrinks = tuple([pair.shrink[step] for pair in pairs] for step in range(len(REDUCTION_STEPS)))
    grows = tuple([pair.grow[step] for pair in pairs] for step in range(len(EXPANSION_STEPS)))
    evens = [pair.even for pair in pairs]
    for index, kind in enumerate(kinds[:-1]):
        if kind == WORD_SPACE:
            least, most = _LEAST_SPACE * scales[index], _MOST_SPACE * scales[index]
            shrinks[0][index] = max(0, round(bodies[index] - least))
            grows[0][index] = max(0, round(most - bodies[index]))
            evens[index] = 1
    if conventions.latin_gap != _LATIN_GAP:
        for index, pair in enumerate(pairs):
            if pair.natural == _LATIN_GAP and _is_latin_gap(kinds[index], kinds[index + 1]):
                shrinks[_LATIN_REDUCTION][index] = max(0, conventions.latin_gap - _LEAST_LATIN_GAP)
                grows[_LATIN_EXPANSION][index] = conventions.latin_gap  # to twice its width, as a quarter to half an em
    return Capacities(
        tuple(list(accumulate(step, initial=0)) for step in shrinks),
        tuple(list(accumulate(step, initial=0)) for step in grows),
        list(accumulate(evens, initial=0)),
        shrinks,
        grows,
        evens,
    )


@cache
def _pair(before: int, after: int) -> _Pair:
    pair = _listed(before), _listed(after)
    growing = (COMMA if before == CENTRED_MARK else pair[0]), (COMMA if after == CENTRED_MARK else pair[1])
    natural = spacing().get(pair, 0)
    shrink = [0] * len(REDUCTION_STEPS)
    grow = [0] * len(EXPANSION_STEPS)
    even = 0
    if pair in reduction():
        least, step = reduction()[pair]
        shrink[REDUCTION_STEPS.index(step)] = natural - least
    if growing in expansion() and not (before in WESTERN_KINDS and after in WESTERN_KINDS):
        most, step = expansion()[growing]
        even = 1
        if step in EXPANSION_STEPS:
            grow[EXPANSION_STEPS.index(step)] = max(0, most - natural)
    return _Pair(natural, tuple(shrink), tuple(grow), even)


def _listed(kind: int) -> int:
    """The class JLReq's tables know a kind by; what they do not know is set solid."""
    if kind in WESTERN_KINDS and kind != DIGIT:
        return WESTERN
    return kind


def _is_latin_gap(before: int, after: int) -> bool:
    return (before in WESTERN_KINDS) != (after in WESTERN_KINDS)
