"""What the author orders for the index."""

from typing import Annotated

from msgspec import Meta

from brochure.content.page_content import PageContent


class IndexContent(PageContent):
    """On how many pages the people, bodies and places the booklet names are listed."""

    pages: Annotated[int, Meta(ge=1, le=4)] = 1
    art: str = ""
