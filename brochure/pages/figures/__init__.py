"""An exchange in figures."""

from brochure.content.page_content import Mode
from brochure.pages.figures.content import FiguresContent
from brochure.pages.figures.labels import LABELS
from brochure.pages.figures.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "figures",
    FiguresContent,
    lay_out,
    labels=LABELS,
    modes=(Mode.STACKED,),
    styles=(
        "caption",
        "chart-axis",
        "chart-event",
        "chart-lane",
        "chart-series",
        "chart-value",
        "heading",
        "note",
        "number",
        "number-unit",
        "subheading",
    ),
)
