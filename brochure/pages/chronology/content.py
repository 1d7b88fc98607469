"""What the author orders for the chronology."""

from typing import Annotated

from msgspec import Meta

from brochure.content.page_content import PageContent


class ChronologyContent(PageContent):
    """All lines that may be printed, up to the edition's date, each with its sources; on `pages` pages at the least."""

    art: str = ""
    pages: Annotated[int, Meta(ge=1, le=6)] = 1
