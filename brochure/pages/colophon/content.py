"""What the author writes for a colophon."""

from brochure.content.identity import ExchangeId
from brochure.content.page_content import PageContent
from brochure.content.text import Text


class ColophonContent(PageContent):
    """The exchange whose sources are named, and closing words above the table; `url` is where a QR code leads."""

    exchange: ExchangeId
    text: Text | None = None
    url: str = ""
