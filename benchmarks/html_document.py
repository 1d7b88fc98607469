"""The towns as an HTML document with paged-media CSS (`towns.css`), for WeasyPrint and Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby, pairwise
from pathlib import Path

from benchmarks.page_measures import EntryData, TownData, YearbookData
from benchmarks.peer_fonts import Fonts

STYLE = Path(__file__).parent / "towns.css"


def html_source(data: YearbookData, fonts: Fonts) -> str:
    """The document; its drawings are SVG files beside it, its fonts the files given."""
    faces = (("N", 400, fonts.regular), ("N", 500, fonts.medium), ("N", 700, fonts.bold), ("S", 400, fonts.serif))
    style = "".join(
        f'@font-face {{ font-family: {family}; font-weight: {weight}; src: url("{path.as_uri()}"); }}\n'
        for family, weight, path in faces
    )
    style += STYLE.read_text("utf-8")
    style += "".join(f".{kind} {{ background-image: url({kind}.svg) !important; }}\n" for kind in data["kinds"])
    head = f'<meta charset="utf-8"><title>{data["title"]}</title><style>{style}</style>'
    lines = "".join(f'<a href="#{town["id"]}"><span>{escape(town["name"])}</span></a>' for town in data["towns"])
    ahead = '<img src="lattice.svg" alt="" hidden>'  # Chromium draws in margins only what it has loaded for the page
    contents = f'<h1>{data["contents"]}</h1>{ahead}<nav>{lines}</nav><div class="band"></div>'
    body = f'<section class="contents">{contents}</section>'
    body += "".join(_profile(town) + _timeline(town, data) for town in data["towns"])
    return f'<!doctype html><html lang="ja"><head>{head}</head><body>{body}'


def _profile(town: TownData) -> str:
    story = "".join(f"<h2>{escape(title)}</h2><p>{escape(text)}</p>" for title, text in town["story"])
    rows = "".join(f"<tr><th scope=row>{escape(label)}<td>{escape(value)}" for label, value in town["facts"])
    return (
        f'<section class="town" id="{town["id"]}">'
        f"<header><h1>{escape(town['name'])}</h1><span>{town['readings']}</span></header>"
        f'<p class="lead">{escape(town["lead"])}</p><div class="story">{story}<table>{rows}</table></div></section>'
    )


def _timeline(town: TownData, data: YearbookData) -> str:
    legend = "".join(f'<span class="{kind}">{data["kinds"][kind]}</span>' for kind in town["legend"])
    years = "".join(_years(town["entries"]))
    return f'<section class="years"><h1>{data["timeline"]}</h1>{years}<p class="legend">{legend}</p></section>'


def _years(entries: list[EntryData]) -> Iterator[str]:
    years = [(year, list(group)) for year, group in groupby(entries, key=lambda entry: entry["year"])]
    gaps = (0, *(later - sooner for (sooner, _), (later, _) in pairwise(years)))
    for (year, group), gap in zip(years, gaps, strict=True):
        style = "year gap" if gap > 1 else "year next" if gap else "year"
        words = "".join(map(_entry, group))
        yield f'<div class="{style}"><b>{year}</b><i>{group[0]["era"]}</i>{words}</div>'


def _entry(entry: EntryData) -> str:
    size = f"<small>{entry['people']}</small>" if entry["people"] else ""
    style = f"{entry['kind']} party" if size else entry["kind"]
    return f'<p class="{style}"><time>{entry["month"]}</time>{escape(entry["headline"])}{size}</p>'
