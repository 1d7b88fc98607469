"""The structure of a book: its sheets' recitals joined under its sections, and numbered.

ISO 32000-1, 14.7.2 to 14.7.4. A long book has tens of thousands of elements. So that a sheet's can be written with the
numbers they will have in the file while nothing is known yet of the other sheets, every sheet has as many numbers as
any needs, and what stands over the sheets, or goes on from one to the next, is numbered with the one it begins on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias, cast

from msgspec import Struct, field
from msgspec.msgpack import encode

from brochure.drawing.structure import Role
from brochure.layout.page import Bookmark
from brochure.pdf.deflate import deflated
from brochure.pdf.file import Data
from brochure.pdf.object_stream import MOST, ObjectStream, joined
from brochure.pdf.recital import BRACKET, HEADINGS, LINK, Identity, Loose, Recital, link, mentions, note

_ROOM = 256  # numbers of a sheet; one that needs more has them behind all others
_DOCUMENT = 2  # the outermost element's number, after the root's and the parents'
_LEAST = 1024  # numbers before the structure, or four times as many, or again four times
_OPEN_OBJECTS = 4  # a page, so many objects are allowed for before the structure,
_OTHER_OBJECTS = 256  # and so many for all of them together


Made: TypeAlias = Callable[[bytes, Callable[[], bytes]], Data]
"""Gives what was made of some bytes before, or makes it."""

_Told: TypeAlias = tuple[int, str, str, int, list[str], list[str], list[str]]
"""What a recital is filled in with."""


_Kids: TypeAlias = tuple[int, list[int], str]
"""Elements of a sheet, links and brackets: its index, their places, and their mentions as they are likely to be."""


class _Sheet(Struct, eq=False):
    """A sheet's recital, how many elements of no one sheet begin on it, the element its outermost stand in, and those
    its loose ends are of; the first of its numbers, counted from the structure's."""

    recital: Recital
    holder: _Element
    begun: int = 0
    loose: list[_Element] = field(default_factory=list["_Element"])
    first: int = 0

    def mention(self, place: int, first: int) -> str:
        """The mention of an element by its place among the sheet's, less than 0 of a loose one."""
        number = self.first + 1 + place if place >= 0 else self.loose[-1 - place].number
        return f"{first + number} 0 R"


class _Element(Struct, eq=False):
    """An element of no one sheet: what stands in it, where it is written there by sheet, as many as follow one another;
    the sheet it begins on, None of the outermost, and its place among those that do. Its number is counted from the
    structure's first, and known when all sheets' are."""

    identity: Identity
    entries: str
    parent: _Element | None
    sheet: _Sheet | None = None
    place: int = 0
    kids: list[_Element | _Kids] = field(default_factory=list["_Element | _Kids"])
    number: int = _DOCUMENT


def begins(pages: int, least: int = 0) -> int:
    """The first number of the structure in a file of so many pages; `least` is what is free after all else."""
    wanted = max(_OPEN_OBJECTS * pages + _OTHER_OBJECTS, least)
    number = _LEAST
    while number < wanted:
        number *= 4
    return number


def likely_number(index: int, pages: int) -> int:
    """The first number the elements of a sheet are likely to have, the sheet of an index in a book of so many pages."""
    return begins(pages) + _ROOM * (index + 1)


