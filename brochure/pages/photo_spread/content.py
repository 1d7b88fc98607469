"""What the author orders for a spread of photographs."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import Id, PictureId
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.source.model import Model


class Slot(Model):
    """A picture's place: a photograph, or the drawing that stands in for it, and its caption."""

    id: Id
    picture: PictureId | None = None
    art: str
    seed: int = 1
    caption: Text


class PhotoSpreadContent(PageContent):
    """Pictures in the order of their size: the first fills the left page, the others share the right one; `across` lets
    the first run over both pages, and the others, if there are any, are left for another spread.
    """

    pictures: Annotated[tuple[Slot, ...], Meta(min_length=1, max_length=4)]
    across: bool = False
