"""The glossary: words of the exchange with their readings and what they mean, in the order of the language."""

from __future__ import annotations

from brochure.content.standing_matter import Term
from brochure.languages.collation import sort_key
from brochure.layout.page import Page
from brochure.layout.text_block import Words
from brochure.pages.glossary.content import GlossaryContent
from brochure.pages.page_type import Setting
from brochure.pages.prose import Copy, composed, copy_of, prose_pages


def lay_out(content: GlossaryContent, setting: Setting) -> tuple[Page, ...]:
    """As many pages as the terms need, in columns."""
    page = setting.begin()
    box = setting.title(page, content, setting.box())
    tag = setting.language.tag
    terms = sorted(
        setting.booklet.glossary.values(),
        key=lambda term: sort_key(tag, term.name.in_(tag), term.reading, term.pinyin_in(tag)),
    )
    copies = [
        piece
        for number, term in enumerate(terms)
        for piece in (_name(term, 0.5 if number else 0.0), *copy_of(term.text, "body-flush"))
    ]
    measure = setting.columns(box)[0].width
    return prose_pages(page, composed(copies, content, setting, measure), box, content, setting, "glossary", 4)


def _name(term: Term, lines_above: float) -> Copy:
    """The term, how it is read behind it."""

    def words(voice: Setting) -> Words:
        tag = voice.language.tag
        reading = term.reading if tag == "ja" else term.pinyin_in(tag)
        return Words(
            f"{term.name.in_(tag)}（{reading}）" if reading else term.name.in_(tag), f"glossary.{term.id}", tag
        )

    return Copy("glossary-term", words, lines_above)
