"""The colophon (奥付)."""

from brochure.content.page_content import Mode
from brochure.pages.colophon.content import ColophonContent
from brochure.pages.colophon.labels import LABELS
from brochure.pages.colophon.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "colophon",
    ColophonContent,
    lay_out,
    refers=True,
    labels=LABELS,
    modes=(Mode.STACKED,),
    styles=("body", "note", "table-label", "table-value"),
)
