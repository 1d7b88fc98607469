"""The map of where two cities lie, with the way between their ports."""

from brochure.content.page_content import Mode
from brochure.pages.locator_map.content import LocatorMapContent
from brochure.pages.locator_map.labels import LABELS
from brochure.pages.locator_map.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "locator-map",
    LocatorMapContent,
    lay_out,
    labels=LABELS,
    modes=(Mode.STACKED,),
    styles=("body-flush", "caption", "map-city", "map-place", "map-sea", "motto", "table-value"),
)
