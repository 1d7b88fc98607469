"""A page left blank on purpose (白頁)."""

from brochure.content.page_content import Mode
from brochure.pages.blank.content import BlankContent
from brochure.pages.blank.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType("blank", BlankContent, lay_out, modes=(Mode.STACKED,))
