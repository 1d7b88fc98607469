"""Dates as far as they are known: a year, a month of a year, or a day.

Written `1990`, `1990-04` or `1990-04-17` and in no other way; what else an office writes is refused, with the right
form.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from msgspec import Struct

from brochure.diagnostics import Message, message
from brochure.source.nodes import Node, ScalarNode
from brochure.source.words import Refused

if TYPE_CHECKING:
    from brochure.content.office_dates import Reason

Precision = Literal["year", "month", "day"]

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class PartialDate(Struct, frozen=True):
    """A date of a given precision. Raises ValueError for a month or a day the calendar does not have."""

    SCHEMA: ClassVar[dict[str, Any]] = {
        "type": ["string", "integer"],
        "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
    }

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is in no calendar."""
        if self.month is None and self.day is not None:
            raise ValueError("a day without a month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def precision(self) -> Precision:
        """How far the date is known."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def parts(self) -> tuple[int, ...]:
        """The known parts: (1990, 4)."""
        if self.month is None:
            return (self.year,)
        return (self.year, self.month) if self.day is None else (self.year, self.month, self.day)

    @property
    def bounds(self) -> tuple[int, int]:
        """Below the first day it may be and above the last, as numbers in the order of the calendar."""
        year = self.year * 10000
        if self.month is None:
            return year, year + 9999
        month = year + self.month * 100
        return (month, month + 99) if self.day is None else (month + self.day, month + self.day)

    def is_surely_before(self, other: PartialDate) -> bool:
        """Whether it comes before the other as far as both are known: 1999 and 1999-07 may be in either order."""
        return self.bounds[1] < other.bounds[0]

    def __lt__(self, other: PartialDate) -> bool:
        return self.parts < other.parts  # a year comes before its months, a month before its days

    def __le__(self, other: PartialDate) -> bool:
        return self.parts <= other.parts

    def __str__(self) -> str:
        """The date as an author writes it."""
        return "-".join((f"{self.year:04d}", *(f"{part:02d}" for part in self.parts[1:])))

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date of a text; raises Refused with the cause and the right form."""
        found = _FORM.fullmatch(text)
        if found is None:
            raise _not_a_date(text)
        year, month, day = (int(part) if part else None for part in found.groups())
        if not year:
            raise Refused("content.bad-date", message("there is no year 0"), offset=0, length=4)
        if month is not None and not 1 <= month <= 12:
            what = message("there is no month {month}: a year has 12", month=month)
            cures = _swapped(year, month, day) or (_WITHOUT_MONTH,)
            raise Refused("content.bad-date", what, *cures, offset=5, length=2)
        if month is not None and day is not None and not _is_in_calendar(year, month, day):
            from calendar import monthrange

            last = monthrange(year, month)[1]
            what = message(
                "there is no day {day}: month {month} of {year} has {last}", day=day, month=month, year=year, last=last
            )
            cure = message("write a day up to {last}, or {date} where it is not known", last=last, date=text[:7])
            raise Refused("content.bad-date", what, cure, offset=8, length=2)
        return cls(year, month, day)

    @classmethod
    def taken(cls, node: Node, key: str, former: str) -> PartialDate:
        """The date that stands in a field; raises Refused."""
        if not isinstance(node, ScalarNode):
            what = message("a date is expected here, but here is a list or a mapping")
            raise Refused("content.wrong-type", what, _FORMS)
        return _parsed(node.text)


@lru_cache(4096)
def _parsed(text: str) -> PartialDate:
    """A date as it was read before: the days of one timeline come again in the next."""
    return PartialDate.parse(text)


def _is_in_calendar(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


_FORMS = message("write 1990-04-17, 1990-04 or 1990: as much as is known")
_WITHOUT_MONTH = message("write a month from 01 to 12, or the year alone where it is not known")


def _swapped(year: int, month: int, day: int | None) -> tuple[Message, ...]:
    """The cure where month and day seem to have changed places."""
    if day is None or day > 12 or month > 31:
        return ()
    return (message("did you mean {date}? the month comes before the day", date=f"{year:04d}-{day:02d}-{month:02d}"),)


def _not_a_date(text: str) -> Refused:
    what = message("“{text}” is not a date", text=text if len(text) <= 24 else text[:23] + "…")
    meant = _meant(text)
    cure = message("write {date}", date=str(meant)) if isinstance(meant, PartialDate) else _REASONS[meant]
    return Refused("content.bad-date", what, cure)


_REASONS: dict[Reason, Message] = {
    "no-date": _FORMS,
    "relative": _FORMS,
    "backward": _FORMS,
    "no-such-day": message("there is no such day or month in the calendar; look the date up again"),
    "not-in-era": message("that era had no such day; look the date up again, and write the year of the common era"),
    "fiscal-year": message("a fiscal year (年度) runs over two years; write the one it happened in"),
    "short-year": message("write the year with four figures; of two nobody can tell the era"),
}


def _meant(text: str) -> PartialDate | Reason:
    """The date an office's spelling means, or why it means none for sure."""
    from brochure.content.office_dates import Spelled, read_office_date

    found = read_office_date(text)
    return PartialDate(found.year, found.month, found.day) if isinstance(found, Spelled) else found.reason


def meant_date(text: str) -> PartialDate | None:
    """The date an office's spelling means (`S60.10.5`, `平成2年4月`, `１９９０/4/17`), or None where that is unsure."""
    found = _meant(text)
    return found if isinstance(found, PartialDate) else None
