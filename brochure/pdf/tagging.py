"""Marked content: while a sheet is drawn, what of its stream belongs to which element a hearing reader is told of.

A frame's tags become a raw tree of parts; each run of operators that belongs to one of them is bracketed with its role
and a number (ISO 32000-1, 14.7.4). All else that paints is an artifact. A bracket never reaches over q or Q.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from brochure.drawing.frame import Tagged
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role

_ARTIFACT, _FIGURE = Role.ARTIFACT, Role.FIGURE  # what stands inside is no element of its own
_SPAN, _LINK, _RUBIES = Role.SPAN, Role.LINK, (Role.RUBY, Role.RUBY_TEXT)
_BRACKETS = {role: f"/{role} <</MCID " for role in Role}
_OF_WORDS = frozenset(  # what words stand in without an element of their own
    {
        Role.HEADING_1,
        Role.HEADING_2,
        Role.HEADING_3,
        Role.PARAGRAPH,
        Role.SPAN,
        Role.CAPTION,
        Role.LIST_ITEM,
        Role.LABEL,
        Role.LIST_BODY,
        Role.TABLE_HEADER,
        Role.TABLE_CELL,
        Role.LINK,
        Role.REFERENCE,
        Role.NOTE,
    }
)


class Pressed(Struct, frozen=True, gc=False):
    """A link's annotation, by its number among the sheet's."""

    number: int


class Part(Struct, gc=False):
    """An element: its role, what is in it, and what is known of it. `spoken` are words that are heard but are no part
    of the copy (a reading). `target` is where a link leads, `box` what a figure covers, in the sheet's axes, `columns`
    how many of its table a cell covers. It does not know what it is in.
    """

    role: Role
    language: str = ""
    alternative: str = ""
    origin: str = ""
    number: int = 0
    target: str = ""
    spoken: str = ""
    box: Rect | None = None
    inside: list[Inside] = []
    scope: str = ""
    columns: int = 1


Inside: TypeAlias = Part | int | Pressed
"""A part, a bracket of the stream by its number, or a link."""

_DECORATION = Part(_ARTIFACT)


class Tagging:
    """The brackets of one sheet. `operators` is the stream they go into, `language` the document's. `around` is the
    element that is open and the language spoken in it: who opens one puts back what was around it."""

    def __init__(self, operators: list[str], language: str) -> None:
        self.root = Part(Role.DOCUMENT)
        self.around = self.root, language
        self._operators = operators
        self.count = 0
        self._open: Part | None = None
        self._is_artifact_open = False

    def begin(self, tagged: Tagged) -> None:
        """Open a tag; not where it opens nothing: inside of what is opaque, a figure without words, a span that says
        nothing of its words."""
        part, language = self.around
        role, own, within = tagged.role, tagged.language, part.role
        if not tagged.alternative:
            if role is _SPAN and (not own or own == language) and within in _OF_WORDS:
                return
            if role is _FIGURE:
                return
        if within is _ARTIFACT or within is _FIGURE:
            return
        if role is _ARTIFACT:
            self.around = _DECORATION, language
            return
        new = Part(role, own, tagged.alternative, tagged.origin, tagged.number)
        if tagged.columns != 1:
            new.columns = tagged.columns
        part.inside.append(new)
        self.around = new, own or language

    def begin_link(self, target: str) -> None:
        """Open a link's element, or the one before it again where a line's end has parted it."""
        part, language = self.around
        last = part.inside[-1] if part.inside else None
        if not (isinstance(last, Part) and last.role is _LINK and last.target == target):
            last = Part(_LINK, target=target)
            part.inside.append(last)
        self.around = last, language

    def press(self, number: int, target: str) -> None:
        """Take in the annotation of a link."""
        around = self.around
        if around[0].role is not _LINK:
            self.begin_link(target)
        self.around[0].inside.append(Pressed(number))
        self.around = around

    def words(self, language: str, spoken: str = "") -> None:
        """What is drawn next are words in a language; `spoken` where they are heard but not copied out."""
        part, around = self.around
        role = part.role
        if role is _ARTIFACT:
            if not self._is_artifact_open:
                self._decorate()
            return
        if spoken and role in _RUBIES:
            part.spoken += spoken
        elif language and language != around and role is not _FIGURE:
            last = part.inside[-1] if part.inside else None
            if not (isinstance(last, Part) and last is self._open and last.language == language):
                last = Part(_SPAN, language)
                part.inside.append(last)
            part = last
        if part is not self._open:
            self._mark(part)

    def shape(self) -> bool:
        """What is drawn next is no word: part of a figure, or decoration. Says whether it is of a figure."""
        part = self.around[0]
        if part.role is not _FIGURE:
            if not self._is_artifact_open:
                self._decorate()
            return False
        if part is not self._open:
            self._mark(part)
        return True

    def close(self) -> None:
        """End the bracket that is open, if one is."""
        if self._open is not None or self._is_artifact_open:
            self._operators.append("EMC")
            self._open, self._is_artifact_open = None, False

    def cover(self, box: Rect) -> None:
        """The figure that is drawn now covers this box too, in the sheet's axes."""
        figure = self.around[0]
        if figure.box is None:
            figure.box = box
            return
        left, top = min(figure.box.x, box.x), min(figure.box.y, box.y)
        right, bottom = max(figure.box.right, box.right), max(figure.box.bottom, box.bottom)
        figure.box = Rect(left, top, right - left, bottom - top)

    def _decorate(self) -> None:
        self.close()
        self._operators.append("/Artifact BMC")
        self._is_artifact_open = True

    def _mark(self, part: Part) -> None:
        end = "" if self._open is None and not self._is_artifact_open else "EMC\n"
        self._operators.append(f"{end}{_BRACKETS[part.role]}{self.count}>> BDC")
        part.inside.append(self.count)
        self.count += 1
        self._open, self._is_artifact_open = part, False
