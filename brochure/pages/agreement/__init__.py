"""The agreement."""

from brochure.content.page_content import Mode
from brochure.pages.agreement.content import AgreementContent
from brochure.pages.agreement.labels import LABELS
from brochure.pages.agreement.layout import lay_out
from brochure.pages.note_labels import LABELS as NOTE_LABELS
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "agreement",
    AgreementContent,
    lay_out,
    labels=(*LABELS, *NOTE_LABELS),
    modes=(Mode.PARALLEL, Mode.FACING),
    least_fill=0.2,
    styles=("body", "number", "table-label", "table-value"),
)
