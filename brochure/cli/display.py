"""How wide text stands on a terminal, and how a line of an author's file is shown there."""

from __future__ import annotations

import unicodedata

TAB = "    "
LONGEST = 100  # columns of a source line that are shown, around the place


def width(text: str) -> int:
    """The columns a terminal gives a text: two for East Asian wide and full-width signs, none for combining marks."""
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def shown(text: str) -> str:
    """Text as it may stand on a terminal: tabs as spaces, control characters as their pictures, never as commands."""
    return "".join(_harmless(sign) for sign in text)


def _harmless(sign: str) -> str:
    if sign == "\t":
        return TAB
    if sign < " ":
        return chr(0x2400 + ord(sign))
    if sign == "\x7f":
        return "␡"
    if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp"):
        return f"<U+{ord(sign):04X}>"
    return sign


def underlined(line: str, start: int, end: int) -> tuple[str, str]:
    """A line and the signs below it that mark the characters from `start` to `end` (from 0, exclusive).

    Long lines are cut around the place, with … where they go on.
    """
    end = max(start + 1, min(end, len(line)) if start < len(line) else start + 1)
    before, marked, after = shown(line[:start]), shown(line[start:end]), shown(line[end:])
    before = before + " " * max(0, start - len(line))
    if width(before) + width(marked) > LONGEST * 3 // 4 and width(before) > LONGEST // 3:
        before = "…" + _last(before, LONGEST // 3)
    marked = _first(marked, LONGEST // 2)
    room = LONGEST - width(before) - width(marked)
    after = _first(after, max(0, room))
    marks = "^" + "~" * (max(1, width(marked)) - 1)
    return (before + marked + after).rstrip(), " " * width(before) + marks


def _first(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    taken = 0
    for index, sign in enumerate(text):
        taken += _columns(sign)
        if taken > room - 1:
            return text[:index] + "…"
    return text


def _last(text: str, room: int) -> str:
    reversed_part = _first(text[::-1], room + 1)
    return reversed_part[::-1].removeprefix("…")
