"""The background essay."""

from brochure.content.page_content import Mode
from brochure.pages.background.content import BackgroundContent
from brochure.pages.background.layout import lay_out
from brochure.pages.note_labels import LABELS as NOTE_LABELS
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "background",
    BackgroundContent,
    lay_out,
    labels=NOTE_LABELS,
    modes=(
        Mode.PARALLEL,
        Mode.FACING,
    ),
    least_fill=0.5,
    styles=("essay", "heading"),
)
