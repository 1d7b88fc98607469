"""What the author writes for a half-title."""

from brochure.content.page_content import PageContent
from brochure.content.text import Text


class HalfTitleContent(PageContent):
    """The title again, small on a white page, and a line below it; `art` is a band across the page."""

    subtitle: Text | None = None
    art: str = "meeting-band"
    is_listed: bool = False
