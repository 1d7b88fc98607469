"""The spine (背) of a glued book."""

from brochure.content.page_content import Mode
from brochure.pages.page_type import PageType
from brochure.pages.spine.content import SpineContent
from brochure.pages.spine.layout import lay_out

PAGE_TYPE = PageType(
    "spine", SpineContent, lay_out, refers=True, modes=(Mode.STACKED,), styles=("spine", "spine-large", "spine-small")
)
"""What the author writes for a spine."""
