"""An association and the form to join it."""

from brochure.content.page_content import Mode
from brochure.pages.membership.content import MembershipContent
from brochure.pages.membership.labels import LABELS
from brochure.pages.membership.layout import lay_out
from brochure.pages.note_labels import LABELS as NOTE_LABELS
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "membership",
    MembershipContent,
    lay_out,
    labels=(*LABELS, *NOTE_LABELS),
    modes=(Mode.PARALLEL, Mode.FACING),
    styles=("body", "heading", "note", "table-label", "table-value"),
)
