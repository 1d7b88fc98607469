"""The bibliography."""

from brochure.content.page_content import Mode
from brochure.pages.bibliography.content import BibliographyContent
from brochure.pages.bibliography.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "bibliography", BibliographyContent, lay_out, most=3, modes=(Mode.FACING,), styles=("note", "table-label")
)
