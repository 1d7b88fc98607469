"""What the author orders for the phrasebook."""

from brochure.content.identity import SituationId
from brochure.content.page_content import PageContent


class PhrasebookContent(PageContent):
    """The situations, all of them where none is named."""

    situations: tuple[SituationId, ...] = ()
    art: str = ""
