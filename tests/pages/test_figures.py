"""The page of figures: every number on it is one counted here again, from the author's file and by other means."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from brochure.content.dates import PartialDate
from brochure.content.exchange import Kind, Tie, TieKind
from brochure.drawing.frame import Glyphs, Tagged, text_of
from brochure.drawing.structure import Role
from brochure.pages.entry_kinds import KINDS
from brochure.pages.figures import labels
from brochure.source.model import changed
from pages.setting import (
    LANGUAGES,
    ROOT,
    booklet,
    edition,
    elements,
    exchange,
    figures,
    in_order,
    lay,
    order,
    read_runs,
    setting,
    shipped,
)


@cache
def written() -> list[dict[str, Any]]:
    """The entries as they stand in the file, read by nothing of ours."""
    path = ROOT / "content/exchanges/rumoi-yingkou.yaml"
    entries = yaml.safe_load(path.read_text("utf-8"))["timeline"]
    assert len(entries) == 61
    return entries


def year_of(entry: dict[str, Any]) -> int:
    return int(str(entry["date"])[:4])


def counted(kind: str) -> tuple[int, int, int]:
    """Entries of a kind, those whose party is stated, and its people."""
    entries = [entry for entry in written() if entry["kind"] == kind]
    parties = [int(entry["people"]) for entry in entries if "people" in entry]
    return len(entries), len(parties), sum(parties)


def large_numbers(laid: Any) -> list[str]:
    size = laid.setting.typesetter.styles["number"].size
    return [run.text for _, run in read_runs(laid.page.frame.items) if run.size == size]


def bars() -> Tagged:
    return figures(shipped("figures").page)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_large_numbers_are_visits_out_visits_in_and_whole_years(language: str) -> None:
    out, back = counted("delegation-out")[0], counted("delegation-in")[0]
    assert (out, back) == (19, 15)
    # 17 April 1990 to November 2026: the day lies before November, so the 36th year is full
    assert large_numbers(shipped("figures", language)) == [str(out), str(back), "36"]


@pytest.mark.parametrize(
    ("language", "visits", "years"),
    [
        ("ja", "うち{1}回は人数の記録があり、計{2}人", "1990年4月17日に締結2026年11月現在"),
        ("zh_CN", "其中{1}次有人数记录，共{2}人", "1990年4月17日缔结截至2026年11月"),
        ("zh_TW", "其中{1}次有人數紀錄，共{2}人", "1990年4月17日締結截至2026年11月"),
    ],
)
def test_under_each_number_stands_how_it_was_counted(language: str, visits: str, years: str) -> None:
    expected = [visits.format(*counted("delegation-out")), visits.format(*counted("delegation-in")), years]
    assert [text for _, text in elements(shipped("figures", language).page, Role.CAPTION)] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_date_of_the_tie_and_the_date_of_counting_stand_on_two_lines(language: str) -> None:
    runs = [(at, run) for at, run in read_runs(shipped("figures", language).page.frame.items) if run.size == 7.5]
    tie = next(at for at, run in runs if "1990" in run.text)
    counting = next(at for at, run in runs if "2026" in run.text)
    assert counting.y - tie.y == pytest.approx(12.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_then_charts_then_what_was_counted_are_read(language: str) -> None:
    own = setting(language)
    said = [labels.VISITS_OUT, labels.VISITS_IN, labels.YEARS, labels.PER_YEAR, labels.BY_KIND]
    parts = [own.say(label) for label in said] + own.say(labels.BASIS).split("\n")
    assert in_order(shipped("figures", language).copy, parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_charts_of_visits_says_in_words_what_it_draws(language: str) -> None:
    chart, lanes = figures(shipped("figures", language).page)
    numbers = [int(number) for number in re.findall(r"\d+", chart.alternative)]
    years = [year_of(entry) for entry in written()]
    assert numbers == [min(years), max(years), counted("delegation-out")[0], counted("delegation-in")[0]]
    assert lanes.alternative == setting(language).say(labels.LANES_ALTERNATIVE)


def test_each_bar_bears_its_year_s_number_of_visits() -> None:
    """Above the axis the visits out, below those in; a bar's figure stands in the middle over its year."""
    box = shipped("figures").setting.box()
    axis = [at.y for at, run in read_runs((bars().items[0],)) if run.text == "1990"]
    found: dict[bool, dict[int, int]] = {True: {}, False: {}}
    first, last = 1980, 2010
    step = box.width / (last - first + 1)
    for at, run in read_runs((bars().items[0],)):
        if run.text.isdigit() and len(run.text) < 3:
            year = int((at.x + run.width / 2 - box.x) // step) + first
            found[at.y < axis[0]][year] = int(run.text)
    for is_out, kind in ((True, "delegation-out"), (False, "delegation-in")):
        years = Counter(year_of(entry) for entry in written() if entry["kind"] == kind)
        assert found[is_out] == dict(years)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_lane_has_its_kind_s_name_and_number(language: str) -> None:
    own = setting(language)
    kinds = Counter(entry["kind"] for entry in written())
    lane = figures(shipped("figures", language).page)[1]
    copy = text_of(lane.items)
    for kind, label in KINDS.items():
        assert (own.say(label) in copy) == (kind in kinds)
    rows = [f"{own.say(label)}{kinds[kind]}" for kind, label in KINDS.items() if kinds[kind]]
    assert copy.endswith("".join(rows))


def shortened(**changes: Any) -> Any:
    return booklet({"timeline": exchange().timeline[:12], **changes})


def test_the_numbers_follow_the_data() -> None:
    some = exchange().timeline[:12]
    laid = lay("figures", booklet=shortened())
    out = sum(1 for entry in some if entry.kind == Kind.DELEGATION_OUT)
    back = sum(1 for entry in some if entry.kind == Kind.DELEGATION_IN)
    assert large_numbers(laid) == [str(out), str(back), "36"]
    assert (out, back) != (19, 15)
    more = changed(some[0], people=1234)
    assert "1,245人" in lay("figures", booklet=booklet({"timeline": (more, *some[1:])})).copy  # with the 11 of 1984


@pytest.mark.parametrize(
    ("date", "years"), [((1990, 4, 17), "0"), ((2026, 4, 16), "35"), ((2026, 4, 17), "36"), ((2027,), "37")]
)
def test_the_years_are_full_on_the_day_itself(date: tuple[int, ...], years: str) -> None:
    laid = lay("figures", edition=edition(date=PartialDate(*date)))
    assert large_numbers(laid)[2] == years


def test_the_tie_is_marked_in_its_year_and_only_where_the_chart_has_it() -> None:
    def copy(date: PartialDate) -> str:
        tie = Tie(kind=TieKind.FRIENDSHIP_PORT, date=date)
        return text_of(figures(lay("figures", booklet=shortened(tie=tie)).page)[0].items)

    assert "友好港湾締結" in copy(PartialDate(1984))
    assert "友好港湾締結" not in copy(PartialDate(2005))


def test_an_exchange_of_which_nothing_is_recorded_has_numbers_and_no_charts() -> None:
    laid = lay("figures", booklet=booklet({"timeline": ()}))
    assert laid.codes == []
    assert large_numbers(laid) == ["0", "0", "36"]
    assert figures(laid.page) == []
    assert elements(laid.page, Role.HEADING_2) == []


@pytest.mark.parametrize("which", [0, 1, 2], ids=["a visit", "a match", "a founding"])
def test_one_entry_is_enough(which: int) -> None:
    laid = lay("figures", booklet=booklet({"timeline": (exchange().timeline[which],)}))
    assert laid.codes == []
    assert len(figures(laid.page)) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_charts_keep_inside_the_type_area_and_clear_of_the_note(language: str) -> None:
    laid = shipped("figures", language)
    box = laid.setting.box()
    foot = box.bottom - 2 * laid.setting.area.line_feed
    note = min(at.y - run.size for at, run in read_runs(laid.page.frame.items) if at.y > foot)
    for figure in figures(laid.page):
        for at, run in read_runs(figure.items):
            assert isinstance(run, Glyphs)
            assert box.x - 0.01 <= at.x
            assert at.x + run.width <= box.right + 0.01
            assert at.y < note


def test_the_exchange_ordered_is_counted() -> None:
    shelf = booklet()
    empty = changed(exchange(), timeline=())
    both = replace(shelf, exchanges={**shelf.exchanges, "other": empty})
    assert large_numbers(lay(order("figures", exchange="other"), booklet=both))[0] == "0"
    assert large_numbers(lay(order("figures"), booklet=both))[0] == "19"
