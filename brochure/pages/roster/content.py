"""What the author orders for a roster."""

from brochure.content.identity import RosterId
from brochure.content.page_content import PageContent


class RosterContent(PageContent):
    """The party that is listed."""

    roster: RosterId
    art: str = ""
