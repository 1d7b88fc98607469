"""What the author orders for the index."""

from typing import Annotated

from pydantic import Field

from brochure.content.page_content import PageContent


class IndexContent(PageContent):
    """On how many pages the people, bodies and places the booklet names are listed."""

    pages: Annotated[int, Field(ge=1, le=4)] = 1
    art: str = ""
