"""A paragraph's copy cut into items: stretches of one run, one face and one kind of script, ready to be shaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from brochure.patterns import pattern
from brochure.typefaces.face import Face
from brochure.typesetting.line import FORBIDDEN_CHARACTER, MISSING_GLYPH, Finding
from brochure.typesetting.paragraph import ParagraphStyle, Run, Setting
from brochure.typesetting.text_style import TextStyle
from brochure.typesetting.writing_mode import is_upright


class Kind(StrEnum):
    """What an item is shaped and placed as."""

    HAN = "han"  # Han, kana and their signs
    QUOTES = "quotes"  # “ ” ‘ ’ that belong to Han text and take full width there
    LATIN = "latin"
    ACROSS = "across"  # tate-chu-yoko: one em of a vertical line
    NOTE = "note"  # warichu


class Item(Struct, frozen=True, gc=False):
    """A stretch of copy from `start`, in code points of the paragraph.

    `is_vertical` shapes for upright characters in a vertical line; a LATIN item of a vertical line is turned.
    """

    start: int
    text: str
    run: int
    style: TextStyle
    face: Face
    kind: Kind
    is_vertical: bool = False


_LATIN = (
    ("!", "~"),
    ("\u00a0", "\u00a6"),
    ("\u00a8", "\u00af"),
    ("\u00b2", "\u00b5"),
    ("\u00b9", "\u00d6"),
    ("\u00d8", "\u00f6"),
    ("\u00f8", "\u052f"),
    ("\u1e00", "\u1fff"),
    ("\u202f", "\u202f"),
)
_OTHERS = frozenset("LAQ")
_STRETCH = re.compile("(?P<latin>L(?:[LAB]*L)?)|(?P<quotes>[AQ]+)|[BH]+")
_SURELY_UPRIGHT = pattern("[\u3000-\u30ff\u3400-\u9fff\uff01-\uff0c\uff0e-\uff19\uff1f-\uff3a\uff41-\uff5a…—]*")
_ACROSS = pattern(r"[!?]{2,3}|[0-9]+|[A-Za-z]")
_NO_CHARACTERS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_CONTROL = pattern(f"[{_NO_CHARACTERS}]")
_FORBIDDEN = pattern(rf"[{_NO_CHARACTERS}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The copy with control characters and lone surrogates as U+FFFD, and a finding for each; one too for each mark of
    direction, which is not followed and stays in the copy.
    """
    if text.replace("\u3000", "").isprintable() or not _FORBIDDEN.search(text):  # that is slow to compile
        return text, ()
    places = [(match.start(), match[0]) for match in _FORBIDDEN.finditer(text)]
    found = [Finding(FORBIDDEN_CHARACTER, f"U+{ord(sign):04X}", at) for at, sign in places]
    return _CONTROL.sub("\ufffd", text), tuple(found)


def missing(runs: tuple[Run, ...]) -> tuple[Finding, ...]:
    """The characters no face of their run's style can draw."""
    found: list[Finding] = []
    start = 0
    for run in runs:
        for at, cluster in run.style.faces.uncovered(run.text):
            found.append(Finding(MISSING_GLYPH, cluster, start + at))
        for reading in run.ruby.readings if run.ruby else ():
            found += [Finding(MISSING_GLYPH, cluster, start) for _, cluster in run.style.faces.uncovered(reading)]
        start += len(run.text)
    return tuple(found)


def itemise(runs: tuple[Run, ...], style: ParagraphStyle) -> Iterator[Item]:
    """The items of the runs, in order; together they are the whole copy."""
    start = 0
    for number, run in enumerate(runs):
        for kind, at, stretch in _stretches(run, style):
            is_vertical = style.is_vertical and kind is Kind.HAN
            text = _as_drawn(stretch, style) if is_vertical else stretch
            if kind in (Kind.ACROSS, Kind.NOTE):
                yield Item(start + at, stretch, number, run.style, run.style.faces.face_for(stretch[0]), kind)
                continue
            for begin, end, face in run.style.faces.spans(text):
                yield Item(start + at + begin, text[begin:end], number, run.style, face, kind, is_vertical)
        start += len(run.text)


