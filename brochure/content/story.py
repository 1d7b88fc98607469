"""A story from the exchange."""

from brochure.content.city import Query, Section
from brochure.content.identity import CityId, ExchangeId, Id, PictureId
from brochure.content.text import Text
from brochure.source.model import Model


class Story(Model):
    """A story: its title, its opening, its text or its sections, who tells it, and whom it is about."""

    id: Id
    was: Id = ""
    title: Text
    lead: Text | None = None
    byline: Text | None = None
    text: Text | None = None
    sections: tuple[Section, ...] = ()
    cities: tuple[CityId, ...] = ()
    exchange: ExchangeId | None = None
    picture: PictureId | None = None
    queries: tuple[Query, ...] = ()
