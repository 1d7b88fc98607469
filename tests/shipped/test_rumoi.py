"""The shipped booklet is whole in every language: no findings, every entry, its own names, words in their place."""

from __future__ import annotations

import re

import pytest

from brochure.content import figures
from brochure.content.exchange import Kind
from brochure.drawing.geometry import Rect
from brochure.drawing.units import mm
from brochure.typesetting.character_classes import OPENING_BRACKET, class_of
from shipped.booklet import LANGUAGES, book, project, runs, text_of_book, text_of_page

PAGES = [
    "cover",
    "contents",
    "locator_map",
    "city_profile",
    "city_profile",
    "industry",
    "city_profile",
    "background",
    "figures",
    "timeline",
    "timeline",
    "timeline",
    "timeline",
    "citizens",
    "colophon",
    "back_cover",
]
KANA = re.compile(r"[ぁ-ゖァ-ヺー]")
OWN_NAME = {"ja": "営口", "zh_CN": "营口", "zh_TW": "營口"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_sets_without_a_finding(language: str) -> None:
    assert book(language)[1].ordered() == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_pages_are_those_ordered(language: str) -> None:
    pages = book(language)[0].pages
    assert [page.page.role for page in pages] == PAGES
    assert {page.page.frame.size for page in pages} == {(mm(182), mm(257))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_the_data_is_on_a_page(language: str) -> None:
    exchange = project().booklet.exchanges["rumoi-yingkou"]
    assert (len(exchange.timeline), len(exchange.citizens.entries)) == (61, 4)
    printed = text_of_book(language)
    for entry in (*exchange.timeline, *exchange.citizens.entries):
        headline = _in_language(entry.headline.key, entry.headline.plain, language)
        assert headline in printed, entry.id


def _in_language(key: str, source: str, language: str) -> str:
    if language == "ja":
        return source
    from brochure.diagnostics import Report
    from brochure.translation.catalogs import read_catalog
    from shipped.booklet import ROOT

    catalog = read_catalog(ROOT, language, "content", Report())
    assert catalog is not None
    entry = catalog[key]
    assert entry is not None
    assert entry.source == source
    return entry.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_yingkou_is_written_as_the_language_writes_it(language: str) -> None:
    text = text_of_book(language)
    for other, name in OWN_NAME.items():
        assert (name in text) == (other == language)


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_no_kana_stands_in_chinese(language: str) -> None:
    printed = text_of_book(language)
    assert KANA.findall(printed) == []
    assert "〓" not in printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_printed_in_black_alone(language: str) -> None:
    """But for the three large numbers, whose figures no language changes."""
    coloured = set()
    for page in book(language)[0].pages:
        for _, run in runs(page.page.frame.items):
            cyan, magenta, yellow, _ = run.colour.inks
            if cyan or magenta or yellow:
                coloured.add((page.page.role, run.size))
    assert {role for role, _ in coloured} <= {"figures"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_keep_away_from_the_knife(language: str) -> None:
    safe = Rect(0, 0, mm(182), mm(257)).inset(*(mm(5),) * 4)
    for page in book(language)[0].pages:
        for at, run in runs(page.page.frame.items):
            head = (
                run.size / 2 if class_of(run.text[0]) == OPENING_BRACKET else 0.0
            )  # 天付き: only its white stands out
            assert at.x + head >= safe.x - 0.01, (page.number, run.text)
            assert at.x + run.width <= safe.right + 0.01, (page.number, run.text)
            assert safe.y <= at.y <= safe.bottom, (page.number, run.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_runs_of_words_stand_on_one_another(language: str) -> None:
    for page in book(language)[0].pages:
        boxes: list[tuple[Rect, str]] = []
        for at, run in runs(page.page.frame.items):
            white = run.size / 2 if class_of(run.text[0]) == OPENING_BRACKET else 0.0  # a bracket's empty half
            boxes.append((Rect(at.x + white, at.y - run.size * 0.7, run.width - white, run.size * 0.6), run.text))
        for index, (box, text) in enumerate(boxes):
            for other, other_text in boxes[index + 1 :]:
                across = min(box.right, other.right) - max(box.x, other.x)
                down = min(box.bottom, other.bottom) - max(box.y, other.y)
                assert across < 1.0 or down < 0.5, (page.number, text, other_text)


def test_the_figures_are_counted_from_the_data() -> None:
    exchange = project().booklet.exchanges["rumoi-yingkou"]
    out = sum(figures.delegations_by_year(exchange.timeline, Kind.DELEGATION_OUT).values())
    back = sum(figures.delegations_by_year(exchange.timeline, Kind.DELEGATION_IN).values())
    page = text_of_page(9, "ja")
    assert f"中国への訪問団{out}回" in page
    assert f"中国からの訪問団{back}回" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_name_the_pages_they_lead_to(language: str) -> None:
    pages = book(language)[0].pages
    contents = text_of_page(2, language)
    for number, role in ((3, "locator_map"), (10, "timeline"), (14, "citizens")):
        assert pages[number - 1].page.role == role
        assert f"{pages[number - 1].page.running_head}{number}" in contents


def test_every_person_and_place_named_in_print_is_a_record() -> None:
    booklet = project().booklet
    used = {entry.leader for entry in booklet.exchanges["rumoi-yingkou"].timeline if entry.leader}
    assert used <= set(booklet.people)
    for person in booklet.people.values():
        assert person.name.zh_CN
        assert person.name.zh_TW
