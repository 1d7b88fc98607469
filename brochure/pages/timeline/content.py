"""What the author orders for a timeline."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import ExchangeId
from brochure.content.page_content import PageContent


class TimelineContent(PageContent):
    """The exchange whose timeline is set, and over how many pages it is shared out."""

    exchange: ExchangeId
    pages: Annotated[int, Meta(ge=1, le=12)] = 4
