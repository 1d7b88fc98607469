"""What the author orders for a page of the citizens' exchange."""

from brochure.content.identity import ExchangeId
from brochure.content.page_content import PageContent


class CitizensContent(PageContent):
    """The exchange whose citizens' groups are shown."""

    exchange: ExchangeId
    art: str = "cherry"
