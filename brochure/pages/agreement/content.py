"""What the author orders for the page of the agreement."""

from brochure.content.identity import ExchangeId, NoticeId, PictureId
from brochure.content.page_content import PageContent


class AgreementContent(PageContent):
    """The exchange whose agreement is shown, and the words about it; a photograph of it, or a drawing."""

    exchange: ExchangeId
    notice: NoticeId | None = None
    picture: PictureId | None = None
    art: str = "meeting-band"
