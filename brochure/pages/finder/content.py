"""What the author orders for the finder of municipalities."""

from brochure.content.page_content import PageContent
from brochure.content.text import Text


class FinderContent(PageContent):
    """All areas, subprefectures and municipalities of the directory; `text` stands above the map."""

    text: Text | None = None
