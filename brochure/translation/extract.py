"""What there is to translate: every text of the author's and every word of the program's, as entries of a catalog."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from brochure.content.text import Text
from brochure.diagnostics import Span
from brochure.translation.labels import Label
from brochure.translation.po import PoEntry, PoFile, read_po
from brochure.translation.po_changes import joined, new_entry


class SourceEntry(Struct, frozen=True):
    """One text to be translated. `context` is its key, the msgctxt ("" where the source itself is the key, as in the
    program's messages), `former` the one it had before a rename; `fields` are the `{names}` a translation has to keep.
    """

    source: str
    context: str = ""
    span: Span | None = None
    fields: tuple[str, ...] = ()
    former: str = ""

    @property
    def key(self) -> str:
        """What it is found by."""
        return self.context or self.source

    @property
    def comment(self) -> str:
        """What a translator is told of it: the fields to keep."""
        return " ".join(f"{{{name}}}" for name in self.fields)

    @property
    def references(self) -> tuple[str, ...]:
        """The file it stands in. Its line is left out: it changes with every edit above it, and the key says more."""
        return (self.span.file,) if self.span else ()


def content_entries(texts: Iterable[Text]) -> tuple[SourceEntry, ...]:
    """The author's texts, once a key, in the order of their files and lines."""
    found = {
        text.key: SourceEntry(text.source, text.key, text.span, former=text.former)
        for text in texts
        if text.key and text.source
    }
    return tuple(sorted(found.values(), key=lambda entry: (entry.span or Span(""), entry.key)))


def label_entries(labels: Iterable[Label]) -> tuple[SourceEntry, ...]:
    """The program's own words on pages, once a key, in the order they are declared."""
    found = {label.key: SourceEntry(label.ja, label.key, None, fields_of(label.ja)) for label in labels}
    return tuple(found.values())


def fields_of(template: str) -> tuple[str, ...]:
    """The names in braces of a template, sorted; raises ValueError where the braces are not in pairs."""
    from string import Formatter

    return tuple(sorted({name for _, name, _, _ in Formatter().parse(template) if name is not None}))


_HEADER = """\
# brochure
msgid ""
msgstr ""
"Project-Id-Version: brochure\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def new_catalog(language: str = "") -> PoFile:
    """A catalog without entries. Its header has no dates and no names, so that the same content gives the same file."""
    return read_po(_HEADER.format(language=language))


def entry_of(source: SourceEntry) -> PoEntry:
    """An untranslated entry with its place in the content and what a translator is told."""
    return new_entry(source.context, source.source, "", source.comment, source.references)


def template(entries: Iterable[SourceEntry]) -> PoFile:
    """The entries as a `.pot` file: what a translation tool begins a new language with."""
    file = new_catalog()
    return replace(file, entries=joined([entry_of(entry) for entry in entries], file.newline))
