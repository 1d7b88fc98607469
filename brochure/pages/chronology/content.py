"""What the author orders for the chronology."""

from brochure.content.page_content import PageContent


class ChronologyContent(PageContent):
    """All lines that may be printed, up to the edition's date, each with its sources."""

    art: str = ""
