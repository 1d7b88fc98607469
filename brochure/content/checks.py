"""What two values of an exchange say of each other: order, sums, anniversaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brochure.content.dates import PartialDate
from brochure.content.exchange import Entry, Exchange
from brochure.content.records import Organisation
from brochure.diagnostics import Diagnostic, Report, Severity, error, message, warning
from brochure.source.nearest import nearest


def check_entries(exchange: Exchange, report: Report) -> None:
    """Findings about the entries of a timeline and of the citizens' entries."""
    for entries in (exchange.timeline, exchange.citizens.entries):
        if _may_be_out_of_order(entries):
            report.extend(_out_of_order(entries))
        for entry in entries:
            if entry.breakdown or entry.anniversary is not None or entry.duration is not None:
                report.extend(_sums(entry))
                report.extend(_anniversary(entry, exchange))
                report.extend(_durations(entry))


def _may_be_out_of_order(entries: Sequence[Entry]) -> bool:
    """Whether some entry ends before an entry above it begins."""
    latest = 0
    for entry in entries:
        first, last = entry.date.bounds
        if last < latest:
            return True
        latest = max(latest, first)
    return False


def _out_of_order(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Entries that surely come before one above them; a date known to the year only may stand anywhere in its year."""
    latest: list[Entry] = []  # of each precision, the latest so far
    for entry in entries:
        later = next((above for above in latest if entry.date.is_surely_before(above.date)), None)
        if later is not None:
            yield Diagnostic(
                Severity.WARNING,
                "content.out-of-order",
                message("{date} comes after {above} here", date=str(entry.date), above=str(later.date)),
                entry.place_of("date"),
                (message("put the entries in the order of their dates, or mend the date"),),
                ((span, message("the later date is here")),) if (span := later.place_of("date")) else (),
            )
            continue
        latest = [above for above in latest if above.date.precision != entry.date.precision]
        latest.append(entry)


def _sums(entry: Entry) -> Iterator[Diagnostic]:
    total = sum(part.people for part in entry.breakdown)
    if not entry.breakdown or entry.people is None or total == entry.people:
        return
    yield warning(
        "content.sum",
        message("the party is of {people}, but its parts make {total}", people=entry.people, total=total),
        entry.place_of("people"),
        message("mend the number that is wrong; guests will read it beside their own names"),
    )


def _durations(entry: Entry) -> Iterator[Diagnostic]:
    duration = entry.duration
    if duration is not None and (duration.months is None) == (duration.days is None):
        what = message("a duration is a number of months or of days")
        yield error(
            "content.bad-duration", what, entry.place_of("duration"), message("write {{months: 6}} or {{days: 3}}")
        )


def _anniversary(entry: Entry, exchange: Exchange) -> Iterator[Diagnostic]:
    """Whether what is kept exists, and whether the years between make the number given."""
    kept = entry.anniversary
    if kept is None:
        return
    begin = _begin(kept.of, exchange)
    if begin is None:
        known = ("tie", *(each.id for each in exchange.timeline))
        meant = nearest(kept.of, known)
        yield error(
            "content.dangling-reference",
            message("there is no entry with the id “{id}”", id=kept.of),
            entry.place_of("anniversary", "of"),
            *((message("did you mean “{meant}”?", meant=meant),) if meant else ()),
        )
    elif entry.date.year - begin.year != kept.years:
        what = message(
            "the {years}th year is counted from {begin}, which would be {due}, not {year}",
            years=kept.years,
            begin=str(begin),
            due=begin.year + kept.years,
            year=entry.date.year,
        )
        cure = message("mend the years, the date of the entry, or what is kept (of)")
        yield warning("content.anniversary", what, entry.place_of("anniversary", "years"), cure)


def check_lives(organisations: Iterable[Organisation], report: Report) -> None:
    """Findings about bodies that ended before they began."""
    for body in organisations:
        if body.since is not None and body.until is not None and body.until.is_surely_before(body.since):
            what = message("{until} comes before {since}, when it began", until=str(body.until), since=str(body.since))
            cure = message("mend one of the two dates")
            report.add(error("content.until-before-since", what, body.place_of("until"), cure))


def _begin(of: str, exchange: Exchange) -> PartialDate | None:
    if of == "tie":
        return exchange.tie.date
    return next((entry.date for entry in exchange.timeline if entry.id == of), None)
