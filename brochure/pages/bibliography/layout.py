"""The bibliography: the works facts are from, with makers, dates and where they can be read."""

from __future__ import annotations

from brochure.content.bibliography import Work
from brochure.layout.page import Page
from brochure.layout.text_block import Words
from brochure.pages.bibliography.content import BibliographyContent
from brochure.pages.page_type import Setting
from brochure.pages.prose import Copy, composed, prose_pages


def lay_out(content: BibliographyContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as the works need, in columns."""
    page = setting.begin()
    box = setting.title(page, content, setting.box())
    works = setting.booklet.bibliography.values()
    copies = [piece for number, work in enumerate(works) for piece in _work(work, 0.5 if number else 0.0)]
    measure = setting.columns(box)[0].width
    return prose_pages(page, composed(copies, content, setting, measure), box, content, setting, "bibliography", 3)


def _work(work: Work, lines_above: float) -> tuple[Copy, ...]:
    def details(voice: Setting) -> Words:
        tag = voice.language.tag
        publisher = work.publisher.in_(tag) if work.publisher else ""
        date = voice.language.date(work.date) if work.date else ""
        parts = [part for part in (publisher, date, work.url) if part]
        return Words("　".join(parts), f"bibliography.{work.id}", tag)

    name = Copy("table-label", lambda voice: voice.name(work.name, f"bibliography.{work.id}.name"), lines_above)
    return (name, Copy("note", details))
