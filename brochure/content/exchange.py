"""The exchange between two cities: how it began, what happened when, and what the citizens do."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from brochure.content.city import Query, Section
from brochure.content.dates import PartialDate
from brochure.content.identity import CityId, Id, OrganisationId, PersonId, PictureId, PlaceId
from brochure.content.names import Names
from brochure.content.text import Text
from brochure.source.model import Model

Count = Annotated[int, Meta(ge=1)]


class TieKind(StrEnum):
    """What the two sides signed."""

    FRIENDSHIP_PORT = "friendship-port"
    FRIENDSHIP_CITY = "friendship-city"
    SISTER_CITY = "sister-city"


class Kind(StrEnum):
    """What sort of thing happened, in the order of legends and charts."""

    AGREEMENT = "agreement"
    DELEGATION_OUT = "delegation-out"
    DELEGATION_IN = "delegation-in"
    CEREMONY = "ceremony"
    TRAINEES = "trainees"
    STAFF = "staff"
    EXHIBITION = "exhibition"
    SPORTS = "sports"
    ORGANISATION = "organisation"
    RENAMING = "renaming"
    BUILDING = "building"
    OTHER = "other"


class Lane(StrEnum):
    """Whose doing an entry was, in the order of a timeline's lanes."""

    GOVERNMENT = "government"
    CITIZENS = "citizens"
    PORT = "port"
    CULTURE = "culture"


_USUAL_LANES = {
    Kind.TRAINEES: Lane.CULTURE,
    Kind.EXHIBITION: Lane.CULTURE,
    Kind.SPORTS: Lane.CULTURE,
    Kind.BUILDING: Lane.CULTURE,
    Kind.ORGANISATION: Lane.CITIZENS,
}
"""Where an entry of a kind stands if its author does not say; the others are the governments' doing."""


class Dating(StrEnum):
    """How the source gives a date: in full, the year alone, or only through the entry before it."""

    STATED = "stated"
    YEAR_ONLY = "year-only"
    INHERITS_YEAR = "inherits-year"
    INHERITS_MONTH = "inherits-month"


class Season(StrEnum):
    """The part of a year, where a source gives no month."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Tie(Model):
    """The agreement itself."""

    kind: TieKind
    date: PartialDate
    signed_at: PlaceId | None = None
    parties: tuple[OrganisationId, ...] = ()


class Part(Model):
    """Some of a party: who they were and how many."""

    what: Names
    people: Count


class Duration(Model):
    """How long something took; one of the two is given."""

    months: Count | None = None
    days: Count | None = None


class Anniversary(Model):
    """Which anniversary was kept: `of` is `tie` or the id of an entry."""

    of: str = "tie"
    years: Count


class Entry(Model):
    """One line of a timeline, as data.

    `until` is the last day of what took several; `season` narrows a year without a month; `is_about` marks a date that
    the source gives as near (頃). `partner` is the body on the other side.
    `people` is the size of the party where the source states it; `trip` is a word entries of one journey share;
    `delegation` is the party's own name; `lane` whose doing it was, where its kind does not say. `note` adds facts in a
    sentence or two.
    """

    id: Id
    was: Id = ""
    date: PartialDate
    until: PartialDate | None = None
    season: Season | None = None
    is_about: bool = False
    dating: Dating = Dating.STATED
    kind: Kind
    also: tuple[Kind, ...] = ()
    lane: Lane | None = None
    headline: Text
    note: Text | None = None
    actors: tuple[OrganisationId, ...] = ()
    partner: OrganisationId | None = None
    delegation: Names | None = None
    leader: PersonId | None = None
    leader_title: Names | None = None
    people: Count | None = None
    breakdown: tuple[Part, ...] = ()
    duration: Duration | None = None
    place: PlaceId | None = None
    anniversary: Anniversary | None = None
    is_milestone: bool = False
    trip: str = ""
    picture: PictureId | None = None
    source: str = ""

    @property
    def lane_or_usual(self) -> Lane:
        """The lane of a timeline it stands in."""
        return self.lane or _USUAL_LANES.get(self.kind, Lane.GOVERNMENT)


class Group(Model):
    """A citizens' group and what it does."""

    id: Id
    was: Id = ""
    organisation: OrganisationId
    text: Text


class Citizens(Model):
    """The citizens' own exchange."""

    intro: Text | None = None
    groups: tuple[Group, ...] = ()
    entries: tuple[Entry, ...] = ()


class Source(Model):
    """Where facts are from, as named in the colophon."""

    id: Id
    was: Id = ""
    name: Text
    note: str = ""


class Exchange(Model):
    """Everything told of the exchange between cities."""

    id: Id
    was: Id = ""
    cities: Annotated[tuple[CityId, ...], Meta(min_length=2)]
    name: Names
    tie: Tie
    background: tuple[Section, ...] = ()
    timeline: tuple[Entry, ...] = ()
    citizens: Citizens = Citizens()
    queries: tuple[Query, ...] = ()
    sources: tuple[Source, ...] = ()
