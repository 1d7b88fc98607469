"""Candidates beside the entries a timeline has: new, changed, the same, or unclear; no row is left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from brochure.content.exchange import Entry
from brochure.content.office_dates import Spelled
from brochure.diagnostics import Message, message
from brochure.intake.candidates import Candidate, plain_name
from brochure.intake.parties import REST, part_names

_ALIKE = {3: 0.55, 2: 0.7, 1: 0.55}
"""How like headlines must be to tell of one thing in other words, by the parts of the date that agree; where it is the
year alone, they only may."""


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNCLEAR = "unclear"


class Change(Struct, frozen=True):
    """A value that a row gives otherwise than the entry: YAML words, "" before where the entry has none."""

    key: str
    before: str
    after: str


class Verdict(Struct, frozen=True):
    """A candidate, what becomes of it, the entry it was found to be, and what would change there."""

    candidate: Candidate
    outcome: Outcome
    entry: Entry | None = None
    changes: tuple[Change, ...] = ()
    reasons: tuple[Message, ...] = ()


def compare(candidates: Sequence[Candidate], entries: Sequence[Entry]) -> tuple[Verdict, ...]:
    """A verdict for every candidate, in order; an entry is found by one row only."""
    taken: dict[str, Candidate] = {}
    verdicts: list[Verdict] = []
    for candidate in candidates:
        if candidate.unclear:
            verdicts.append(Verdict(candidate, Outcome.UNCLEAR, reasons=candidate.unclear))
            continue
        twin = next((each.candidate for each in verdicts if _is_twin(each.candidate, candidate)), None)
        if twin is not None:
            what = message("the same as row {row}", row=twin.row)
            verdicts.append(Verdict(candidate, Outcome.UNCLEAR, reasons=(what,)))
            continue
        found = _matches(candidate, entries)
        if len(found) > 1 or (found and _is_doubtful(candidate, found[0])):
            ids = ", ".join(entry.id for entry in found)
            what = message("it may be any of: {ids}", ids=ids)
            verdicts.append(Verdict(candidate, Outcome.UNCLEAR, reasons=(what,)))
        elif found and found[0].id in taken:
            what = message("the entry {id} was found by row {row} already", id=found[0].id, row=taken[found[0].id].row)
            verdicts.append(Verdict(candidate, Outcome.UNCLEAR, reasons=(what,)))
        elif found:
            taken[found[0].id] = candidate
            verdicts.append(_compared(candidate, found[0]))
        else:
            verdicts.append(Verdict(candidate, Outcome.NEW))
    return tuple(verdicts)


def _is_twin(one: Candidate, other: Candidate) -> bool:
    return (
        not one.unclear
        and one.date == other.date
        and _plain(one.headline) == _plain(other.headline)
        and one.values == other.values
    )


def _matches(candidate: Candidate, entries: Sequence[Entry]) -> list[Entry]:
    """The entries a candidate may be: by its id; else of its date those with its headline; else with one like it."""
    if candidate.id:
        by_id = [entry for entry in entries if candidate.id in (entry.id, entry.was)]
        if by_id:
            return by_id
    assert candidate.date is not None
    dated = [entry for entry in entries if _may_be(candidate.date, entry)]
    exact = [entry for entry in dated if _plain(entry.headline.plain) == _plain(candidate.headline)]
    if exact:
        return exact
    likeness = {entry.id: _likeness(entry.headline.plain, candidate.headline) for entry in dated}
    alike = [entry for entry in dated if likeness[entry.id] >= _ALIKE[_agreed(candidate.date, entry)]]
    best = max(likeness.values(), default=0.0)
    return [entry for entry in alike if likeness[entry.id] > best - 0.1]


def _may_be(date: Spelled, entry: Entry) -> bool:
    """Whether two dates agree as far as both are known."""
    known = _agreed(date, entry)
    return date.parts[:known] == entry.date.parts[:known]


def _agreed(date: Spelled, entry: Entry) -> int:
    """To how many parts both dates are known."""
    return min(len(date.parts), len(entry.date.parts))


def _is_doubtful(candidate: Candidate, entry: Entry) -> bool:
    """Whether a headline in other words is all that speaks for an entry, at a date known to the year alone."""
    if candidate.id or _plain(entry.headline.plain) == _plain(candidate.headline):
        return False
    return candidate.date is None or _agreed(candidate.date, entry) < 2


def _plain(text: str) -> str:
    return re.sub(r"[\s、。，．・「」『』()（）]", "", unicodedata.normalize("NFKC", text))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _plain(one), _plain(other), autojunk=False).ratio()


def _compared(candidate: Candidate, entry: Entry) -> Verdict:
    changes = tuple(_changes(candidate, entry))
    return Verdict(candidate, Outcome.CHANGED if changes else Outcome.SAME, entry, changes)


def _changes(candidate: Candidate, entry: Entry) -> Iterator[Change]:
    """What a row gives otherwise. An empty cell changes nothing, nor does a date less exact than the entry's."""
    before = written_now(entry)
    for key, after in written(candidate).items():
        if key == "kind" and candidate.is_kind_supposed:
            continue
        if key == "date" and len(after) < len(before[key]):
            continue
        if key == "headline" and _plain(after) == _plain(before[key]):
            continue
        if before.get(key, "") != after:
            yield Change(key, before.get(key, ""), after)


