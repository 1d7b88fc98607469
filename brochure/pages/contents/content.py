"""What the author writes for a contents page."""

from typing import Annotated, Literal

from msgspec import Meta

from brochure.content.page_content import PageContent


class ContentsContent(PageContent):
    """Nothing but its size: its entries are the edition's pages, in one column or two, over the pages ordered."""

    pages: Annotated[int, Meta(ge=1, le=60)] = 1
    columns: Literal[1, 2] = 1
    art: str = "meeting-band"
