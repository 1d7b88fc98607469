"""Where a line may end by UAX #14 (Unicode 17): what lies outside JLReq's classes, and languages without such a table.

The rules LB4 to LB31 in their order. Small kana are non-starters (LB1, strict); scripts that need a dictionary to find
their words (Thai, Khmer) keep them together; the Brahmic clusters of LB28a are left to the shaper.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from brochure.typesetting.tables import line_break_classes

_ENDS = frozenset({"BK", "CR", "LF", "NL"})
_MARKS = frozenset({"CM", "ZWJ"})
_NO_BASE = _ENDS | {"SP", "ZW"}
_LETTERS = frozenset({"AL", "HL"})
_IDEOGRAPHS = frozenset({"ID", "EB", "EM"})
_SYLLABLES = frozenset({"JL", "JV", "JT", "H2", "H3"})
_BEFORE_QUOTE = _ENDS | {"OP", "QU", "GL", "SP", "ZW"}  # LB15a
_AFTER_QUOTE = _ENDS | {"SP", "GL", "WJ", "CL", "QU", "CP", "EX", "IS", "SY", "ZW"}  # LB15b
_BEFORE_HYPHEN = _ENDS | {"SP", "ZW", "CB", "GL"}  # LB20a
_HYPHENS = frozenset({"HY", "HH"})
_NEVER_FIRST = frozenset({"CL", "CP", "EX", "SY"})  # LB13
_NEVER_FIRST_CLOSE = frozenset({"BA", "HH", "HY", "NS", "IN"})  # LB21, LB22
_PREFIXES = frozenset({"PR", "PO"})


def _pairs(*rules: tuple[set[str] | frozenset[str], set[str] | frozenset[str]]) -> frozenset[tuple[str, str]]:
    return frozenset((before, after) for befores, afters in rules for before in befores for after in afters)


_KEPT = _pairs(
    (_LETTERS, {"NU"}),  # LB23
    ({"NU"}, _LETTERS),
    ({"PR"}, _IDEOGRAPHS),  # LB23a
    (_IDEOGRAPHS, {"PO"}),
    (_PREFIXES, _LETTERS),  # LB24
    (_LETTERS, _PREFIXES),
    (_PREFIXES, {"NU"}),  # LB25
    ({"HY", "IS"}, {"NU"}),
    ({"JL"}, {"JL", "JV", "H2", "H3"}),  # LB26
    ({"JV", "H2"}, {"JV", "JT"}),
    ({"JT", "H3"}, {"JT"}),
    (_SYLLABLES, {"PO"}),  # LB27
    ({"PR"}, _SYLLABLES),
    (_LETTERS, _LETTERS),  # LB28
    ({"IS"}, _LETTERS),  # LB29
    ({"EB"}, {"EM"}),  # LB30b
    ({"SY"}, {"HL"}),  # LB21b
)
"""Pairs of classes no line ends between, spaces aside."""


class _Unit(Struct, frozen=True):
    """A character with the marks that belong to it (LB9)."""

    start: int
    kind: str
    character: str
    last: str  # the class of the last character, a joiner among the marks

    @property
    def is_wide(self) -> bool:
        return unicodedata.east_asian_width(self.character) in "FWH"

    @property
    def is_opening_quote(self) -> bool:
        return self.kind == "QU" and unicodedata.category(self.character) == "Pi"

    @property
    def is_closing_quote(self) -> bool:
        return self.kind == "QU" and unicodedata.category(self.character) == "Pf"


def breaks(text: str) -> tuple[int, ...]:
    """The offsets at which a line may end, the end of the text left out."""
    units = _units(text)
    return tuple(units[at].start for at in range(1, len(units)) if _may_end(units, at))


@cache
def line_break_class(character: str) -> str:
    """The class of a character, LB1 applied."""
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        return "H2" if (code - 0xAC00) % 28 == 0 else "H3"
    firsts, lasts, kinds = line_break_classes()
    listed = f"{code:06X}"
    at = bisect_right(firsts, listed) - 1
    kind = kinds[at] if at >= 0 and listed <= lasts[at] else "AL"
    if kind == "SA":
        return "CM" if unicodedata.category(character) in ("Mn", "Mc") else "AL"
    return "NS" if kind == "CJ" else kind


def _units(text: str) -> list[_Unit]:
    """The characters with their marks; a mark alone is a letter (LB9, LB10)."""
    units: list[_Unit] = []
    for at, character in enumerate(text):
        kind = line_break_class(character)
        if kind in _MARKS:
            if units and units[-1].kind not in _NO_BASE:
                units[-1] = replace(units[-1], last=kind)
                continue
            units.append(_Unit(at, "AL", character, kind))
            continue
        units.append(_Unit(at, kind, character, kind))
    return units


def _may_end(units: Sequence[_Unit], at: int) -> bool:
    """Whether a line may end between the units at - 1 and at."""
    before, after = units[at - 1], units[at]
    if before.kind in _ENDS:
        return not (before.kind == "CR" and after.kind == "LF")  # LB4, LB5
    if after.kind in _ENDS or after.kind in ("SP", "ZW"):
        return False  # LB6, LB7
    base = at - 1
    while base >= 0 and units[base].kind == "SP":
        base -= 1
    if base >= 0 and units[base].kind == "ZW":
        return True  # LB8
    if before.last == "ZWJ" or "WJ" in (before.kind, after.kind):
        return False  # LB8a, LB11
    if before.kind == "GL" or (after.kind == "GL" and before.kind not in ("SP", "BA", *_HYPHENS)):
        return False  # LB12, LB12a
    if after.kind in _NEVER_FIRST:
        return False
    across = _across_spaces(units, base, at)
    if across is not None:
        return across
    if before.kind == "SP":
        return True  # LB18
    return not (_keeps_quote(units, at) or _keeps(units, at))


def _across_spaces(units: Sequence[_Unit], base: int, at: int) -> bool | None:
    """What is ruled over any spaces between: LB14 to LB17; None where nothing is."""
    after = units[at]
    if base >= 0:
        kind = units[base].kind
        is_led = base == 0 or units[base - 1].kind in _BEFORE_QUOTE
        if kind == "OP" or (units[base].is_opening_quote and is_led):
            return False  # LB14, LB15a
    if after.is_closing_quote and (at + 1 == len(units) or units[at + 1].kind in _AFTER_QUOTE):
        return False  # LB15b
    if after.kind == "IS":
        is_number = at + 1 < len(units) and units[at + 1].kind == "NU"
        return units[at - 1].kind == "SP" and is_number  # LB15c, LB15d
    if base >= 0 and (units[base].kind, after.kind) in (("CL", "NS"), ("CP", "NS"), ("B2", "B2")):
        return False  # LB16, LB17
    return None


def _keeps_quote(units: Sequence[_Unit], at: int) -> bool:
    """LB19 and LB19a: quotation marks hold to what they stand beside, but in East Asian copy only to their own side."""
    before, after = units[at - 1], units[at]
    if after.kind == "QU":
        if not after.is_opening_quote or not before.is_wide:
            return True
        if at + 1 == len(units) or not units[at + 1].is_wide:
            return True
    if before.kind == "QU":
        return not before.is_closing_quote or not after.is_wide or at == 1 or not units[at - 2].is_wide
    return False


def _keeps(units: Sequence[_Unit], at: int) -> bool:
    """LB20 to LB30b for two units side by side."""
    before, after = units[at - 1], units[at]
    if "CB" in (before.kind, after.kind):
        return False
    led = units[at - 2].kind if at > 1 else "BK"
    if before.kind in _HYPHENS and after.kind in _LETTERS and led in _BEFORE_HYPHEN:
        return True  # LB20a
    if after.kind in _NEVER_FIRST_CLOSE or before.kind == "BB":
        return True
    if before.kind in _HYPHENS and led == "HL" and after.kind != "HL":
        return True  # LB21a
    if (before.kind, after.kind) in _KEPT or _keeps_number(units, at):
        return True
    if after.kind == "OP" and not after.is_wide and before.kind in (*_LETTERS, "NU"):
        return True  # LB30
    if before.kind == "CP" and not before.is_wide and after.kind in (*_LETTERS, "NU"):
        return True
    if after.kind == "EM" and _is_unassigned_picture(before.character):
        return True
    return before.kind == after.kind == "RI" and _run_of_flags(units, at) % 2 == 1  # LB30a


def _keeps_number(units: Sequence[_Unit], at: int) -> bool:
    """LB25: a number with its signs, separators, brackets and units."""
    before, after = units[at - 1], units[at]
    if before.kind in _PREFIXES and after.kind == "OP":
        rest = [unit.kind for unit in units[at + 1 : at + 3]]
        return rest[:1] == ["NU"] or rest == ["IS", "NU"]
    if after.kind not in ("NU", "PO", "PR"):
        return False
    base = at - 1
    if after.kind != "NU" and units[base].kind in ("CL", "CP"):
        base -= 1
    while base >= 0 and units[base].kind in ("SY", "IS"):
        base -= 1
    return base >= 0 and units[base].kind == "NU"


def _run_of_flags(units: Sequence[_Unit], at: int) -> int:
    """How many regional indicators in a row end before `at`."""
    begin = at
    while begin and units[begin - 1].kind == "RI":
        begin -= 1
    return at - begin


def _is_unassigned_picture(character: str) -> bool:
    return ord(character) >= 0x1F000 and unicodedata.category(character) == "Cn"
