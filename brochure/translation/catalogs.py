"""Catalogs as they lie on disk: PO files read entry by entry, each entry found by its key (msgctxt)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import polib

from brochure.diagnostics import Report, Span, error, message, warning
from brochure.source.files import read_text


class State(StrEnum):
    """How far a translation can be trusted."""

    SOURCE = "source"  # the author's own language
    TRANSLATED = "translated"
    MISSING = "missing"
    FUZZY = "fuzzy"  # marked by a translator or by `i18n update` as not yet looked at
    STALE = "stale"  # made from another text than the author's present one


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """One translation: the source it was made from, its text, and where it stands in the PO file."""

    source: str
    text: str
    is_fuzzy: bool
    span: Span

    def state_for(self, source: str) -> State:
        """Its state where the author's text is now `source`."""
        if not self.text:
            return State.MISSING
        if self.source != source:
            return State.STALE
        return State.FUZZY if self.is_fuzzy else State.TRANSLATED


@dataclass(frozen=True, slots=True)
class Catalog:
    """The entries of one PO file by their keys; `name` is the file's, relative to the project."""

    name: str
    entries: Mapping[str, CatalogEntry] = field(default_factory=dict[str, CatalogEntry])

    def __getitem__(self, key: str) -> CatalogEntry | None:
        return self.entries.get(key)


_LINE = re.compile(r'''(?:\#.*)?|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*"''', re.ASCII)
"""What a line of a PO file may be: nothing, a comment, or a keyword and a string, or a string that goes on."""

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
    return Catalog(name, _entries(file, _places(path.read_text("utf-8-sig"), name), report))


def parse_po(path: Path, name: str, report: Report) -> polib.POFile | None:
    """A PO file as polib reads it, or None and a finding at the line that is no PO."""
    text = read_text(path, name, report)
    if text is None:
        return None
    wrong = [number for number, line in enumerate(_lines(text), 1) if not _LINE.fullmatch(line.strip())]
    if not wrong:
        try:
            return polib.pofile("\n".join(_lines(text)) + "\n", wrapwidth=0)
        except OSError as problem:  # each line is sound, but they do not follow one another as they should
            found = re.search(r"\(line (\d+)\)", str(problem))
            wrong = [int(found[1]) if found else 1]
    for number in wrong[:_MOST_TOLD]:
        what = message("this is not a line of a PO file")
        cure = message("a line begins with msgid, msgctxt, msgstr, # or a quote, and quotes come in pairs")
        report.add(error("translation.broken-catalog", what, _line_span(text, name, number), cure))
    return None


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


def _line_span(text: str, name: str, line: int) -> Span:
    """The words of a line, from its first sign to its last."""
    lines = _lines(text)
    words = lines[line - 1] if 0 < line <= len(lines) else ""
    begin = len(words) - len(words.lstrip()) + 1
    return Span(name, line, begin, line, max(begin + 1, len(words.rstrip()) + 1))


def _places(text: str, name: str) -> Callable[[polib.POEntry], Span]:
    """Where an entry's translation stands: polib knows the line of its first comment, we go on to its msgstr."""
    lines = _lines(text)

    def place(entry: polib.POEntry) -> Span:
        first = max(0, int(entry.linenum or 1) - 1)
        following = (number for number, line in enumerate(lines[first:], first + 1) if line.startswith("msgstr"))
        return _line_span(text, name, next(following, first + 1))

    return place


def _entries(file: polib.POFile, place: Callable[[polib.POEntry], Span], report: Report) -> dict[str, CatalogEntry]:
    entries: dict[str, CatalogEntry] = {}
    for entry in file:
        if entry.obsolete:
            continue
        span = place(entry)
        key = entry.msgctxt
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
        entries[key] = CatalogEntry(entry.msgid, entry.msgstr, "fuzzy" in entry.flags, span)
    return entries
