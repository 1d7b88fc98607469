"""Where facts are from: the works of the bibliography, and how far what they say can be trusted."""

from enum import StrEnum

from brochure.content.dates import PartialDate
from brochure.content.identity import CityId, Id, WorkId
from brochure.content.names import Names
from brochure.source.model import Model


class Confidence(StrEnum):
    """How well a fact is attested: by two sources or the body itself, by one, by reckoning, or by nothing yet."""

    HIGH = "high"
    MEDIUM = "medium"
    DERIVED = "derived"
    UNVERIFIED = "unverified"

    @property
    def is_printed(self) -> bool:
        """Whether such a fact may stand in a booklet: what nobody has checked may not."""
        return self is not Confidence.UNVERIFIED


class Work(Model):
    """A book, a page or a letter facts were taken from.

    `name` says what it is in each language, `title` is its own title in its own language, `seen` the day it was read.
    """

    id: Id
    name: Names
    title: str = ""
    publisher: Names | None = None
    date: PartialDate | None = None
    seen: PartialDate | None = None
    url: str = ""
    note: str = ""


class Evidence(Model):
    """A fact as an editor noted it before writing, with what attests it: a ledger, none of it printed."""

    id: Id
    city: CityId | None = None
    about: str
    fact: str
    confidence: Confidence
    sources: tuple[WorkId, ...] = ()
    note: str = ""
