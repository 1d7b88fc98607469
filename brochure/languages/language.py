"""A language as a value: how it writes what the data holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from brochure.content.dates import PartialDate
from brochure.typesetting.conventions import Conventions

Counted = Literal["people", "times", "months", "days", "years"]


def no_era(date: PartialDate) -> str:
    """The era of a date in a language that counts none."""
    return ""


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes dates, numbers, names and lists.

    `tag` is the catalogs' (`zh_CN`), `bcp47` the documents' (`zh-CN`). `counters` give the form of a number of things,
    `area` that of square kilometres, `separator` what stands between the items of a list, `titled` a name with a title
    in the language's order (澤泉昭吉会長, 会长泽泉昭吉).
    """

    tag: str
    bcp47: str
    own_name: str
    conventions: Conventions
    counters: Mapping[Counted, str]
    area: str
    separator: str
    titled: str
    year: str = "{year}年"
    month: str = "{month}月"
    day: str = "{day}日"
    era_of: Callable[[PartialDate], str] = no_era

    def date(self, date: PartialDate) -> str:
        """A date as far as it is known: 1990年4月17日."""
        return self.year.format(year=date.year) + self.month_and_day(date)

    def month_and_day(self, date: PartialDate) -> str:
        """The month and day that are known, "" for a year alone."""
        if date.month is None:
            return ""
        day = self.day.format(day=date.day) if date.day is not None else ""
        return self.month.format(month=date.month) + day

    def era_year(self, date: PartialDate) -> str:
        """The year counted by era (昭和60年); "" where the language does not count so."""
        return self.era_of(date)

    def number(self, value: int | float | Decimal) -> str:
        """A number with its thousands parted by commas, its decimals as they are."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return f"{value:,}"

    def count(self, value: int, what: Counted) -> str:
        """A number of things: 11人."""
        return self.counters[what].format(number=self.number(value))

    def square_kilometres(self, value: float | Decimal) -> str:
        """An area."""
        return self.area.format(number=self.number(value))

    def list(self, parts: Sequence[str]) -> str:
        """Items one after another."""
        return self.separator.join(parts)

    def person(self, name: str, title: str = "") -> str:
        """A name with the title its bearer has, which may be empty."""
        return self.titled.format(name=name, title=title) if title else name
