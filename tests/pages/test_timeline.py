"""The timeline: every entry once and in the order of dates, its facts from the data, over as many pages as ordered."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from brochure.content.dates import PartialDate
from brochure.content.exchange import Dating, Duration, Entry, Kind, Part
from brochure.content.names import Names
from brochure.content.text import Text
from brochure.drawing.describe import describe
from brochure.drawing.frame import Shape, Tagged, items_of, text_of
from brochure.drawing.structure import Role
from brochure.layout.page import Page
from brochure.pages.entry_kinds import KINDS
from pages.setting import (
    LANGUAGES,
    Laid,
    booklet,
    elements,
    exchange,
    in_order,
    lay,
    long,
    order,
    project,
    read_runs,
    setting,
    shipped,
    words,
)

ERAS = {1980: "昭和55年", 1988: "昭和63年", 1989: "平成元年", 1990: "平成2年", 2010: "平成22年"}


def items(laid: Laid) -> list[str]:
    """The copy of each entry."""
    return [text for page in laid.pages for _, text in elements(page, Role.LIST_ITEM)]


def entry(**changes: Any) -> Entry:
    plain = {"id": "one", "date": PartialDate(1990, 4, 17), "kind": Kind.OTHER, "headline": Text("港に着く")}
    return Entry(**{**plain, **changes})


def only(*entries: Entry, pages: int = 1, language: str = "ja") -> Laid:
    return lay(order("timeline", pages=pages), language, booklet=booklet({"timeline": entries}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_set_once_in_the_order_of_the_data(language: str) -> None:
    entries = exchange().timeline
    told = items(shipped("timeline", language))
    assert len(told) == len(entries) == 61
    for each, text in zip(entries, told, strict=True):
        assert words(each.headline, language) in text
        if each.note:
            assert text.endswith(words(each.note, language))


def test_no_entry_surely_comes_before_one_above_it() -> None:
    known: list[PartialDate] = []
    for each in exchange().timeline:
        assert not [date for date in known if each.date.is_surely_before(date)], each.id
        known.append(each.date)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_year_is_named_once_and_again_where_it_goes_on_overleaf(language: str) -> None:
    expected: list[int] = []
    for page in shipped("timeline", language).pages:
        labels = [text for _, text in elements(page, Role.LABEL)]
        years = [int(text[:4]) for text in labels]
        assert years == sorted(set(years))
        expected += [year for year in years if year not in expected]
    assert expected == sorted({each.date.year for each in exchange().timeline})


def test_years_are_counted_by_era_in_japanese_alone() -> None:
    labels = {int(text[:4]): text[4:] for page in shipped("timeline").pages for _, text in elements(page, Role.LABEL)}
    assert {year: labels[year] for year in ERAS} == ERAS
    for language in ("zh_CN", "zh_TW"):
        for page in shipped("timeline", language).pages:
            assert all(text.isdigit() for _, text in elements(page, Role.LABEL))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_of_each_further_page_names_its_years(language: str) -> None:
    first, *others = shipped("timeline", language).pages
    assert "–" not in text_of(first.frame.items)
    for page in others:
        years = [int(text[:4]) for _, text in elements(page, Role.LABEL)]
        assert f"{years[0]}–{years[-1]}年" in text_of(page.frame.items)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_stands_on_the_last_page_with_the_kinds_that_occur(language: str) -> None:
    own = setting(language)
    *_, last = shipped("timeline", language).pages
    occurring = {each.kind for each in exchange().timeline}
    assert text_of(last.frame.items).endswith("".join(own.say(KINDS[kind]) for kind in KINDS if kind in occurring))
    alone = only(entry(kind=Kind.SPORTS))
    assert alone.copy.endswith("港に着くスポーツ")


@pytest.mark.parametrize(
    ("changes", "language", "copy"),
    [
        ({}, "ja", "4月17日港に着く"),
        ({"date": PartialDate(1990, 4)}, "ja", "4月港に着く"),
        ({"date": PartialDate(1990)}, "ja", "港に着く"),
        ({"date": PartialDate(1990, 4), "dating": Dating.INHERITS_MONTH}, "ja", "港に着く"),
        ({"people": 1}, "ja", "4月17日港に着く1人"),
        ({"people": 1234}, "ja", "4月17日港に着く1,234人"),
        ({"leader": "澤泉昭吉"}, "ja", "4月17日港に着く団長 澤泉昭吉"),
        ({"duration": Duration(months=3)}, "ja", "4月17日港に着く3か月"),
        ({"duration": Duration(days=10)}, "ja", "4月17日港に着く10日間"),
        ({"place": "yingkou-city"}, "ja", "4月17日港に着く営口市"),
        ({"place": "yingkou-city", "headline": Text("営口市に着く")}, "ja", "4月17日営口市に着く"),
        (
            {"people": 5, "duration": Duration(days=2), "note": Text("海は荒れた。")},
            "ja",
            "4月17日港に着く5人　2日間海は荒れた。",
        ),
    ],
)
def test_an_entry_follows_its_data(changes: dict[str, Any], language: str, copy: str) -> None:
    laid = only(entry(**changes), language=language)
    assert items(laid) == [copy]
    assert laid.codes == []


TITLED = {"ja": "会長", "zh_CN": "会长", "zh_TW": "會長"}


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("ja", "澤泉昭吉会長　6人（小学生2人、大人4人）　3か月"),
        ("zh_CN", "会长泽泉昭吉　6人（小学生2人、成人4人）　3个月"),
        ("zh_TW", "會長澤泉昭吉　6人（小學生2人、成人4人）　3個月"),
    ],
)
def test_facts_stand_in_the_order_and_form_of_the_language(language: str, facts: str) -> None:
    parts = (
        Part(what=Names(ja="小学生", zh_CN="小学生", zh_TW="小學生"), people=2),
        Part(what=Names(ja="大人", zh_CN="成人", zh_TW="成人"), people=4),
    )
    changes = {"leader": "澤泉昭吉", "leader_title": Names(**TITLED), "people": 6, "breakdown": parts}
    shipped_headline = exchange().timeline[0].headline
    laid = only(entry(headline=shipped_headline, duration=Duration(months=3), **changes), language=language)
    assert items(laid)[0].endswith(facts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_leader_and_every_party_of_the_data_is_printed(language: str) -> None:
    for each, text in zip(exchange().timeline, items(shipped("timeline", language)), strict=True):
        if each.leader:
            assert project().booklet.people[each.leader].name.in_(language) in text
        if each.people:
            assert re.search(rf"(?<![\d,]){each.people:,}人", text), each.id


def test_a_milestone_is_bold() -> None:
    faces = [
        {run.face for _, run in read_runs(only(entry(is_milestone=is_one)).pages[0].frame.items) if "港に" in run.text}
        for is_one in (False, True)
    ]
    assert faces[0] != faces[1]


def marks(page: Page) -> list[Tagged]:
    """The sign of each entry: the decoration inside its item."""
    entries = [item for item in items_of(page.frame.items, Tagged) if item.role is Role.LIST_ITEM]
    return [item for each in entries for item in items_of(each.items, Tagged) if item.role is Role.ARTIFACT]


def test_each_entry_has_the_mark_of_its_kind() -> None:
    laid = only(*(entry(id=kind, kind=Kind(kind)) for kind in ("sports", "agreement", "sports")))
    sports, agreement, again = ([item.item for item in mark.items] for mark in marks(laid.pages[0]))
    assert sports == again
    assert sports != agreement


def dotted(page: Page) -> int:
    return sum(1 for item in items_of(page.frame.items, Shape) if item.stroke and item.stroke.dashes)


@pytest.mark.parametrize(("year", "gaps"), [(1990, 0), (1991, 0), (1992, 1), (2005, 1)])
def test_years_without_an_entry_are_a_dotted_part_of_the_spine(year: int, gaps: int) -> None:
    laid = only(entry(), entry(id="two", date=PartialDate(year, 5)))
    plain = dotted(only(entry()).pages[0])
    assert dotted(laid.pages[0]) - plain == gaps


def heights(laid: Laid) -> list[tuple[float, float]]:
    """Where the first and the last baseline of each entry stand on a page."""
    found: list[tuple[float, float]] = []
    (page,) = laid.pages
    for placed in page.frame.items:
        item = placed.item
        if isinstance(item, Tagged) and item.role is Role.LIST:
            for spot in item.items:
                part = spot.item
                if isinstance(part, Tagged) and part.role is Role.LIST_ITEM:
                    lines = [point.y + placed.y + spot.y for point, _ in read_runs(part.items)]
                    found.append((min(lines), max(lines)))
    return found


def test_entries_keep_alike_distances_however_many_lines_they_have() -> None:
    entries = [
        entry(id="one"),
        entry(id="two", people=5),
        entry(id="three", people=5, note=Text("海は荒れた。")),
        entry(id="four", note=Text("海は荒れた。")),
        entry(id="five"),
    ]
    gaps = [below[0] - above[1] for above, below in pairwise(heights(only(*entries)))]
    assert max(gaps) - min(gaps) < 4.0
    assert min(gaps) > 15


@pytest.mark.parametrize("pages", [4, 5, 6])
def test_the_order_says_over_how_many_pages_and_no_entry_is_lost(pages: int) -> None:
    laid = lay(order("timeline", pages=pages))
    assert len(laid.pages) == pages
    assert items(laid) == items(shipped("timeline"))
    assert laid.codes == []


def test_pages_share_a_common_foot() -> None:
    feet = [
        max(at.y for at, run in read_runs(page.frame.items) if run.size in (9.0, 7.5))
        for page in shipped("timeline").pages[:3]
    ]
    assert max(feet) - min(feet) < 3 * 16


def test_more_entries_than_the_pages_hold_are_counted_and_the_others_set() -> None:
    laid = lay(order("timeline", pages=2))
    (finding,) = laid.findings
    assert (finding.code, finding.span) == ("pages.overset", order("timeline").span)
    told = items(laid)
    assert 20 < len(told) < 61
    assert told == items(shipped("timeline"))[: len(told)]


def test_an_entry_longer_than_a_page_is_found() -> None:
    laid = only(entry(note=long(800)), pages=2)
    assert "pages.overset" in laid.codes


@pytest.mark.parametrize("pages", [1, 4])
@pytest.mark.parametrize("entries", [(), (entry(),)], ids=["none", "one"])
def test_few_entries_are_a_timeline_too(entries: tuple[Entry, ...], pages: int) -> None:
    laid = only(*entries, pages=pages)
    assert laid.codes == []
    assert len(laid.pages) == pages
    assert len(items(laid)) == len(entries)


def test_an_entry_names_its_key_and_its_language() -> None:
    page = only(exchange().timeline[0], language="zh_TW").pages[0]
    head = next(line for line in describe(page.frame).split("\n") if ".headline" in line)
    assert "editions" not in head
    assert in_order(head, ["lang 'zh_TW'", f"{exchange().timeline[0].headline.key}"])
