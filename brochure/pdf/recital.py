"""The recital (読み上げ): what a hearing reader is told of one sheet, written so that a book has only to number it.

A sheet's elements are text with a slot wherever a number of the file comes: one template, filled in one go. What may go
on from the sheet before or onto the next is apart from it: the sheet's loose ends.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from brochure.drawing.structure import Role
from brochure.pdf.metadata import text_string
from brochure.pdf.paths import upright
from brochure.pdf.structure import arranged, goes_on
from brochure.pdf.tagging import Inside, Part

# What fills a slot: the own element of a number, or one of these and the number of it.
PAGE, PLACE, LOOSE, HEADING, LINK, NOTE, BRACKET = (kind << 16 for kind in range(1, 8))
HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)

_OPENINGS = {role: f"<</S/{'%s' if role in HEADINGS else role}/P %s 0 R/K " for role in Role}
_ODD = frozenset({*HEADINGS, Role.NOTE})  # what has a slot of its own
_NOTE = Role.NOTE

Identity: TypeAlias = tuple[str, str, str, int]
"""What tells an element from others: its role, where its copy is from, its language, which of its parts it is."""


class Loose(Struct, frozen=True):
    """An element at an end of its sheet that may be one with its neighbour on the next: `entries` are those of its
    dictionary but what it holds; `kids` are slots, or loose themselves at an end."""

    identity: Identity
    entries: str
    kids: tuple[int | Loose, ...]


class Recital(Struct, frozen=True):
    """A sheet's part of the structure. `text` has a line for the way back from the sheet's brackets to their elements,
    then one for each of its `count` elements; `slots` (four bytes each, as the machine has them) are filled into it.
    `kids` are the outermost elements in their order. `levels` are the headings' as the designer has them, `links` the
    numbers of the sheet's links that are told of with the slots of their elements, `notes` the notes' slots, `brackets`
    the numbers of those that stand in loose ends.
    """

    text: str
    slots: bytes
    count: int
    kids: tuple[int | Loose, ...]
    levels: bytes
    links: tuple[tuple[int, int], ...]
    notes: tuple[int, ...]
    brackets: tuple[int, ...]


def recital(document: Part, count: int, height: float, language: str) -> Recital:
    """The recital of a sheet of a `height` in points, whose parts are in `document` and have `count` brackets.
    `language` is the book's."""
    arranged(document)
    return _Writer(count, height).recital(document, language.replace("_", "-"))


class _Writer:
    def __init__(self, count: int, height: float) -> None:
        self._height = height
        self._lines: list[str] = []
        self._slots: list[Sequence[int]] = []
        self._owners = [0] * count  # of brackets
        self._levels = bytearray()
        self._links: list[tuple[int, int]] = []
        self._brackets: list[int] = []
        self._loose = 0
        self._notes: list[int] = []

    def recital(self, document: Part, language: str) -> Recital:
        kids = self._open_kids(document, PLACE, language, True, True)
        ways = f"[{' '.join(['%s 0 R'] * len(self._owners))}]"
        slots = array("I", self._owners)
        for each in self._slots:
            slots.extend(each)
        return Recital(
            "\n".join((ways, *self._lines)),
            slots.tobytes(),
            len(self._lines),
            kids,
            bytes(self._levels),
            tuple(self._links),
            tuple(self._notes),
            tuple(self._brackets),
        )

    def _open_kids(
        self, part: Part, slot: int, language: str, is_first: bool, is_last: bool
    ) -> tuple[int | Loose, ...]:
        """What stands in a part whose own slot is known: its first and last may go on, if it is the sheet's first or
        last itself."""
        kids: list[int | Loose] = []
        ends = len(part.inside) - 1
        for at, each in enumerate(part.inside):
            first, last = is_first and at == 0, is_last and at == ends
            if not isinstance(each, Part):
                kids.append(self._leaf(each, slot))
            elif (first or last) and goes_on(each, slot == PLACE):
                kids.append(self._loose_end(each, language, first, last))
            else:
                kids.append(self._element(each, slot, language))
        return tuple(kids)

    def _loose_end(self, part: Part, language: str, is_first: bool, is_last: bool) -> Loose:
        slot = LOOSE + self._loose
        self._loose += 1
        spoken = part.language.replace("_", "-") or language
        kids = self._open_kids(part, slot, spoken, is_first, is_last)
        identity = part.role.value, part.origin, part.language, part.number
        return Loose(identity, f"/S/{part.role}{self._entries(part, language, spoken)}", kids)

    def _leaf(self, inside: Inside, owner: int) -> int:
        """The slot of a bracket or a link in a loose end."""
        if isinstance(inside, int):
            self._owners[inside] = owner
            self._brackets.append(inside)
            return BRACKET + len(self._brackets) - 1
        assert not isinstance(inside, Part)
        self._links.append((inside.number, owner))
        return LINK + len(self._links) - 1

    def _element(self, part: Part, parent: int, language: str) -> int:
        """Write an element and all that stands in it; gives its slot."""
        lines, owners, inside = self._lines, self._owners, part.inside
        slot = len(lines)
        bracket = inside[0] if len(inside) == 1 else None
        role = part.role
        opening = _OPENINGS[role]
        if isinstance(bracket, int) and role not in _ODD and _is_plain(part):
            owners[bracket] = slot
            lines.append(f"{opening}{bracket}/Pg %s>>")
            self._slots.append((parent, PAGE))
            return slot
        lines.append("")
        slots = [parent]
        self._slots.append(slots)
        spoken = part.language.replace("_", "-") or language
        if role in HEADINGS:
            slots.insert(0, HEADING + len(self._levels))
            self._levels.append(HEADINGS.index(role))
        has_brackets = False
        kids: list[str] = []
        for each in inside:
            if isinstance(each, int):
                owners[each] = slot
                has_brackets = True
                kids.append(str(each))
            elif isinstance(each, Part):
                slots.append(self._element(each, slot, spoken))
                kids.append("%s 0 R")
            else:
                slots.append(LINK + len(self._links))
                self._links.append((each.number, slot))
                kids.append("%s")
        held = kids[0] if len(kids) == 1 and kids[0] != "%s" else f"[{' '.join(kids)}]"
        page = ""
        if has_brackets:
            page = "/Pg %s"
            slots.append(PAGE)
        entries = self._entries(part, language, spoken, has_brackets).replace("%", "%%")
        if role is _NOTE:
            entries += "/ID (%s)"
            slots.append(NOTE + len(self._notes))
            self._notes.append(slot)
        lines[slot] = f"{opening}{held}{page}{entries}>>"
        return slot

    def _entries(self, part: Part, language: str, spoken: str, has_brackets: bool = False) -> str:
        """What else is known of an element; `language` is the one around it, `spoken` the one in it."""
        found = "" if spoken == language else f"/Lang {text_string(spoken)}"
        if part.alternative:
            found += f"/Alt {text_string(part.alternative)}"
        if part.spoken:
            found += f"/ActualText {text_string(part.spoken)}"
        if part.scope or part.columns > 1:
            scope = f" /Scope /{part.scope}" if part.scope else ""
            spanned = f" /ColSpan {part.columns}" if part.columns > 1 else ""
            found += f"/A << /O /Table{scope}{spanned} >>"
        if part.box is not None and has_brackets:
            found += f"/A << /O /Layout /Placement /Block /BBox [{upright(part.box, self._height)}] >>"
        return found


def _is_plain(part: Part) -> bool:
    """Whether no more is known of a part than its role, if it is none of those that have a way of their own."""
    return not (part.language or part.alternative or part.spoken or part.scope or part.box) and part.columns == 1