def _as_drawn(text: str, style: ParagraphStyle) -> str:
    """Upright characters as they are drawn: some signs in another form, the figures of a long number full-width."""
    forms = style.conventions.vertical_forms
    return text.translate(_UPRIGHT_FIGURES | {ord(sign): form for sign, form in forms.items()})


_UPRIGHT_FIGURES = {0x30 + figure: chr(0xFF10 + figure) for figure in range(10)}


def _stretches(run: Run, style: ParagraphStyle) -> Iterator[tuple[Kind, int, str]]:
    text = run.text
    if not text:
        return
    if run.setting is Setting.WARICHU:
        yield Kind.NOTE, 0, text
    elif style.is_vertical:
        if run.setting is Setting.TATE_CHU_YOKO:
            yield Kind.ACROSS, 0, text
        else:
            yield from _vertical_stretches(text, style)
    elif _OTHERS.isdisjoint(text.translate(_SCRIPTS)):
        yield Kind.HAN, 0, text
    else:
        yield from _horizontal_stretches(text)


def _horizontal_stretches(text: str) -> Iterator[tuple[Kind, int, str]]:
    for found in _STRETCH.finditer(text.translate(_SCRIPTS)):
        kind = Kind.LATIN if found["latin"] is not None else Kind.QUOTES if found["quotes"] is not None else Kind.HAN
        yield kind, found.start(), text[found.start() : found.end()]


class _Scripts(dict[int, str]):
    """Code point → whose character it is: L is Latin; A, an apostrophe, and Q are quotes; H is what is left. Latin copy
    may hold A within it and B, a blank and a dash that are Han's elsewhere.

    Stretches are found in these: an expression with all of Latin in it five times takes 2 ms to compile.
    """

    def __missing__(self, point: int) -> str:
        character = chr(point)
        is_latin = any(first <= character <= last for first, last in _LATIN)
        found = self[point] = "L" if is_latin else "H"
        return found


_SCRIPTS = _Scripts(
    {**dict.fromkeys(map(ord, "‘’"), "A"), **dict.fromkeys(map(ord, " –"), "B"), **dict.fromkeys(map(ord, "“”"), "Q")}
)


def _vertical_stretches(text: str, style: ParagraphStyle) -> Iterator[tuple[Kind, int, str]]:
    """Upright characters, what lies across (two or three digits, a single letter), and what is turned.

    The figures of a longer whole number (a year) stand upright one under the other.
    """
    for kind, at, stretch in _horizontal_stretches(text):
        if kind is Kind.LATIN:
            across = _ACROSS.fullmatch(stretch)
            if across is None:
                yield Kind.LATIN, at, stretch
            elif stretch.isdigit() and len(stretch) > style.tate_chu_yoko:
                yield Kind.HAN, at, stretch
            else:
                yield Kind.ACROSS, at, stretch
        elif kind is Kind.QUOTES and style.conventions.vertical_forms:
            yield Kind.HAN, at, stretch
        elif kind is Kind.HAN and not _SURELY_UPRIGHT.fullmatch(stretch):
            yield from _by_orientation(at, stretch)
        else:
            yield (Kind.LATIN if kind is Kind.QUOTES else kind), at, stretch


def _by_orientation(start: int, text: str) -> Iterator[tuple[Kind, int, str]]:
    begin = 0
    way: bool | None = None
    for at, character in enumerate(text):
        if "\u0300" <= character <= "\u036f" or "\ufe00" <= character <= "\ufe0f" or character >= "\U000e0100":
            continue  # marks and selectors stand as their character does
        upright = character in "\u3099\u309a\u200b\u2060" or is_upright(character)
        if way is None:
            way = upright
        elif upright is not way:
            yield (Kind.HAN if way else Kind.LATIN), start + begin, text[begin:at]
            begin, way = at, upright
    yield (Kind.LATIN if way is False else Kind.HAN), start + begin, text[begin:]
