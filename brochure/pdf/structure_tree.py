"""The structure of a book: its sheets' recitals joined under its sections, and numbered.

ISO 32000-1, 14.7.2 to 14.7.4. A long book has tens of thousands of elements; only what stands over the sheets, or goes
on from one to the next, is handled one by one here.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TypeAlias

from msgspec import Struct, field

from brochure.drawing.structure import Role
from brochure.layout.page import Bookmark
from brochure.pdf.recital import BRACKET, HEADING, HEADINGS, LINK, LOOSE, NOTE, PAGE, PLACE, Identity, Loose, Recital

_AHEAD = 2  # objects before the sheets' own: the root, the parents


_Values: TypeAlias = dict[int, int | str]
"""What fills a sheet's slots: numbers of objects, and words."""


class _Element(Struct, eq=False):
    """An element of no one sheet: what stands in it, by sheet and slot where it is written there, and its place among
    such, when all are known."""

    identity: Identity
    entries: str
    parent: _Element | None
    kids: list[_Element | tuple[int, int]] = field(default_factory=list["_Element | tuple[int, int]"])
    place: int = 0


class _Sheet(Struct, eq=False):
    """A sheet's recital, the element its outermost stand in, and those its loose ends are of."""

    recital: Recital
    holder: _Element
    loose: list[_Element]


class Tree:
    """The structure of a book's sheets, each with its bookmarks: every bookmark opens a section at its level."""

    def __init__(self, sheets: Iterable[tuple[Recital, Sequence[Bookmark]]]) -> None:
        self._elements: list[_Element] = []
        self._sheets: list[_Sheet] = []
        self._open: list[tuple[int, _Element]] = [(0, self._grouping(Role.DOCUMENT, None))]
        for recital, bookmarks in sheets:
            for bookmark in bookmarks:
                self._close(bookmark.level)
                self._open.append((bookmark.level, self._grouping(Role.SECTION, self._open[-1][1])))
            sheet = _Sheet(recital, self._open[-1][1], [])
            self._take(recital.kids, sheet.holder, sheet.loose, True)
            self._sheets.append(sheet)
        self._close(1)
        for place, element in enumerate(self._elements):
            element.place = place

    @property
    def count(self) -> int:
        """How many objects the tree is written as."""
        return _AHEAD + len(self._sheets) + len(self._elements) + sum(sheet.recital.count for sheet in self._sheets)

    @property
    def links(self) -> Iterator[tuple[int, int]]:
        """The links told of, by sheet and number."""
        for index, sheet in enumerate(self._sheets):
            for number, _ in sheet.recital.links:
                yield index, number

    def objects(self, first: int, pages: Sequence[str], links: Mapping[tuple[int, int], str]) -> list[str]:
        """The tree's root, whose number is `first`, the way back from brackets to elements, and every element, in the
        order of their numbers. `pages` are the mentions of the sheets' pages, `links` those of the annotations by sheet
        and number."""
        own = first + _AHEAD + len(pages)
        begins = accumulate((sheet.recital.count for sheet in self._sheets), initial=own + len(self._elements))
        names = iter(_heading_names(b"".join([sheet.recital.levels for sheet in self._sheets])))
        ways: list[str] = []
        elements: list[str] = []
        known: list[_Values] = []
        pressed: dict[tuple[int, int], str] = {}
        notes: list[str] = []
        for index, (sheet, begin) in enumerate(zip(self._sheets, begins, strict=False)):
            recital = sheet.recital
            values = _values(sheet, begin, own, pages[index])
            values.update((HEADING + at, next(names)) for at in range(len(recital.levels)))
            for at, slot in enumerate(recital.notes):
                values[NOTE + at] = identifier = f"note-{len(notes) + 1:05}"
                notes.append(f"({identifier}) {values[slot]} 0 R")
            for at, (number, slot) in enumerate(recital.links):
                mention = links.get((index, number), "")
                values[LINK + at] = f"<</Type/OBJR/Obj {mention}/Pg {pages[index]}>>" if mention else ""
                if mention:
                    pressed[index, number] = f"{values[slot]} 0 R"
            slots = array("I", recital.slots)
            way, *lines = (recital.text % tuple([values[slot] for slot in slots])).split("\n")
            ways.append(way)
            elements += lines
            known.append(values)
        seams = [_written(each, first, own, known) for each in self._elements]
        entries = [f"{sheet} {first + _AHEAD + sheet} 0 R" for sheet in range(len(pages))]
        entries += [f"{len(pages) + place} {pressed[key]}" for place, key in enumerate(links) if key in pressed]
        root = f"/Type /StructTreeRoot /K [{own} 0 R] /ParentTree {first + 1} 0 R"
        root += f" /ParentTreeNextKey {len(pages) + len(links)}"
        if notes:
            root += f" /IDTree << /Names [{' '.join(notes)}] >>"
        return [f"<< {root} >>", f"<< /Nums [{' '.join(entries)}] >>", *ways, *seams, *elements]

    def _close(self, level: int) -> None:
        """Close the sections of a level and below; one nothing stands in has not been."""
        while self._open[-1][0] >= level:
            _, section = self._open.pop()
            if not section.kids:
                self._elements.remove(section)
                self._open[-1][1].kids.remove(section)

    def _grouping(self, role: Role, parent: _Element | None) -> _Element:
        return self._element((role, "", "", 0), f"/S/{role}", parent)

    def _element(self, identity: Identity, entries: str, parent: _Element | None) -> _Element:
        element = _Element(identity, entries, parent)
        self._elements.append(element)
        if parent is not None:
            parent.kids.append(element)
        return element

    def _take(self, kids: Sequence[int | Loose], holder: _Element, loose: list[_Element], may_go_on: bool) -> None:
        """Take in what stands in an element of a sheet; the first may be one with what stood there last."""
        index = len(self._sheets)
        for at, kid in enumerate(kids):
            if not isinstance(kid, Loose):
                holder.kids.append((index, kid))
                continue
            last = holder.kids[-1] if holder.kids else None
            goes_on = may_go_on and at == 0 and isinstance(last, _Element) and last.identity == kid.identity
            element = last if goes_on else self._element(kid.identity, kid.entries, holder)
            assert isinstance(element, _Element)
            loose.append(element)
            self._take(kid.kids, element, loose, goes_on)


