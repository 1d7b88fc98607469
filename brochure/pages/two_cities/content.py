"""What the author orders for two cities at a glance."""

from brochure.content.identity import ComparisonId
from brochure.content.page_content import PageContent


class TwoCitiesContent(PageContent):
    """The comparison that is shown; `art` stands above the first city, `other_art` above the second."""

    comparison: ComparisonId
    art: str = "sunset-cape"
    other_art: str = "lattice"
