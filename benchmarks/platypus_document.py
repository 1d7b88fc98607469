"""The towns as a document of ReportLab's platypus, its contents numbered by multiBuild."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
    TopPadder,
)
from reportlab.platypus.tableofcontents import TableOfContents

from benchmarks import page_measures as page
from benchmarks.page_measures import BODY, FEED, MEASURE, TRIM, EntryData, TownData, YearbookData
from benchmarks.peer_fonts import Fonts

_LEFT = (TRIM[0] - MEASURE) / 2  # one frame a page, so both sides have one margin
_TOP = TRIM[1] - page.HEAD
_RULE, _SEA, _GREY, _INK = (HexColor(colour) for colour in (page.RULE, page.SEA, page.GREY, page.INK))
_MASTHEAD = 15 * FEED  # of the head of a profile, from the upper trim's type area


def _style(size: float, feed: float, font: str = "N", **more: Any) -> ParagraphStyle:
    words = {"wordWrap": "CJK", "alignment": 4, "textColor": _INK, **more}
    return ParagraphStyle("s", fontName=font, fontSize=size, leading=feed, **words)


_BODY = _style(BODY, FEED, firstLineIndent=BODY)
_LEAD, _HEADING = _style(11, 20), _style(11.5, 32, "NB", spaceBefore=FEED)
_NAME, _READINGS = _style(44, 56), _style(9, FEED, "NM", textColor=_GREY)
_LABEL, _VALUE = _style(8, FEED, "NM", alignment=0), _style(8.5, FEED, alignment=0)
_HEADLINE, _SIZE = _style(9, 14, "NM"), _style(7.5, 11, textColor=_GREY)
_INSET = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("TOP", "BOTTOM", "LEFT", "RIGHT")]


class _Entry(Flowable):
    """An entry of the timeline with its piece of the spine; its year where it is the first of it."""

    def __init__(self, entry: EntryData, gap: int) -> None:
        super().__init__()
        self.entry, self.gap = entry, gap
        self.is_first = gap != 0
        self.parts = [Paragraph(entry["headline"], _HEADLINE)]
        if entry["people"]:
            self.parts.append(Paragraph(entry["people"], _SIZE))

    def getSpaceBefore(self) -> float:
        return FEED if self.gap > 1 else FEED / 2 if self.gap == 1 else 0.0

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        depth = sum(part.wrap(available - page.TEXT, height)[1] for part in self.parts) + 5
        self.height = -(-depth // 4) * 4
        return available, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(_RULE)
        canvas.setLineWidth(0.8)
        canvas.line(page.SPINE, 0, page.SPINE, self.height)
        space = self.getSpaceBefore()
        if space and canvas.absolutePosition(0, self.height + space)[1] < _TOP - 3 * FEED:
            canvas.setDash(*((0.8, 3.2) if self.gap > 1 else ()))
            canvas.line(page.SPINE, self.height, page.SPINE, self.height + space)
            canvas.setDash()
        canvas.saveState()
        canvas.translate(page.SPINE - page.MARK / 2, self.height - 2.5)
        canvas.doForm(self.entry["kind"])
        canvas.restoreState()
        baseline = self.height - 10.42
        if self.is_first:
            _say(canvas, 0, baseline, "N", 17, str(self.entry["year"]))
            _say(canvas, 0, baseline - 9.2, "N", 7, self.entry["era"], _GREY)
        canvas.setFillColor(_INK)
        canvas.setFont("NM", 8)
        canvas.drawRightString(page.DATE_END, baseline, self.entry["month"])
        top = self.height
        for part in self.parts:
            top -= part.height
            part.drawOn(canvas, page.TEXT, top)


class _Legend(Flowable):
    """The signs of the kinds with their names, in one line."""

    def __init__(self, kinds: list[str], names: dict[str, str]) -> None:
        super().__init__()
        self.kinds, self.names = kinds, names

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        return available, 2 * FEED

    def draw(self) -> None:
        x = 0.0
        for kind in self.kinds:
            self.canv.saveState()
            self.canv.translate(x, 2 * FEED)
            self.canv.doForm(kind)
            self.canv.restoreState()
            _say(self.canv, x + 11.5, 2 * FEED - 7.1, "NM", 7.5, self.names[kind])
            x += 22.5 + self.canv.stringWidth(self.names[kind], "NM", 7.5)


class _Document(BaseDocTemplate):
    """The document: what stands on a page besides the flow is drawn as it begins or ends."""

    def __init__(self, out: Path, data: YearbookData, art: Path) -> None:
        super().__init__(str(out), pagesize=TRIM, title=data["title"])
        self.data, self.art, self.name = data, art, data["contents"]
        self.years: list[int] = []
        self.last_contents = 0  # the page the band stands on, known from the second pass on

        def frame(x: float, top: float, width: float, foot: float = page.FOOT) -> Frame:
            return Frame(_LEFT + x, foot, width, top - foot, 0, 0, 0, 0)

        half, over = page.COLUMN, MEASURE - page.COLUMN
        body = _TOP - _MASTHEAD
        contents = [frame(0, _TOP - 6 * FEED, half), frame(over, _TOP - 6 * FEED, half)]
        more = [frame(0, _TOP, half), frame(over, _TOP, half)]
        profile = [frame(0, _TOP - 4 * FEED, MEASURE, body), frame(0, body, half), frame(over, body, half)]
        years, later = frame(0, _TOP - 6 * FEED, MEASURE), frame(0, _TOP - 2 * FEED, MEASURE)
        self.addPageTemplates(
            [
                PageTemplate(
                    "contents", contents, self._begin_contents, self._end_contents, autoNextPageTemplate="more"
                ),
                PageTemplate("more", more, onPageEnd=self._end_contents),
                PageTemplate("profile", profile, self._begin_profile, self._end),
                PageTemplate("years", [years], self._begin_years, self._end, autoNextPageTemplate="years-on"),
                PageTemplate("years-on", [later], self._begin_later, self._end_later),
            ]
        )

    def afterFlowable(self, flowable: Any) -> None:
        """Note towns for the contents and the bookmarks, and the years of a page."""
        if isinstance(flowable, _Entry):
            self.years.append(flowable.entry["year"])
        town = getattr(flowable, "town", None)
        if town:
            if town is self.data["towns"][0]:
                self.last_contents = self.page - 1
            self.name = town["name"]
            self.canv.bookmarkPage(town["id"])
            self.canv.addOutlineEntry(town["name"], town["id"])
            self.notify("TOCEntry", (0, town["name"], self.page, town["id"]))

    def _begin_contents(self, canvas: Any, _: Any) -> None:
        self.name = self.data["contents"]
        for path in self.art.glob("*.svg"):
            _make_form(canvas, path)
        self._titled(canvas, self.name)

    def _end_contents(self, canvas: Any, document: Any) -> None:
        if self.page != self.last_contents:
            self._end(canvas, document)
            return
        canvas.saveState()
        canvas.translate(0, page.BAND_DEPTH)
        canvas.doForm("band")
        canvas.restoreState()

    def _titled(self, canvas: Any, title: str) -> None:
        for x, colour in ((0.0, page.SEA), (6.5, page.VERMILION)):
            canvas.setFillColor(HexColor(colour))
            canvas.rect(_LEFT + x, _TOP - 10.5, 5, 5, stroke=0, fill=1)
        _say(canvas, _LEFT, _TOP - 49.1, "N", 24, title)
        for width, weight, colour in ((MEASURE, 0.4, _RULE), (47.5, 1.6, _SEA)):
            _rule(canvas, _TOP - 4.5 * FEED, width, weight, colour)

    def _begin_profile(self, canvas: Any, _: Any) -> None:
        canvas.saveState()
        canvas.translate(0, TRIM[1])
        canvas.doForm("lattice")
        canvas.restoreState()

    def _begin_years(self, canvas: Any, _: Any) -> None:
        self.name = self.data["timeline"]
        canvas.bookmarkPage(f"years-{self.page}")
        canvas.addOutlineEntry(self.name, f"years-{self.page}")
        self._titled(canvas, self.name)

    def _begin_later(self, canvas: Any, _: Any) -> None:
        self.years = []
        _rule(canvas, _TOP - 1.25 * FEED, MEASURE, 0.4, _RULE)

    def _end_later(self, canvas: Any, document: Any) -> None:
        if self.years:
            _say(canvas, _LEFT, _TOP - 11, "NM", 8, f"{self.years[0]}–{self.years[-1]}年", _GREY)
        self._end(canvas, document)

    def _end(self, canvas: Any, _: Any) -> None:
        """The folio and the running foot, by the fore-edge, and the tick beside them."""
        folio, is_left = str(self.page), self.page % 2 == 0
        width = canvas.stringWidth(folio, "NM", 8)
        right = _LEFT + MEASURE
        _say(canvas, _LEFT if is_left else right - width, page.FOLIO, "NM", 8, folio)
        name = canvas.stringWidth(self.name, "N", 7)
        _say(canvas, _LEFT + width + 9 if is_left else right - width - 9 - name, page.FOLIO, "N", 7, self.name, _GREY)
        canvas.setFillColor(_SEA)
        canvas.rect(0 if is_left else TRIM[0] - 6 * page.MM, page.FOLIO + 2.2, 6 * page.MM, 1.2, stroke=0, fill=1)


def platypus(data: YearbookData, out: Path, fonts: Fonts, art: Path) -> None:
    """Write the PDF; `art` is where the drawings are."""
    for name, path in (("N", fonts.regular), ("NM", fonts.medium), ("NB", fonts.bold)):
        registerFont(TTFont(name, str(path)))
    toc = TableOfContents()
    toc.levelStyles = [_style(12.5, 32)]
    toc.dotsMinLevel = 0
    toc.tableStyle = TableStyle(_INSET)
    flow: list[Any] = [toc]
    for town in data["towns"]:
        flow += [NextPageTemplate("profile"), PageBreak(), *_profile(town)]
        flow += [NextPageTemplate("years"), PageBreak(), *_timeline(town, data)]
    _Document(out, data, art).multiBuild(flow)


def _profile(town: TownData) -> list[Any]:
    name = Paragraph(town["name"], _NAME)
    name.town = town
    flow: list[Any] = [name, Paragraph(town["readings"], _READINGS), Paragraph(town["lead"], _LEAD), FrameBreak()]
    for title, words in town["story"]:
        flow += [Paragraph(title, _HEADING), Paragraph(words, _BODY)]
    rows = [[Paragraph(label, _LABEL), Paragraph(value, _VALUE)] for label, value in town["facts"]]
    rules = [("LINEABOVE", (0, 0), (-1, -1), 0.35, _RULE), ("LINEBELOW", (0, -1), (-1, -1), 0.35, _RULE)]
    padding = [(f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("TOP", "BOTTOM")]
    table = Table(rows, colWidths=[7 * BODY, page.COLUMN - 7 * BODY], style=[*rules, *_INSET, *padding])
    table.spaceBefore = FEED
    return [*flow, table]


def _timeline(town: TownData, data: YearbookData) -> list[Any]:
    flow: list[Any] = []
    year = town["entries"][0]["year"] - 1
    for entry in town["entries"]:
        flow.append(_Entry(entry, entry["year"] - year))
        year = entry["year"]
    return [*flow, TopPadder(_Legend(town["legend"], data["kinds"]))]


def _say(canvas: Any, x: float, y: float, font: str, size: float, words: str, colour: Any = _INK) -> None:
    canvas.setFillColor(colour)
    canvas.setFont(font, size)
    canvas.drawString(x, y, words)


def _rule(canvas: Any, y: float, width: float, weight: float, colour: Any) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.line(_LEFT, y, _LEFT + width, y)


def _make_form(canvas: Any, path: Path) -> None:
    """A drawing of `artwork.svg` as a form named like its file, its upper left corner at the origin."""
    text = path.read_text("utf-8")
    x, y, width, height = map(float, re.findall(r'viewBox="([^"]*)"', text)[0].split())
    parts = dict(re.findall(r'<g id="([^"]*)">(.*?)</g>', text, re.DOTALL))
    for part, shapes in parts.items():
        canvas.beginForm(f"{path.stem}-{part}", -TRIM[0], -TRIM[1], 2 * TRIM[0], 2 * TRIM[1])
        for outline, attributes in re.findall(r'<path d="([^"]*)" ([^/]*)/>', shapes):
            _draw(canvas, outline, dict(re.findall(r'([\w-]+)="([^"]*)"', attributes)))
        canvas.endForm()
    canvas.beginForm(path.stem, 0, -height, width, 0)
    canvas.transform(1, 0, 0, -1, -x, y)
    for part, left, top in re.findall(r'<use href="#([^"]*)" x="([^"]*)" y="([^"]*)"/>', text):
        canvas.saveState()
        canvas.translate(float(left), float(top))
        canvas.doForm(f"{path.stem}-{part}")
        canvas.restoreState()
    canvas.endForm()


def _draw(canvas: Any, outline: str, attributes: dict[str, str]) -> None:
    shape = canvas.beginPath()
    steps = {"M": shape.moveTo, "L": shape.lineTo, "C": shape.curveTo, "Z": shape.close}
    for operator, values in re.findall(r"([MLCZ])([^MLCZ]*)", outline):
        steps[operator](*map(float, values.split()))
    if "stroke" in attributes:
        canvas.setStrokeColor(HexColor(attributes["stroke"]))
        canvas.setLineWidth(float(attributes["stroke-width"]))
        canvas.drawPath(shape, stroke=1, fill=0)
    else:
        canvas.setFillColor(HexColor(attributes["fill"]))
        canvas.drawPath(shape, stroke=0, fill=1, fillMode=0 if "fill-rule" in attributes else 1)
