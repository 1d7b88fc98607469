"""The records other content refers to by id: people, organisations, places and pictures."""

from typing import Annotated

from msgspec import Meta

from brochure.content.dates import PartialDate
from brochure.content.identity import CityId, Id, OrganisationId
from brochure.content.names import Names
from brochure.content.text import Text
from brochure.source.model import Model

Share = Annotated[float, Meta(ge=0, le=1)]


class Location(Model):
    """A point on the globe, in decimal degrees east and north."""

    longitude: Annotated[float, Meta(ge=-180, le=180)]
    latitude: Annotated[float, Meta(ge=-90, le=90)]


class Person(Model):
    """Someone the booklet names. `note` is the editor's and never printed."""

    id: Id
    was: Id = ""
    name: Names
    reading: str = ""
    pinyin: str = ""
    note: str = ""


class Organisation(Model):
    """A body that acts in the exchange, the years it lived, and what it became."""

    id: Id
    was: Id = ""
    name: Names
    reading: str = ""
    pinyin: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    becomes: OrganisationId | None = None
    city: CityId | None = None
    note: str = ""


class Place(Model):
    """Somewhere the booklet names."""

    id: Id
    was: Id = ""
    name: Names
    reading: str = ""
    pinyin: str = ""
    location: Location | None = None
    city: CityId | None = None
    note: str = ""


class Focus(Model):
    """The point of a picture that stays in view when it is cropped, in shares of its width and height from top left."""

    x: Share = 0.5
    y: Share = 0.5


class Picture(Model):
    """A photograph or drawing of the user's: `file` is relative to `content/`, `credit` is printed with it."""

    id: Id
    was: Id = ""
    file: str
    credit: Text | None = None
    alternative: Text | None = None
    focus: Focus = Focus()
    note: str = ""
