"""The roster (名簿)."""

from brochure.content.page_content import Mode
from brochure.pages.page_type import PageType
from brochure.pages.roster.content import RosterContent
from brochure.pages.roster.labels import LABELS
from brochure.pages.roster.layout import lay_out

PAGE_TYPE = PageType(
    "roster",
    RosterContent,
    lay_out,
    labels=LABELS,
    most=4,
    modes=(Mode.STACKED,),
    styles=("note", "roster-name", "subheading", "table-label", "table-note", "table-value"),
)
