"""The colon after a key: full-width, without its space, mistaken for another sign, or forgotten."""

from __future__ import annotations

import re

from brochure.diagnostics import Report
from brochure.source import slips
from brochure.source.block_text import KEY, WIDE
from brochure.source.lines import Lines, Repair

_ANY_KEY = r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'\[\]{}#&*!|>%@`,?-][^:#]*?|[^\s\"'\[\]{}#&*!|>%@`,?:-][^#]*?)"
ENTRY = re.compile(rf"(?P<key>{_ANY_KEY})[ \t]*:(?=[ \t]|$)")
_WIDE_COLON = re.compile(rf"(?P<key>{KEY})[ \t\u3000]*(?P<sign>：)[ \t\u3000]*", re.ASCII)
_WRONG_SIGN = re.compile(rf"(?P<key>{KEY})[ \t\u3000]*(?P<sign>[;；=＝])[ \t\u3000]*", re.ASCII)
_NO_SPACE = re.compile(rf"(?P<key>{KEY})(?P<sign>:)(?=[^ \t/])", re.ASCII)
_NO_COLON = re.compile(rf"(?P<key>{KEY})(?P<sign>[ \t\u3000]+)(?=\S)", re.ASCII)
KEY_LINE = re.compile(rf"(?:- *)?{KEY}[ \t]*(?::(?=[ \t]|$)|：)", re.ASCII)
_BARE_KEY = re.compile(rf"(?P<key>{KEY})[ \t]*$", re.ASCII)


def mend_colon(lines: Lines, number: int, column: int, wants_key: bool, report: Report) -> None:
    """Find what is wrong with the colon of the key that begins in a column, and mend it; `wants_key` says that only a
    key can begin there.
    """
    text = lines.line(number)
    if found := _WIDE_COLON.match(text, column):
        report.add(slips.wide_colon(lines.span(number, found.start("sign")), found["key"]))
        lines.mend(Repair(number, found.start("sign"), found.end() - found.start("sign"), ": "))
    elif found := _WRONG_SIGN.match(text, column):
        report.add(slips.missing_colon(lines.span(number, found.start("sign")), found["key"]))
        lines.mend(Repair(number, found.start("sign"), found.end() - found.start("sign"), ": "))
    elif found := _NO_SPACE.match(text, column):
        at = found.end("sign")
        report.add(slips.no_space_after_colon(lines.span(number, at - 1), found["key"]))
        lines.mend(Repair(number, at, 1 if text[at] in WIDE else 0, " "))
    elif ENTRY.match(text, column):
        return
    elif (found := _BARE_KEY.match(text, column)) and _has_value_below(lines, number, column, wants_key):
        report.add(slips.missing_colon(lines.span(number, found.end("key")), found["key"]))
        lines.mend(Repair(number, found.end("key"), 0, ":"))
    elif (found := _NO_COLON.match(text, column)) and (wants_key or _has_key_below(lines, number, column)):
        report.add(slips.missing_colon(lines.span(number, found.end("key")), found["key"]))
        lines.mend(Repair(number, found.end("key"), found.end() - found.end("key"), ": "))


def _has_key_below(lines: Lines, number: int, column: int) -> bool:
    """Whether the next line begins a key in the same column: so this line, the first of its mapping, is a key too."""
    text = _below(lines, number)
    return _indent(text) == column and text[column] != "-" and KEY_LINE.match(text, column) is not None


def _has_value_below(lines: Lines, number: int, column: int, wants_key: bool) -> bool:
    """Whether the next line begins what a key alone on its line can hold: deeper keys, or items. Where only a key can
    stand, anything deeper is its value.
    """
    text = _below(lines, number)
    below = _indent(text)
    is_deep = below > column or (below == column and text.startswith("- ", below))
    return is_deep and (wants_key or KEY_LINE.match(text, below) is not None)


def _below(lines: Lines, number: int) -> str:
    """The next line that is neither empty nor a note."""
    rest = lines.texts[number + 1 :]
    return next((text for text in rest if text.strip() and not text.lstrip().startswith("#")), "")


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
