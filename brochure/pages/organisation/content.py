"""What the author orders for a page about an organisation."""

from brochure.content.identity import NoticeId
from brochure.content.page_content import ProseContent


class OrganisationContent(ProseContent):
    """The words about it and the facts, as a notice holds them."""

    notice: NoticeId
    art: str = "cherry"
