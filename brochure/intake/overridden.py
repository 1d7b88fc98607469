"""What one language has otherwise of the timeline a sheet goes into: told, as the sheet changes only what all share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brochure.content.booklet import Booklet
from brochure.content.exchange import Entry
from brochure.content.written_in import language_of
from brochure.diagnostics import Diagnostic, message, warning
from brochure.intake.comparison import Outcome, Verdict, compare


def own_entries(exchange: str, booklet: Booklet) -> Iterator[tuple[str, Entry]]:
    """The entries of an exchange's timeline that one language changes or adds, each with that language."""
    for language, own in booklet.spoken.items():
        if exchange in own.exchanges:
            for entry in own.exchanges[exchange].timeline:
                if entry.span is not None and language_of(entry.span.file) == language:
                    yield language, entry


def overridden(verdicts: Sequence[Verdict], exchange: str, booklet: Booklet) -> Iterator[Diagnostic]:
    """A warning for every changed value that a language has otherwise, and for every new row it may have already."""
    shared = {entry.id for entry in booklet.exchanges[exchange].timeline}
    for language, entry in own_entries(exchange, booklet):
        if entry.id in shared:
            yield from _changed(verdicts, language, entry)
        else:
            yield from _new(verdicts, language, entry)


def _changed(verdicts: Sequence[Verdict], language: str, entry: Entry) -> Iterator[Diagnostic]:
    for verdict in verdicts:
        if verdict.entry is None or verdict.entry.id != entry.id:
            continue
        for change in verdict.changes:
            place = entry.place_of(change.key)
            if place is not None and place != entry.span and language_of(place.file) == language:
                what = message(
                    "row {row} changes “{key}” of {id}, which {language} has otherwise: there it stays as it is",
                    row=verdict.candidate.row,
                    key=change.key,
                    id=entry.id,
                    language=language,
                )
                yield warning("intake.overridden", what, place, message("change it here too, if that is meant"))


def _new(verdicts: Sequence[Verdict], language: str, entry: Entry) -> Iterator[Diagnostic]:
    new = [verdict.candidate for verdict in verdicts if verdict.outcome is Outcome.NEW]
    for verdict in compare(new, (entry,)):
        if verdict.entry is not None or verdict.outcome is Outcome.UNCLEAR:
            what = message(
                "row {row} is new, and {language} may have it already: {id} would stand beside it",
                row=verdict.candidate.row,
                language=language,
                id=entry.id,
            )
            cure = message("if they are one, give both the same id, or take the entry out here")
            yield warning("intake.overridden", what, entry.span, cure)
