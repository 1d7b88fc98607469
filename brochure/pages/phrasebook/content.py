"""What the author orders for the phrasebook."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import SituationId
from brochure.content.page_content import PageContent


class PhrasebookContent(PageContent):
    """The situations, all of them where none is named, on `pages` pages at the least."""

    situations: tuple[SituationId, ...] = ()
    art: str = ""
    pages: Annotated[int, Meta(ge=1, le=4)] = 1
