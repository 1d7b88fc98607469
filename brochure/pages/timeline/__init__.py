"""The timeline (年表)."""

from brochure.pages.page_type import PageType
from brochure.pages.timeline.content import TimelineContent
from brochure.pages.timeline.labels import LABELS
from brochure.pages.timeline.layout import lay_out

PAGE_TYPE = PageType(
    "timeline",
    TimelineContent,
    lay_out,
    labels=LABELS,
    most=12,
    styles=("entry", "entry-facts", "entry-milestone", "entry-note", "era", "label", "month", "year"),
)
