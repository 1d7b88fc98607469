"""The phrasebook."""

from brochure.content.page_content import Mode
from brochure.pages.page_type import PageType
from brochure.pages.phrasebook.content import PhrasebookContent
from brochure.pages.phrasebook.layout import lay_out

PAGE_TYPE = PageType(
    "phrasebook",
    PhrasebookContent,
    lay_out,
    most=4,
    modes=(Mode.FACING,),
    styles=("phrase", "subheading", "table-note", "table-value"),
)
