"""Copy set as strips: paragraphs, headings, single lines, with widows and orphans kept together.

The author's copy parts paragraphs by an empty line; a single line end inside a paragraph is only how the YAML was typed
and is taken away (between CJK characters) or becomes a word space.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from math import ceil
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from brochure.content.marks import Piece, edited, plain_of, sliced
from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Placed, Tagged
from brochure.drawing.geometry import Size
from brochure.drawing.structure import Role
from brochure.layout.inline import first_readings, runs_of
from brochure.layout.strip import Element, Strip
from brochure.layout.styles import Readings, Style, StyleSheet
from brochure.patterns import pattern
from brochure.typesetting.compose import compose
from brochure.typesetting.line import Finding, Line
from brochure.typesetting.paragraph import Alignment, Breaks, Paragraph, ParagraphStyle, Run, paragraph


class Words(Struct, frozen=True, gc=False):
    """Copy in one language and the content key it came from; `pieces` are the same copy with what is marked in it,
    none where nothing is.

    `text` is the plain copy: what bookmarks, running heads and labels print.
    """

    text: str
    origin: str = ""
    language: str = ""
    pieces: tuple[Piece, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def after(self, sign: str) -> Words:
        """The same words with a sign before them: a number, a letter."""
        return replace(self, text=sign + self.text, pieces=(Piece(sign), *self.pieces) if self.pieces else ())

    def part(self, start: int, end: int) -> Words:
        """Part of the copy, in code points."""
        if start == 0 and end == len(self.text):
            return self
        return replace(self, text=self.text[start:end], pieces=sliced(self.pieces, start, end))


NO_WORDS = Words("")
T = TypeVar("T")
_NO_ELEMENT = Element()
_MOST_LONG = 64  # paragraphs of several lines that are kept: those of a few pages


class Said(str):
    """Words on their way through a chart, a map or a row, that still know the key they came from."""

    __slots__ = ("origin",)
    origin: str

    def __new__(cls, words: str, origin: str) -> Said:
        said = super().__new__(cls, words)
        said.origin = origin
        return said

    def __reduce__(self) -> tuple[type[Said], tuple[str, str]]:
        """What it is made of again in another process."""
        return Said, (str(self), self.origin)


class Typesetter(Struct):
    """Sets words in the styles of one language; what gave way while composing is gathered in `findings`.

    `others` are the typesetters of the other languages of the booklet by their tags: words say which language they are
    in, and are set in its faces and by its conventions.

    What gave no finding is kept by its copy, its style (held, so that the style's identity stays its own) and its
    measure: the labels of tables, the words of charts and the headings of a yearbook come back on every page. Copy of
    more than one line comes back at once, when a page is set again, or not at all: of it the last few are kept.
    """

    styles: StyleSheet
    language: str
    findings: list[tuple[str, Finding]] = field(default_factory=list[tuple[str, Finding]])
    others: dict[str, Typesetter] = field(default_factory=dict[str, "Typesetter"])
    _styles: dict[tuple[str, Alignment | None, Colour | None], Style] = field(
        default_factory=dict[tuple[str, Alignment | None, Colour | None], Style]
    )
    _in_labels: dict[int, tuple[Style, ParagraphStyle]] = field(default_factory=dict[int, tuple[Style, ParagraphStyle]])
    _cast: dict[tuple[str, int], _Label] = field(default_factory=dict[tuple[str, int], "_Label"])
    _labels: dict[tuple[str, int, str, bool], Frame] = field(default_factory=dict[tuple[str, int, str, bool], Frame])
    _kept: dict[Hashable, Any] = field(default_factory=dict[Hashable, Any])
    _set: dict[tuple[str, int, float], _Copy] = field(default_factory=dict[tuple[str, int, float], "_Copy"])
    _long: deque[tuple[str, int, float]] = field(default_factory=deque[tuple[str, int, float]])

    def style(self, name: str, alignment: Alignment | None = None, colour: Colour | None = None) -> Style:
        """A style by name, aligned or coloured otherwise where asked; the same style each time."""
        key = name, alignment, colour
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self.styles[name].otherwise(alignment, colour)
        return style

    def lines(self, words: Words, style: Style, measure: float) -> tuple[Line, ...]:
        """The lines of one paragraph at a measure in points."""
        if words.pieces:
            return self._marked_lines(words, style, measure)
        known = self._set.get((words.text, id(style), measure))
        return (known or self._plain(words, style, measure, _NO_ELEMENT)).lines

    def _plain(self, words: Words, style: Style, measure: float, element: Element) -> _Copy:
        """A paragraph in which nothing is marked, composed; kept, of its first element, if it gave no finding."""
        count = len(self.findings)
        lines = self._composed(paragraph(words.text, style.paragraph, words.origin), measure)
        made = _Copy(style, lines, element, strips_of(lines, style, element))
        if len(self.findings) == count:
            key = words.text, id(style), measure
            self._set[key] = made
            if len(lines) > 1:
                self._long.append(key)
                if len(self._long) > _MOST_LONG:
                    del self._set[self._long.popleft()]
        return made

    def _marked_lines(self, words: Words, style: Style, measure: float) -> tuple[Line, ...]:
        copy, found = marked(words, style)
        self.findings.extend((words.origin, finding) for finding in found)
        return self._composed(copy, measure)

    def text(
        self, words: Words, style: Style | str, measure: float, element: Element | None = None
    ) -> tuple[Strip, ...]:
        """The strips of copy of one or more paragraphs, one strip a line, each paragraph an element of the style's role
        or all of them of the one that is given.

        Where the style ends its lines between phrases (a heading, a caption), a line end typed in the copy is a line
        end wanted; where it takes whole lines of the grid, the whole is one strip.
        """
        speaker = self.others.get(words.language, self)
        if speaker is not self:
            return speaker.text(words, speaker._in_own_faces(style), measure, element)
        chosen = self.styles[style] if isinstance(style, str) else style
        if not words.text.strip():
            return ()
        if words.pieces:
            return self._marked_text(words, chosen, measure, element)
        if "\n" not in words.text:
            return self._plain_text(words, chosen, measure, element or self._element(chosen, words, 0))
        strips: list[Strip] = []
        for number, copy in enumerate(paragraphs_of(words, chosen)):
            strips += self._plain_text(copy, chosen, measure, element or self._element(chosen, words, number))
        return tuple(strips)

    def _plain_text(self, words: Words, style: Style, measure: float, element: Element) -> tuple[Strip, ...]:
        """The strips of one paragraph in which nothing is marked."""
        made = self._set.get((words.text, id(style), measure)) or self._plain(words, style, measure, element)
        strips = made.strips
        return strips if made.element is element else tuple([each.of(element) for each in strips])

    def _marked_text(self, words: Words, style: Style, measure: float, element: Element | None) -> tuple[Strip, ...]:
        if style.readings is Readings.FIRST:
            words = replace(words, pieces=first_readings(words.pieces))
        strips: list[Strip] = []
        for number, copy in enumerate(paragraphs_of(words, style)):
            lines = self.lines(copy, style, measure)
            made = strips_of(lines, style, element or self._element(style, words, number))
            strips.extend(_with_calls(made, lines, copy) if any(piece.note for piece in copy.pieces) else made)
        return tuple(strips)

    def runs(self, runs: Sequence[Run], style: Style, measure: float, origin: str = "") -> tuple[Strip, ...]:
        """The strips of one paragraph of several runs."""
        lines = self._composed(Paragraph(tuple(runs), style.paragraph, origin), measure)
        return strips_of(lines, style, self._element(style, Words("", origin), 0))

    def label(self, text: str, style: Style | str, origin: str = "", is_artifact: bool = False) -> Frame:
        """One line of its natural width as a frame as high as the style's line feed, its words tagged."""
        chosen = self.styles[style] if isinstance(style, str) else style
        origin = origin or (text.origin if isinstance(text, Said) else "")
        key = text, id(chosen), origin, is_artifact
        known = self._labels.get(key)
        if known is not None:
            return known
        made = self._label(text, chosen, origin)
        role = Role.ARTIFACT if is_artifact else Role.SPAN
        frame = Frame(made.size, (Placed(Tagged(role, made.items, self.language, origin=origin)),))
        if (text, id(chosen)) in self._cast:
            self._labels[key] = frame
        return frame

    def width(self, words: Words, style: str) -> float:
        """How wide a label of words is, in points."""
        speaker = self.others.get(words.language, self)
        return speaker._label(words.text, speaker.styles[style], words.origin).size.width

    def _label(self, text: str, style: Style, origin: str) -> _Label:
        """A label composed; what gave no finding is kept, for months, years and units come back on every page."""
        made = self._cast.get((text, id(style)))
        if made is not None:
            return made
        at_start = self._at_start(style)
        known = len(self.findings)
        lines = self._composed(paragraph(text, at_start, origin), 100_000.0)
        width = max((line.width for line in lines), default=0.0)
        items = tuple(
            placed.moved(0.0, style.baseline + number * style.line_feed)
            for number, line in enumerate(lines)
            for placed in line.items
        )
        made = _Label(style, Size(width, style.line_feed * max(1, len(lines))), items)
        if len(self.findings) == known:
            self._cast[text, id(style)] = made
        return made

    def _at_start(self, style: Style) -> ParagraphStyle:
        """How the labels of a style are set: the same each time."""
        known = self._in_labels.get(id(style))
        if known is None:
            own = replace(style.paragraph, alignment=Alignment.START, indent=0.0)
            known = self._in_labels[id(style)] = style, own
        return known[1]

    def line(self, words: Words, style: str, is_artifact: bool = False) -> Frame:
        """One line of words as `label` sets it, in the words' own language."""
        return self.others.get(words.language, self).label(words.text, style, words.origin, is_artifact)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is put together alike on many pages: the same each time, unless something gave way in it."""
        known = self._kept.get(key)
        if known is None:
            count = len(self.findings)
            known = make()
            if len(self.findings) == count:
                self._kept[key] = known
        return known

    def setter(self, prefix: str = "", colour: Colour | None = None) -> Callable[[str, str], Frame]:
        """A function that sets a label in a style by name: what maps and charts are given."""
        return lambda text, role: self.label(text, self.style(prefix + role, colour=colour))

    def _in_own_faces(self, style: Style | str) -> Style:
        """A style of another language as this one has it, aligned and coloured as asked there."""
        if isinstance(style, str):
            return self.styles[style]
        own = self.style(style.name, style.paragraph.alignment, style.paragraph.text.colour)
        if not style.paragraph.is_vertical:
            return own
        from brochure.layout.vertical import upright

        return upright(own)

    def _composed(self, copy: Paragraph, measure: float) -> tuple[Line, ...]:
        composed = compose(copy, measure)
        self.findings.extend((copy.origin, finding) for finding in composed.findings)
        return composed.lines

    def _element(self, style: Style, words: Words, number: int) -> Element:
        return Element(style.role, words.origin, words.language or self.language, "", number)


class _Copy(Struct, frozen=True, gc=False):
    """A paragraph as composed, its strips of the element it was first set for, and the style (held as a label's is)."""

    style: Style
    lines: tuple[Line, ...]
    element: Element
    strips: tuple[Strip, ...]


class _Label(Struct, frozen=True, gc=False):
    """A label as composed, and the style it was composed in (held, so that the style's identity stays its own)."""

    style: Style
    size: Size
    items: tuple[Placed, ...]


def strips_of(lines: Sequence[Line], style: Style, element: Element) -> tuple[Strip, ...]:
    """Lines as strips. First and last two lines of a paragraph stay together (no widows, no orphans)."""
    if style.lines:
        return (_in_whole_lines(lines, style, element),)
    last = len(lines) - 1
    if not last:
        return (Strip(_stood(lines[0], style, 0.0), style.line_feed, element, style.space_before),)
    feed, space = style.line_feed, style.space_before
    return tuple(
        [
            Strip(_stood(line, style, 0.0), feed, element, 0.0 if index else space, index in (0, last - 1))
            for index, line in enumerate(lines)
        ]
    )


def _with_calls(strips: tuple[Strip, ...], lines: Sequence[Line], words: Words) -> tuple[Strip, ...]:
    """The strips of a paragraph with the numbers of the notes called in each; one strip of all lines has them all."""
    calls: list[list[int]] = [[] for _ in strips]
    at = 0
    for piece in words.pieces:
        if piece.note and piece.base:
            row = next((row for row, line in enumerate(lines) if at < line.end), len(lines) - 1)
            calls[min(row, len(strips) - 1)].append(int(piece.base))
        at += len(piece.base)
    return tuple(replace(strip, calls=tuple(each)) for strip, each in zip(strips, calls, strict=True))


def _in_whole_lines(lines: Sequence[Line], style: Style, element: Element) -> Strip:
    """A heading centred in the whole lines of the grid it takes (行取り, JLReq 4.1.6); it keeps to what follows.

    One of several lines keeps the blank a single line has, up to a line of the grid: two lines in three, not in two.
    """
    wanted = style.lines * style.grid_feed
    needed = len(lines) * style.line_feed
    blank = max(0.0, min(wanted - style.line_feed, style.grid_feed))
    height = wanted if needed + blank <= wanted else ceil((needed + blank) / style.grid_feed - 1e-6) * style.grid_feed
    top = (height - needed) / 2
    items = tuple(
        placed for number, line in enumerate(lines) for placed in _stood(line, style, top + number * style.line_feed)
    )
    return Strip(items, height, element, space_before=style.space_before, keeps_next=True)


def _stood(line: Line, style: Style, down: float) -> tuple[Placed, ...]:
    """A line's items in its strip, so far from the strip's head; a vertical strip begins at its right."""
    if line.is_vertical:
        across, down = -down - style.line_feed / 2, 0.0
    else:
        across, down = 0.0, down + style.baseline
    return tuple([placed.moved(across, down) for placed in line.items])


_PARAGRAPH_END = pattern(r"\n[ \t\u3000]*\n+")
_LINE_END = pattern(r"(.?)\n[ \t]*(.?)")
_WIDE = pattern(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff、-〿‘-‟…—]")


def paragraphs(copy: str) -> tuple[str, ...]:
    """The paragraphs of the author's copy, each as one line."""
    if "\n" not in copy:
        return (copy,) if copy.strip() else ()
    return tuple(_joined(part) for part in _PARAGRAPH_END.split(copy.strip("\n")) if part.strip())


def marked(words: Words, style: Style) -> tuple[Paragraph, tuple[Finding, ...]]:
    """Words as a paragraph of a style, and the readings in them that could not be set as they are written."""
    if plain_of(words.pieces) != words.text:  # nothing is marked, or the words have been changed since
        return paragraph(words.text, style.paragraph, words.origin), ()
    runs, found = runs_of(words.pieces, style)
    return Paragraph(runs, style.paragraph, words.origin), found


def paragraphs_of(words: Words, style: Style) -> tuple[Words, ...]:
    """Words cut into the paragraphs a style sets them in, each as one line; what it sets as one keeps its line ends."""
    if words and (style.lines > 0 or style.paragraph.breaks is Breaks.PHRASES):
        return (_stripped(words),)
    if not words.pieces:
        parts = paragraphs(words.text)
        if parts == (words.text,):
            return (words,)
        return tuple(Words(copy, words.origin, words.language) for copy in parts)
    whole = _stripped(words)
    ends = [*_PARAGRAPH_END.finditer(whole.text)]
    starts, stops = [0, *(end.end() for end in ends)], [*(end.start() for end in ends), len(whole.text)]
    parts = (whole.part(start, stop) for start, stop in zip(starts, stops, strict=True))
    return tuple(_joined_pieces(part) for part in parts if part)


def _stripped(words: Words) -> Words:
    """Without the line ends before and after it."""
    text = words.text
    return words.part(len(text) - len(text.lstrip("\n")), len(text.rstrip("\n")))


def _joined_pieces(words: Words) -> Words:
    """A paragraph of marked copy as one line."""
    ends = _LINE_END.finditer(words.text)
    spaces = [(end.end(1), end.start(2), "" if _is_tight(*end.groups()) else " ") for end in ends]
    pieces = edited(words.pieces, spaces)
    return replace(words, text=plain_of(pieces), pieces=pieces)


def _joined(copy: str) -> str:
    def between(match: re.Match[str]) -> str:
        before, after = match.groups()
        return before + ("" if _is_tight(before, after) else " ") + after

    return _LINE_END.sub(between, copy.strip("\n"))


def _is_tight(before: str, after: str) -> bool:
    """Whether a line end between two characters is no word space."""
    return bool(_WIDE.match(before) or _WIDE.match(after)) or not before or not after
