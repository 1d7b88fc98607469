"""Copy set by our engine in an ordinary ReportLab document: a Flowable that wraps, splits and draws itself.

    from reportlab.platypus import SimpleDocTemplate
    from brochure.pdf.flowable import SetCopy
    from brochure.theme.ready import ready_style

    SimpleDocTemplate("letter.pdf").build([SetCopy("｜留萌《るもい》は港町です。", ready_style("ja", 10.5))])

The copy is written as in `content/`: paragraphs parted by an empty line, marks as `content/marks.py` reads them. Fonts
are embedded as subsets by us; the document needs none registered.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

from msgspec.structs import replace
from reportlab.platypus.flowables import Flowable

from brochure.content.marks import parse_marks, plain_of
from brochure.drawing.frame import Placed
from brochure.drawing.geometry import Point, Rect
from brochure.edition.profiles import ColourModel, Profile
from brochure.layout.strip import Strip, height_of, how_many, stacked
from brochure.layout.styles import Style, StyleSheet
from brochure.layout.text_block import Typesetter, Words, paragraphs_of
from brochure.layout.vertical import side_by_side, upright
from brochure.pdf.canvas import Canvas
from brochure.pdf.visiting_fonts import visiting_fonts
from brochure.theme.ready import ready_typefaces
from brochure.typefaces.library import TypefaceLibrary
from brochure.typesetting.line import Finding

_TIER_GAP = 2.0  # em between two tiers of vertical lines


class SetCopy(Flowable):
    """Paragraphs of copy in one style. Lengths in points.

    `depth` above 0 sets vertical lines of that length, from right to left in as many tiers as they need. `library` is
    where the style's faces come from, `colours` how they are written. What gave way in setting the copy is in
    `findings` after it is wrapped. The style's `space_before` is ReportLab's `spaceBefore`.
    """

    def __init__(
        self,
        copy: str,
        style: Style,
        *,
        depth: float = 0.0,
        library: TypefaceLibrary | None = None,
        colours: ColourModel = ColourModel.RGB,
    ) -> None:
        super().__init__()
        pieces = parse_marks(copy)
        words = Words(plain_of(pieces), language=style.paragraph.text.language, pieces=pieces)
        self._paragraphs = paragraphs_of(words, style)
        self._is_continued = False
        self._style = upright(style) if depth else style
        self._depth = depth
        self._library = library or ready_typefaces()
        self._profile = Profile("visiting", colours)
        self._set: tuple[tuple[Strip, ...], ...] = ()
        self._measure = -1.0
        self._breadth = 0.0
        self.spaceBefore = style.space_before
        self.findings: tuple[Finding, ...] = ()

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # ReportLab's spelling
        """The width that is offered, and the height all lines take in it."""
        self._compose(aW)
        return aW, self._height()

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # ReportLab's spelling
        """The lines that fit and those that do not; nothing where none may stand alone."""
        self._compose(availWidth)
        strips = self._strips
        if self._depth:
            gap = self._style.size * _TIER_GAP
            count = int((availHeight + gap + 0.001) // (self._depth + gap))
            taken = sum(len(tier) for tier in self._tiers()[:count])
        else:
            taken = how_many(strips, availHeight)
        if not taken:
            return []
        return [self] if taken == len(strips) else [self._part(0, taken), self._part(taken, len(strips))]

    def draw(self) -> None:
        """Draw the lines; called by ReportLab with the axes at the lower left corner."""
        canvas: Any = self.canv  # ReportLab has no types
        fonts = visiting_fonts(canvas, self._library)
        items = self._placed()
        drawn = Canvas(self._profile, fonts, self._height(), _no_picture)
        drawn.draw(items, Point(0.0, 0.0))
        drawn.tell(fonts.take(items))
        canvas.addLiteral("\n".join(("q", *drawn.operators, "Q")))
        for link in drawn.links:
            self._link(canvas, link.box, link.target)

    def _link(self, canvas: Any, box: Rect, target: str) -> None:
        top = self._height()
        corners = (box.x, top - box.bottom, box.right, top - box.y)
        if target.startswith("#"):
            canvas.linkRect("", target[1:], corners, relative=1, thickness=0)
        else:
            canvas.linkURL(target, corners, relative=1, thickness=0)

    @property
    def _strips(self) -> tuple[Strip, ...]:
        return tuple(chain.from_iterable(self._set))

    def _compose(self, breadth: float) -> None:
        """Set the copy for a breadth, if it is not set for it already."""
        self._breadth = breadth
        measure = self._depth or breadth
        if measure == self._measure:
            return
        setter = Typesetter(StyleSheet({}), self._style.paragraph.text.language)
        flush = replace(self._style, paragraph=replace(self._style.paragraph, indent=0.0))
        self._set = tuple(
            setter.text(words, flush if self._is_continued and not number else self._style, measure)
            for number, words in enumerate(self._paragraphs)
        )
        self.findings = tuple(finding for _, finding in setter.findings)
        self._measure = measure

    def _part(self, first: int, end: int) -> SetCopy:
        """The lines from `first` to `end` as a flowable of their own, which can be set again in another breadth."""
        part = SetCopy("", self._style, depth=self._depth, library=self._library, colours=self._profile.colours)
        part._measure, part._breadth = self._measure, self._breadth
        paragraphs: list[Words] = []
        lines: list[tuple[Strip, ...]] = []
        at = 0
        for number, (words, strips) in enumerate(zip(self._paragraphs, self._set, strict=True)):
            begin, stop = max(first - at, 0), min(end - at, len(strips))
            at += len(strips)
            if begin >= stop:
                continue
            if not paragraphs:
                part._is_continued = begin > 0 or (self._is_continued and number == 0)
            paragraphs.append(self._words_of(words, number, begin, stop, len(strips)))
            lines.append(strips[begin:stop])
        part._paragraphs, part._set = tuple(paragraphs), tuple(lines)
        return part

    def _words_of(self, words: Words, number: int, begin: int, stop: int, count: int) -> Words:
        """The copy of some lines of a paragraph."""
        if begin == 0 and stop == count:
            return words
        paragraph = self._style.paragraph
        indent = 0.0 if self._is_continued and number == 0 else paragraph.indent
        style = replace(self._style, paragraph=replace(paragraph, indent=indent))
        lines = Typesetter(StyleSheet({}), words.language).lines(words, style, self._measure)
        return words.part(lines[begin].start, lines[stop - 1].end)

    def _height(self) -> float:
        if not self._depth:
            return height_of(self._strips)
        count = len(self._tiers())
        return count * self._depth + max(0, count - 1) * self._style.size * _TIER_GAP

    def _tiers(self) -> list[tuple[Strip, ...]]:
        """The strips of each tier of vertical lines as broad as the flowable."""
        found: list[tuple[Strip, ...]] = []
        rest = self._strips
        while rest:
            count = how_many(rest, self._breadth) or 1
            found.append(rest[:count])
            rest = rest[count:]
        return found

    def _placed(self) -> tuple[Placed, ...]:
        if not self._depth:
            return stacked(self._strips, 0.0, 0.0)
        step = self._depth + self._style.size * _TIER_GAP
        tiers = enumerate(self._tiers())
        return tuple(item for number, tier in tiers for item in side_by_side(tier, self._breadth, number * step))


def _no_picture(picture: Any) -> str:
    raise ValueError("copy holds no pictures")
