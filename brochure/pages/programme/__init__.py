"""The programme (式次第・日程)."""

from brochure.content.page_content import Mode
from brochure.pages.page_type import PageType
from brochure.pages.programme.content import ProgrammeContent
from brochure.pages.programme.labels import LABELS
from brochure.pages.programme.layout import lay_out

PAGE_TYPE = PageType(
    "programme",
    ProgrammeContent,
    lay_out,
    labels=LABELS,
    most=4,
    modes=(Mode.STACKED, Mode.FACING),
    styles=("heading-inline", "note", "programme-time", "table-dense", "table-note", "table-value"),
)
