"""What the author orders for a table of delegations."""

from brochure.content.identity import ExchangeId
from brochure.content.page_content import PageContent


class DelegationTableContent(PageContent):
    """The exchange whose delegations are listed, those that went and those that came."""

    exchange: ExchangeId
