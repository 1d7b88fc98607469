"""A city: what a profile, an industry page and a map say of it."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from brochure.content.dates import PartialDate
from brochure.content.identity import Id, PictureId
from brochure.content.names import Names
from brochure.content.records import Location
from brochure.content.text import Text
from brochure.source.model import Model


class Country(StrEnum):
    """The side of the sea a city lies on."""

    JAPAN = "japan"
    CHINA = "china"


class Population(Model):
    """How many people live there, and when that was so."""

    value: Annotated[int, Meta(ge=0)]
    as_of: PartialDate | None = None
    note: str = ""


class Area(Model):
    """How large it is, in square kilometres, and when that was so."""

    value: Annotated[float, Meta(ge=0)]
    as_of: PartialDate | None = None
    note: str = ""


class Section(Model):
    """Prose under a heading; paragraphs are parted by an empty line."""

    id: Id
    was: Id = ""
    title: Text
    text: Text
    picture: PictureId | None = None


class Fact(Model):
    """A row of the side table."""

    id: Id
    was: Id = ""
    label: Text
    value: Text


class Speciality(Model):
    """An industry or a speciality: its name and some words about it."""

    id: Id
    was: Id = ""
    name: Text
    text: Text
    picture: PictureId | None = None


class Query(Model):
    """What an editor must still settle; never printed."""

    id: Id
    was: Id = ""
    about: str = ""
    text: str


class City(Model):
    """A city with its names, its figures with their dates, and its prose by theme.

    `code` is the official code (a text: it may begin with 0); `above` is the body above it, as displayed.
    """

    id: Id
    was: Id = ""
    code: str = ""
    country: Country
    name: Names
    reading: str = ""
    romaji: str = ""
    pinyin: str = ""
    above: Names | None = None
    region: Names | None = None
    location: Location | None = None
    population: Population | None = None
    area_km2: Area | None = None
    motto: Text | None = None
    lead: Text | None = None
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    industries: tuple[Speciality, ...] = ()
    specialities: tuple[Speciality, ...] = ()
    picture: PictureId | None = None
    queries: tuple[Query, ...] = ()
