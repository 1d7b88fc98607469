"""The shipped booklet, read once and set once a language, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from brochure import pipeline
from brochure.diagnostics import Report
from brochure.drawing.frame import Glyphs, Group, Placed, Tagged
from brochure.drawing.geometry import Point, Transform
from brochure.edition.edition import Edition
from brochure.layout.page import Book

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ja", "zh_CN", "zh_TW")


@cache
def project() -> pipeline.Project:
    report = Report()
    read = pipeline.read_project(ROOT, report)
    assert read is not None, list(map(str, report))
    assert not len(report), report.ordered()
    return read


def edition(name: str = "rumoi") -> Edition:
    """An edition as shipped, the city booklet where none is named."""
    return next(each for each in project().editions if each.id == name)


@cache
def book(language: str) -> tuple[Book, Report]:
    report = Report()
    return pipeline.set_book(project(), edition(), language, report), report


def runs(items: tuple[Placed, ...], to_page: Transform = Transform()) -> Iterator[tuple[Point, Glyphs]]:  # noqa: B008
    """Every run of glyphs with the place of its origin on the page; turned groups are left out."""
    for placed in items:
        item = placed.item
        x, y = to_page.apply(placed.x, placed.y)
        here = to_page._replace(e=x, f=y)
        if isinstance(item, Glyphs):
            yield Point(x, y), item
        elif isinstance(item, Tagged) or (isinstance(item, Group) and item.transform == Transform()):
            yield from runs(item.items, here)


def text_of_page(number: int, language: str) -> str:
    """The copy of one page, in reading order."""
    return "".join(run.text for _, run in runs(book(language)[0].pages[number - 1].page.frame.items))


def text_of_book(language: str) -> str:
    """The copy of all pages."""
    return "\n".join(text_of_page(page.number, language) for page in book(language)[0].pages)
