"""What the author writes for a page of notes."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import Id
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.source.model import Model


class Note(Model):
    """A note on the booklet."""

    id: Id
    text: Text


class NotesContent(PageContent):
    """Notes that are numbered in the order they are written."""

    notes: Annotated[tuple[Note, ...], Meta(min_length=1)]
    art: str = "clouds"
