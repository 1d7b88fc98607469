"""Dates as far as they are known: a year, a month of a year, or a day.

Written `1990`, `1990-04` or `1990-04-17` and in no other way; what else an office writes is refused, with the right
form.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from brochure.diagnostics import Message, message
from brochure.source.words import Refused

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema

Precision = Literal["year", "month", "day"]

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}  # the year before 元年
_ERA_LETTERS = {
    letter: era for era in _ERAS for letter in (era[0], {"明": "M", "大": "T", "昭": "S", "平": "H", "令": "R"}[era[0]])
}
_LOOSE = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和|西暦|公元|[明大昭平令MTSHRmtshr])?\s*(?P<year>\d{1,4}|元)\s*"
    r"(?:[-./年‐‑–—−ー]\s*(?P<month>\d{1,2})\s*(?:[-./月‐‑–—−ー]\s*(?P<day>\d{1,2})?\s*[日号]?)?)?\s*年?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of a given precision. Raises ValueError for a month or a day the calendar does not have."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is in no calendar."""
        if self.month is None and self.day is not None:
            raise ValueError("a day without a month")
        if not 1 <= self.year <= 9999 or not 1 <= (self.month or 1) <= 12:
            raise ValueError("no such year or month")
        if self.day is not None and not 1 <= self.day <= monthrange(self.year, self.month or 1)[1]:
            raise ValueError("no such day")

    @property
    def precision(self) -> Precision:
        """How far the date is known."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def parts(self) -> tuple[int, ...]:
        """The known parts: (1990, 4)."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    def is_surely_before(self, other: PartialDate) -> bool:
        """Whether it comes before the other as far as both are known: 1999 and 1999-07 may be in either order."""
        known = min(len(self.parts), len(other.parts))
        return self.parts[:known] < other.parts[:known]

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
            raise Refused("content.bad-date", what, *_swapped(year, month, day), offset=5, length=2)
        if month is not None and day is not None and not 1 <= day <= (last := monthrange(year, month)[1]):
            what = message(
                "there is no day {day}: month {month} of {year} has {last}", day=day, month=month, year=year, last=last
            )
            raise Refused("content.bad-date", what, offset=8, length=2)
        return cls(year, month, day)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema  # so that languages, which only speak of dates, load no pydantic

        return core_schema.no_info_plain_validator_function(_taken)


def _taken(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise Refused("content.wrong-type", message("a date is expected here, but here is a list or a mapping"), _FORMS)
    return PartialDate.parse(value)


_FORMS = message("write 1990-04-17, 1990-04 or 1990: as much as is known")


def _swapped(year: int, month: int, day: int | None) -> tuple[Message, ...]:
    """The cure where month and day seem to have changed places."""
    if day is None or day > 12 or month > 31:
        return ()
    return (message("did you mean {date}? the month comes before the day", date=f"{year:04d}-{day:02d}-{month:02d}"),)


def _not_a_date(text: str) -> Refused:
    what = message("“{text}” is not a date", text=text if len(text) <= 24 else text[:23] + "…")
    meant = meant_date(text)
    cure = message("write {date}", date=str(meant)) if meant else _FORMS
    return Refused("content.bad-date", what, cure)


def meant_date(text: str) -> PartialDate | None:
    """The date an office's spelling means (`S60.10.5`, `平成2年4月`, `１９９０/4/17`), or None where that is unsure."""
    found = _LOOSE.fullmatch(unicodedata.normalize("NFKC", text.strip()))
    if found is None:
        return None
    era = found["era"] or ""
    era = _ERA_LETTERS.get(era.upper(), era)
    year = 1 if found["year"] == "元" else int(found["year"])
    if era in _ERAS:
        year += _ERAS[era]
    elif len(found["year"]) < 4:
        return None
    try:
        return PartialDate(year, _number(found["month"]), _number(found["day"]))
    except ValueError:
        return None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
