"""A greeting, or a congratulatory message."""

from brochure.content.page_content import Mode
from brochure.pages.greeting.content import GreetingContent
from brochure.pages.greeting.labels import LABELS
from brochure.pages.greeting.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "greeting", GreetingContent, lay_out, labels=LABELS, modes=(Mode.FACING, Mode.PARALLEL), least_fill=0.2
)
