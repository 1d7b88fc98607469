"""What the author writes for a spine."""

from brochure.content.page_content import PageContent


class SpineContent(PageContent):
    """The title as the spine bears it; the publisher and the year are the edition's."""

    is_listed: bool = False
