"""The recital (読み上げ): what a hearing reader is told of one sheet, with the numbers it is likely to have in a file.

A sheet's elements are written as they will stand in a stream of their own. Wherever something comes that a book alone
knows there is a blank of the same length, so a book has only to fill in a few of them; the sheet's own numbers it
changes where they turn out to be others. What may go on from the sheet before or onto the next is apart: the sheet's
loose ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from itertools import chain
from typing import SupportsBytes, TypeAlias

from msgspec import Struct

from brochure.drawing.structure import Role
from brochure.pdf.metadata import text_string
from brochure.pdf.object_stream import joined
from brochure.pdf.paths import upright
from brochure.pdf.structure import arranged, goes_on
from brochure.pdf.tagging import Inside, Part, Pressed

# Kids that are no element of the sheet: a bracket or a link, with the number of it.
LINK, BRACKET = 1 << 16, 2 << 16
HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)

# Blanks: signs that stand in no text.
_WIDTH = 11  # of a mention: seven digits, and what follows them
_PAGE, _PLACE = "\x01" * _WIDTH, "\x02" * _WIDTH
_ON_PAGE = f"/Pg {_PAGE}"
_LOOSE, _LINK = "\x03{:9}\x03", "\x04{:43}\x04"
_HEADING = "\x05\x05"
_SHEET = "\x06" * 5
_PAGE_BLANK, _PLACE_BLANK, _HEADING_BLANK, _SHEET_BLANK = (
    each.encode("ascii") for each in (_PAGE, _PLACE, _HEADING, _SHEET)
)

_OWN_MENTION = rb"(\d+)( 0\tR)"  # of an element of the sheet, told from others by its white space

_OPENINGS = {role: f"<</S/{_HEADING if role in HEADINGS else role}/P " for role in Role}
_ODD = frozenset({*HEADINGS, Role.NOTE})  # what has a blank of its own
_NOTE = Role.NOTE

Identity: TypeAlias = tuple[str, str, str, int]
"""What tells an element from others: its role, where its copy is from, its language, which of its parts it is."""


class Loose(Struct, frozen=True, array_like=True):
    """An element at an end of its sheet that may be one with its neighbour on the next: `entries` are those of its
    dictionary but what it holds; `kids` are the sheet's elements by their places, links, brackets, or loose themselves
    at an end; `mentions` those of the ones that are not loose, where they are elements and nothing else."""

    identity: Identity
    entries: str
    kids: tuple[int | Loose, ...]
    mentions: str


class Recital(Struct, frozen=True, array_like=True):
    """A sheet's part of the structure. `words` are objects of numbers from `number` on as they stand in a stream, where
    the first begins at `begins`: the way back from the sheet's brackets to their elements, then its `count` elements.
    `kids` are the outermost elements in their order, `mentions` of those that are not loose, where they are elements
    and nothing else. `levels` are the headings' as the designer has them; `links` the
    numbers of the sheet's links that are told of, `notes` the notes, each with the place of its element among the
    sheet's, or less than 0 that of a loose one from behind; `brackets` the numbers of those that stand in loose ends.
    `digest` is the SHA-256 of the words.
    """

    number: int
    count: int
    begins: int
    words: SupportsBytes
    kids: tuple[int | Loose, ...]
    mentions: str
    levels: bytes
    links: tuple[tuple[int, int], ...]
    notes: tuple[int, ...]
    brackets: tuple[int, ...]
    digest: bytes

    def begins_from(self, number: int) -> int:
        """Where the first object begins, with numbers from another one on."""
        return self.begins if number == self.number else self.numbered(number)[0]

    def numbered(self, number: int) -> tuple[int, bytes]:
        """Where the first object begins, and all of them, with numbers from another one on."""
        if number == self.number:
            return self.begins, bytes(self.words)
        further = number - self.number
        said = bytes(self.words)[self.begins :]
        own = re.sub(_OWN_MENTION, lambda found: b"%d%b" % (int(found[1]) + further, found[2]), said)
        return joined(range(number, number + self.count + 1), own.decode("ascii").split("\n"))

    def filled(
        self,
        number: int,
        page: str,
        place: str,
        sheet: int,
        loose: Sequence[str],
        links: Sequence[str],
        headings: Sequence[str],
    ) -> bytes:
        """All objects, with numbers from `number` on and what the book knows: the mentions of the sheet's page and of
        what its elements stand in, the sheet's number, the mentions of its loose ends and links (of one that is not in
        the book, nothing), and the roles of its headings."""
        _, words = self.numbered(number)
        words = words.replace(_PAGE_BLANK, page.ljust(_WIDTH).encode())
        words = words.replace(_PLACE_BLANK, place.ljust(_WIDTH).encode())
        for at, mention in enumerate(loose):
            words = words.replace(_LOOSE.format(at).encode(), mention.ljust(_WIDTH).encode())
        for at, mention in enumerate(links):
            blank = _LINK.format(at)
            words = words.replace(blank.encode(), link(mention, page).ljust(len(blank)).encode())
        if headings:
            parts = words.split(_HEADING_BLANK)
            words = b"".join(chain.from_iterable(zip(parts, (each.encode() for each in (*headings, "")), strict=True)))
        if self.notes:
            words = words.replace(_SHEET_BLANK, f"{sheet:05}".encode())
        return words


def mentions(number: int, places: Sequence[int]) -> str:
    """The mentions of elements by their places among a sheet's, whose numbers are from `number` on."""
    return f"{' 0 R '.join([str(number + 1 + place) for place in places])} 0 R"


