"""What the author orders for a spread of the timeline."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import ExchangeId
from brochure.content.page_content import PageContent

Year = Annotated[int, Meta(ge=1, le=9999)]


class TimelineSpreadContent(PageContent):
    """The exchange, and the years the spread runs over, both included."""

    exchange: ExchangeId
    first: Year
    last: Year
