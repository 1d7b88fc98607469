"""What the author orders for a city in brief."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import CityId
from brochure.content.page_content import PageContent


class CityBriefContent(PageContent):
    """The city, on one narrow page; `art_lines` is how deep the drawing at the head is."""

    city: CityId
    art: str = "harbour-cranes"
    art_lines: Annotated[int, Meta(ge=2, le=24)] = 8