def written(candidate: Candidate) -> dict[str, str]:
    """A candidate's values as YAML words, by key, in the order they are written in."""
    date = candidate.date
    assert date is not None
    found = {"date": _date(*date.parts)}
    if date.until is not None:
        found["until"] = _date(*(part for part in date.until if part is not None))
    if date.season is not None:
        found["season"] = date.season
    if date.is_about:
        found["is_about"] = "true"
    found["kind"] = candidate.values["kind"]
    found["headline"] = candidate.headline
    for key in ("note", "actors", "leader", "people"):
        if key in candidate.values:
            found[key] = candidate.values[key]
    if candidate.party is not None and candidate.party.parts:
        found["breakdown"] = breakdown(candidate)
    found.update({key: candidate.values[key] for key in ("duration", "place", "source") if key in candidate.values})
    return found


def _date(*parts: int) -> str:
    return "-".join((f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])))


def breakdown(candidate: Candidate) -> str:
    """The parts of a party as a YAML list on one line; what the cell left out is a part of its own."""
    party = candidate.party
    assert party is not None
    parts = [(part_names(what) or (what, what, what), count) for what, count in party.parts]
    if party.rest:
        parts.append((REST, party.rest))
    shown = (
        f"{{what: {{ja: {ja}, zh_CN: {zh_cn}, zh_TW: {zh_tw}}}, people: {count}}}"
        for (ja, zh_cn, zh_tw), count in parts
    )
    return f"[{', '.join(shown)}]"


def written_now(entry: Entry) -> dict[str, str]:
    """The same values of an entry that is there."""
    found = {"date": str(entry.date), "kind": entry.kind.value, "headline": entry.headline.source}
    if entry.until is not None:
        found["until"] = str(entry.until)
    if entry.season is not None:
        found["season"] = entry.season.value
    if entry.is_about:
        found["is_about"] = "true"
    if entry.note is not None:
        found["note"] = entry.note.source
    if entry.actors:
        found["actors"] = f"[{', '.join(entry.actors)}]"
    for key in ("leader", "place", "source"):
        if value := getattr(entry, key):
            found[key] = str(value)
    if entry.people is not None:
        found["people"] = str(entry.people)
    if entry.duration is not None:
        unit, number = ("days", entry.duration.days) if entry.duration.days else ("months", entry.duration.months)
        found["duration"] = f"{{{unit}: {number}}}"
    if entry.breakdown:
        found["breakdown"] = _parts(entry)
    return found


def _parts(entry: Entry) -> str:
    shown = (
        f"{{what: {{ja: {part.what.ja}, zh_CN: {part.what.zh_CN}, zh_TW: {part.what.zh_TW}}}, people: {part.people}}}"
        for part in entry.breakdown
    )
    return f"[{', '.join(shown)}]"


__all__ = ["Change", "Outcome", "Verdict", "breakdown", "compare", "plain_name", "written"]
