"""The manuscript: every text of an edition in one language, with what is known of its translation.

Another language never shows the author's own words in the place of a translation. Where one is missing, unsure or made
from another text, the page gets geta marks (〓), the report gets an error, and the file is not written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from brochure.content.mark_rules import wrong_marks
from brochure.content.marks import Piece, parse_marks, plain_of
from brochure.content.text import Text
from brochure.diagnostics import Report, Span, error, message
from brochure.languages import SOURCE_LANGUAGE
from brochure.translation.catalogs import Catalog, CatalogEntry, State, read_catalog
from brochure.translation.labels import Label

GETA = "〓"


@dataclass(frozen=True, slots=True)
class Copy:
    """A text in one language: its words, its key, its state, where they stand, and the words as marked if they are."""

    text: str
    key: str
    language: str
    state: State
    span: Span | None
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An edition's texts in one language. What is read of it is what is placed on pages: only that is reported."""

    language: str
    texts: Mapping[str, Text]
    content: Catalog | None
    labels: Catalog | None
    report: Report

    @property
    def is_source(self) -> bool:
        """Whether this is the language the author writes in."""
        return self.language == SOURCE_LANGUAGE

    def read(self, text: Text, language: str) -> Copy:
        """A text in the manuscript's language; what cannot be printed is reported, once a key."""
        if language == SOURCE_LANGUAGE:
            return _copy(text.source, text.key, language, State.SOURCE, text.span)
        entry = self.content[text.key] if self.content else None
        state = entry.state_for(text.source) if entry else State.MISSING
        if state.is_printable and entry is not None:
            for wrong in wrong_marks(entry.text):
                self.report.add(error("translation.reading", wrong.what, entry.span, *wrong.hints))
            return _copy(entry.text, text.key, language, state, entry.span)
        if self.content is not None:
            self._refuse(text.key, state, entry, text.span, self.content)
        return Copy(GETA * max(1, len(text.plain) // 2), text.key, language, state, text.span)

    def say(self, label: Label, language: str, **values: str | int) -> str:
        """One of the program's own words, its fields filled in."""
        if language == SOURCE_LANGUAGE:
            return label.ja.format(**values)
        entry = self.labels[label.key] if self.labels else None
        state = entry.state_for(label.ja) if entry else State.MISSING
        if not state.is_printable or entry is None:
            if self.labels is not None:
                self._refuse(label.key, state, entry, Span(self.labels.name), self.labels)
            return GETA * 2
        try:
            return entry.text.format(**values)
        except (KeyError, IndexError, ValueError):
            what = message("“{key}” has a field the program does not know", key=label.key)
            cure = message("the fields of the source are: {fields}", fields=", ".join(f"{{{name}}}" for name in values))
            self.report.add(error("translation.bad-field", what, entry.span, cure))
            return GETA * 2

    def span_of(self, key: str) -> Span | None:
        """Where the words of a key stand: in the catalog for a translation, in the content for the author's own."""
        for catalog in (self.content, self.labels):
            entry = catalog[key] if catalog else None
            if entry is not None:
                return entry.span
        text = self.texts.get(key)
        return text.span if text else None

    def _refuse(self, key: str, state: State, entry: CatalogEntry | None, source: Span, catalog: Catalog) -> None:
        language = self.language
        if state is State.STALE:
            what = message("“{key}” has changed since it was translated into {language}", key=key, language=language)
            cure = message("run “brochure i18n update”, then revise this entry")
        elif state is State.FUZZY:
            what = message("the translation of “{key}” into {language} is marked fuzzy", key=key, language=language)
            cure = message("revise it and take the mark away")
        else:
            what = message("“{key}” is not translated into {language}", key=key, language=language)
            cure = message("translate it in {catalog}; “brochure i18n update” adds what is new", catalog=catalog.name)
        found = error(f"translation.{state.value}", what, entry.span if entry else source, cure)
        if entry is not None and source.file != catalog.name:
            found = replace(found, related=((source, message("the author’s text is here")),))
        self.report.add(found)


def _copy(source: str, key: str, language: str, state: State, span: Span | None) -> Copy:
    pieces = parse_marks(source)
    is_marked = any(piece.ruby or piece.marks for piece in pieces)
    return Copy(plain_of(pieces), key, language, state, span, pieces if is_marked else ())


def read_manuscript(root: Path, texts: Iterable[Text], language: str, report: Report) -> Manuscript:
    """The manuscript of these texts in a language, its catalogs read; the author's own language needs none."""
    known = {text.key: text for text in texts}
    if language == SOURCE_LANGUAGE:
        return Manuscript(language, known, None, None, report)
    content = read_catalog(root, language, "content", report)
    labels = read_catalog(root, language, "labels", report)
    return Manuscript(language, known, content, labels, report)
