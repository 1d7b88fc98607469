"""What the author orders for a page of statistics."""

from brochure.content.page_content import PageContent
from brochure.content.text import Text


class StatisticsContent(PageContent):
    """The six areas in numbers, all counted from the tables; `text` stands above them."""

    text: Text | None = None
