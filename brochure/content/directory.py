"""The directory of Hokkaido: its areas, their subprefectures, and the municipalities of each."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, TypeAlias

from brochure.content.identity import CityId, Id, MunicipalityId, RegionId, SubprefectureId
from brochure.content.names import Names
from brochure.content.records import Location
from brochure.diagnostics import message
from brochure.source.model import Model
from brochure.source.words import Checked, Refused

_WEIGHTS = (6, 5, 4, 3, 2)  # of the five figures before the check figure (全国地方公共団体コードの検査数字)


def check_figure(five: str) -> str:
    """The sixth figure of an official code, from the five before it: 01212 → 2."""
    total = sum(weight * int(figure) for weight, figure in zip(_WEIGHTS, five, strict=True))
    return str((11 - total % 11) % 10)


def _code(text: str) -> str:
    """An official code as written; raises Refused where it has not six figures, or the sixth is not due."""
    if not re.fullmatch(r"\d{6}", text, re.ASCII):
        what = message("“{code}” is not an official code of six figures", code=text)
        raise Refused("content.bad-code", what, message("write it in quotes with its leading zero: “012122”"))
    if text[5] != (due := check_figure(text[:5])):
        what = message("the code {code} does not end in its check figure, {due}", code=text, due=due)
        raise Refused("content.bad-code", what, message("compare it with the ministry's list of codes"))
    return text


OfficialCode: TypeAlias = Annotated[str, Checked(_code)]


class MunicipalityKind(StrEnum):
    """What a municipality is."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"


class Region(Model):
    """One of the areas (圏域) Hokkaido is parted into. `short` is what a table has room for."""

    id: Id
    name: Names
    short: Names | None = None
    reading: str = ""
    pinyin: str = ""
    note: str = ""


class Subprefecture(Model):
    """A subprefecture (振興局, 総合振興局): its full name, what it is called for short, and where its office is."""

    id: Id
    name: Names
    short: Names
    reading: str
    romaji: str
    pinyin: str
    region: RegionId
    seat: MunicipalityId | None = None
    note: str = ""


class Municipality(Model):
    """A city, town or village as the registry has it. `location` is where its name stands on a map.

    `reading` and `pinyin` are of the whole name, `romaji` is of the name without 市, 町 or 村. `city` is the profile,
    where there is one.
    """

    id: Id
    code: OfficialCode
    kind: MunicipalityKind
    name: Names
    reading: str
    romaji: str
    pinyin: str
    subprefecture: SubprefectureId
    location: Location | None = None
    city: CityId | None = None
    note: str = ""

    @property
    def area_code(self) -> str:
        """The first five figures of the code, which maps go by."""
        return self.code[:5]


def of_subprefecture(municipalities: Mapping[str, Municipality], subprefecture: str) -> tuple[Municipality, ...]:
    """The municipalities of a subprefecture, in the order of the file (that of the official codes)."""
    return tuple(each for each in municipalities.values() if each.subprefecture == subprefecture)


def of_region(subprefectures: Mapping[str, Subprefecture], region: str) -> tuple[Subprefecture, ...]:
    """The subprefectures of an area, in the order of the file."""
    return tuple(each for each in subprefectures.values() if each.region == region)
