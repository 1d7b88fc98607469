"""The manuscript: every text of an edition in one language, with what is known of its translation.

Another language never shows the author's own words in the place of a translation: where one is missing the page gets
geta marks (〓). What is unsure or made from another text is set as it is, for drafts show it; the gate keeps it from
print.

What an override says is written in one language: there it is printed as it stands, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct, field

from brochure.content.mark_rules import wrong_marks
from brochure.content.marks import Mark, Piece, may_be_marked, parse, parse_marks, plain_of
from brochure.content.text import Text
from brochure.diagnostics import Diagnostic, Report, Span, error, message
from brochure.languages import SOURCE_LANGUAGE
from brochure.translation.catalogs import Catalog, State, read_catalog
from brochure.translation.labels import Label
from brochure.translation.ledger import Ledger

GETA = "〓"


class Copy(Struct, frozen=True, gc=False):
    """A text in one language: its words, its key, its state, and the words as marked if they are."""

    text: str
    key: str
    language: str
    state: State
    pieces: tuple[Piece, ...] = ()


class Manuscript(Struct, frozen=True, eq=False):
    """An edition's texts in one language. What is read of it is what is placed on pages: the ledger keeps it.
    `sources` are those of the program's words that were said; `is_overridden`: a language may have texts of its own.
    """

    language: str
    texts: Mapping[str, Text]
    content: Catalog | None
    labels: Catalog | None
    report: Report
    ledger: Ledger = field(default_factory=Ledger)
    sources: dict[str, str] = field(default_factory=dict[str, str])
    is_overridden: bool = True

    @property
    def is_source(self) -> bool:
        """Whether this is the language the author writes in."""
        return self.language == SOURCE_LANGUAGE

    def read(self, text: Text, language: str) -> Copy:
        """A text in the manuscript's language, as it is to be seen; whether it may be printed the gate says."""
        if language == SOURCE_LANGUAGE and not self.is_overridden:
            copy = _copy(text.source, text.key, language, State.SOURCE)
        else:
            copy = self._read(text, language)
        self.ledger.note(text.key, copy.text)
        if copy.pieces:
            notes = tuple(plain_of(piece.note) for piece in copy.pieces if piece.note)
            if notes:
                self.ledger.notes[text.key] = notes
        return copy

    def say(self, label: Label, language: str, **values: str | int) -> str:
        """One of the program's own words, its fields filled in; the same."""
        words = self._say(label, language, **values)
        self.sources.setdefault(label.key, label.ja)
        self.ledger.note(label.key, words)
        return words

    def standing_of(self, key: str) -> tuple[State, bool]:
        """The state of a text that was read, and whether its words are the source's."""
        text = self.texts.get(key)
        if text and text.language == self.language:
            return State.SOURCE, False
        source = text.source if text else self.sources.get(key)
        if self.is_source or source is None:
            return State.SOURCE, True
        catalog = self.content if text else self.labels
        entry = catalog[key] if catalog else None
        return (entry.state_for(source), entry.text == source) if entry else (State.MISSING, False)

    def label_source(self, key: str) -> str | None:
        """The source of one of the program's words that was said; None for a key of none."""
        return self.sources.get(key)

    def _read(self, text: Text, language: str) -> Copy:
        written_in = text.language
        if self.is_overridden:
            own = self.texts.get(text.key)
            if own is not None and own is not text and (own.language or written_in):
                text, written_in = own, own.language  # what this language has under the key, whichever leads the page
        if written_in == language or (language == SOURCE_LANGUAGE and not written_in):
            return _copy(text.source, text.key, language, State.SOURCE)
        entry = self.content[text.key] if self.content and not written_in else None
        if entry is None or not entry.text:
            return Copy(GETA * max(1, len(text.plain) // 2), text.key, language, State.MISSING)
        for wrong in wrong_marks(entry.text):
            self.report.add(error("translation.reading", wrong.what, entry.span, *wrong.hints))
        from brochure.translation.fields import lost_fields  # the author's own language has no catalog

        lost = lost_fields(text.key, text.source, entry.text, entry.span)
        if lost:
            self.report.add(lost)
        return _copy(entry.text, text.key, language, entry.state_for(text.source))

    def _say(self, label: Label, language: str, **values: str | int) -> str:
        if language == SOURCE_LANGUAGE:
            return label.ja.format(**values)
        entry = self.labels[label.key] if self.labels else None
        if entry is None or not entry.text:
            return GETA * 2
        try:
            return entry.text.format(**values)
        except (KeyError, IndexError, ValueError):
            what = message("“{key}” has a field the program does not know", key=label.key)
            cure = message("the fields of the source are: {fields}", fields=", ".join(f"{{{name}}}" for name in values))
            self.report.add(error("translation.bad-field", what, entry.span, cure))
            return GETA * 2

    def place_of_note(self, key: str, note: str) -> Span | None:
        """Where a note stands, by its plain words: in the author's own copy the mark itself, else as `span_of`."""
        text = self.texts.get(key)
        if text is None or (text.language or SOURCE_LANGUAGE) != self.language:
            return self.span_of(key)
        for place in parse(text.source).places:
            if place.mark is Mark.NOTE and plain_of(place.pieces) == note:
                return text.at(place.start, place.length)
        return text.span

    def span_of(self, key: str) -> Span | None:
        """Where the words of a key stand: in the catalog for a translation, in the content for the author's own."""
        own = self.texts.get(key)
        if own and own.language:
            return own.span
        for catalog in (self.content, self.labels):
            entry = catalog[key] if catalog else None
            if entry is not None:
                return entry.span
        text = self.texts.get(key)
        return text.span if text else None


def _copy(source: str, key: str, language: str, state: State) -> Copy:
    if not may_be_marked(source):
        return Copy(source, key, language, state)
    pieces = parse_marks(source)
    is_marked = any(piece.ruby or piece.marks for piece in pieces)
    return Copy(plain_of(pieces), key, language, state, pieces if is_marked else ())


class CatalogShelf(Struct):
    """The catalogs of a project, each read once for all editions; what reading finds is told every time."""

    read: dict[tuple[Path, str, str], tuple[Catalog | None, tuple[Diagnostic, ...]]] = field(
        default_factory=dict[tuple[Path, str, str], tuple[Catalog | None, tuple[Diagnostic, ...]]]
    )

    def catalog(self, root: Path, language: str, domain: str, report: Report) -> Catalog | None:
        """A language's catalog, or None and a finding where it is missing or broken."""
        if (root, language, domain) not in self.read:
            own = Report()
            self.read[root, language, domain] = read_catalog(root, language, domain, own), tuple(own)
        found, findings = self.read[root, language, domain]
        report.extend(findings)
        return found


def read_manuscript(
    root: Path,
    texts: Iterable[Text] | Mapping[str, Text],
    language: str,
    report: Report,
    shelf: CatalogShelf | None = None,
    is_overridden: bool = True,
) -> Manuscript:
    """The manuscript of these texts, or of a mapping of texts by their keys, in a language; its catalogs are read, or
    taken from the shelf. The author's own language needs none. Unless `is_overridden` no language has texts of its own.
    """
    known = cast(Mapping[str, Text], texts) if isinstance(texts, Mapping) else {text.key: text for text in texts}
    if language == SOURCE_LANGUAGE:
        return Manuscript(language, known, None, None, report, is_overridden=is_overridden)
    shelf = shelf or CatalogShelf()
    content = shelf.catalog(root, language, "content", report)
    labels = shelf.catalog(root, language, "labels", report)
    return Manuscript(language, known, content, labels, report, is_overridden=is_overridden)
