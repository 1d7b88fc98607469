"""What an entry's date says is printed, in every language: its season, that it is near, its last day."""

from __future__ import annotations

from typing import Any

import pytest

from brochure.content.dates import PartialDate
from brochure.content.exchange import Entry, Kind, Season
from brochure.content.text import Text
from brochure.drawing.structure import Role
from brochure.pages.entry_dates import about_year, last_day, within_year
from pages.setting import booklet, elements, lay, order, setting


def entry(**changes: Any) -> Entry:
    plain = {"id": "one", "date": PartialDate(1990), "kind": Kind.OTHER, "headline": Text("港に着く")}
    return Entry(**{**plain, **changes})


@pytest.mark.parametrize(
    ("changes", "language", "told"),
    [
        ({}, "ja", ""),
        ({"season": Season.SPRING}, "ja", "春"),
        ({"season": Season.AUTUMN, "is_about": True}, "zh_CN", "秋前后"),
        ({"date": PartialDate(1990, 4), "is_about": True}, "ja", "4月ごろ"),
        ({"date": PartialDate(1990, 4), "is_about": True}, "zh_TW", "4月前後"),
        ({"date": PartialDate(1990, 4, 17)}, "zh_CN", "4月17日"),
        ({"is_about": True}, "ja", ""),
    ],
)
def test_beside_the_year_stands_what_is_known(changes: dict[str, Any], language: str, told: str) -> None:
    assert within_year(entry(**changes), setting(language)) == told


@pytest.mark.parametrize(
    ("until", "language", "told"),
    [
        (None, "ja", ""),
        (PartialDate(1990, 4, 20), "ja", "4月20日まで"),
        (PartialDate(1991, 3), "ja", "1991年3月まで"),
        (PartialDate(1990, 4, 20), "zh_CN", "至4月20日"),
        (PartialDate(1991), "zh_TW", "至1991年"),
    ],
)
def test_the_last_day_says_its_year_where_it_is_another(until: PartialDate | None, language: str, told: str) -> None:
    assert last_day(entry(date=PartialDate(1990, 4, 17), until=until), setting(language)) == told


def test_a_year_that_is_near_says_so() -> None:
    assert about_year(entry(is_about=True), setting("ja")) == "1990年ごろ"
    assert about_year(entry(is_about=True, season=Season.SPRING), setting("ja")) == ""
    assert about_year(entry(), setting("ja")) == ""


@pytest.mark.parametrize(("language", "told"), [("ja", ("春ごろ", "5月3日まで")), ("zh_CN", ("春前后", "至5月3日"))])
def test_the_timeline_prints_it(language: str, told: tuple[str, ...]) -> None:
    changed = entry(season=Season.SPRING, is_about=True, until=PartialDate(1990, 5, 3))
    laid = lay(order("timeline", pages=1), language, booklet=booklet({"timeline": (changed,)}))
    ((_, text),) = [each for page in laid.pages for each in elements(page, Role.LIST_ITEM)]
    for words in told:
        assert words in text
