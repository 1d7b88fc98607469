"""What stands in a booklet beside its contents proper: greetings, notices, terms, and two cities at a glance."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from brochure.content.city import Fact, Section
from brochure.content.identity import CityId, ExchangeId, Id, OrganisationId, PictureId
from brochure.content.names import Names
from brochure.content.text import Text
from brochure.source.model import Model


class GreetingKind(StrEnum):
    """A host's own greeting, or a congratulatory message from elsewhere."""

    GREETING = "greeting"
    CONGRATULATION = "congratulation"


class Greeting(Model):
    """Someone's words at the front of a booklet, over their post and name.

    `is_sample` marks words the office is to replace with those of the person; it is printed that they are a sample.
    """

    id: Id
    kind: GreetingKind = GreetingKind.GREETING
    title: Text
    text: Text
    post: Names
    name: Names
    reading: str = ""
    pinyin: str = ""
    organisation: OrganisationId | None = None
    picture: PictureId | None = None
    is_sample: bool = False
    note: str = ""


class Notice(Model):
    """A page's worth of words that is no story: an agreement, an association, sponsors, notes of the editors."""

    id: Id
    title: Text
    text: Text
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    exchange: ExchangeId | None = None
    organisation: OrganisationId | None = None
    is_sample: bool = False
    note: str = ""


class Term(Model):
    """A word of the glossary, as each language writes it, and what it means.

    `pinyin_tw` is given where Taiwan has another word.
    """

    id: Id
    name: Names
    reading: str = ""
    pinyin: str = ""
    pinyin_tw: str = ""
    text: Text
    note: str = ""

    def pinyin_in(self, language: str) -> str:
        """The pinyin of the word as a language writes it."""
        return self.pinyin_tw if language == "zh_TW" and self.pinyin_tw else self.pinyin


class Figure(StrEnum):
    """What of a city's record a row may show: its number comes from there and is not written again."""

    POPULATION = "population"
    AREA = "area_km2"
    ABOVE = "above"


class Cell(Model):
    """What a row says of one city."""

    id: CityId
    text: Text


class Row(Model):
    """A line of a comparison: a figure of the cities' records, or words for each city under a label."""

    id: Id
    label: Text
    figure: Figure | None = None
    cells: tuple[Cell, ...] = ()


class Comparison(Model):
    """Cities side by side."""

    id: Id
    cities: Annotated[tuple[CityId, ...], Meta(min_length=2)]
    rows: Annotated[tuple[Row, ...], Meta(min_length=1)]
    note: str = ""
