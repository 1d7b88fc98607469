"""Dates as offices spell them: `S60.10.5`, `昭60.10`, `令和元年5月`, `1990年4月17日～20日`, `平成2年春`, …

Only what is sure is read: a year of two figures without an era, a day before its era began, a 65th year of 昭和 are
refused, each with its reason.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from brochure.content.eras import ERAS
from brochure.patterns import pattern

Season = Literal["spring", "summer", "autumn", "winter"]
Reason = Literal["no-date", "no-such-day", "not-in-era", "fiscal-year", "short-year", "backward", "relative"]

_SHORT = {
    short: era for era in ERAS for short in (era[0], {"明": "M", "大": "T", "昭": "S", "平": "H", "令": "R"}[era[0]])
}
_SEASONS: dict[str, Season] = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_FIGURES = str.maketrans("〇零一二三四五六七八九", "00123456789")
_ABOUT = pattern(r"(?:約|约)?(.*?)(?:頃|ごろ|ころ|左右|前後|前后|上旬|中旬|下旬|半ば|初め|初|末)?$")
_WEEKDAY = pattern(r"[(（](?:星期|周|週)?[月火水木金土日一二三四五六天・祝祭]{1,4}[)）]")
_TIME = pattern(r"[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?$")
_RANGE = pattern(r"\s*(?:~|〜|～|から|より|至|到|–|—|―|(?<=[日号月年\d)])\s*[-ー−]\s*(?=\d{1,2}(?:[日号月.]|$)))\s*")
_SEPARATOR = r"\s*[-./年‐‑–—−ー]\s*"
_DATE = pattern(
    rf"(?P<era>明治|大正|昭和|平成|令和|西暦|公元|[明大昭平令]|[MTSHRmtshr]\.?)?\s*(?P<year>\d{{1,4}}|元)"
    rf"(?:{_SEPARATOR}(?:(?P<month>\d{{1,2}})(?:\s*[-./月‐‑–—−ー]\s*(?:(?P<day>\d{{1,2}})\s*[日号號]?)?)?)?"
    r"|(?P<fiscal>\s*年度))?\s*年?\s*(?P<season>[春夏秋冬])?(?:季|の)?"
)
_SOLID = pattern(r"((?:18|19|20)\d{2})(\d{2})(\d{2})")
_TAIL = pattern(r"(?:(?P<month>\d{1,2})\s*[月./]\s*)?(?:(?P<day>\d{1,2})\s*[日号號]?)?")
_SAME = pattern(r"同(?:年|じ年)\s*(?P<rest>.*)|(?P<month>\d{1,2}月.*)")


class Spelled(Struct, frozen=True):
    """A date that was understood: year, and month and day where known; the last day of a range; what else it said."""

    year: int
    month: int | None = None
    day: int | None = None
    season: Season | None = None
    is_about: bool = False
    until: tuple[int, int | None, int | None] | None = None

    @property
    def parts(self) -> tuple[int, ...]:
        """What is known of (year, month, day)."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)


class Unread(Struct, frozen=True):
    """Why a spelling is no sure date."""

    reason: Reason


def read_office_date(text: str, year_above: int | None = None) -> Spelled | Unread:
    """The date a spelling means; `year_above` is the year of the line above, for `同年5月` and `5月3日`."""
    plain = _plain(text)
    about = _ABOUT.fullmatch(plain)
    inner = about[1].strip() if about else plain
    is_about = inner != plain
    found = _read(inner, year_above)
    return replace(found, is_about=True) if is_about and isinstance(found, Spelled) else found


def _plain(text: str) -> str:
    """Half-width, without weekday and time, Chinese figures as figures."""
    plain = unicodedata.normalize("NFKC", text.strip()).replace("\u3000", " ").strip()
    plain = _TIME.sub("", _WEEKDAY.sub("", plain)).strip()
    if re.match(r"[〇零一二三四五六七八九]{4}年", plain):
        plain = plain[:4].translate(_FIGURES) + plain[4:]
    return re.sub(r"[一二三四五六七八九十]+(?=[月日号年])|(?<=[和正治成])[一二三四五六七八九十]+", _kanji, plain)


def _kanji(found: re.Match[str]) -> str:
    """Chinese figures up to 99: 十二, 二十三, 三十."""
    tens, ten, ones = found[0].rpartition("十")
    if not ten:
        return found[0].translate(_FIGURES)
    return str(int(tens.translate(_FIGURES) or "1") * 10 + int(ones.translate(_FIGURES) or "0"))


def _read(plain: str, year_above: int | None) -> Spelled | Unread:
    if found := _SOLID.fullmatch(plain):
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    whole = _one(plain)
    if isinstance(whole, Spelled) or whole.reason != "no-date":
        return whole
    first, *rest = _RANGE.split(plain, maxsplit=1)
    if same := _SAME.fullmatch(first):
        if year_above is None:
            return Unread("relative")
        first = f"{year_above}年{same['rest'] or same['month'] or ''}"
    elif re.match(r"翌|昨|前年|今年|同月|次年", first):
        return Unread("relative")
    begin = _one(first)
    if isinstance(begin, Unread) or not rest:
        return begin
    return _until(begin, rest[0])


def _one(text: str) -> Spelled | Unread:
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return Unread("no-date")
    if found["fiscal"]:
        return Unread("fiscal-year")
    era = (found["era"] or "").rstrip(".")
    era = _SHORT.get(era.upper(), era)
    year = 1 if found["year"] == "元" else int(found["year"])
    month, day = _number(found["month"]), _number(found["day"])
    season = _SEASONS.get(found["season"] or "")
    if era in ERAS:
        read = _checked(year + ERAS[era][0][0] - 1, month, day)
        if isinstance(read, Spelled) and not _is_in_era(read, era, year):
            return Unread("not-in-era")
    elif found["year"] == "元":
        return Unread("no-date")
    elif len(found["year"]) < 4:
        return Unread("short-year")
    else:
        read = _checked(year, month, day)
    return replace(read, season=season) if season and isinstance(read, Spelled) else read


def _number(figures: str | None) -> int | None:
    return int(figures) if figures else None


def _is_in_era(date: Spelled, era: str, year: int) -> bool:
    """Whether any day the date may mean lies in the era."""
    first, last = ERAS[era]
    earliest = (date.year, date.month or 1, date.day or 1)
    latest = (date.year, date.month or 12, date.day or 31)
    return year >= 1 and earliest <= last and latest >= first


def _checked(year: int, month: int | None, day: int | None) -> Spelled | Unread:
    if not 1 <= year <= 9999 or not 1 <= (month or 1) <= 12:
        return Unread("no-such-day")
    if day is not None and not 1 <= day <= monthrange(year, month or 1)[1]:
        return Unread("no-such-day")
    return Spelled(year, month, day)


def _until(begin: Spelled, tail: str) -> Spelled | Unread:
    """A range: its end may leave out what it shares with its beginning (`4月17日～20日`)."""
    short = _TAIL.fullmatch(tail.strip())
    if short and (short["month"] or short["day"]):
        month, day = _number(short["month"]), _number(short["day"])
        if month is None and begin.day is None:
            month, day = day, None  # 1990年4～5月
        if month is None:
            month = begin.month
        end = _checked(begin.year, month, day)
    else:
        end = _one(re.sub(r"月$", "", tail) if begin.day is None and re.fullmatch(r"\d{1,2}月", tail) else tail)
    if isinstance(end, Unread):
        return end
    if end.parts < begin.parts[: len(end.parts)]:
        return Unread("backward")
    return replace(begin, until=(end.year, end.month, end.day))
