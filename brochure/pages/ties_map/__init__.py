"""The map of ties."""

from brochure.content.page_content import Mode
from brochure.pages.page_type import PageType
from brochure.pages.ties_map.content import TiesMapContent
from brochure.pages.ties_map.labels import LABELS
from brochure.pages.ties_map.layout import lay_out

PAGE_TYPE = PageType(
    "ties-map",
    TiesMapContent,
    lay_out,
    labels=LABELS,
    modes=(Mode.FACING,),
    styles=("body-flush", "map-place", "map-sea", "note", "table-label", "table-note"),
)
