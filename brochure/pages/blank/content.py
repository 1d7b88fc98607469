"""What the author writes for a page left blank."""

from brochure.content.page_content import PageContent


class BlankContent(PageContent):
    """Nothing: `title` stands in the outline alone, so that a printer sees the page is meant to be blank."""

    is_listed: bool = False
