"""The termbase in one language, ready to be asked of thousands of translations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from brochure.diagnostics import Span

if TYPE_CHECKING:
    from brochure.content.termbase import BoundTerm, Wording


class Breach(Struct, frozen=True):
    """A translation that goes against a term: `word` is the one that is there and must not be, or the word of the
    source whose wording is missing; `wanted` are the words it must be.
    """

    is_missing: bool
    word: str
    wanted: tuple[str, ...]
    place: Span | None


class Termbase(Struct, frozen=True, dict=True):
    """The terms of a language: those bound to words of the source, and words never printed."""

    language: str
    terms: tuple[tuple[BoundTerm, Wording], ...] = ()

    def breaches(self, source: str, text: str) -> Iterator[Breach]:
        """What of a translation of `source` goes against a term; both without marks and readings."""
        if self._sources is not None and self._sources.search(source):
            for term, wording in self.terms:
                if term.source and any(word in source for word in term.source):
                    yield from _of(term, wording, source, text)
        if self._never is not None:
            for found in self._never.finditer(text):
                word = found[0]
                yield Breach(False, word, (), self._places[word])

    @cached_property
    def _sources(self) -> re.Pattern[str] | None:
        return _any(word for term, _ in self.terms for word in term.source)

    @cached_property
    def _never(self) -> re.Pattern[str] | None:
        return _any(self._places)

    @cached_property
    def _places(self) -> dict[str, Span | None]:
        """The words never printed, each with the place that says so."""
        return {
            word: term.place_of(self.language, "must_not")
            for term, wording in self.terms
            if not term.source
            for word in wording.must_not
        }


def termbase(terms: Iterable[BoundTerm], language: str) -> Termbase:
    """The termbase of a language."""
    return Termbase(language, tuple((term, wording) for term in terms if (wording := term.wording(language))))


def _of(term: BoundTerm, wording: Wording, source: str, text: str) -> Iterator[Breach]:
    for word in term.unless:
        source = source.replace(word, "")
    words = [word for word in term.source if word in source]
    if not words:
        return
    if wording.must and not any(word in text for word in wording.must):
        yield Breach(True, words[0], wording.must, term.span)
    rest = text
    for word in sorted(wording.must, key=len, reverse=True):
        rest = rest.replace(word, "\0")
    for word in wording.must_not:
        if word in rest:
            yield Breach(False, word, wording.must, term.span)


def _any(words: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None
