"""What the author writes for a contents page."""

from brochure.content.page_content import PageContent


class ContentsContent(PageContent):
    """Nothing of its own: the entries are the edition's pages."""

    art: str = "meeting-band"
