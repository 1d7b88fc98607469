"""What overrides say in their own language: whether it can be right, and what it settles for the translators."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import field
from msgspec.structs import replace

from brochure.content.booklet import Booklet
from brochure.content.text import Text
from brochure.content.written_in import OVERRIDES
from brochure.diagnostics import Diagnostic, Span, error, message
from brochure.languages import LANGUAGES
from brochure.source.nearest import nearest
from brochure.translation.checks import Knowledge
from brochure.translation.checks.checked import Checked
from brochure.translation.checks.words import kana, punctuation, script
from brochure.translation.extract import SourceEntry
from brochure.translation.proper_names import proper_names
from brochure.translation.termbase import Termbase, termbase


class _Own(Checked, frozen=True, dict=True):
    """A text an override gives, looked at as if it were a translation of itself."""

    written: Text = field(default_factory=lambda: Text(""))

    def at(self, words: str) -> Span:
        """The place of some of the words."""
        offset = self.written.source.find(words)
        return self.written.at(offset, len(words)) if offset >= 0 else self.span


def override_findings(booklet: Booklet) -> Iterator[Diagnostic]:
    """What is wrong or doubtful in the overrides: languages there are none of, and what a language does not write."""
    for language, own in booklet.spoken.items():
        if language not in LANGUAGES:
            meant = nearest(language, LANGUAGES)
            known = message("known are: {known}", known=", ".join(LANGUAGES))
            cure = message("did you mean “{meant}”?", meant=meant) if meant else known
            what = message("there is no language “{name}”", name=language)
            yield error("translation.override-language", what, Span(f"content/{OVERRIDES}/{language}"), cure)
            continue
        known_of = Knowledge(language, proper_names(own, language))
        terms = termbase(own.termbase.values(), language)
        for text in own.texts():
            if text.language == language:
                yield from _told(text, known_of, terms)


def _told(text: Text, known: Knowledge, terms: Termbase) -> Iterator[Diagnostic]:
    """What the rules about signs say, and the termbase of words that are never printed."""
    entry = SourceEntry(text.source, text.key, text.span)
    checked = _Own(entry, text.source, text.span, known, text)
    for rule in (kana, script, punctuation):
        yield from rule(checked)
    for breach in terms.breaches("", text.plain):
        what = message("“{key}” says “{word}”, which is not to be printed", key=text.key, word=breach.word)
        found = error("translation.term", what, checked.at(breach.word))
        place = breach.place
        yield replace(found, related=((place, message("the termbase says so here")),)) if place else found


def settled_keys(booklet: Booklet, language: str, is_beside: bool) -> Iterator[str]:
    """The keys of the texts that need no translation into a language: those its overrides give, and those they leave
    out, unless the language stands beside another one (`is_beside`), whose pages may show them.
    """
    own = booklet.in_(language)
    if own is booklet:
        return
    texts = {text.key: text for text in own.texts()}
    for text in booklet.texts():
        mine = texts.get(text.key)
        if mine.language == language if mine else not is_beside:
            yield text.key
