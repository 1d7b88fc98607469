"""Notes."""

from brochure.content.page_content import Mode
from brochure.pages.note_labels import LABELS as NOTE_LABELS
from brochure.pages.notes.content import NotesContent
from brochure.pages.notes.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "notes", NotesContent, lay_out, labels=NOTE_LABELS, modes=(Mode.PARALLEL, Mode.FACING), styles=("body-flush",)
)
