"""What the author orders for a page of sponsors."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import Id, NoticeId, PictureId
from brochure.content.names import Names
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.source.model import Model


class Sponsor(Model):
    """Who gave: the name, and a logo where there is one."""

    id: Id
    name: Names
    logo: PictureId | None = None


class Tier(Model):
    """Those who gave alike, under one heading, in the order they are named."""

    id: Id
    title: Text
    sponsors: Annotated[tuple[Sponsor, ...], Meta(min_length=1)]


class SponsorsContent(PageContent):
    """The tiers from the highest on, each set smaller than the one before; `notice` has the thanks above them."""

    tiers: Annotated[tuple[Tier, ...], Meta(min_length=1, max_length=5)]
    notice: NoticeId | None = None
