"""What stands between two bodies, as one lookup for each pair of classes.

The natural gap (JLReq Table 1), what each step of reduction and expansion may take from it or add to it (Tables 3 and
6; CLReq 3.1.6.4), and whether a line may end there. A cluster's class is one character of a string, its *code*: the
class that rules line ends and the class that rules gaps, which a country's conventions may part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from brochure.patterns import pattern
from brochure.typesetting.character_classes import (
    CENTRED_MARK,
    COMMA,
    DIGIT,
    DIVIDING_MARK,
    FULL_STOP,
    HALF_BODIES,
    HIRAGANA,
    IDEOGRAPH,
    IDEOGRAPHIC_SPACE,
    INSEPARABLE,
    KATAKANA,
    MIDDLE_DOT,
    OPENING_BRACKET,
    PROLONGED_SOUND,
    SMALL_KANA,
    WESTERN,
    WESTERN_KINDS,
    WESTERN_OPENING,
    WORD_SPACE,
    class_of,
    gap_class,
)
from brochure.typesetting.conventions import LEVELS, Conventions, Reduction
from brochure.typesetting.kinsoku import may_part
from brochure.typesetting.tables import expansion, reduction, spacing

FIELD = 30
"""Bits of one step in a packed sum of rooms, a digit of Python's whole numbers: 1,000 kilo-em, more than any line."""
MASK = (1 << FIELD) - 1
SHIFTS = {step: FIELD * number for number, step in enumerate(Reduction)}
GROW_SPACE, GROW_LATIN = FIELD * len(SHIFTS), FIELD * (len(SHIFTS) + 1)
ALL = FIELD * (len(SHIFTS) + 2)
"""The shift of what all steps of reduction give together."""
APART = ALL + FIELD
"""The shift of what parting Han and kana gives; nothing is packed above it."""
ALL_STEPS = (1 << APART) - 1
"""What is packed of a gap but the parting."""
PARTING = 250
"""What a gap between Han and kana may grow by before every gap grows evenly, in thousandths of an em."""

LEAST_SPACE, MOST_SPACE = 250, 500  # a word space goes from a quarter to half an em
_LATIN_GAP, _LEAST_LATIN_GAP = 250, 125
_LEAST_AFTER_STOP = 250
_CLOSING_STEPS = (Reduction.BRACKET, Reduction.COMMA, Reduction.FULL_STOP)
_OWN = 64  # codes: class for gaps + 64 × class for line ends


class Pair(Struct, frozen=True):
    """Two neighbours: gap and parting in thousandths of an em, rooms packed by step, whether a line may end between."""

    gap: int
    parting: int
    rooms: int
    may_end: int
    is_even: bool


def code(own: int, spaced: int) -> str:
    """The code of a cluster: `own` its class for line ends, `spaced` its class for gaps."""
    return chr(_OWN * own + spaced)


def spaced_class(code: str) -> int:
    """The class that rules gaps."""
    return ord(code) % _OWN


def own_class(code: str) -> int:
    """The class that rules line ends."""
    return ord(code) // _OWN


PLAIN = frozenset(code(kind, kind) for kind in (HIRAGANA, KATAKANA, IDEOGRAPH))
EXCEPTIONS = re.compile(f"[^{''.join(sorted(PLAIN))}]+")
"""Stretches of codes that are not plain: plain neighbours are set solid, may part and may end a line."""
KANA = frozenset(code(kind, kind) for kind in (HIRAGANA, KATAKANA, SMALL_KANA, PROLONGED_SOUND))
PLAIN_CODE = code(IDEOGRAPH, IDEOGRAPH)
OPENING_KINDS = (OPENING_BRACKET, WESTERN_OPENING)
OPENING, DOT, SPACE = (code(kind, kind) for kind in (OPENING_BRACKET, MIDDLE_DOT, WORD_SPACE))


class Codes(dict[int, str]):
    """Code point → code under a country's conventions, for `str.translate`."""

    def __init__(self, conventions: Conventions, is_vertical: bool) -> None:
        super().__init__()
        self._classes = conventions.vertical_classes if is_vertical else conventions.classes
        self._line_classes = conventions.line_classes

    def __missing__(self, point: int) -> str:
        character = chr(point)
        kind = class_of(character)
        spaced = self._classes.get(character) or gap_class(kind, character)
        found = self[point] = code(self._line_classes.get(character) or kind, spaced)
        return found


class Pairs(dict[str, Pair]):
    """Two codes in a row → what stands between them, under a country's conventions.

    `known` is for what was set by them and comes back (`set_item`); `steps` are the shifts of the packed steps of
    reduction, in their order.
    """

    def __init__(self, conventions: Conventions, is_relaxed: bool) -> None:
        super().__init__()
        self.known: dict[object, object] = {}
        self.steps = tuple(SHIFTS[step] for step in conventions.reduction)
        self._conventions = conventions
        self._is_relaxed = is_relaxed

    def looser(self) -> Iterator[Pairs]:
        """The same conventions at their own level and at each that is looser, for lines no rule lets end."""
        level = self._conventions.level
        yield self
        for other in LEVELS[LEVELS.index(level) + 1 :] if level in LEVELS else ():
            yield pairs_of(replace(self._conventions, level=other), self._is_relaxed)

    def __missing__(self, codes: str) -> Pair:
        before, after = map(spaced_class, codes)
        natural, least, step = _reduced(before, after, self._conventions)
        given = {step: natural - least} if step is not None else {}
        if step in _CLOSING_STEPS and Reduction.CLOSE in self._conventions.reduction:
            given[Reduction.CLOSE] = least
        rooms = packed(given)
        parting, is_even = 0, False
        if _is_latin_gap(before, after):
            rooms |= packed({}, latin=natural)  # to twice its width, as a quarter to half an em
            is_even = True
        elif not (before in WESTERN_KINDS and after in WESTERN_KINDS):
            growing = (COMMA if before == CENTRED_MARK else before), (COMMA if after == CENTRED_MARK else after)
            grown = expansion(*growing)
            if grown and growing != (INSEPARABLE, INSEPARABLE):  # Table 6: a row of them is one sign
                most, order = grown
                is_even = True
                parting = max(0, most - natural) if order == 3 else 0
        is_even = is_even or WORD_SPACE in (before, after)
        end, head = map(own_class, codes)
        may_end = int(may_part(end, head, self._conventions.level, self._is_relaxed))
        found = self[codes] = Pair(natural, parting, rooms, may_end, is_even)
        return found


