"""What the author orders for a programme."""

from brochure.content.identity import ProgrammeId
from brochure.content.page_content import PageContent


class ProgrammeContent(PageContent):
    """The programme that is set."""

    programme: ProgrammeId
    art: str = ""
