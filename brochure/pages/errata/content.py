"""What the author writes for an errata slip."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import Id
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.source.model import Model


class Erratum(Model):
    """A mistake: the page and line it stands on, what is printed there, and what should be."""

    id: Id
    page: Annotated[int, Meta(ge=1)]
    place: Text | None = None
    wrong: Text
    right: Text


class ErrataContent(PageContent):
    """The mistakes in the order of their pages."""

    errata: Annotated[tuple[Erratum, ...], Meta(min_length=1)]