def _values(sheet: _Sheet, begin: int, own: int, page: str) -> _Values:
    """What fills the slots of a sheet whose first element has the number `begin`, and those over the sheets `own` and
    on, but headings, links and notes."""
    values: _Values = dict(enumerate(range(begin, begin + sheet.recital.count)))
    values[PAGE] = page
    values[PLACE] = own + sheet.holder.place
    values.update((LOOSE + at, own + each.place) for at, each in enumerate(sheet.loose))
    brackets = enumerate(sheet.recital.brackets)
    values.update((BRACKET + at, f"<</Type/MCR/Pg {page}/MCID {number}>>") for at, number in brackets)
    return values


def _written(element: _Element, root: int, own: int, known: Sequence[_Values]) -> str:
    """An element of no one sheet; `known` are the sheets' values."""
    kids: list[str] = []
    for each in element.kids:
        value = own + each.place if isinstance(each, _Element) else known[each[0]][each[1]]
        kids.append(value if isinstance(value, str) else f"{value} 0 R")
    parent = root if element.parent is None else own + element.parent.place
    held = kids[0] if len(kids) == 1 and not kids[0].startswith("<<") else f"[{' '.join(kids)}]"
    return f"<<{element.entries}/P {parent} 0 R/K {held}>>"


def _heading_names(levels: bytes) -> Iterator[str]:
    """Headings below one another go down a level at a time, whatever sizes the designer chose (ISO 14289-1, 7.4.2)."""
    above: list[int] = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        yield HEADINGS[len(above)]
        above.append(level)
