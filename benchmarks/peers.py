"""The same towns as documents of other programs: Typst, HTML for WeasyPrint and Chromium, ReportLab platypus, fpdf2.

As near to ours as each can come: A4, a contents page with page numbers, a town on three pages (profile with lead,
table and story in two columns; forty dated entries over the two pages after it), Noto Sans JP regular and bold, the
same sizes and line feeds. What each cannot do is told in `LACKS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.towns import Event, Town

BODY, FEED, SMALL = 9.5, 16.0, 9.0  # points
MARGINS_MM = (23.0, 18.5)  # head and sides
COLUMN_GAP_EM = 2
CONTENTS_TITLE = "目次"
YEARS_TITLE = "行き来の年表"

LACKS = {
    "typst": ("punctuation styles by country", "priorities in justification"),
    "typst-tagged": ("punctuation styles by country", "priorities in justification"),
    "weasyprint": ("punctuation gaps", "justification of kanji and kana"),
    "chromium": ("priorities in justification", "contents with page numbers"),
    "platypus": ("punctuation gaps", "flush lines", "variable fonts"),
    "fpdf2": ("kinsoku", "punctuation gaps", "justification of kanji and kana"),
}
"""What an engine does not do in setting lines and finding type; what its file has not is found in the file."""


def date_of(event: Event) -> str:
    """The date as Japanese prints it."""
    return f"{event.year}年{event.month}月"


def words_of(event: Event) -> str:
    """The headline, with the party's size where there is one."""
    return event.headline.ja + (f"（{event.people}人）" if event.people else "")


def facts_of(town: Town) -> tuple[tuple[str, str], ...]:
    """The table's rows: people and area, and what the town says of itself."""
    counted = (("人口", f"{town.population:,}人（2025年）"), ("面積", f"{town.area}km²（2025年）"))
    return (*counted, *((label.ja, value.ja) for label, value in town.facts))


def typst_source(towns: Sequence[Town]) -> str:
    """A Typst document."""
    head = (
        f'#set document(title: "町の年鑑")\n'
        f'#set text(font: "Noto Sans JP", size: {BODY}pt, lang: "ja", region: "JP")\n'
        f"#set par(justify: true, leading: {FEED - BODY}pt, spacing: {FEED - BODY}pt, first-line-indent: 1em)\n"
        f'#set page(paper: "a4", numbering: "1", '
        f"margin: (top: {MARGINS_MM[0]}mm, bottom: 20mm, x: {MARGINS_MM[1]}mm))\n"
        "#show heading.where(level: 1): set text(size: 24pt)\n#show heading: set block(spacing: 16pt)\n"
        f"#outline(title: [{CONTENTS_TITLE}], depth: 1)\n"
    )
    return head + "".join(map(_typst_town, towns))


def _typst_town(town: Town) -> str:
    rows = "".join(f"[{_typst(label)}],[{_typst(value)}],\n" for label, value in facts_of(town))
    story = "".join(f"== {_typst(title.ja)}\n{_typst(text.ja)}\n\n" for title, text in town.story)
    entries = "".join(
        f"text(8pt)[{_typst(date_of(event))}], text({SMALL}pt, weight: 500)[{_typst(words_of(event))}],\n"
        for event in town.events
    )
    return (
        f"#pagebreak()\n= {_typst(town.name.ja)}\n{town.reading}　{town.romaji}\n\n"
        f"#text(11pt)[{_typst(town.lead.ja)}]\n\n#columns(2, gutter: {COLUMN_GAP_EM * BODY}pt)[\n{story}"
        f"#table(columns: (5em, 1fr), stroke: (x: none, y: 0.3pt), inset: 3pt,\n{rows})]\n"
        f"#pagebreak()\n#heading(level: 2, outlined: false)[{YEARS_TITLE}]\n"
        f"#grid(columns: (7em, 1fr), row-gutter: 21pt,\n{entries})\n"
    )


def _typst(text: str) -> str:
    for sign in "\\#*_`$<>@=~[]":
        text = text.replace(sign, "\\" + sign)
    return text


def html_source(towns: Sequence[Town], regular: Path, bold: Path) -> str:
    """An HTML document with paged-media CSS; the fonts are the files given."""
    faces = "".join(
        f'@font-face {{ font-family: N; font-weight: {weight}; src: url("{path.as_uri()}"); }}\n'
        for weight, path in ((400, regular), (700, bold))
    )
    style = faces + (Path(__file__).parent / "towns.css").read_text("utf-8")
    toc = "".join(f'<a href="#{town.id}">{escape(town.name.ja)}</a>' for town in towns)
    body = "".join(map(_html_town, towns))
    head = f'<meta charset="utf-8"><title>町の年鑑</title><style>{style}</style>'
    contents = f'<h1>{CONTENTS_TITLE}</h1><nav class="toc">{toc}</nav>'
    return f'<!doctype html><html lang="ja"><head>{head}</head><body>{contents}{body}'


