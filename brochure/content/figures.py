"""What can be counted in a timeline. Nothing here is ever typed by hand.

An entry is one delegation, even where its line names two; it is counted by its `kind` alone, never by what it was
`also`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from brochure.content.dates import PartialDate
from brochure.content.exchange import Entry, Kind


class Heads(NamedTuple):
    """The sum of the sizes that are stated, in how many entries one is, and how many entries there are."""

    people: int
    stated: int
    entries: int


def of_kind(timeline: Iterable[Entry], *kinds: Kind) -> tuple[Entry, ...]:
    """The entries of some kinds, in order."""
    return tuple(entry for entry in timeline if entry.kind in kinds)


def delegations_by_year(timeline: Sequence[Entry], direction: Kind) -> dict[int, int]:
    """How many delegations went (DELEGATION_OUT) or came (DELEGATION_IN) in each year that had one."""
    return dict(sorted(Counter(entry.date.year for entry in of_kind(timeline, direction)).items()))


def heads(timeline: Sequence[Entry], *kinds: Kind) -> Heads:
    """The people of all entries of some kinds, as far as their number is stated."""
    entries = of_kind(timeline, *kinds)
    sizes = [entry.people for entry in entries if entry.people is not None]
    return Heads(sum(sizes), len(sizes), len(entries))


def by_kind(timeline: Iterable[Entry]) -> dict[Kind, int]:
    """How many entries there are of each kind that occurs, in the order of `Kind`."""
    counted = Counter(entry.kind for entry in timeline)
    return {kind: counted[kind] for kind in Kind if kind in counted}


def by_decade(timeline: Iterable[Entry]) -> dict[int, dict[Kind, int]]:
    """How many entries of each kind each decade has, from the first decade to the last, empty ones too: {1980: …}."""
    entries = tuple(timeline)
    first, last = span_of_years(entries)
    decades = range(first // 10 * 10, last + 1, 10) if entries else ()
    return {decade: by_kind(each for each in entries if each.date.year // 10 * 10 == decade) for decade in decades}


def leaders(timeline: Iterable[Entry]) -> dict[str, int]:
    """How many entries each person led, the most first, equals in the order of first appearance; ids of people."""
    return dict(Counter(entry.leader for entry in timeline if entry.leader).most_common())


def span_of_years(timeline: Iterable[Entry]) -> tuple[int, int]:
    """The first and the last year of the entries; (0, 0) where there are none."""
    years = [entry.date.year for entry in timeline]
    return (min(years), max(years)) if years else (0, 0)


def years_without_entry(timeline: Iterable[Entry]) -> tuple[int, ...]:
    """The years between the first and the last entry in which nothing is recorded."""
    years = {entry.date.year for entry in timeline}
    return tuple(year for year in range(min(years), max(years)) if year not in years) if years else ()


def without_month(timeline: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of which the month is not known."""
    return tuple(entry for entry in timeline if entry.date.month is None)


def years_since(begin: PartialDate, now: PartialDate) -> int:
    """The whole years from one date to another, as far as both are known: on the day itself the year is full."""
    known = min(len(begin.parts), len(now.parts))
    return now.year - begin.year - (now.parts[1:known] < begin.parts[1:known])
