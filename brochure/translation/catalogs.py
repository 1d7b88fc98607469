"""Catalogs as they lie on disk: PO files read entry by entry, each entry found by its key (msgctxt)."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brochure.diagnostics import Report, Span, error, message, warning
from brochure.source.files import read_text
from brochure.translation.marks import Mark, mark_of

if TYPE_CHECKING:
    from brochure.translation.po import PoEntry, PoFile


class State(StrEnum):
    """How far a translation can be trusted."""

    SOURCE = "source"  # the author's own language
    APPROVED = "approved"  # looked at once more, and said so
    TRANSLATED = "translated"
    DRAFT = "draft"  # not final, as its translator says
    FUZZY = "fuzzy"  # marked by a translator or by `i18n update` as not yet looked at
    STALE = "stale"  # made from another text than the author's present one
    MISSING = "missing"

    @property
    def is_printable(self) -> bool:
        """Whether it may be printed."""
        return self in (State.SOURCE, State.APPROVED, State.TRANSLATED)


class CatalogEntry(Struct, frozen=True):
    """One translation: the source it was made from, its text, and where it stands in the PO file.

    `previous` is the source before a change that the translation has not followed yet, "" where none is told.
    """

    source: str
    text: str
    is_fuzzy: bool
    span: Span
    mark: Mark = Mark.NONE
    previous: str = ""

    def state_for(self, source: str) -> State:
        """Its state where the author's text is now `source`."""
        if not self.text:
            return State.MISSING
        if self.source != source:
            return State.STALE
        if self.is_fuzzy:
            return State.FUZZY
        return {Mark.DRAFT: State.DRAFT, Mark.APPROVED: State.APPROVED}.get(self.mark, State.TRANSLATED)

    def made_from(self, source: str) -> str:
        """The text it was made from where that is not `source`, the author's present one; "" where it is not known."""
        older = self.source if self.source != source else self.previous if self.is_fuzzy else ""
        return older if older != source else ""


class Catalog(Struct, frozen=True):
    """The entries of one PO file by their keys; `name` is the file's, relative to the project."""

    name: str
    entries: Mapping[str, CatalogEntry] = field(default_factory=dict[str, CatalogEntry])

    def __getitem__(self, key: str) -> CatalogEntry | None:
        return self.entries.get(key)


_MOST_TOLD = 10  # broken lines reported of one file; a file in another format would fill the screen


def catalog_name(language: str, domain: str) -> str:
    """Where a catalog lies in a project: locales/zh_CN/LC_MESSAGES/content.po."""
    return f"locales/{language}/LC_MESSAGES/{domain}.po"


def read_catalog(root: Path, language: str, domain: str, report: Report) -> Catalog | None:
    """A language's catalog, or None and a finding where it is missing or broken."""
    name = catalog_name(language, domain)
    path = root / name
    if not path.is_file():
        what = message("there is no catalog for {language}", language=language)
        cure = message("run “brochure i18n update”: it writes the file with everything there is to translate")
        report.add(error("translation.no-catalog", what, Span(name), cure))
        return None
    file = parse_po(path, name, report)
    if file is None:
        return None
    return catalog_of(file, name, report)


def catalog_of(file: PoFile, name: str, report: Report) -> Catalog:
    """The entries of a PO file by their keys; what hinders finding them goes to the report."""
    return Catalog(name, _entries(file, name, report))


def parse_po(path: Path, name: str, report: Report) -> PoFile | None:
    """A PO file entry by entry, or None and a finding at the line that is no PO."""
    from brochure.translation.po import BrokenPo, read_po

    own = Report()
    text = read_text(path, name, own)
    report.extend(own)
    if text is None or own.has_errors:  # one in another encoding would be written back as something else
        return None
    try:
        return read_po(text, has_mark=path.read_bytes().startswith(BOM_UTF8))
    except BrokenPo as problem:
        lines = re.split(r"\r\n|\r|\n", text)
        for number in problem.lines[:_MOST_TOLD]:
            what = message("this is not a line of a PO file")
            cure = message("a line begins with msgid, msgctxt, msgstr, # or a quote, and quotes come in pairs")
            place = line_span(name, number, lines[number - 1] if number <= len(lines) else "")
            report.add(error("translation.broken-catalog", what, place, cure))
        return None


def line_span(name: str, number: int, words: str) -> Span:
    """The words of a line, from its first sign to its last."""
    begin = len(words) - len(words.lstrip()) + 1
    return Span(name, number, begin, number, max(begin + 1, len(words.rstrip()) + 1))


def place_of(entry: PoEntry, name: str) -> Span:
    """Where an entry's translation stands."""
    number, words = entry.text_line
    return line_span(name, number, words)


def _entries(file: PoFile, name: str, report: Report) -> dict[str, CatalogEntry]:
    entries: dict[str, CatalogEntry] = {}
    for entry in file.entries:
        if entry.is_obsolete:
            continue
        span = place_of(entry, name)
        key = entry.context
        if not key:
            what = message("this entry has no msgctxt, so it belongs to no text")
            report.add(warning("translation.no-key", what, span, message("run “brochure i18n update”")))
            continue
        if key in entries:
            what = message(
                "“{key}” is here for the second time; the first is in line {line}", key=key, line=entries[key].span.line
            )
            cure = message("keep the right one and delete the other")
            report.add(error("translation.duplicate-key", what, span, cure))
            continue
        mark = mark_of(entry.comments)
        entries[key] = CatalogEntry(entry.source, entry.text, entry.is_fuzzy, span, mark, entry.previous)
    return entries
