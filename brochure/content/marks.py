r"""Marks inside copy: readings over words, and what else is set otherwise than the words around it.

A reading is written `｜漢字《かな》` or `{漢字|かんじ}`; the two mean the same.
`｜留萌《る|もい》` or `{留萌|る|もい}` gives each character its own, so that a line may end between them; a part may be
empty: `｜行き先《い||さき》`. Pinyin and bopomofo stand in the same marks: `｜留萌《Liúméng》` over the word,
`｜留萌《Liú méng》` and `｜留萌《ㄌㄧㄡˊ ㄇㄥˊ》` over its characters.

Everything else is `{name:words}`, and may hold readings and other marks; the names are those of `Mark`. `《《大切》》`
is `{dots:大切}`; `{link:words|target}` leads to an address or to a page of the booklet (`#timeline`). A backslash
before one of `\ { } | ｜ 《 》` makes it a character like any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from brochure.patterns import pattern

_BOPOMOFO = pattern(r"[ㄅ-ㄯㆠ-ㆺ]")
_CHARACTER = pattern(
    r".[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*", re.S
)  # with the accents and variation selectors that follow it
_TOKEN = pattern(
    r"\\(?P<escaped>[\\{}|｜《》])"
    r"|\{(?P<name>[a-z][a-z-]*):"
    r"|｜(?P<bar_base>[^｜《》\n]+)《(?P<bar_ruby>[^《》\n]+)》"
    r"|\{(?P<base>[^{}|｜《》\n]+)\|(?P<ruby>[^{}《》\n]+)\}"
    r"|《《(?P<dots>[^《》{}|｜\\\n]+)》》"
    r"|(?P<target>\|[ ]*(?P<leads_to>[^\s{}|]+)[ ]*\})"
    r"|(?P<close>\})"
    r"|(?P<broken>｜[^｜《\n]*《?|\{[^{}\n]*\|)"  # a reading that was begun and not ended as it should
)


class Mark(StrEnum):
    """What words are set as; the value is the name an author writes."""

    STRONG = "strong"  # in the theme's strong face
    DOTS = "dots"  # with emphasis marks (圏点, 着重号)
    NAME = "name"  # with the line of a proper name (专名号)
    BOOK = "book"  # with the wavy line of a book's title (书名号, the wavy kind)
    ACROSS = "across"  # across a vertical line, in one em (縦中横)
    WARICHU = "warichu"  # as a note in two lines of half size (割注)
    RAISED = "raised"  # small and high, as a note's number is (合印)
    LINK = "link"  # leading somewhere
    NOTE = "note"  # a note (脚注): not set among the words but called there by its number


class Piece(Struct, frozen=True):
    """A stretch of copy, the reading set over it ("" for none), whose parts, if it has any, are parted by `|`, and the
    marks it stands in, the outermost first. `target` is where a link leads; `goes_on` is true of all but the first
    piece of a line along a name or a title. `note` is what is noted at this place; a note that has no number yet has no
    base either, so that plain copy is without it.
    """

    base: str
    ruby: str = ""
    marks: tuple[Mark, ...] = ()
    target: str = ""
    goes_on: bool = False
    note: tuple[Piece, ...] = ()

    @property
    def characters(self) -> tuple[str, ...]:
        """The characters of the base, each with what it bears."""
        return tuple(_CHARACTER.findall(self.base))

    @property
    def parts(self) -> tuple[str, ...]:
        """What is written for each character, or the one reading of them all."""
        if "|" in self.ruby:
            return tuple(part.strip() for part in self.ruby.split("|"))
        if _BOPOMOFO.search(self.ruby):
            return tuple(self.ruby.split())
        return (self.ruby.strip(),)


class Fault(StrEnum):
    """What keeps a mark from being one."""

    READING = "broken-reading"  # begun and not ended
    MARK = "broken-mark"
    UNKNOWN = "unknown-mark"
    EMPTY = "empty-mark"
    TARGET = "link-without-target"


class Place(Struct, frozen=True):
    """What stands from `start`, in code points of the source, over `length` of them: a fault, or a whole mark."""

    start: int
    length: int
    fault: Fault | None = None
    mark: Mark | None = None
    pieces: tuple[Piece, ...] = ()


class Parsed(Struct, frozen=True):
    """Copy as pieces, and the place of every mark and fault in it, in the order they end."""

    pieces: tuple[Piece, ...]
    places: tuple[Place, ...] = ()


def may_be_marked(source: str) -> bool:
    """Whether a sign stands in copy with which a mark could begin; without one all of it is plain."""
    return "{" in source or "｜" in source or "\\" in source or "《《" in source


def parse(source: str) -> Parsed:
    """Copy cut into its pieces. What is no mark stays the characters it is written with."""
    if not may_be_marked(source):
        return Parsed((Piece(source),) if source else ())
    cutter = _Cutter(source)
    end = 0
    while found := _TOKEN.search(source, end):
        cutter.words += source[end : found.start()]
        end = cutter.take(found)
    cutter.words += source[end:]
    return cutter.finish()


class _Open(Struct):
    """A mark not yet closed: its opening as written, and the number of pieces before it."""

    mark: Mark
    opening: str
    start: int
    before: int


class _Cutter(Struct):
    """Cuts copy at its marks, from its beginning to its end."""

    source: str
    words: str = ""  # copy since the last piece
    pieces: list[Piece] = field(default_factory=list[Piece])
    places: list[Place] = field(default_factory=list[Place])
    open: list[_Open] = field(default_factory=list[_Open])

    def take(self, found: re.Match[str]) -> int:
        """Take one token in; returns where to read on."""
        whole, start = found[0], found.start()
        if found["escaped"]:
            self.words += found["escaped"]
        elif found["name"]:
            return self._begin(found["name"], whole, found)
        elif found["bar_base"] or found["base"]:
            self._reading(found)
        elif found["dots"]:
            self._flush()
            self.pieces.append(Piece(found["dots"], "", (Mark.DOTS,)))
            self.places.append(Place(start, len(whole), None, Mark.DOTS, tuple(self.pieces[-1:])))
        elif found["target"] and not (self.open and self.open[-1].mark is Mark.LINK):
            self.words += "|"
            return start + 1
        elif self.open and (found["close"] or found["target"]):
            self._close(found["leads_to"] or "", found.end())
        else:
            if found["broken"]:
                self.places.append(Place(start, len(whole), Fault.READING))
            self.words += whole
        return found.end()

    def finish(self) -> Parsed:
        """Everything, marks that were never closed taken for the characters they are."""
        self._flush()
        for left in reversed(self.open):
            self.pieces.insert(left.before, Piece(left.opening))
            self.places.append(Place(left.start, len(left.opening), Fault.MARK))
        return Parsed(tuple(self.pieces), tuple(sorted(self.places, key=lambda place: (place.start, place.length))))

    def _flush(self) -> None:
        if self.words:
            self.pieces.append(Piece(self.words))
            self.words = ""

    def _begin(self, name: str, opening: str, found: re.Match[str]) -> int:
        if name in _NAMES:
            self._flush()
            self.open.append(_Open(Mark(name), opening, found.start(), len(self.pieces)))
        else:
            self.places.append(Place(found.start(), len(opening), Fault.UNKNOWN))
            self.words += opening
        return found.end()

    def _reading(self, found: re.Match[str]) -> None:
        self._flush()
        ruby = (found["bar_ruby"] or found["ruby"]).replace("｜", "|")
        self.pieces.append(Piece(found["bar_base"] or found["base"], ruby))
        self.places.append(Place(found.start(), len(found[0]), pieces=tuple(self.pieces[-1:])))

    def _close(self, target: str, end: int) -> None:
        self._flush()
        ended = self.open.pop()
        mark = ended.mark
        if mark is Mark.NOTE:
            self._note(ended, end)
            return
        inside = [replace(piece, marks=(mark, *piece.marks)) for piece in self.pieces[ended.before :]]
        if mark is Mark.LINK:
            inside = [replace(piece, target=target) for piece in inside]
        elif mark in (Mark.NAME, Mark.BOOK):
            inside = [replace(piece, goes_on=number > 0) for number, piece in enumerate(inside)]
        self.pieces[ended.before :] = inside
        fault = Fault.EMPTY if not inside else Fault.TARGET if mark is Mark.LINK and not target else None
        self.places.append(Place(ended.start, end - ended.start, fault, mark, tuple(inside)))

    def _note(self, ended: _Open, end: int) -> None:
        noted = tuple(self.pieces[ended.before :])
        self.pieces[ended.before :] = [Piece("", marks=(Mark.NOTE,), note=noted)] if noted else []
        fault = None if noted else Fault.EMPTY
        self.places.append(Place(ended.start, end - ended.start, fault, Mark.NOTE, noted))


_NAMES = frozenset(mark.value for mark in Mark)


def parse_marks(source: str) -> tuple[Piece, ...]:
    """Copy cut into its pieces, in order; joined, their bases are the plain copy."""
    return parse(source).pieces


def plain(source: str) -> str:
    """Copy without its marks and readings."""
    if not may_be_marked(source):
        return source
    return plain_of(parse(source).pieces)


def plain_of(pieces: Sequence[Piece]) -> str:
    """The plain copy of pieces."""
    return "".join(piece.base for piece in pieces)


def said(source: str) -> str:
    """Copy without its marks and readings and, a line each after it, what is noted in it."""
    if not may_be_marked(source):
        return source
    return said_in(parse(source).pieces)


def said_in(pieces: Sequence[Piece]) -> str:
    """The plain copy of pieces and, a line each after it, of what is noted in them."""
    notes = (plain_of(piece.note) for piece in pieces if piece.note)
    return "\n".join((plain_of(pieces), *notes))


def normal_marks(source: str) -> str:
    """Copy with every reading written `｜漢字《かな》` and every `《《…》》` as `{dots:…}`."""

    def normal(found: re.Match[str]) -> str:
        if found["base"]:
            return f"｜{found['base']}《{found['ruby']}》"
        return f"{{dots:{found['dots']}}}" if found["dots"] else found[0]

    return _TOKEN.sub(normal, source)


def sliced(pieces: Sequence[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of part of the plain copy, in code points; a piece cut in two keeps its marks and its reading."""
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        begin, stop = max(start - at, 0), min(end - at, len(piece.base))
        if not piece.base:
            if (start < at or at == start == 0) and at <= end:
                found.append(piece)
        elif begin < stop:
            found.append(piece if stop - begin == len(piece.base) else replace(piece, base=piece.base[begin:stop]))
        at += len(piece.base)
    return tuple(found)


def edited(pieces: Sequence[Piece], edits: Sequence[tuple[int, int, str]]) -> tuple[Piece, ...]:
    """The pieces with parts of the plain copy, from where to where and in order, put in other words."""
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.base)
        base, begin = "", at
        for start, stop, words in edits:
            if stop > at and start < end:
                base += piece.base[begin - at : max(start, begin) - at] + (words if start >= at else "")
                begin = min(stop, end)
        base += piece.base[begin - at :]
        if base or piece.note:
            found.append(piece if base == piece.base else replace(piece, base=base))
        at = end
    return tuple(found)
