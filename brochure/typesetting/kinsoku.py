"""Where no line may end (禁則): the pairs of classes that may be parted, by level. JLReq 3.1.7 to 3.1.10, C.1 Table 2.

Beyond the table: a line never begins with … or —, which UAX #14 and every engine forbid; Western words, numbers and
addresses are parted only at spaces and after hyphens.
"""

from __future__ import annotations

from functools import cache

from brochure.typesetting.character_classes import (
    DIGIT,
    GLUE,
    INSEPARABLE,
    ITERATION_MARK,
    OPENING_BRACKET,
    PREFIX,
    PROLONGED_SOUND,
    SMALL_KANA,
    WESTERN,
    WESTERN_CLOSING,
    WESTERN_HYPHEN,
    WESTERN_KINDS,
    WESTERN_OPENING,
    WORD_SPACE,
)
from brochure.typesetting.conventions import KinsokuLevel
from brochure.typesetting.tables import prohibited

_CLASSES = (*range(1, 28), WESTERN_OPENING, WESTERN_CLOSING, GLUE, WESTERN_HYPHEN)
_SMALL = frozenset({ITERATION_MARK, PROLONGED_SOUND, SMALL_KANA})


@cache
def legal_pairs(level: KinsokuLevel, is_relaxed: bool) -> frozenset[tuple[int, int]]:
    """The pairs (class before, class after) between which a line may end; relaxed is strict, whatever the level."""
    is_strict = is_relaxed or level is KinsokuLevel.STRICT
    return frozenset((b, a) for b in _CLASSES for a in _CLASSES if _is_legal(b, a, is_strict))


def _is_legal(before: int, after: int, is_strict: bool) -> bool:
    if after == WORD_SPACE or GLUE in (before, after) or after in (WESTERN_CLOSING, INSEPARABLE):
        return False
    if before == WESTERN_OPENING:
        return False
    if before in WESTERN_KINDS and after in WESTERN_KINDS:
        return before == WESTERN_HYPHEN and after == WESTERN
    if is_strict and after in _SMALL:
        return before not in (OPENING_BRACKET, PREFIX)
    return (_listed(before), _listed(after)) not in prohibited()


def _listed(kind: int) -> int:
    """The class JLReq's tables know a Western kind by."""
    return WESTERN if kind in WESTERN_KINDS and kind != DIGIT else kind
