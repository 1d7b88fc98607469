"""An organisation, told of on a page of its own."""

from brochure.content.page_content import Mode
from brochure.pages.note_labels import LABELS as NOTE_LABELS
from brochure.pages.organisation.content import OrganisationContent
from brochure.pages.organisation.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "organisation",
    OrganisationContent,
    lay_out,
    labels=NOTE_LABELS,
    most=2,
    modes=(Mode.PARALLEL, Mode.FACING),
    least_fill=0.12,
    styles=("body", "table-label", "table-value"),
)
