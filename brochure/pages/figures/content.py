"""What the author orders for a page of figures."""

from brochure.content.identity import ExchangeId
from brochure.content.page_content import PageContent


class FiguresContent(PageContent):
    """The exchange that is counted; nothing on the page is typed by hand."""

    exchange: ExchangeId