def link(mention: str, page: str) -> str:
    """What a link's element holds of its annotation; nothing where that is not in the file."""
    return f"<</Type/OBJR/Obj {mention}/Pg {page}>>" if mention else ""


def note(sheet: str, place: int) -> str:
    """What a note is called by: the number of its sheet in five digits, and its place on it."""
    return f"note-{sheet}-{place:03}"


def recital(document: Part, count: int, height: float, language: str, number: int) -> Recital:
    """The recital of a sheet of a `height` in points, whose parts are in `document` and have `count` brackets.
    `language` is the book's; the sheet's numbers are likely to begin with `number`."""
    arranged(document)
    return _Writer(count, height, number).recital(document, language.replace("_", "-"))


class _Writer:
    def __init__(self, count: int, height: float, number: int) -> None:
        self._height = height
        self._number = number
        self._lines: list[str] = []
        self._owners = [""] * count  # of brackets
        self._levels = bytearray()
        self._links: list[tuple[int, int]] = []
        self._brackets: list[int] = []
        self._loose = 0
        self._notes: list[int] = []

    def recital(self, document: Part, language: str) -> Recital:
        kids = self._open_kids(document, _PLACE, 0, language, True, True)
        number, lines = self._number, self._lines
        numbers = range(number, number + len(lines) + 1)
        begins, words = joined(numbers, (f"[{' '.join(self._owners)}]", *lines))
        return Recital(
            number,
            len(lines),
            begins,
            words,
            kids,
            self._mentions(kids),
            bytes(self._levels),
            tuple(self._links),
            tuple(self._notes),
            tuple(self._brackets),
            sha256(words).digest(),
        )

    def _open_kids(
        self, part: Part, mention: str, place: int, language: str, is_first: bool, is_last: bool
    ) -> tuple[int | Loose, ...]:
        """What stands in a part of no one sheet: its first and last may go on, if it is the sheet's first or last
        itself."""
        kids: list[int | Loose] = []
        ends = len(part.inside) - 1
        for at, each in enumerate(part.inside):
            first, last = is_first and at == 0, is_last and at == ends
            if not isinstance(each, Part):
                kids.append(self._leaf(each, mention, place))
            elif (first or last) and goes_on(each, mention is _PLACE):
                kids.append(self._loose_end(each, language, first, last))
            else:
                kids.append(len(self._lines))
                self._element(each, mention, language)
        return tuple(kids)

    def _loose_end(self, part: Part, language: str, is_first: bool, is_last: bool) -> Loose:
        mention = _LOOSE.format(self._loose)
        self._loose += 1
        spoken = part.language.replace("_", "-") or language
        kids = self._open_kids(part, mention, -self._loose, spoken, is_first, is_last)
        identity = part.role.value, part.origin, part.language, part.number
        return Loose(identity, f"/S/{part.role}{self._entries(part, language, spoken)}", kids, self._mentions(kids))

    def _mentions(self, kids: Sequence[int | Loose]) -> str:
        own = [each for each in kids if not isinstance(each, Loose)]
        return mentions(self._number, own) if own and max(own) < LINK else ""

    def _leaf(self, inside: Inside, owner: str, place: int) -> int:
        """A bracket or a link in a loose end."""
        if isinstance(inside, int):
            self._owners[inside] = owner
            self._brackets.append(inside)
            return BRACKET + len(self._brackets) - 1
        assert not isinstance(inside, Part)
        self._links.append((inside.number, place))
        return LINK + len(self._links) - 1

    def _element(self, part: Part, parent: str, language: str) -> str:
        """Write an element and all that stands in it; gives its mention."""
        lines, owners, inside = self._lines, self._owners, part.inside
        place = len(lines)
        mention = f"{self._number + 1 + place} 0\tR"
        role, own = part.role, part.language
        spoken = language if not own or own == language else own.replace("_", "-")
        is_plain = spoken == language and not (part.alternative or part.spoken or part.scope or part.box)
        is_plain = is_plain and part.columns == 1
        if is_plain and len(inside) == 1 and type(bracket := inside[0]) is int and role not in _ODD:
            owners[bracket] = mention
            lines.append(f"{_OPENINGS[role]}{parent}/K {bracket}/Pg {_PAGE}>>")
            return mention
        lines.append("")
        if role in HEADINGS:
            self._levels.append(HEADINGS.index(role))
        page = ""
        kids: list[str] = []
        for each in inside:
            if type(each) is Part:
                kids.append(self._element(each, mention, spoken))
            elif type(each) is int:
                owners[each] = mention
                page = _ON_PAGE
                kids.append(str(each))
            elif type(each) is Pressed:
                kids.append(_LINK.format(len(self._links)))
                self._links.append((each.number, place))
        held = kids[0] if len(kids) == 1 and kids[0][0] != _LINK[0] else f"[{' '.join(kids)}]"
        entries = "" if is_plain else self._entries(part, language, spoken, bool(page))
        if role is _NOTE:
            self._notes.append(place)
            entries += f"/ID ({note(_SHEET, len(self._notes))})"
        lines[place] = f"{_OPENINGS[role]}{parent}/K {held}{page}{entries}>>"
        return mention

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
