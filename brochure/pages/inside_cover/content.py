"""What the author writes for an inner side of the cover."""

from brochure.content.page_content import PageContent
from brochure.content.text import Text


class InsideCoverContent(PageContent):
    """A pattern over the whole page, or words at its foot on white paper where there are some."""

    text: Text | None = None
    art: str = "seigaiha-lines"
    is_listed: bool = False
