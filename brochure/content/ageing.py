"""What has aged in the content by the day of a new edition: figures with their date, timelines, anniversaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from brochure.content.booklet import Booklet
from brochure.content.dates import PartialDate
from brochure.content.exchange import Exchange
from brochure.content.figures import years_since
from brochure.content.standing_matter import Greeting
from brochure.diagnostics import Diagnostic, Message, Severity, Span, message
from brochure.source.model import Model

_DATED = ("as_of",)
"""Fields that say when something was so."""


def aged(booklet: Booklet, date: PartialDate) -> tuple[Diagnostic, ...]:
    """A note for everything an editor should look at before an edition of that date is printed."""
    found: list[Diagnostic] = []
    for city in booklet.cities.values():
        found += _figures(city, city.id, date)
    for exchange in booklet.exchanges.values():
        found += _figures(exchange, exchange.id, date)
        found += _timeline(exchange, date)
    found += _greetings(booklet.greetings.values())
    found += _queries((*booklet.cities.values(), *booklet.exchanges.values(), *booklet.stories.values()))
    return tuple(found)


def _note(what: Message, span: Span | None, *cures: Message) -> Diagnostic:
    return Diagnostic(Severity.NOTE, "edition.aged", what, span, cures)


def _figures(record: Model, name: str, date: PartialDate) -> Iterator[Diagnostic]:
    """Everything inside a record that says when it was so, and was so a year or more before."""
    for field in record.__struct_fields__:
        value: Any = getattr(record, field)
        if field in _DATED and isinstance(value, PartialDate):
            years = years_since(value, date)
            if years >= 1:
                what = message("{name}: as of {as_of}, {years} years before", name=name, as_of=str(value), years=years)
                yield _note(
                    what, record.place_of(field), message("look for a newer figure, and write its date with it")
                )
        elif isinstance(value, Model):
            yield from _figures(value, f"{name}.{field}", date)
        elif isinstance(value, tuple):
            for item in cast(tuple[object, ...], value):
                if isinstance(item, Model):
                    yield from _figures(item, f"{name}.{getattr(item, 'id', field)}", date)


def _timeline(exchange: Exchange, date: PartialDate) -> Iterator[Diagnostic]:
    """Where the timeline ends, and how old the tie will be."""
    if exchange.timeline:
        last = max(exchange.timeline, key=lambda entry: entry.date.parts)
        years = years_since(last.date, date)
        if years >= 1:
            what = message(
                "the timeline of {name} ends with {last}, {years} years before",
                name=exchange.id,
                last=str(last.date),
                years=years,
            )
            yield _note(what, last.place_of("date"), message("write what has happened since"))
    years = years_since(exchange.tie.date, date)
    what = message("the tie of {name} will be {years} years old", name=exchange.id, years=years)
    yield _note(what, exchange.tie.place_of("date"), message("look at titles and texts that name an anniversary"))


def _greetings(greetings: Iterable[Greeting]) -> Iterator[Diagnostic]:
    """Everyone who greets in the booklet: mayors change."""
    for greeting in greetings:
        what = message("{post} {name}: still in office?", post=greeting.post.ja, name=greeting.name.ja)
        yield _note(what, greeting.place_of("name"), message("ask the office, and let the person see the words again"))


def _queries(records: Iterable[Any]) -> Iterator[Diagnostic]:
    for record in records:
        if record.queries:
            what = message("{name}: open queries: {count}", name=record.id, count=len(record.queries))
            yield _note(what, record.place_of("queries"), message("settle what can be settled before printing"))
