"""The bibliography."""

from brochure.content.page_content import Mode
from brochure.pages.bibliography.content import BibliographyContent
from brochure.pages.bibliography.layout import lay_out
from brochure.pages.note_labels import LABELS as NOTE_LABELS
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "bibliography",
    BibliographyContent,
    lay_out,
    labels=NOTE_LABELS,
    most=3,
    modes=(Mode.FACING,),
    styles=("note", "table-label"),
)
