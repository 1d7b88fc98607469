"""The chronology of the reference room, with sources."""

from brochure.pages.chronology.content import ChronologyContent
from brochure.pages.chronology.labels import LABELS
from brochure.pages.chronology.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "chronology",
    ChronologyContent,
    lay_out,
    labels=LABELS,
    most=6,
    styles=("note", "subheading", "table-label", "table-value"),
)
