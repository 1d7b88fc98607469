"""What the author writes for a front cover."""

from brochure.content.page_content import PageContent
from brochure.content.text import Text


class CoverContent(PageContent):
    """The title in large type, a subtitle, and the occasion at the foot."""

    subtitle: Text | None = None
    note: Text | None = None
    art: str = "sunset-cape"
    is_listed: bool = False
