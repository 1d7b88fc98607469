"""Notes."""

from brochure.content.page_content import Mode
from brochure.pages.notes.content import NotesContent
from brochure.pages.notes.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType("notes", NotesContent, lay_out, modes=(Mode.PARALLEL, Mode.FACING), styles=("body-flush",))
