"""The towns as documents of Typst: the page ours sets (`towns.typ`), and the plain one of design/performance.md."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.page_measures import BODY, CONTENTS_TITLE, FEED, YEARS_TITLE
from benchmarks.towns import Event, Town

PAGES = Path(__file__).parent / "towns.typ"
_SMALL = 9.0
_MARGINS_MM = (23.0, 18.5)  # head and sides


def plain_source(towns: Sequence[Town]) -> str:
    """The words alone: contents, and a town on three pages, without drawings, eras, legend and running foot."""
    head = (
        f'#set document(title: "町の年鑑")\n'
        f'#set text(font: "Noto Sans JP", size: {BODY}pt, lang: "ja", region: "JP")\n'
        f"#set par(justify: true, leading: {FEED - BODY}pt, spacing: {FEED - BODY}pt, first-line-indent: 1em)\n"
        f'#set page(paper: "a4", numbering: "1", '
        f"margin: (top: {_MARGINS_MM[0]}mm, bottom: 20mm, x: {_MARGINS_MM[1]}mm))\n"
        "#show heading.where(level: 1): set text(size: 24pt)\n#show heading: set block(spacing: 16pt)\n"
        f"#outline(title: [{CONTENTS_TITLE}], depth: 1)\n"
    )
    return head + "".join(map(_plain_town, towns))


def _plain_town(town: Town) -> str:
    rows = "".join(f"[{_typst(label)}],[{_typst(value)}],\n" for label, value in _facts_of(town))
    story = "".join(f"== {_typst(title.ja)}\n{_typst(text.ja)}\n\n" for title, text in town.story)
    entries = "".join(
        f"text(8pt)[{event.year}年{event.month}月], text({_SMALL}pt, weight: 500)[{_typst(_words_of(event))}],\n"
        for event in town.events
    )
    return (
        f"#pagebreak()\n= {_typst(town.name.ja)}\n{town.reading}　{town.romaji}\n\n"
        f"#text(11pt)[{_typst(town.lead.ja)}]\n\n#columns(2, gutter: {2 * BODY}pt)[\n{story}"
        f"#table(columns: (5em, 1fr), stroke: (x: none, y: 0.3pt), inset: 3pt,\n{rows})]\n"
        f"#pagebreak()\n#heading(level: 2, outlined: false)[{YEARS_TITLE}]\n"
        f"#grid(columns: (7em, 1fr), row-gutter: 21pt,\n{entries})\n"
    )


def _words_of(event: Event) -> str:
    """The headline, with the party's size where there is one."""
    return event.headline.ja + (f"（{event.people}人）" if event.people else "")


def _facts_of(town: Town) -> tuple[tuple[str, str], ...]:
    """The table's rows: people and area, and what the town says of itself."""
    counted = (("人口", f"{town.population:,}人（2025年）"), ("面積", f"{town.area}km²（2025年）"))
    return (*counted, *((label.ja, value.ja) for label, value in town.facts))


def _typst(text: str) -> str:
    for sign in "\\#*_`$<>@=~[]":
        text = text.replace(sign, "\\" + sign)
    return text
