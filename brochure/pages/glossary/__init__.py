"""The glossary."""

from brochure.content.page_content import Mode
from brochure.pages.glossary.content import GlossaryContent
from brochure.pages.glossary.layout import lay_out
from brochure.pages.note_labels import LABELS as NOTE_LABELS
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "glossary",
    GlossaryContent,
    lay_out,
    labels=NOTE_LABELS,
    most=4,
    modes=(Mode.FACING,),
    styles=("body-flush", "glossary-term"),
)
