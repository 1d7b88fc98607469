"""The children's introduction."""

from brochure.content.page_content import Mode
from brochure.pages.kids.content import KidsContent
from brochure.pages.kids.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType("kids", KidsContent, lay_out, most=2, modes=(Mode.FACING,), styles=("kids", "label"))
