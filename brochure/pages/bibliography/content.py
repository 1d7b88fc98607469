"""What the author orders for the bibliography."""

from brochure.content.page_content import PageContent


class BibliographyContent(PageContent):
    """All works, in the order of their names."""

    art: str = ""
