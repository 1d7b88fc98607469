"""A visit: the programme of its days and the roster of who comes."""

from typing import Annotated

from msgspec import Meta

from brochure.content.clock import ClockTime
from brochure.content.dates import PartialDate
from brochure.content.identity import Id, OrganisationId, PlaceId
from brochure.content.names import Names
from brochure.content.text import Text
from brochure.source.model import Model


class Item(Model):
    """A point of the programme: when, what, where and until when."""

    id: Id
    time: ClockTime | None = None
    until: ClockTime | None = None
    title: Text
    place: PlaceId | None = None
    detail: Text | None = None


class Day(Model):
    """A day of the programme with its points in order."""

    id: Id
    date: PartialDate | None = None
    title: Text | None = None
    items: Annotated[tuple[Item, ...], Meta(min_length=1)]


class Programme(Model):
    """The programme of a visit. `is_sample` marks one the office is to replace, and prints that it is one."""

    id: Id
    title: Text
    lead: Text | None = None
    days: Annotated[tuple[Day, ...], Meta(min_length=1)]
    is_sample: bool = False
    note: str = ""


class Member(Model):
    """Someone of the party: what they are in it, their name with its reading and pinyin, and whom they belong to.

    `reading` is what a Japanese reader says, `pinyin` the Chinese one's.
    """

    id: Id
    role: Names
    name: Names
    reading: str = ""
    pinyin: str = ""
    organisation: OrganisationId | None = None
    post: Names | None = None
    note: str = ""


class Roster(Model):
    """Who comes, in the order they are named. `is_sample` marks one with slots instead of names."""

    id: Id
    title: Text
    party: Names
    organisation: OrganisationId | None = None
    members: Annotated[tuple[Member, ...], Meta(min_length=1)]
    is_sample: bool = False
    note: str = ""
