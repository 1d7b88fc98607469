"""Every shipped edition is whole: no findings, the pages its binding asks for, numbers derived and references right."""

from __future__ import annotations

import re
from functools import cache

import pytest

from brochure import pipeline
from brochure.diagnostics import Report
from brochure.drawing.frame import Anchor, Link, Tagged, items_of, text_of
from brochure.layout.page import Book
from shipped.booklet import edition, project, runs

FILES = [(each.id, lead) for each in project().editions for lead in each.leads]
PAGES = {"rumoi": 16, "hokkaido-china": 24, "rumoi-yingkou-40th": 60, "delegation-yingkou": 6}
KANA = re.compile(r"[ぁ-ゖァ-ヺー]")


@cache
def made(name: str, lead: str) -> tuple[Book, Report]:
    report = Report()
    return pipeline.set_book(project(), edition(name), lead, report), report


def copy_of(book: Book, role: str) -> str:
    return "".join(text_of(page.page.frame.items) for page in book.pages if page.page.role == role)


@pytest.mark.parametrize(("name", "lead"), FILES)
def test_it_sets_without_a_finding_on_the_pages_its_binding_asks_for(name: str, lead: str) -> None:
    book, report = made(name, lead)
    assert report.ordered() == ()
    assert len(book.pages) == PAGES[name]
    assert "〓" not in "".join(text_of(page.page.frame.items) for page in book.pages)


def test_the_anniversary_book_has_a_cover_of_four_pages_and_a_body_of_whole_sheets() -> None:
    book, _ = made("rumoi-yingkou-40th", "ja")
    covers = [page.number for page in book.pages if page.page.is_cover]
    assert covers == [1, 2, 59, 60]
    assert (len(book.pages) - len(covers)) % 4 == 0
    assert len(book.pages) - len(covers) >= 40


def test_the_anniversary_is_reckoned_from_the_agreement() -> None:
    book, _ = made("rumoi-yingkou-40th", "ja")
    assert book.title == "海をこえて40年"
    assert "1990年4月17日 – 2030年4月17日" in copy_of(book, "cover")
    assert "40年（2030年4月17日現在）" in copy_of(book, "agreement")


def test_each_language_of_the_anniversary_book_is_tagged_as_its_own() -> None:
    book, _ = made("rumoi-yingkou-40th", "ja")
    for page in book.pages:
        for item in items_of(page.page.frame.items, Tagged):
            if item.language == "zh_CN" and item.role != "Artifact":
                assert not KANA.search(text_of(item.items)), (page.number, text_of(item.items))


def test_facing_pages_of_the_anniversary_book_are_spreads() -> None:
    book, _ = made("rumoi-yingkou-40th", "ja")
    for role in ("greeting", "city_profile", "background", "story", "citizens"):
        numbers = [page.number for page in book.pages if page.page.role == role]
        assert all(
            first % 2 == 0 and second == first + 1 for first, second in zip(numbers[::2], numbers[1::2], strict=True)
        )


@pytest.mark.parametrize("lead", ["ja", "zh_CN", "zh_TW"])
def test_the_finder_lists_all_municipalities_and_leads_where_it_says(lead: str) -> None:
    book, _ = made("hokkaido-china", lead)
    listed = copy_of(book, "finder")
    for each in project().booklet.municipalities.values():
        assert each.name.in_(lead) in listed
    anchors = {i.name: page.number for page in book.pages for i in items_of(page.page.frame.items, Anchor)}
    links = [i.target[1:] for page in book.pages for i in items_of(page.page.frame.items, Link)]
    assert links
    for target in links:
        assert target in anchors or "://" in target or target.startswith("ttp"), target


@pytest.mark.parametrize("lead", ["ja", "zh_CN", "zh_TW"])
def test_the_index_names_the_pages_a_name_is_printed_on(lead: str) -> None:
    book, _ = made("hokkaido-china", lead)
    name = project().booklet.cities["rumoi"].name.in_(lead)
    index = next(page for page in book.pages if page.page.role == "index")
    entries = items_of(index.page.frame.items, Tagged)
    entry = next(text_of(item.items) for item in entries if item.origin == f"index.{name}")
    numbers: set[int] = set()
    for part in entry.split("　")[1].split(", "):
        first, _, last = part.partition("–")
        numbers |= set(range(int(first), int(last or first) + 1))
    printed = {p.number for p in book.pages[: index.number - 1] if name in text_of(p.page.frame.items)}
    assert numbers == printed


def test_no_words_stand_on_one_another_in_any_edition() -> None:
    for name, lead in FILES:
        for page in made(name, lead)[0].pages:
            lines = [
                (at, run)
                for at, run in runs(page.page.frame.items)
                if run.text.strip() and not run.is_silent and not run.is_vertical
            ]
            for number, (at, run) in enumerate(lines):
                for other, second in lines[number + 1 : number + 12]:
                    size = min(run.size, second.size)
                    across = min(at.x + run.width, other.x + second.width) - max(at.x, other.x)
                    stands_apart = across < 0.55 * size or abs(at.y - other.y) > 0.6 * size
                    assert stands_apart, (name, page.number, run.text, second.text)
