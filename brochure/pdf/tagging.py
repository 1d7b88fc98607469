"""Marked content: while a sheet is drawn, what of its stream belongs to which element a hearing reader is told of.

A frame's tags become a raw tree of parts; each run of operators that belongs to one of them is bracketed with its role
and a number (ISO 32000-1, 14.7.4). All else that paints is an artifact. A bracket never reaches over q or Q.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from msgspec import Struct, field

from brochure.drawing.frame import Tagged
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role

_OPAQUE = (Role.ARTIFACT, Role.FIGURE)  # what stands inside is no element of its own


class Mark(NamedTuple):
    """A bracketed part of a sheet's stream, by the sheet's index and the bracket's number."""

    sheet: int
    number: int


class Pressed(NamedTuple):
    """A link's annotation, by the sheet's index and the link's number among the sheet's."""

    sheet: int
    number: int


class Part(Struct):
    """An element: its role, what is in it, and what is known of it. `spoken` are words that are heard but are no part
    of the copy (a reading). `target` is where a link leads, `box` what a figure covers, in the sheet's axes, `columns`
    how many of its table a cell covers.
    """

    role: Role
    language: str = ""
    alternative: str = ""
    origin: str = ""
    number: int = 0
    target: str = ""
    spoken: str = ""
    box: Rect | None = None
    inside: list[Inside] = field(default_factory=list["Inside"])
    scope: str = ""
    columns: int = 1

    def __reduce__(self) -> tuple[object, ...]:
        """Packed in few words: a book has tens of thousands, most with nothing but a role and what is inside."""
        plain = (self.role, self.inside, self.origin, self.language, self.number)
        odd = self.alternative or self.target or self.spoken or self.scope
        if not odd and self.box is None and self.columns == 1:
            while len(plain) > 2 and not plain[-1]:
                plain = plain[:-1]
            return part_of, plain
        return part_of, (*plain, self.alternative, self.target, self.spoken, self.box, self.scope, self.columns)


def part_of(
    role: Role,
    inside: list[Inside],
    origin: str = "",
    language: str = "",
    number: int = 0,
    alternative: str = "",
    target: str = "",
    spoken: str = "",
    box: Rect | None = None,
    scope: str = "",
    columns: int = 1,
) -> Part:
    """A part, unpacked."""
    return Part(role, language, alternative, origin, number, target, spoken, box, inside, scope, columns)


Inside: TypeAlias = Part | Mark | Pressed


class Tagging(Struct):
    """The brackets of one sheet. `operators` is the stream they go into, `language` the document's."""

    sheet: int
    operators: list[str]
    language: str
    root: Part = field(default_factory=lambda: Part(Role.DOCUMENT))
    count: int = 0
    _stack: list[Part] = field(default_factory=list[Part])
    _languages: list[str] = field(default_factory=list[str])
    _open: Part | None = None
    _is_artifact_open: bool = False

    def __post_init__(self) -> None:
        self._stack.append(self.root)
        self._languages.append(self.language)

    @property
    def is_figure(self) -> bool:
        """Whether what is drawn now belongs to a figure."""
        return self._stack[-1].role is Role.FIGURE

    def begin(self, tagged: Tagged) -> bool:
        """Open a tag; False where it opens nothing, inside of what is opaque already, or a figure without words."""
        now = self._stack[-1]
        if now.role in _OPAQUE or (tagged.role is Role.FIGURE and not tagged.alternative):
            return False
        part = Part(tagged.role, tagged.language, tagged.alternative, tagged.origin, tagged.number)
        part.columns = tagged.columns
        if tagged.role is not Role.ARTIFACT:
            now.inside.append(part)
        self._enter(part)
        return True

    def begin_link(self, target: str) -> None:
        """Open a link's element, or the one before it again where a line's end has parted it."""
        now = self._stack[-1]
        last = now.inside[-1] if now.inside else None
        if not (isinstance(last, Part) and last.role is Role.LINK and last.target == target):
            last = Part(Role.LINK, target=target)
            now.inside.append(last)
        self._enter(last)

    def end(self) -> None:
        """Close the tag or link opened last."""
        self._stack.pop()
        self._languages.pop()

    def press(self, number: int, target: str) -> None:
        """Take in the annotation of a link."""
        now = self._stack[-1]
        if now.role is not Role.LINK:
            self.begin_link(target)
            self._stack[-1].inside.append(Pressed(self.sheet, number))
            self.end()
        else:
            now.inside.append(Pressed(self.sheet, number))

    def words(self, language: str, spoken: str = "") -> None:
        """What is drawn next are words in a language; `spoken` where they are heard but not copied out."""
        now = self._stack[-1]
        if now.role is Role.ARTIFACT:
            self.decoration()
            return
        if spoken and now.role in (Role.RUBY_TEXT, Role.RUBY):
            now.spoken += spoken
        elif language and language != self._languages[-1] and now.role is not Role.FIGURE:
            last = now.inside[-1] if now.inside else None
            if not (isinstance(last, Part) and last is self._open and last.language == language):
                last = Part(Role.SPAN, language)
                now.inside.append(last)
            now = last
        self._mark(now)

    def shape(self) -> None:
        """What is drawn next is no word: part of a figure, or decoration."""
        if self.is_figure:
            self._mark(self._stack[-1])
        else:
            self.decoration()

    def decoration(self) -> None:
        """What is drawn next is an artifact."""
        if not self._is_artifact_open:
            self.close()
            self.operators.append("/Artifact BMC")
            self._is_artifact_open = True

    def close(self) -> None:
        """End the bracket that is open, if one is."""
        if self._open is not None or self._is_artifact_open:
            self.operators.append("EMC")
            self._open, self._is_artifact_open = None, False

    def cover(self, box: Rect) -> None:
        """The figure that is drawn now covers this box too, in the sheet's axes."""
        figure = self._stack[-1]
        if figure.box is None:
            figure.box = box
            return
        left, top = min(figure.box.x, box.x), min(figure.box.y, box.y)
        right, bottom = max(figure.box.right, box.right), max(figure.box.bottom, box.bottom)
        figure.box = Rect(left, top, right - left, bottom - top)

    def _enter(self, part: Part) -> None:
        self._stack.append(part)
        self._languages.append(part.language or self._languages[-1])

    def _mark(self, part: Part) -> None:
        if part is self._open:
            return
        self.close()
        self.operators.append(f"/{part.role} <</MCID {self.count}>> BDC")
        part.inside.append(Mark(self.sheet, self.count))
        self.count += 1
        self._open = part
