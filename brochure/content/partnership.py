"""Partnerships between Hokkaido and China, as a map of ties and a finder show them."""

from brochure.content.bibliography import Confidence
from brochure.content.dates import PartialDate
from brochure.content.identity import ExchangeId, Id, MunicipalityId, WorkId
from brochure.content.names import Names
from brochure.content.records import Location
from brochure.source.model import Model


class Side(Model):
    """One of the two: its own name, the body above it, and where its mark stands on a map."""

    name: Names
    reading: str = ""
    pinyin: str = ""
    above: Names | None = None
    location: Location | None = None


class Partnership(Model):
    """Who is tied to whom, as what and since when; `municipality` is missing where the prefecture itself is the side.

    `kind` is the two sides' own word for it, which differs from pair to pair. `date` goes as far as it is attested.
    `is_elsewhere` marks ties that are told of for comparison and are not Hokkaido's. `exchange` is where the booklet
    tells of it. `note` is the editor's and never printed.
    """

    id: Id
    municipality: MunicipalityId | None = None
    here: Side
    there: Side
    kind: Names
    date: PartialDate
    signed_at: Names | None = None
    is_elsewhere: bool = False
    exchange: ExchangeId | None = None
    confidence: Confidence
    sources: tuple[WorkId, ...] = ()
    note: str = ""

    @property
    def is_printed(self) -> bool:
        """Whether it may stand in a booklet about Hokkaido."""
        return self.confidence.is_printed and not self.is_elsewhere
