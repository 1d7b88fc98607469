"""What the records of the reference room, the quiz and a visit say of one another: answers, order, sources, codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from brochure.content.bibliography import Confidence, Evidence
from brochure.content.chronology import Event
from brochure.content.directory import Municipality, MunicipalityKind
from brochure.content.exchange import Exchange
from brochure.content.partnership import Partnership
from brochure.content.quiz import Question
from brochure.content.visit import Day, Programme
from brochure.diagnostics import Diagnostic, Message, Severity, Span, error, message, warning
from brochure.source.nearest import nearest

_ENDINGS = {
    MunicipalityKind.CITY: ("市", ("し",)),
    MunicipalityKind.TOWN: ("町", ("ちょう", "まち")),
    MunicipalityKind.VILLAGE: ("村", ("むら", "そん")),
}


def municipality_findings(municipalities: Iterable[Municipality]) -> Iterator[Diagnostic]:
    """Names and readings that do not end as the kind does; codes two municipalities share."""
    first: dict[str, Municipality] = {}
    for each in municipalities:
        name, readings = _ENDINGS[each.kind]
        if not each.name.ja.endswith(name):
            what = message("“{name}” is said to be a {kind}", name=each.name.ja, kind=each.kind.value)
            cure = message("the name of a {kind} ends in {ending}", kind=each.kind.value, ending=name)
            yield warning("content.kind-of-municipality", what, each.place_of("name", "ja"), cure)
        elif not each.reading.endswith(readings):
            what = message("the reading “{reading}” does not end as “{name}” does", reading=each.reading, name=name)
            yield warning("content.kind-of-municipality", what, each.place_of("reading"))
        if each.code in first:
            span = first[each.code].place_of("code")
            yield Diagnostic(
                Severity.ERROR,
                "content.duplicate-code",
                message("the code {code} is that of {name}", code=each.code, name=first[each.code].name.ja),
                each.place_of("code"),
                (message("compare it with the ministry's list of codes"),),
                ((span, message("the first one is here")),) if span else (),
            )
        first.setdefault(each.code, each)


def source_findings(facts: Iterable[Partnership | Event | Evidence]) -> Iterator[Diagnostic]:
    """Facts that are called attested and name nothing that attests them."""
    for fact in facts:
        if fact.confidence in (Confidence.HIGH, Confidence.MEDIUM) and not fact.sources:
            what = message(
                "“{id}” has no source, though its confidence is {confidence}",
                id=fact.id,
                confidence=fact.confidence.value,
            )
            cure = message(
                "name a work of content/bibliography.yaml, or write confidence: unverified, so that it is not printed"
            )
            yield warning("content.unsourced", what, fact.place_of("confidence"), cure)


def question_findings(questions: Iterable[Question], exchanges: Mapping[str, Exchange]) -> Iterator[Diagnostic]:
    """Answers that are none of the choices; entries that are none of the exchange's."""
    for question in questions:
        if not question.answer_number:
            known = [each.id for each in question.choices]
            yield _dangling(
                message("there is no choice with the id “{id}”", id=question.answer),
                question.answer,
                known,
                question.place_of("answer"),
            )
        found = question.found
        exchange = exchanges.get(found.exchange or "")
        if found.entry and exchange is not None:
            known = [each.id for each in (*exchange.timeline, *exchange.citizens.entries)]
            if found.entry not in known:
                what = message("there is no entry with the id “{id}”", id=found.entry)
                yield _dangling(what, found.entry, known, question.place_of("found", "entry"))
        elif found.entry and not found.exchange:
            what = message("“{entry}” is an entry, but of which exchange is not said", entry=found.entry)
            yield error("content.dangling-reference", what, question.place_of("found", "entry"))


def programme_findings(programmes: Iterable[Programme]) -> Iterator[Diagnostic]:
    """Days and points that stand before what comes earlier; points that end before they begin."""
    for programme in programmes:
        for before, after in pairwise(programme.days):
            if before.date and after.date and after.date.is_surely_before(before.date):
                yield warning(
                    "content.out-of-order",
                    message("{date} comes after {above} here", date=str(after.date), above=str(before.date)),
                    after.place_of("date"),
                    message("put the days in the order of their dates, or mend the date"),
                )
        for day in programme.days:
            yield from _hours(day)


def _hours(day: Day) -> Iterator[Diagnostic]:
    cure = message("put the points in the order of their times, or mend the time")
    for item in day.items:
        if item.time and item.until and item.until < item.time:
            what = message("it ends at {until}, before it begins at {time}", until=str(item.until), time=str(item.time))
            yield warning("content.out-of-order", what, item.place_of("until"), message("mend one of the two times"))
    timed = [item for item in day.items if item.time]
    for before, after in pairwise(timed):
        if before.time and after.time and after.time < before.time:
            what = message("{date} comes after {above} here", date=str(after.time), above=str(before.time))
            yield warning("content.out-of-order", what, after.place_of("time"), cure)


def _dangling(what: Message, name: str, known: Sequence[str], span: Span | None) -> Diagnostic:
    meant = nearest(name, known)
    hints = (message("did you mean “{meant}”?", meant=meant),) if meant else ()
    return error("content.dangling-reference", what, span, *hints)
