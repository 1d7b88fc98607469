"""A spread of photographs."""

from brochure.content.page_content import Mode
from brochure.layout.page import Side
from brochure.pages.page_type import PageType
from brochure.pages.photo_spread.content import PhotoSpreadContent
from brochure.pages.photo_spread.labels import LABELS
from brochure.pages.photo_spread.layout import lay_out

PAGE_TYPE = PageType(
    "photo-spread",
    PhotoSpreadContent,
    lay_out,
    labels=LABELS,
    least=2,
    most=2,
    side=Side.VERSO,
    modes=(Mode.STACKED,),
    styles=("caption",),
)
