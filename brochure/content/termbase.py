"""The termbase: which word of the source must become which in each language, and which words a language never prints.

The glossary that is printed explains words to readers; this one binds translators.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, TypeAlias

from brochure.content.identity import Id
from brochure.diagnostics import Diagnostic, Severity, error, message
from brochure.source.model import Model
from brochure.source.words import OneOrMany

WordList: TypeAlias = Annotated[tuple[str, ...], OneOrMany()]


class Wording(Model):
    """What a language says: one of `must`, none of `must_not`."""

    must: WordList = ()
    must_not: WordList = ()


class BoundTerm(Model):
    """A word of the source with its wording in each language. Without `source` its `must_not` hold everywhere.

    `unless` are longer words of the source in which it is another word (友好港湾都市 for 友好港湾).
    """

    id: Id
    was: Id = ""
    source: WordList = ()
    unless: WordList = ()
    zh_CN: Wording | None = None
    zh_TW: Wording | None = None
    en: Wording | None = None
    note: str = ""

    def wording(self, language: str) -> Wording | None:
        """The wording in a language, None where nothing is said of it."""
        return getattr(self, language, None) if language in ("zh_CN", "zh_TW", "en") else None


def termbase_findings(terms: Iterable[BoundTerm]) -> Iterator[Diagnostic]:
    """Terms that ask for what they forbid, that ask for nothing, and words that two terms are of."""
    seen: dict[str, BoundTerm] = {}
    for term in terms:
        spoken = {tag: wording for tag in ("zh_CN", "zh_TW", "en") if (wording := term.wording(tag))}
        if not any(wording.must or wording.must_not for wording in spoken.values()):
            what = message("the term “{id}” asks for nothing in any language", id=term.id)
            cure = message("write for example “zh_CN: {{must: 友好港口}}”")
            yield error("content.term-without-wording", what, term.span, cure)
        for tag, wording in spoken.items():
            for word in wording.must_not:
                if any(word == wanted for wanted in wording.must):
                    what = message("“{word}” is asked for and forbidden at once", word=word)
                    yield error("content.term-contradiction", what, term.place_of(tag, "must_not"))
            if wording.must and not term.source:
                what = message(
                    "the term “{id}” must be “{word}”, but of which word of the source?",
                    id=term.id,
                    word=wording.must[0],
                )
                cure = message("write the word of the source: “source: 友好港湾”")
                yield error("content.term-without-source", what, term.place_of(tag, "must"), cure)
        for word in term.source:
            if word in seen:
                first = seen[word].place_of("source")
                yield Diagnostic(
                    Severity.WARNING,
                    "content.term-twice",
                    message("two terms are of “{word}”", word=word),
                    term.place_of("source"),
                    (message("put what both say into one"),),
                    ((first, message("the first one is here")),) if first else (),
                )
            seen.setdefault(word, term)
