"""What the author orders for the map of ties."""

from brochure.content.page_content import PageContent
from brochure.content.text import Text


class TiesMapContent(PageContent):
    """All ties that may be printed; `text` stands above the map."""

    text: Text | None = None
