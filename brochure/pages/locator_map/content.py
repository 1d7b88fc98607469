"""What the author writes for a locator map."""

from brochure.content.identity import ExchangeId
from brochure.content.page_content import PageContent
from brochure.content.text import Text


class LocatorMapContent(PageContent):
    """The exchange whose two cities are shown, and a short text beside the map."""

    exchange: ExchangeId
    text: Text | None = None
