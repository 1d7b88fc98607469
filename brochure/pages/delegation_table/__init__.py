"""The table of delegations."""

from brochure.content.page_content import Mode
from brochure.pages.delegation_table.content import DelegationTableContent
from brochure.pages.delegation_table.labels import LABELS
from brochure.pages.delegation_table.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "delegation-table",
    DelegationTableContent,
    lay_out,
    labels=LABELS,
    most=8,
    modes=(Mode.STACKED,),
    styles=("note", "subheading", "table-dense", "table-label"),
)
