"""What the author orders for a city's profile."""

from typing import Literal

from brochure.content.identity import CityId
from brochure.content.page_content import PageContent


class CityProfileContent(PageContent):
    """The city, on one page or on a spread of two; balanced columns end together, others fill up in turn."""

    city: CityId
    pages: Literal[1, 2] = 2
    is_balanced: bool = True
    art: str = "harbour-cranes"