@cache
def codes_of(conventions: Conventions, is_vertical: bool) -> Codes:
    """The codes of characters under conventions."""
    return Codes(conventions, is_vertical)


@cache
def pairs_of(conventions: Conventions, is_relaxed: bool) -> Pairs:
    """The pairs under conventions; `is_relaxed` takes the strict level (narrow measures)."""
    return Pairs(conventions, is_relaxed)


def packed(given: Mapping[Reduction, int], word_space: int = 0, latin: int = 0) -> int:
    """What the steps of reduction take from a gap, and those of growth add to it, as one number."""
    rooms = sum(given.values()) << ALL | word_space << GROW_SPACE | latin << GROW_LATIN
    return rooms | sum(room << SHIFTS[step] for step, room in given.items())


def scaled(rooms: int, scale: float) -> int:
    """Packed rooms of a gap beside type of another size."""
    given = {step: round((rooms >> shift & MASK) * scale) for step, shift in SHIFTS.items()}
    word_space, latin = (round((rooms >> shift & MASK) * scale) for shift in (GROW_SPACE, GROW_LATIN))
    return packed(given, word_space, latin)


_MOVES = {kind: -500 if kind == OPENING_BRACKET else -250 if kind == MIDDLE_DOT else 0 for kind in HALF_BODIES}
HALF_SIGNS = {code(own, spaced): move for spaced, move in _MOVES.items() for own in range(1, _OWN)}
"""Codes of signs with a body of half an em → what their glyphs are moved by, in thousandths of an em."""


BRACKET_AND_SPACES = pattern(
    "[{}]{}+".format("".join(f"{code(own, 0)}-{code(own, _OWN - 1)}" for own in OPENING_KINDS), SPACE)
)
"""An opening bracket and the word spaces after it: a line ends after neither (UAX #14, LB14)."""
MARKS = frozenset(
    code(own, spaced)
    for own in (*HALF_BODIES, DIVIDING_MARK, IDEOGRAPHIC_SPACE, INSEPARABLE, WORD_SPACE)
    for spaced in (*HALF_BODIES, DIVIDING_MARK, IDEOGRAPHIC_SPACE, INSEPARABLE, WORD_SPACE, WESTERN, CENTRED_MARK)
)
"""Codes of punctuation and spaces: what no emphasis mark stands on."""
_KEPT = {kind: 250 if kind == MIDDLE_DOT else 500 for kind in HALF_BODIES if kind != OPENING_BRACKET}
KEPT_AT_END = {code(own, spaced): kept for spaced, kept in _KEPT.items() for own in range(1, _OWN)}
"""Codes → what a body may keep after it at the end of a line: half an em after a mark, a quarter after a middle dot."""


def may_hang(code: str) -> bool:
    """Whether the sign may hang beyond the measure: full stops and commas (、。，．)."""
    return own_class(code) in (COMMA, FULL_STOP)


def _reduced(before: int, after: int, conventions: Conventions) -> tuple[int, int, Reduction | None]:
    """The natural gap, the least it may shrink to, and the step in which it does; no step where it may not."""
    pair = _listed(before), _listed(after)
    natural = spacing(*pair)
    if _is_latin_gap(before, after):
        natural = conventions.latin_gap
        step = _step(Reduction.LATIN, conventions)
        return natural, min(natural, _LEAST_LATIN_GAP), step
    if before == FULL_STOP and Reduction.FULL_STOP in conventions.reduction and natural > _LEAST_AFTER_STOP:
        return natural, _LEAST_AFTER_STOP, Reduction.FULL_STOP
    reduced = reduction(*pair)
    if reduced is None:
        return natural, natural, None
    least, number = reduced
    kind = Reduction.MIDDLE_DOT if number == 4 else Reduction.COMMA if before == COMMA else Reduction.BRACKET
    return natural, least, _step(kind if number < 6 else Reduction.LATIN, conventions)


def _step(wanted: Reduction, conventions: Conventions) -> Reduction | None:
    step = conventions.together.get(wanted, wanted)
    return step if step in conventions.reduction else None


def _listed(kind: int) -> int:
    """The class JLReq's tables know a kind by; what they do not know is set solid."""
    return WESTERN if kind in WESTERN_KINDS and kind != DIGIT else kind


def _is_latin_gap(before: int, after: int) -> bool:
    is_between = (before in WESTERN_KINDS) != (after in WESTERN_KINDS)
    return is_between and spacing(_listed(before), _listed(after)) == _LATIN_GAP
