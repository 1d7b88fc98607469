"""What the author orders for the glossary."""

from brochure.content.page_content import PageContent


class GlossaryContent(PageContent):
    """All terms, in the order of the language."""

    art: str = "clouds"
