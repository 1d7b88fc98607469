"""The inner sides of the cover (表2, 表3)."""

from brochure.content.page_content import Mode
from brochure.pages.inside_cover.content import InsideCoverContent
from brochure.pages.inside_cover.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType("inside-cover", InsideCoverContent, lay_out, modes=(Mode.STACKED,), styles=("note",))