class Tree:
    """The structure of a book's sheets, each with its bookmarks: every bookmark opens a section at its level."""

    def __init__(self, sheets: Iterable[tuple[Recital, Sequence[Bookmark]]]) -> None:
        self._elements = [_Element((Role.DOCUMENT, "", "", 0), f"/S/{Role.DOCUMENT}", None)]
        self._sheets: list[_Sheet] = []
        self._open: list[tuple[int, _Element]] = [(0, self._elements[0])]
        for recital, bookmarks in sheets:
            sheet = _Sheet(recital, self._elements[0])
            for bookmark in bookmarks:
                self._close(bookmark.level)
                around = self._open[-1][1]
                section = self._element((Role.SECTION, "", "", 0), f"/S/{Role.SECTION}", around, sheet)
                self._open.append((bookmark.level, section))
            sheet.holder = holder = self._open[-1][1]
            self._take(recital.kids, recital.mentions, holder, sheet, True)
            self._sheets.append(sheet)
        self._close(1)
        self.room = _ROOM * (1 + len(self._sheets))
        for at, sheet in enumerate(self._sheets, 1):
            sheet.first = _ROOM * at
            needed = 1 + sheet.recital.count + sheet.begun
            if needed > _ROOM:
                sheet.first = self.room
                self.room += needed
        for each in self._elements:
            if each.sheet is not None:
                each.number = each.sheet.first + 1 + each.sheet.recital.count + each.place

    @property
    def streams(self) -> int:
        """How many streams the tree is packed into."""
        return len(self._sheets) + -(-(len(self._elements) + _DOCUMENT) // MOST)

    @property
    def links(self) -> Iterator[tuple[int, int]]:
        """The links told of, by sheet and number."""
        for index, sheet in enumerate(self._sheets):
            for number, _ in sheet.recital.links:
                yield index, number

    def packed(
        self,
        first: int,
        pages: Sequence[str],
        links: Mapping[tuple[int, int], str],
        made: Made = lambda what, make: make(),
    ) -> Iterator[ObjectStream]:
        """The tree's root, whose number is `first`, the way back from brackets to elements, and every element. `pages`
        are the mentions of the sheets' pages, `links` those of the annotations by sheet and number."""
        pressed: dict[tuple[int, int], str] = {}
        notes: list[str] = []
        for index, sheet in enumerate(self._sheets):
            if not (sheet.recital.links or sheet.recital.notes):
                continue
            for number, place in sheet.recital.links:
                if (index, number) in links:
                    pressed[index, number] = sheet.mention(place, first)
            named = enumerate(sheet.recital.notes, 1)
            notes += [f"({note(f'{index + 1:05}', at)}) {sheet.mention(place, first)}" for at, place in named]
        ways = [f"{at} {first + sheet.first} 0 R" for at, sheet in enumerate(self._sheets)]
        ways += [f"{len(pages) + at} {pressed[key]}" for at, key in enumerate(links) if key in pressed]
        root = f"/Type /StructTreeRoot /K [{first + _DOCUMENT} 0 R] /ParentTree {first + 1} 0 R"
        root += f" /ParentTreeNextKey {len(pages) + len(links)}"
        if notes:
            root += f" /IDTree << /Names [{' '.join(notes)}] >>"
        objects = [f"<< {root} >>", f"<< /Nums [{' '.join(ways)}] >>"]
        objects += [self._written(each, first, pages, links) for each in self._elements]
        numbers = [first, first + 1, *(first + each.number for each in self._elements)]
        for at in range(0, len(objects), MOST):
            own = numbers[at : at + MOST]
            begin, words = joined(own, objects[at : at + MOST])
            yield ObjectStream(own, begin, made(words, partial(deflated, words)))
        names = _heading_names(b"".join([sheet.recital.levels for sheet in self._sheets]))
        for index, (sheet, page) in enumerate(zip(self._sheets, pages, strict=True)):
            recital, number = sheet.recital, first + sheet.first
            place = f"{first + sheet.holder.number} 0 R"
            loose = [f"{first + each.number} 0 R" for each in sheet.loose]
            told = [links.get((index, each), "") for each, _ in recital.links]
            headings = [next(names) for _ in recital.levels]
            begin, data = _filled(recital, (number, page, place, index + 1, loose, told, headings), made)
            yield ObjectStream(range(number, number + recital.count + 1), begin, data)

    def _written(
        self, element: _Element, first: int, pages: Sequence[str], links: Mapping[tuple[int, int], str]
    ) -> str:
        """An element of no one sheet."""
        kids: list[str] = []
        count = 0
        for each in element.kids:
            if isinstance(each, _Element):
                kids.append(f"{first + each.number} 0 R")
                count += 1
                continue
            index, own, likely = each
            count += len(own)
            number = first + self._sheets[index].first
            if likely and number == self._sheets[index].recital.number:
                kids.append(likely)
            elif max(own) < LINK:
                kids.append(mentions(number, own))
            else:
                kids += [self._held(index, kid, number + 1, pages[index], links) for kid in own]
        parent = first + element.parent.number if element.parent else first
        held = kids[0] if count == 1 and not kids[0].startswith("<<") else f"[{' '.join(kids)}]"
        return f"<<{element.entries}/P {parent} 0 R/K {held}>>"

    def _held(self, index: int, kid: int, begin: int, page: str, links: Mapping[tuple[int, int], str]) -> str:
        """What stands in an element of no one sheet: an element of a sheet, a link or a bracket."""
        recital = self._sheets[index].recital
        if kid >= BRACKET:
            return f"<</Type/MCR/Pg {page}/MCID {recital.brackets[kid - BRACKET]}>>"
        if kid >= LINK:
            return link(links.get((index, recital.links[kid - LINK][0]), ""), page)
        return f"{begin + kid} 0 R"

    def _close(self, level: int) -> None:
        """Close the sections of a level and below; one nothing stands in has not been."""
        while self._open[-1][0] >= level:
            _, section = self._open.pop()
            if not section.kids:
                self._elements.remove(section)
                self._open[-1][1].kids.remove(section)

    def _element(self, identity: Identity, entries: str, parent: _Element, sheet: _Sheet) -> _Element:
        element = _Element(identity, entries, parent, sheet, sheet.begun)
        sheet.begun += 1
        self._elements.append(element)
        parent.kids.append(element)
        return element

    def _take(self, kids: Sequence[int | Loose], likely: str, holder: _Element, sheet: _Sheet, may_go_on: bool) -> None:
        """Take in what stands in an element of a sheet, of which the first and the last may be loose; the first may be
        one with what stood there last."""
        begin, end = 0, len(kids)
        if kids and isinstance(first := kids[0], Loose):
            begin = 1
            last = holder.kids[-1] if holder.kids else None
            goes_on = may_go_on and isinstance(last, _Element) and last.identity == first.identity
            self._take_loose(first, last if goes_on and isinstance(last, _Element) else None, holder, sheet)
        ending = kids[-1] if end > begin else None
        if isinstance(ending, Loose):
            end -= 1
        if end > begin:
            holder.kids.append((len(self._sheets), cast(list[int], [*kids[begin:end]]), likely))
        if isinstance(ending, Loose):
            self._take_loose(ending, None, holder, sheet)

    def _take_loose(self, loose: Loose, one: _Element | None, holder: _Element, sheet: _Sheet) -> None:
        """Take in a loose end; it is `one` with another of its holder's, or a new one there."""
        element = one or self._element(loose.identity, loose.entries, holder, sheet)
        sheet.loose.append(element)
        self._take(loose.kids, loose.mentions, element, sheet, one is not None)


def _filled(recital: Recital, told: _Told, made: Made) -> tuple[int, Data]:
    """Where the first object of a sheet begins in its stream, and the stream: what a book knows is filled in and all is
    deflated only where that has not been done before."""
    what = recital.digest + encode(told)
    return recital.begins_from(told[0]), made(what, lambda: deflated(recital.filled(*told)))


def _heading_names(levels: bytes) -> Iterator[str]:
    """Headings below one another go down a level at a time, whatever sizes the designer chose (ISO 14289-1, 7.4.2)."""
    above: list[int] = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        yield HEADINGS[len(above)]
        above.append(level)
