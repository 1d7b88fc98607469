"""A city's profile: its name and readings, its story by themes, its facts with their dates, on one page or a spread."""

from __future__ import annotations

from itertools import pairwise

import pytest

from brochure.content.city import Area, City, Population, Section
from brochure.content.dates import PartialDate
from brochure.content.text import Text
from brochure.drawing.describe import describe
from brochure.drawing.frame import text_of
from brochure.drawing.structure import Role
from pages.setting import (
    LANGUAGES,
    Laid,
    booklet,
    elements,
    in_order,
    joined,
    lay,
    long,
    order,
    project,
    read_runs,
    shipped,
    words,
)

RUMOI = project().booklet.cities["rumoi"]
YINGKOU = project().booklet.cities["yingkou"]


def parts(city: City, language: str) -> tuple[list[str], list[str], list[str]]:
    """What stands at the head, the themes, and the facts, each in reading order."""
    head = [city.name.in_(language), city.romaji, words(city.motto, language), words(city.lead, language)]
    themes = [each for part in city.sections for each in (words(part.title, language), words(part.text, language))]
    facts = [each for fact in city.facts for each in (words(fact.label, language), words(fact.value, language))]
    return head, [joined(each) for each in themes], facts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spread_has_name_lead_and_facts_at_the_left_and_the_themes_at_the_right(language: str) -> None:
    left, right = (text_of(page.frame.items) for page in shipped("rumoi", language).pages)
    head, themes, facts = parts(RUMOI, language)
    assert in_order(left, head + facts)
    assert right == "".join(themes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_page_has_the_themes_before_the_facts(language: str) -> None:
    head, themes, facts = parts(YINGKOU, language)
    assert in_order(shipped("yingkou", language).copy, head + themes + facts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_themes_are_headings_and_facts_a_table_with_heads(language: str) -> None:
    left, right = shipped("rumoi", language).pages
    assert elements(left, Role.HEADING_1) == [(Role.HEADING_1, RUMOI.name.in_(language))]
    assert [text for _, text in elements(right, Role.HEADING_2)] == [
        words(each.title, language) for each in RUMOI.sections
    ]
    heads = [text for _, text in elements(left, Role.TABLE_HEADER)]
    assert heads[2:] == [words(fact.label, language) for fact in RUMOI.facts]
    assert len(elements(left, Role.TABLE_ROW)) == len(heads) == len(RUMOI.facts) + 2


@pytest.mark.parametrize(
    ("language", "population", "area"),
    [
        ("ja", "人口24,457人（2010年ごろ）", "面積297.51 km²（2010年ごろ）"),
        ("zh_CN", "人口24,457人（2010年前后）", "面积297.51平方公里（2010年前后）"),
        ("zh_TW", "人口24,457人（2010年前後）", "面積297.51平方公里（2010年前後）"),
    ],
)
def test_people_and_area_come_first_with_their_dates(language: str, population: str, area: str) -> None:
    assert RUMOI.population is not None
    assert RUMOI.population.value == 24457
    rows = [text for _, text in elements(shipped("rumoi", language).pages[0], Role.TABLE_ROW)]
    assert [row.replace("\u00a0", " ") for row in rows[:2]] == [population, area]


@pytest.mark.parametrize(
    ("population", "row"),
    [
        (Population(value=0), "人口0人"),
        (Population(value=1234567, as_of=PartialDate(2020, 11)), "人口1,234,567人（2020年11月ごろ）"),
        (None, ""),
    ],
)
def test_people_follow_the_data(population: Population | None, row: str) -> None:
    laid = lay("rumoi", booklet=booklet(rumoi={"population": population, "area_km2": Area(value=5.0)}))
    assert laid.codes == []
    rows = [text for _, text in elements(laid.pages[0], Role.TABLE_ROW)]
    assert rows[: 2 if row else 1] == [row, "面積5 km²"][0 if row else 1 :]


def test_the_reading_is_kana_in_japanese_and_pinyin_in_chinese() -> None:
    assert "るもいし" in shipped("rumoi", "ja").copy
    for language in ("zh_CN", "zh_TW"):
        assert "るもいし" not in shipped("rumoi", language).copy
        assert RUMOI.pinyin in shipped("rumoi", language).copy
    unread = lay("rumoi", booklet=booklet(rumoi={"reading": "", "romaji": "", "above": None}))
    assert unread.copy.startswith("留萌市" + words(RUMOI.motto))


def test_name_and_readings_stand_on_one_baseline() -> None:
    runs = list(read_runs(shipped("rumoi").pages[0].frame.items))
    name = next(at for at, run in runs if run.text == "留萌市")
    reading = next(at for at, run in runs if run.text.startswith("るもい"))
    assert name.y == pytest.approx(reading.y)
    assert reading.x > name.x + 3 * 44


def test_the_order_decides_between_one_page_and_two() -> None:
    short = booklet(rumoi={"sections": RUMOI.sections[:2], "facts": ()})
    one, two = (lay(order("rumoi", pages=count), booklet=short) for count in (1, 2))
    assert (len(one.pages), len(two.pages)) == (1, 2)
    assert (one.codes, two.codes) == ([], [])
    assert sorted(one.copy) == sorted(two.copy)


def lead_top(laid: Laid) -> float:
    size = max(run.size for _, run in read_runs(laid.pages[0].frame.items) if run.size < 15)
    return min(at.y for at, run in read_runs(laid.pages[0].frame.items) if run.size == size)


def test_a_deeper_drawing_moves_the_words_down_by_its_lines() -> None:
    low, high = (lay(order("rumoi", art_lines=lines)) for lines in (10, 12))
    assert lead_top(high) - lead_top(low) == pytest.approx(2 * low.setting.area.line_feed)


def test_a_motto_of_two_lines_moves_the_lead_by_whole_lines_and_none_lets_it_rise() -> None:
    def top(motto: str) -> float:
        text = Text(motto) if motto else None
        return lead_top(lay(order("rumoi", art_lines=4), booklet=booklet(rumoi={"motto": text})))

    one, two, none = top("海と港"), top("海と港\n岬と夕陽"), top("")
    assert none < one < two
    for above, below in pairwise((none, one, two)):
        assert (below - above) % 16 == pytest.approx(0)


def test_balanced_columns_end_together_and_others_fill_up_in_turn() -> None:
    def rights(*, is_balanced: bool) -> int:
        page = lay(order("rumoi", is_balanced=is_balanced)).pages[1]
        middle = page.frame.size.width / 2
        return sum(len(run.text) for at, run in read_runs(page.frame.items) if at.x > middle)

    assert 0 < rights(is_balanced=False) < rights(is_balanced=True)


def test_the_drawings_follow_the_order() -> None:
    def drawn(**changes: object) -> tuple[str, str]:
        left, right = (describe(page.frame) for page in lay(order("rumoi", **changes)).pages)
        return left, right

    left, right = drawn()
    other_left, same_right = drawn(art="lighthouse")
    assert (left != other_left, right == same_right) == (True, True)
    same_left, other_right = drawn(foot_art="")
    assert (left == same_left, right != other_right) == (True, True)
    assert len(other_right) < len(right)


@pytest.mark.parametrize("pages", [1, 2])
def test_a_city_of_which_only_the_name_is_known_is_a_profile(pages: int) -> None:
    bare = dict.fromkeys(("motto", "lead", "population", "area_km2", "above", "location"))
    empty = dict.fromkeys(("sections", "facts"), ())
    laid = lay(order("rumoi", pages=pages), booklet=booklet(rumoi={**bare, **empty}))
    assert laid.codes == []
    assert laid.copy == "留萌市るもいし　Rumoi"


@pytest.mark.parametrize("pages", [1, 2])
def test_one_theme_is_enough(pages: int) -> None:
    section = Section(id="sea", title=Text("海"), text=Text("海があります。"))
    laid = lay(order("rumoi", pages=pages), booklet=booklet(rumoi={"sections": (section,), "facts": ()}))
    assert laid.codes == []
    assert "海海があります。" in laid.copy


@pytest.mark.parametrize("pages", [1, 2])
@pytest.mark.parametrize(
    "changes",
    [
        {"sections": (Section(id="long", title=Text("海"), text=long()),)},
        {"lead": long(60)},
        {"lead": long(60), "sections": (), "facts": (), "population": None, "area_km2": None},
        {"motto": Text("海と港\n" * 30)},
        {"romaji": "Rumoi" * 20},
    ],
    ids=["theme", "lead", "lead alone", "motto", "readings"],
)
def test_what_is_too_long_is_found_with_the_place_of_the_order(pages: int, changes: dict[str, object]) -> None:
    content = order("rumoi", pages=pages)
    laid = lay(content, booklet=booklet(rumoi=changes))
    assert set(laid.codes) == {"pages.overset"}
    assert {finding.span for finding in laid.findings} == {content.span}


def test_what_found_room_is_set_and_the_rest_is_counted() -> None:
    whole = lay("rumoi", booklet=booklet(rumoi={"sections": (Section(id="long", title=Text("海"), text=long(100)),)}))
    set_lines = {(round(at.x > 250), at.y) for at, run in read_runs(whole.pages[1].frame.items) if run.size == 9.5}
    assert len(set_lines) == 35 + 37  # the heading takes two of the first column's lines
    assert "pages.overset" in whole.codes
