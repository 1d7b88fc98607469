"""Where no line may end (禁則): the pairs of classes that may be parted, by level. JLReq 3.1.7 to 3.1.10, C.1 Table 2.

Beyond the table: a line never begins with … or —, which UAX #14 and every engine forbid; Western words, numbers and
addresses are parted only at spaces and after hyphens.
"""

from __future__ import annotations

from msgspec import Struct

from brochure.typesetting.character_classes import (
    DIGIT,
    DIVIDING_MARK,
    GLUE,
    HELD_SLASH,
    HYPHEN,
    IDEOGRAPH,
    INSEPARABLE,
    ITERATION_MARK,
    MIDDLE_DOT,
    NON_STARTER,
    OPENING_BRACKET,
    POSTFIX,
    PREFIX,
    PROLONGED_SOUND,
    SLASH,
    SMALL_KANA,
    WESTERN,
    WESTERN_CLOSING,
    WESTERN_HYPHEN,
    WESTERN_KINDS,
    WESTERN_OPENING,
    WORD_SPACE,
)
from brochure.typesetting.conventions import KinsokuLevel
from brochure.typesetting.tables import is_prohibited

_CLASSES = frozenset({*range(1, 28), *WESTERN_KINDS - {DIGIT, WESTERN}, NON_STARTER})
_NEVER_FIRST = frozenset({WESTERN_CLOSING, INSEPARABLE, NON_STARTER, WORD_SPACE})
_AFTER_SPACE_ONLY = frozenset({WESTERN_HYPHEN, SLASH, HELD_SLASH})
_HOLDING = frozenset({OPENING_BRACKET, WESTERN_OPENING, PREFIX})  # nothing is freed after these


class _Freedom(Struct, frozen=True):
    """What a level frees: the classes that may begin a line, and those after which a line may end; and what it keeps.

    CSS keeps units with whatever stands before them (UAX #14, LB23a), JLReq with numbers only; after a space it keeps
    nothing but what closes.
    """

    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    never_first: frozenset[int] = frozenset()
    after_space: frozenset[int] = frozenset()


_SMALL = frozenset({PROLONGED_SOUND, SMALL_KANA})
_UNITS = frozenset({POSTFIX})
_ASIDE = frozenset({MIDDLE_DOT, DIVIDING_MARK, HYPHEN, INSEPARABLE})
_FREEDOMS = {
    KinsokuLevel.VERY_STRICT: _Freedom(),
    KinsokuLevel.STRICT: _Freedom(_SMALL | {ITERATION_MARK}),
    KinsokuLevel.LOOSE: _Freedom(_SMALL | {ITERATION_MARK} | _ASIDE),
    KinsokuLevel.VERY_LOOSE: _Freedom(_SMALL | {ITERATION_MARK, POSTFIX} | _ASIDE, frozenset({PREFIX})),
    KinsokuLevel.CSS_STRICT: _Freedom(never_first=_UNITS, after_space=_UNITS | {INSEPARABLE}),
    KinsokuLevel.CSS_NORMAL: _Freedom(_SMALL | {HYPHEN}, never_first=_UNITS, after_space=_UNITS | {INSEPARABLE}),
    KinsokuLevel.CSS_LOOSE: _Freedom(_SMALL | {ITERATION_MARK, POSTFIX} | _ASIDE, frozenset({PREFIX})),
}


def may_part(before: int, after: int, level: KinsokuLevel, is_relaxed: bool) -> bool:
    """Whether a line may end between two classes; relaxed, very strict is strict."""
    chosen = KinsokuLevel.STRICT if is_relaxed and level is KinsokuLevel.VERY_STRICT else level
    return before in _CLASSES and after in _CLASSES and _is_legal(before, after, _FREEDOMS[chosen])


def _is_legal(before: int, after: int, freedom: _Freedom) -> bool:
    if GLUE in (before, after) or before == WESTERN_OPENING:
        return False
    if after in freedom.first and before not in _HOLDING:
        return True
    if after in _NEVER_FIRST or after in freedom.never_first:
        return before == WORD_SPACE and after in freedom.after_space
    if after in _AFTER_SPACE_ONLY or before == HELD_SLASH:
        return before == WORD_SPACE
    if before in freedom.last:
        return not is_prohibited(IDEOGRAPH, _listed(after))
    if before in WESTERN_KINDS and after in WESTERN_KINDS:
        return before == WESTERN_HYPHEN and after == WESTERN
    return not is_prohibited(_listed(before), _listed(after))


def _listed(kind: int) -> int:
    """The class JLReq's tables know a Western kind by."""
    return WESTERN if kind in WESTERN_KINDS and kind != DIGIT else kind
