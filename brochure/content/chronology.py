"""The chronology of the reference room: what happened between Hokkaido, Japan and China, line by line with sources."""

from collections.abc import Iterable
from enum import StrEnum

from brochure.content.bibliography import Confidence
from brochure.content.dates import PartialDate
from brochure.content.identity import ExchangeId, Id, WorkId
from brochure.content.text import Text
from brochure.source.model import Model


class Scope(StrEnum):
    """How wide the circle is that a line concerns."""

    NATIONAL = "national"
    HOKKAIDO = "hokkaido"
    LOCAL = "local"


class Event(Model):
    """A line of the chronology. `exchange` is where the booklet tells more; `note` is the editor's, never printed."""

    id: Id
    date: PartialDate
    scope: Scope
    text: Text
    exchange: ExchangeId | None = None
    confidence: Confidence
    sources: tuple[WorkId, ...] = ()
    note: str = ""


def printed(events: Iterable[Event], until: PartialDate | None = None) -> tuple[Event, ...]:
    """The lines that may be printed, in the order of their dates, up to a day: what is still to come is left out."""
    kept = (each for each in events if each.confidence.is_printed)
    return tuple(sorted((each for each in kept if until is None or each.date <= until), key=lambda each: each.date))
