"""What the author writes for a front cover."""

from brochure.content.page_content import PageContent
from brochure.content.text import Text


class CoverContent(PageContent):
    """The title in large type, a subtitle, and the occasion; `has_panel` lays paper under them, over a
    pattern; over a photograph it always does."""

    subtitle: Text | None = None
    note: Text | None = None
    art: str = "sunset-cape"
    has_panel: bool = False
    is_listed: bool = False
