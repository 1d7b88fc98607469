"""The table of eras beside the calendar of ICU, which other programs go by."""

from __future__ import annotations

import re
from datetime import date, timedelta
from types import ModuleType

import pytest

from brochure.content.dates import PartialDate
from brochure.languages import LANGUAGES

_FIRST, _LAST = date(1873, 1, 1), date(2100, 12, 31)
"""From the day Japan took the Gregorian calendar on: before, the days of an era were those of another."""


@pytest.fixture
def messages() -> ModuleType:
    return pytest.importorskip("icu4py.messageformat", reason="the extra icu is not installed: pip install '.[icu]'")


def _days() -> list[date]:
    return [_FIRST + timedelta(number) for number in range((_LAST - _FIRST).days + 1)]


def test_the_eras_of_every_day_are_those_of_icu(messages: ModuleType) -> None:
    form = messages.MessageFormat("{day, date, ::GGGGyMMMMd}", "ja_JP@calendar=japanese")
    others: list[str] = []
    days = _days()
    for day in days:
        icus = re.sub("年.*", "年", form.format({"day": day}))
        ours = LANGUAGES["ja"].era_year(PartialDate(day.year, day.month, day.day))
        if ours != icus:
            others.append(f"{day}: {ours}, ICU {icus}")
    assert others == []
    assert len(days) == 83_275


def test_a_year_names_every_era_that_its_days_are_in() -> None:
    for year in range(_FIRST.year, _LAST.year + 1):
        first, last = date(year, 1, 1), date(year, 12, 31)
        days = (PartialDate(day.year, day.month, day.day) for day in (first, last))
        met = dict.fromkeys(LANGUAGES["ja"].era_year(day) for day in days)
        assert LANGUAGES["ja"].era_year(PartialDate(year)) == "・".join(met)
