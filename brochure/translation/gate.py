"""The gate: of what an edition places on its pages, what may not be printed, and why.

Only what was read for a page is looked at: a text nobody places hinders nobody. A press build refuses what is told here
as an error; a draft for the screen shows it, and is told the same as warnings.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from brochure.content.marks import said
from brochure.diagnostics import Diagnostic, Message, Severity, Span, error, message
from brochure.translation.catalogs import CatalogEntry, State
from brochure.translation.manuscript import Manuscript
from brochure.translation.termbase import Breach, Termbase


class Fault(StrEnum):
    """Why a text may not be printed."""

    MISSING = "missing"
    STALE = "stale"
    FUZZY = "fuzzy"
    DRAFT = "draft"
    TERM = "term"
    GLYPH = "glyph"


class Doubt(Struct, frozen=True):
    """A text in one language that may not be printed: where its words stand, what they were on the page, and what is to
    be said of it. `change` is what has changed in its source since.
    """

    key: str
    language: str
    fault: Fault
    printed: tuple[str, ...]
    span: Span | None
    source: Span | None = None
    change: str = ""
    catalog: str = ""
    breach: Breach | None = None

    def diagnostic(self, places: str | Message) -> Diagnostic:
        """The finding, with the pages the text stands on."""
        what, cures = _told(self, places)
        found = error(f"translation.{self.fault.value}", what, self.span or self.source, *cures)
        related: list[tuple[Span, Message]] = []
        if self.source and self.span and self.source.file != self.catalog:
            related.append((self.source, message("the author’s text is here")))
        if self.breach and self.breach.place:
            related.append((self.breach.place, message("the termbase says so here")))
        return replace(found, related=tuple(related))


def doubts_of(manuscript: Manuscript, terms: Termbase) -> tuple[Doubt, ...]:
    """What of the texts that were read may not be printed, in the order of first reading."""
    if manuscript.is_source:
        return ()
    return tuple(doubt for key in manuscript.ledger for doubt in _doubts(manuscript, key, terms))


def as_draft(found: Diagnostic) -> Diagnostic:
    """A finding as a draft tells it: what a draft may show is no error of it."""
    if found.severity is Severity.ERROR and found.code in SHOWN_IN_DRAFTS:
        return replace(found, severity=Severity.WARNING)
    return found


SHOWN_IN_DRAFTS = frozenset(
    {*(f"translation.{fault.value}" for fault in Fault), "typesetting.missing-glyph", "pages.overset"}
)
"""The codes of what is shown in a draft instead of refused."""


def _doubts(manuscript: Manuscript, key: str, terms: Termbase) -> Iterator[Doubt]:
    text = manuscript.texts.get(key)
    if text and text.language == manuscript.language:
        return
    source = text.source if text else manuscript.label_source(key)
    catalog = manuscript.content if text else manuscript.labels
    if catalog is None or source is None:
        return
    entry = catalog[key]
    printed = manuscript.ledger.printed(key)
    doubt = Doubt(key, manuscript.language, Fault.MISSING, printed, None, text.span if text else Span(catalog.name))
    doubt = replace(doubt, catalog=catalog.name, span=entry.span if entry else None)
    state = entry.state_for(source) if entry else State.MISSING
    if entry is not None and state.is_printable:
        for breach in terms.breaches(said(source) if text else source, said(entry.text) if text else entry.text):
            yield replace(doubt, fault=Fault.TERM, breach=breach)
        return
    yield replace(doubt, fault=Fault(state.value), change=_change(entry, source))


def _change(entry: CatalogEntry | None, source: str) -> str:
    older = entry.made_from(source) if entry else ""
    if not older:
        return ""
    from brochure.translation.difference import difference

    return difference(older, source)


def _told(doubt: Doubt, places: str | Message) -> tuple[Message, tuple[Message, ...]]:
    """The sentence and the cures for a doubt."""
    said = {"places": places, "key": doubt.key, "language": doubt.language}
    match doubt.fault:
        case Fault.MISSING:
            what = message("{places}: “{key}” is not translated into {language}", **said)
            cure = message("translate it in {catalog}; “brochure i18n update” adds what is new", catalog=doubt.catalog)
            return what, (cure,)
        case Fault.STALE:
            what = message(
                "{places}: “{key}” has changed since it was translated into {language}: {change}",
                **said,
                change=doubt.change,
            )
            return what, (message("run “brochure i18n update”, then revise this entry"),)
        case Fault.FUZZY if doubt.change:
            what = message("{places}: “{key}” is to be checked in {language}: {change}", **said, change=doubt.change)
            return what, (message("revise it and take the mark away"),)
        case Fault.FUZZY:
            what = message("{places}: “{key}” is marked fuzzy in {language}", **said)
            return what, (message("revise it and take the mark away"),)
        case Fault.DRAFT:
            what = message("{places}: “{key}” is a draft in {language}", **said)
            return what, (message("finish it and take the mark away"),)
        case Fault.TERM | Fault.GLYPH:
            return _term(doubt, places)


def _term(doubt: Doubt, places: str | Message) -> tuple[Message, tuple[Message, ...]]:
    breach = doubt.breach
    assert breach is not None
    wanted = "／".join(breach.wanted)
    if breach.is_missing:
        what = message(
            "{places}: “{key}”: “{word}” must be “{wanted}”",
            places=places,
            key=doubt.key,
            word=breach.word,
            wanted=wanted,
        )
        return what, ()
    what = message(
        "{places}: “{key}” says “{word}”, which is not to be printed", places=places, key=doubt.key, word=breach.word
    )
    return what, ((message("write “{wanted}”", wanted=wanted),) if wanted else ())
