"""What the author orders for a city's profile."""

from typing import Annotated, Literal

from msgspec import Meta

from brochure.content.identity import CityId
from brochure.content.page_content import PageContent


class CityProfileContent(PageContent):
    """The city, on one page or on a spread of two; balanced columns end together, others fill up in turn.

    `art_lines` is how deep the drawing at the head is, `foot_art` the drawing below the themes; on one page
    there is one only where it is named.
    `has_facts` leaves the table of facts out where another page has it.
    """

    city: CityId
    pages: Literal[1, 2] = 2
    is_balanced: bool = True
    art: str = "harbour-cranes"
    art_lines: Annotated[int, Meta(ge=2, le=24)] | None = None
    foot_art: str = ""
    has_facts: bool = True

    @property
    def lines_of_art(self) -> int:
        """How many lines of the grid the drawing covers, from the head of the type area."""
        return self.art_lines or (13 if self.pages == 2 else 4)
