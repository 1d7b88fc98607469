"""What the author writes for a page of industries."""

from brochure.content.identity import CityId
from brochure.content.page_content import PageContent
from brochure.content.text import Text


class IndustryContent(PageContent):
    """The city whose industries and specialities are shown, and an opening text."""

    city: CityId
    text: Text | None = None
    art: str = "herring"
