"""A greeting, or a congratulatory message."""

from brochure.pages.greeting.content import GreetingContent
from brochure.pages.greeting.labels import LABELS
from brochure.pages.greeting.layout import lay_out
from brochure.pages.note_labels import LABELS as NOTE_LABELS
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "greeting",
    GreetingContent,
    lay_out,
    labels=(*LABELS, *NOTE_LABELS),
    least_fill=0.18,
    styles=("greeting", "note", "signature", "signature-post"),
)
