"""One translated entry under examination, and what the rules may know besides it."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from msgspec import Struct, field

from brochure.content.marks import plain, said
from brochure.diagnostics import Span
from brochure.translation.extract import SourceEntry
from brochure.translation.termbase import Termbase


class Knowledge(Struct, frozen=True):
    """What is known of a language: its tag; `names`, proper names as it writes them, which no rule complains of; its
    terms; and the code points its typefaces draw (None where that is not known).
    """

    language: str
    names: Collection[str] = ()
    termbase: Termbase = field(default_factory=lambda: Termbase(""))
    coverage: frozenset[int] | None = None


class Checked(Struct, frozen=True, dict=True):
    """One translated entry: what it is of, its words, their place, and what is known of the language."""

    source: SourceEntry
    text: str
    span: Span
    known: Knowledge

    @property
    def language(self) -> str:
        """The language of the translation."""
        return self.known.language

    @property
    def key(self) -> str:
        """The key of the text."""
        return self.source.key

    @cached_property
    def plain(self) -> str:
        """The translation without marks and readings; a label's is as it stands."""
        return plain(self.text) if self.source.span is not None else self.text

    @cached_property
    def plain_source(self) -> str:
        """The same of the source."""
        return plain(self.source.source) if self.source.span is not None else self.source.source

    @cached_property
    def said(self) -> str:
        """The translation as `plain` has it and, a line each after it, what is noted in it."""
        return said(self.text) if self.source.span is not None else self.text

    @cached_property
    def said_source(self) -> str:
        """The same of the source."""
        return said(self.source.source) if self.source.span is not None else self.source.source

    @cached_property
    def unnamed(self) -> str:
        """The translation and its notes without proper names."""
        text = self.said
        for name in sorted((name for name in self.known.names if name in text), key=len, reverse=True):
            text = text.replace(name, "")
        return text

    def at(self, words: str) -> Span:
        """The place of some of the words: exact where the translation is one line of the file without escapes."""
        opening = len('msgstr "')
        offset = self.text.find(words)
        if offset < 0 or self.span.end_column - self.span.column != opening + len(self.text) + 1:
            return self.span
        column = self.span.column + opening + offset
        return Span(self.span.file, self.span.line, column, self.span.line, column + len(words))
