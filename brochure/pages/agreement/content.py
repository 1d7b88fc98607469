"""What the author orders for the page of the agreement."""

from brochure.content.identity import ExchangeId, NoticeId
from brochure.content.page_content import PageContent


class AgreementContent(PageContent):
    """The exchange whose agreement is shown, and the words about it."""

    exchange: ExchangeId
    notice: NoticeId | None = None
    art: str = "meeting-band"
