"""What the author orders for the children's introduction."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import TalkId
from brochure.content.page_content import PageContent


class KidsContent(PageContent):
    """The talk between the two characters, on `pages` pages at the least."""

    talk: TalkId
    art: str = "seigaiha"
    pages: Annotated[int, Meta(ge=1, le=2)] = 1
