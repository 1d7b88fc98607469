"""What the author writes for a back cover."""

from brochure.content.page_content import PageContent
from brochure.content.text import Text


class BackCoverContent(PageContent):
    """The words at its foot."""

    text: Text | None = None
    art: str = "meeting-band"
    is_listed: bool = False
