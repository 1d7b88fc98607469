"""What there is to translate in a project: the content's texts and the words page types print, by catalog."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from brochure.content.booklet import Booklet, read_booklet
from brochure.content.text import iterate_texts
from brochure.diagnostics import Report, error, message
from brochure.edition.reader import read_editions
from brochure.languages import LANGUAGES, SOURCE_LANGUAGE
from brochure.translation.checks import Knowledge
from brochure.translation.extract import SourceEntry, content_entries, label_entries
from brochure.translation.labels import Label
from brochure.translation.overrides import settled_keys
from brochure.translation.proper_names import proper_names
from brochure.translation.termbase import termbase


class Sources(Struct, frozen=True):
    """What there is to translate: the entries of each domain, the languages they go into, and the names as data.
    `settled` are the keys of the texts a language's overrides give or leave out.
    """

    entries: dict[str, tuple[SourceEntry, ...]]
    languages: tuple[str, ...]
    booklet: Booklet
    settled: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    def of(self, language: str) -> dict[str, tuple[SourceEntry, ...]]:
        """The entries of each domain that are to be translated into a language."""
        settled = self.settled.get(language, frozenset())
        return {domain: tuple(each for each in all if each.key not in settled) for domain, all in self.entries.items()}

    def catalogs(self) -> Iterator[tuple[str, str, tuple[SourceEntry, ...]]]:
        """Every (language, domain, entries)."""
        for language in self.languages:
            for domain, entries in self.of(language).items():
                yield language, domain, entries

    def knowledge(self, language: str, coverage: frozenset[int] | None = None) -> Knowledge:
        """What the rules may know of a language."""
        names = proper_names(self.booklet, language)
        return Knowledge(language, names, termbase(self.booklet.termbase.values(), language), coverage)


def program_labels() -> tuple[Label, ...]:
    """The program's own words on pages: those page types share, then each type's own."""
    from brochure.pages import PAGE_TYPES
    from brochure.pages.entry_dates import LABELS as DATES
    from brochure.pages.entry_kinds import LABELS

    return (*LABELS, *DATES, *(label for page_type in PAGE_TYPES.values() for label in page_type.labels))


def read_sources(root: Path, asked: Sequence[str], report: Report) -> Sources:
    """Everything to be translated, read without fonts and themes; what is wrong with the content goes to the report."""
    from brochure.pages.orders import read_pages
    from brochure.pages.series import written_out

    booklet = read_booklet(root, report)
    editions = written_out(read_editions(root, report), booklet, report)
    texts = [*booklet.texts(), *(text for edition in editions for text in iterate_texts(edition))]
    for edition in editions:
        texts.extend(iterate_texts(read_pages(edition, booklet, report)))
    ordered = asked or [language for edition in editions for language in edition.languages]
    languages = tuple(dict.fromkeys(language for language in ordered if language != SOURCE_LANGUAGE))
    for language in languages:
        if language not in LANGUAGES:
            known = message("known are: {known}", known=", ".join(LANGUAGES))
            report.add(error("usage.unknown", message("there is no language “{name}”", name=language), None, known))
    entries = {"content": content_entries(texts), "labels": label_entries(program_labels())}
    beside = {each for edition in editions for lead in edition.leads for each in edition.spoken(lead)[1:]}
    settled = {tag: frozenset(settled_keys(booklet, tag, tag in beside)) for tag in languages}
    return Sources(entries, languages, booklet, settled)
