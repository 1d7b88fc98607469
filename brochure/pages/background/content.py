"""What the author orders for a background essay."""

from brochure.content.identity import ExchangeId
from brochure.content.page_content import ProseContent


class BackgroundContent(ProseContent):
    """The exchange whose background is told."""

    exchange: ExchangeId
