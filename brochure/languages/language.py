"""A language as a value: how it writes what the data holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from msgspec import Struct, field

from brochure.content.dates import PartialDate
from brochure.languages.numbers import by_ten_thousands
from brochure.typesetting.conventions import Conventions

Counted = Literal["people", "times", "months", "days", "years"]
Unit = Literal["km", "m", "km²", "ha", "t", "℃"]
Season = Literal["spring", "summer", "autumn", "winter"]


def no_era(date: PartialDate) -> str:
    """The era of a date in a language that counts none."""
    return ""


def cardinal(value: int) -> str:
    """A number where the language's forms make it an ordinal themselves (第40回)."""
    return str(value)


class Dates(Struct, frozen=True):
    """The forms of a date by how much of it is known, and of the days from one to another.

    `months` are the names of the months, and `short_months` those that stand where there is little room; without them
    months are numbers. `span` joins the two ends, of which the later says only what the earlier did not, or, where
    `is_year_last`, the other way about (April 17–20, 1990).
    """

    year: str = "{year}年"
    month_of_year: str = "{year}年{month}月"
    day_of_year: str = "{year}年{month}月{day}日"
    month: str = "{month}月"
    day_of_month: str = "{month}月{day}日"
    day: str = "{day}日"
    season: str = "{year}年{season}"
    span: str = "{first}〜{last}"
    is_year_last: bool = False
    months: tuple[str, ...] = ()
    short_months: tuple[str, ...] = ()


class Language(Struct, frozen=True):
    """How one language writes dates, numbers, names and lists.

    `tag` is the catalogs' (`zh_CN`), `bcp47` the documents' (`zh-CN`). `counters` give the form of a number of things,
    `singular` that of one of them where it is another; `units` those of measures. `separator` stands between the items
    of a list, `last_separator` before its last; `titled` is a name with a title in the language's order (澤泉昭吉会長,
    会长泽泉昭吉), `share` a part of a party, `aside` words with more in brackets, `gap` what parts facts on one line.
    `anniversary` and `nth` take a number as `ordinal` writes it; `large` is how numbers of ten thousand and more are
    written in running text.
    """

    tag: str
    bcp47: str
    own_name: str
    conventions: Conventions
    counters: Mapping[Counted, str]
    units: Mapping[Unit, str]
    seasons: Mapping[Season, str]
    separator: str
    titled: str
    anniversary_form: str
    nth_form: str
    last_separator: str = ""
    singular: Mapping[Counted, str] = field(default_factory=dict[Counted, str])
    share: str = "{what}{people}"
    aside: str = "{words}（{more}）"
    gap: str = "　"
    dates: Dates = Dates()
    era_of: Callable[[PartialDate], str] = no_era
    ordinal: Callable[[int], str] = cardinal
    large: Callable[[int], str] = by_ten_thousands

    def __hash__(self) -> int:
        return hash(self.tag)

    def date(self, date: PartialDate) -> str:
        """A date as far as it is known: 1990年4月17日."""
        forms = self.dates
        form = {"year": forms.year, "month": forms.month_of_year, "day": forms.day_of_year}[date.precision]
        return self._filled(form, date)

    def month_and_day(self, date: PartialDate) -> str:
        """The month and day that are known, "" for a year alone."""
        return self._within_year(date, self.dates.months)

    def beside_year(self, date: PartialDate) -> str:
        """Month and day as they stand in the narrow column beside a year: 4月17日, Apr 17."""
        return self._within_year(date, self.dates.short_months)

    def span(self, first: PartialDate, last: PartialDate) -> str:
        """From one date to another, what both share said once: 1990年4月17日〜20日, April 17–20, 1990.

        Dates that are not known alike are written whole; a span of one date is that date.
        """
        if first == last:
            return self.date(first)
        return self.dates.span.format(first=self._first_end(first, last), last=self._last_end(first, last))

    def in_season(self, year: int, season: Season) -> str:
        """A season of a year: 1990年春, spring 1990."""
        return self.dates.season.format(year=year, season=self.seasons[season])

    def era_year(self, date: PartialDate) -> str:
        """The year counted by era (昭和60年); "" where the language does not count so."""
        return self.era_of(date)

    def number(self, value: int | float | Decimal) -> str:
        """A number with its thousands parted by commas, its decimals as they are."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return f"{value:,}"

    def large_number(self, value: int) -> str:
        """A number as running text has it, never rounded: 230万9,000, 230.9万, 2.309 million."""
        return self.large(value)

    def count(self, value: int, what: Counted) -> str:
        """A number of things: 11人."""
        form = self.singular.get(what, self.counters[what]) if value == 1 else self.counters[what]
        return form.format(number=self.number(value))

    def measure(self, value: float | Decimal, unit: Unit) -> str:
        """A number of units: 1,450公里."""
        return self.units[unit].format(number=self.number(value).replace("-", "−"))

    def square_kilometres(self, value: float | Decimal) -> str:
        """An area."""
        return self.measure(value, "km²")

    def anniversary(self, years: int) -> str:
        """So many years since something began: 40周年, 40th anniversary."""
        return self.anniversary_form.format(number=self.ordinal(years))

    def nth(self, number: int) -> str:
        """Which time something is held: 第40回, 40th."""
        return self.nth_form.format(number=self.ordinal(number))

    def list(self, parts: Sequence[str]) -> str:
        """Items one after another."""
        *most, last = parts or ("",)
        return self.separator.join(most) + (self.last_separator or self.separator) + last if most else last

    def person(self, name: str, title: str = "") -> str:
        """A name with the title its bearer has, which may be empty."""
        return self.titled.format(name=name, title=title) if title else name

    def part_of_party(self, what: str, people: int) -> str:
        """Who was among a party, and how many: 議員3人."""
        return self.share.format(what=what, people=self.count(people, "people"), number=self.number(people))

    def with_aside(self, words: str, more: str) -> str:
        """Words with what stands in brackets behind them, which may be empty."""
        return self.aside.format(words=words, more=more) if more else words

    def _within_year(self, date: PartialDate, months: tuple[str, ...]) -> str:
        month = date.month
        if month is None:
            return ""
        form = self.dates.month if date.day is None else self.dates.day_of_month
        return _of_year(form, months[month - 1] if months else month, date.day)

    def _filled(self, form: str, date: PartialDate) -> str:
        names = self.dates.months
        month = names[date.month - 1] if names and date.month else date.month
        return form.format(year=date.year, month=month, day=date.day)

    def _first_end(self, first: PartialDate, last: PartialDate) -> str:
        """The earlier end of a span: whole, or without the year where that comes with the later."""
        if not self.dates.is_year_last or first.year != last.year or first.precision != last.precision:
            return self.date(first)
        return self.month_and_day(first) or self.date(first)

    def _last_end(self, first: PartialDate, last: PartialDate) -> str:
        """The later end: without the year and the month that the earlier has said."""
        if first.year != last.year or first.precision != last.precision:
            return self.date(last)
        is_same_month = first.month == last.month
        if self.dates.is_year_last:
            return self._filled("{day}, {year}", last) if is_same_month else self.date(last)
        return self._filled(self.dates.day, last) if is_same_month else self.month_and_day(last)


@lru_cache(maxsize=1024)
def _of_year(form: str, month: str | int, day: int | None) -> str:
    """A day or a month of a year in its form: there are few, and a yearbook says each hundreds of times."""
    return form.format(month=month, day=day)
