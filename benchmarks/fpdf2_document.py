"""The towns as a document of fpdf2: one column, the signs of the timeline as dots of their colours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from fpdf import FPDF

from benchmarks import page_measures as page
from benchmarks.page_measures import BODY, FEED, MEASURE, TRIM, EntryData, TownData, YearbookData
from benchmarks.peer_fonts import Fonts

_LEFT = (TRIM[0] - MEASURE) / 2
_RIGHT, _BOTTOM = _LEFT + MEASURE, page.HEAD + page.LINES * FEED


class _Document(FPDF):
    """The document: pages of a town, and the foot of every page."""

    def __init__(self, data: YearbookData, fonts: Fonts, art: Path) -> None:
        super().__init__(unit="pt", format="A4")
        self.data, self.name = data, data["contents"]
        signs = {kind: (art / f"{kind}.svg").read_text("utf-8") for kind in data["kinds"]}
        self.dots = {kind: re.findall(r'fill="(#\w{6})"', text)[0] for kind, text in signs.items()}
        self.set_title(data["title"])
        for name, path in (("N", fonts.regular), ("NM", fonts.medium), ("NB", fonts.bold), ("S", fonts.serif)):
            self.add_font(name, "", str(path))
        self.set_margins(_LEFT, page.HEAD, _LEFT)
        self.set_auto_page_break(True, page.FOOT)

    def set_words(self, text: str, font: str, size: float, feed: float, colour: str = page.INK, **more: Any) -> None:
        """A paragraph."""
        self.set_font(font, "", size)
        self.set_text_color(colour)
        self.multi_cell(0, feed, text, align="J", wrapmode="CHAR", new_x="LMARGIN", new_y="NEXT", **more)

    def say(self, x: float, baseline: float, font: str, size: float, text: str, colour: str = page.INK) -> None:
        """Words in one line."""
        self.set_font(font, "", size)
        self.set_text_color(colour)
        self.text(x, baseline, text)

    def rule(self, y: float, weight: float, colour: str = page.RULE, right: float = _RIGHT) -> None:
        """A rule across the measure."""
        self.set_draw_color(colour)
        self.set_line_width(weight)
        self.line(_LEFT, y, right, y)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A box of one colour."""
        self.set_fill_color(colour)
        self.rect(x, y, width, height, "F")

    def footer(self) -> None:
        """The folio and the running foot, by the fore-edge, and the tick beside them."""
        folio, is_left = str(self.page_no()), self.page_no() % 2 == 0
        baseline = TRIM[1] - page.FOLIO
        self.set_font("N", "", 7)
        name = self.get_string_width(self.name)
        self.set_font("NM", "", 8)
        width = self.get_string_width(folio)
        self.say(_LEFT if is_left else _RIGHT - width, baseline, "NM", 8, folio)
        self.say(_LEFT + width + 9 if is_left else _RIGHT - width - 9 - name, baseline, "N", 7, self.name, page.GREY)
        tick = 6 * page.MM
        self.box(0 if is_left else TRIM[0] - tick, baseline - 3.4, tick, 1.2, page.SEA)

    def titled(self, title: str) -> None:
        """The head of a page."""
        self.box(_LEFT, page.HEAD + 5.5, 5, 5, page.SEA)
        self.box(_LEFT + 6.5, page.HEAD + 5.5, 5, 5, page.VERMILION)
        self.say(_LEFT, page.HEAD + 49.1, "S", 24, title)
        self.rule(page.HEAD + 4.5 * FEED, 0.4)
        self.rule(page.HEAD + 4.5 * FEED, 1.6, page.SEA, _LEFT + 47.5)
        self.set_y(page.HEAD + 6 * FEED)

    def contents(self, _: Any, outline: Any) -> None:
        """The towns with their pages, each line a link."""
        self.titled(self.data["contents"])
        for section in outline:
            if section.level == 0 and section.name != self.data["timeline"]:
                number = str(section.page_number)
                self.set_words(section.name, "S", 12.5, FEED, link=self.add_link(page=section.page_number))
                self.set_font("NM", "", 10)
                self.say(_RIGHT - self.get_string_width(number), self.get_y() - 4.5, "NM", 10, number)

    def profile(self, town: TownData) -> None:
        """The first page of a town, begun."""
        self.name = town["name"]
        self.start_section(town["name"])
        self.set_words(town["name"], "S", 44, 56)
        self.set_words(town["readings"], "NM", 9, FEED, page.GREY)
        self.ln(FEED)
        self.set_words(town["lead"], "S", 11, 20)
        for title, text in town["story"]:
            self.set_words(title, "NB", 11.5, 32)
            self.set_words(f"　{text}", "N", BODY, FEED)
        self.ln(FEED)
        self.rule(self.get_y(), 0.35)
        for label, value in town["facts"]:
            y = self.get_y()
            self.say(_LEFT, y + 13, "NM", 8, label)
            self.say(_LEFT + 7 * BODY, y + 13, "N", 8.5, value)
            self.rule(y + 20, 0.35)
            self.set_y(y + 20)

    def timeline(self, town: TownData) -> None:
        """The two pages after it."""
        self.add_page()
        self.name = self.data["timeline"]
        self.start_section(self.name)
        self.titled(self.name)
        shown: list[int] = []
        year = 0
        for entry in town["entries"]:
            gap = entry["year"] - year if year else 0
            space = FEED if gap > 1 else FEED / 2 if gap else 0.0
            depth = 32.0 if entry["people"] else 20.0
            if self.get_y() + space + depth > _BOTTOM:
                self.add_page()
                self.set_y(page.HEAD + 2 * FEED)
                shown, year = [], 0
            elif space:
                self.set_y(self.get_y() + space)
            self.entry(entry, self.get_y(), depth, entry["year"] != year)
            year = entry["year"]
            shown.append(year)
        self.say(_LEFT, page.HEAD + 11, "NM", 8, f"{shown[0]}–{shown[-1]}年", page.GREY)
        self.rule(page.HEAD + 1.25 * FEED, 0.4)
        self.legend(town["legend"])

    def entry(self, entry: EntryData, y: float, depth: float, is_first: bool) -> None:
        """One entry, its top at y."""
        self.set_draw_color(page.RULE)
        self.set_line_width(0.8)
        self.line(_LEFT + page.SPINE, y, _LEFT + page.SPINE, y + depth)
        self.set_fill_color(self.dots[entry["kind"]])
        self.circle(_LEFT + page.SPINE, y + 7, page.MARK / 2, "F")
        if is_first:
            self.say(_LEFT, y + 10.42, "S", 17, str(entry["year"]))
            self.say(_LEFT, y + 19.6, "N", 7, entry["era"], page.GREY)
        self.set_font("NM", "", 8)
        month = self.get_string_width(entry["month"])
        self.say(_LEFT + page.DATE_END - month, y + 10.42, "NM", 8, entry["month"])
        self.set_xy(_LEFT + page.TEXT, y)
        self.set_words(entry["headline"], "NM", 9, 14)
        if entry["people"]:
            self.say(_LEFT + page.TEXT, y + 22.4, "N", 7.5, entry["people"], page.GREY)
        self.set_y(y + depth)

    def legend(self, kinds: list[str]) -> None:
        """The dots of the kinds with their names, in one line at the foot."""
        x, y = _LEFT, _BOTTOM - 2 * FEED
        for kind in kinds:
            name = self.data["kinds"][kind]
            self.set_fill_color(self.dots[kind])
            self.circle(x + 4, y + 5, 4, "F")
            self.say(x + 11.5, y + 7.85, "NM", 7.5, name)
            x += 22.5 + self.get_string_width(name)


def fpdf2(data: YearbookData, out: Path, fonts: Fonts, art: Path) -> None:
    """Write the PDF; `art` is where the drawings are, whose colours the dots have."""
    document = _Document(data, fonts, art)
    document.add_page()
    beyond = len(data["towns"]) - (page.LINES - 6)  # those the first page of the contents has no line for
    document.insert_toc_placeholder(document.contents, pages=1 + max(0, -(-beyond // page.LINES)))
    for number, town in enumerate(data["towns"]):
        if number:  # the placeholder has begun a page
            document.add_page()
        document.profile(town)
        document.timeline(town)
    document.output(str(out))
