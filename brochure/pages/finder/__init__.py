"""The finder of municipalities."""

from brochure.pages.finder.content import FinderContent
from brochure.pages.finder.labels import LABELS
from brochure.pages.finder.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "finder",
    FinderContent,
    lay_out,
    labels=LABELS,
    most=8,
    refers=True,
    styles=("body-flush", "finder-name", "finder-note", "heading-inline", "map-place", "note", "subheading"),
)
