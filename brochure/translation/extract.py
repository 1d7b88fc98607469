"""What there is to translate: every text of the author's and every word of the program's, as entries of a catalog."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polib

from brochure.content.text import Text
from brochure.diagnostics import Span
from brochure.translation.labels import Label


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One text to be translated. `context` is its key, the msgctxt ("" where the source itself is the key, as in the
    program's messages); `fields` are the `{names}` a translation has to keep.
    """

    source: str
    context: str = ""
    span: Span | None = None
    fields: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What it is found by."""
        return self.context or self.source


def content_entries(texts: Iterable[Text]) -> tuple[SourceEntry, ...]:
    """The author's texts, once a key, in the order of their files and lines."""
    found = {text.key: SourceEntry(text.source, text.key, text.span) for text in texts if text.key and text.source}
    return tuple(sorted(found.values(), key=lambda entry: (entry.span or Span(""), entry.key)))


def label_entries(labels: Iterable[Label]) -> tuple[SourceEntry, ...]:
    """The program's own words on pages, once a key, in the order they are declared."""
    found = {label.key: SourceEntry(label.ja, label.key, None, fields_of(label.ja)) for label in labels}
    return tuple(found.values())


def fields_of(template: str) -> tuple[str, ...]:
    """The names in braces of a template, sorted; raises ValueError where the braces are not in pairs."""
    from string import Formatter

    return tuple(sorted({name for _, name, _, _ in Formatter().parse(template) if name is not None}))


def new_catalog(language: str = "") -> polib.POFile:
    """A catalog without entries. Its header has no dates and no names, so that the same content gives the same file."""
    file = polib.POFile(wrapwidth=0)
    file.header = "brochure"
    file.metadata = {
        "Project-Id-Version": "brochure",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return file


def entry_of(source: SourceEntry) -> polib.POEntry:
    """An untranslated entry with its place in the content; a translator sees the fields to keep in its comment."""
    entry = polib.POEntry(msgid=source.source, msgstr="", msgctxt=source.context or None)
    entry.occurrences = occurrences(source)
    if source.fields:
        entry.comment = "{" + "} {".join(source.fields) + "}"
    return entry


def occurrences(source: SourceEntry) -> list[tuple[str, str]]:
    """The place as a PO file's `#:` line has it."""
    return [(source.span.file, str(source.span.line))] if source.span else []


def template(entries: Iterable[SourceEntry]) -> polib.POFile:
    """The entries as a `.pot` file: what a translation tool begins a new language with."""
    file = new_catalog()
    for entry in entries:
        file.append(entry_of(entry))
    return file