def _html_town(town: Town) -> str:
    rows = "".join(f"<tr><td>{escape(label)}<td>{escape(value)}" for label, value in facts_of(town))
    story = "".join(f"<h2>{escape(title.ja)}</h2><p>{escape(text.ja)}</p>" for title, text in town.story)
    entries = "".join(f'<p class="entry"><b>{date_of(event)}</b>{escape(words_of(event))}</p>' for event in town.events)
    return (
        f'<section class="town" id="{town.id}"><h1>{escape(town.name.ja)}</h1><p>{town.reading}　{town.romaji}</p>'
        f'<p class="lead">{escape(town.lead.ja)}</p><div class="story">{story}<table>{rows}</table></div></section>'
        f'<section class="years"><h2>{YEARS_TITLE}</h2>{entries}</section>'
    )


def platypus(towns: Sequence[Town], out: Path, regular: Path, bold: Path) -> None:
    """A PDF by ReportLab's platypus, its contents numbered by multiBuild."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Table
    from reportlab.platypus.tableofcontents import TableOfContents

    registerFont(TTFont("N", str(regular)))
    registerFont(TTFont("NB", str(bold)))

    def style(size: float, feed: float, font: str = "N", **more: Any) -> ParagraphStyle:
        return ParagraphStyle("s", fontName=font, fontSize=size, leading=feed, wordWrap="CJK", alignment=4, **more)

    body, lead, heading, title = style(BODY, FEED), style(11, 20), style(11.5, 32, "NB"), style(24, 32, "NB")
    entry, cell = style(SMALL, 14, spaceAfter=16, leftIndent=63, firstLineIndent=-63), style(8.5, 13)
    width = A4[0] - 2 * MARGINS_MM[1] * mm

    class Document(BaseDocTemplate):
        def afterFlowable(self, flowable: Any) -> None:
            name = getattr(flowable, "town", None)
            if name:
                self.canv.bookmarkPage(name)
                self.canv.addOutlineEntry(name, name)
                self.notify("TOCEntry", (0, name, self.page, name))

    toc = TableOfContents()
    toc.levelStyles = [style(BODY, FEED)]
    flow: list[Any] = [Paragraph(CONTENTS_TITLE, title), toc]
    for town in towns:
        name = Paragraph(town.name.ja, title)
        name.town = town.name.ja
        flow += [PageBreak(), name, Paragraph(f"{town.reading}　{town.romaji}", body), Paragraph(town.lead.ja, lead)]
        for words, text in town.story:
            flow += [Paragraph(words.ja, heading), Paragraph(text.ja, body)]
        rows = [[Paragraph(label, cell), Paragraph(value, cell)] for label, value in facts_of(town)]
        flow += [Table(rows, colWidths=[6 * BODY, width - 6 * BODY]), PageBreak(), Paragraph(YEARS_TITLE, heading)]
        flow += [Paragraph(f"{date_of(event)}　{words_of(event)}", entry) for event in town.events]
    document = Document(str(out), pagesize=A4, title="町の年鑑")
    frame = Frame(MARGINS_MM[1] * mm, 20 * mm, width, A4[1] - (20 + MARGINS_MM[0]) * mm, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("town", [frame])])
    document.multiBuild(flow)


def fpdf2(towns: Sequence[Town], out: Path, regular: Path, bold: Path) -> None:
    """A PDF by fpdf2."""
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format="A4")
    pdf.set_title("町の年鑑")
    pdf.add_font("N", "", str(regular))
    pdf.add_font("N", "B", str(bold))
    side = MARGINS_MM[1] * 72 / 25.4
    pdf.set_margins(side, MARGINS_MM[0] * 72 / 25.4, side)
    pdf.set_auto_page_break(True, 20 * 72 / 25.4)
    pdf.add_page()

    def set_words(text: str, size: float, feed: float, bold: bool = False, link: int | str = "") -> None:
        pdf.set_font("N", "B" if bold else "", size)
        pdf.multi_cell(0, feed, text, align="J", wrapmode="CHAR", new_x="LMARGIN", new_y="NEXT", link=link)

    def contents(inner: Any, outline: Any) -> None:
        set_words(CONTENTS_TITLE, 24, 32, True)
        for section in outline:
            set_words(f"{section.name}　{section.page_number}", BODY, FEED, link=pdf.add_link(page=section.page_number))

    pdf.insert_toc_placeholder(contents, pages=1, allow_extra_pages=True)
    for number, town in enumerate(towns):
        if number:
            pdf.add_page()
        pdf.start_section(town.name.ja)
        set_words(town.name.ja, 24, 32, True)
        set_words(f"{town.reading}　{town.romaji}", BODY, FEED)
        set_words(town.lead.ja, 11, 20)
        for title, text in town.story:
            set_words(title.ja, 11.5, 32, True)
            set_words(text.ja, BODY, FEED)
        for label, value in facts_of(town):
            set_words(f"{label}　{value}", 8.5, 16)
        pdf.add_page()
        set_words(YEARS_TITLE, 11.5, 32, True)
        for event in town.events:
            set_words(f"{date_of(event)}　{words_of(event)}", SMALL, 32)
    pdf.output(str(out))
