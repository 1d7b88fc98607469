"""What the author orders for the children's introduction."""

from brochure.content.identity import TalkId
from brochure.content.page_content import PageContent


class KidsContent(PageContent):
    """The talk between the two characters."""

    talk: TalkId
    art: str = "seigaiha"
