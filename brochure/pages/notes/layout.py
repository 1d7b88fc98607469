"""Notes (注): numbered, in columns."""

from __future__ import annotations

from brochure.layout.page import Page
from brochure.layout.text_block import Words
from brochure.pages.notes.content import Note, NotesContent
from brochure.pages.page_type import Setting
from brochure.pages.prose import Copy, composed, prose_pages


def lay_out(content: NotesContent, setting: Setting) -> tuple[Page, ...]:
    """One page."""
    page = setting.begin()
    box = setting.title(page, content, setting.box())
    copies = [_numbered(number, note) for number, note in enumerate(content.notes, 1)]
    prose = composed(copies, content, setting, setting.columns(box)[0].width)
    return prose_pages(page, prose, box, content, setting, "notes")


def _numbered(number: int, note: Note) -> Copy:
    def words(voice: Setting) -> Words:
        return voice.words(note.text).after(f"{number}　")

    return Copy("body-flush", words, 0.5 if number > 1 else 0.0)
