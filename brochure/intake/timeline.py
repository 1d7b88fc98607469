"""A spreadsheet of dated events and the timeline it goes into: read, compared, and written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from brochure.content.booklet import Booklet
from brochure.content.exchange import Exchange
from brochure.content.names import Names as Name
from brochure.diagnostics import BrochureError, Report, Span, error, message, warning
from brochure.intake.candidates import Candidate, Names, RowReader, plain_name
from brochure.intake.comparison import Outcome, Verdict, compare
from brochure.intake.heads import Heads, find_heads, is_repeated
from brochure.intake.sheets import Row, Sheet, read_sheets
from brochure.intake.writing import edits
from brochure.source.edits import Manuscript
from brochure.source.nodes import MappingNode
from brochure.source.reader import read_document, read_yaml
from brochure.source.validate import validate


class Count(Struct, frozen=True):
    """How many rows of a sheet make no entry: those above the head, the head and its repetitions, empty ones."""

    sheet: str
    above: int
    heads: int
    empty: int


class Intake(Struct, frozen=True):
    """A verdict for every row of every sheet that has a head, and the rows that are none."""

    verdicts: tuple[Verdict, ...]
    counts: tuple[Count, ...]
    unread: tuple[str, ...]

    def of(self, outcome: Outcome) -> tuple[Verdict, ...]:
        """The verdicts of one outcome."""
        return tuple(verdict for verdict in self.verdicts if verdict.outcome is outcome)


def take_in(path: Path, exchange: Exchange, booklet: Booklet) -> Intake:
    """What a file would bring into an exchange's timeline. Raises BrochureError where it has no head row."""
    names = _names(booklet)
    candidates: list[Candidate] = []
    counts: list[Count] = []
    unread: list[str] = []
    for sheet in read_sheets(path):
        heads = find_heads(sheet)
        if heads is None:
            if any(row.cells for row in sheet.rows):
                unread.append(sheet.name)
            continue
        rows, count = _parted(sheet, heads)
        reader = RowReader(sheet.name, heads, names)
        candidates += [reader.read(row) for row in rows]
        counts.append(count)
    if not counts:
        what = message("“{file}” has no row that names its columns", file=path.name)
        cure = message(
            "put a row above the events with at least a date (年月日, 日期, date) and what happened (内容, 事项, event)"
        )
        raise BrochureError([error("intake.no-head", what, None, cure)])
    return Intake(compare(candidates, exchange.timeline), tuple(counts), tuple(unread))


def _parted(sheet: Sheet, heads: Heads) -> tuple[list[Row], Count]:
    below = [row for row in sheet.rows if row.number > heads.row]
    repeated = [row for row in below if row.cells and is_repeated(row, heads)]
    rows = [row for row in below if row.cells and row not in repeated]
    above = sum(bool(row.cells) for row in sheet.rows if row.number < heads.row)
    empty = sum(not row.cells for row in sheet.rows)
    return rows, Count(sheet.name, above, 1 + len(repeated), empty)


def _names(booklet: Booklet) -> Names:
    people = {name: id_ for id_, each in booklet.people.items() for name in _all(each.name, id_)}
    places = {name: id_ for id_, each in booklet.places.items() for name in _all(each.name, id_)}
    bodies = {name: id_ for id_, each in booklet.organisations.items() for name in _all(each.name, id_)}
    return Names(people, places, bodies)


def _all(name: Name, id_: str) -> Iterator[str]:
    """The names a record may be called by: its id and its names in every language."""
    known: Mapping[str, object] = asdict(name)
    yield plain_name(id_)
    for value in known.values():
        if isinstance(value, str) and value:
            yield plain_name(value)


def written_into(
    path: Path, name: str, verdicts: tuple[Verdict, ...], report: Report, reserved: Collection[str] = ()
) -> Manuscript | None:
    """The exchange's file with what is new and changed, not yet on the disk; None where it would not be read back.

    `reserved` are ids of entries that stand elsewhere: a language's own.
    Nothing is written that the program could not read: the new text is read and checked like any other.
    """
    root = read_document(path, name, report)
    if not isinstance(root, MappingNode) or report.has_errors:
        return None
    exchange = validate(Exchange, root, report, key="exchanges")
    if exchange is None:
        return None
    manuscript = Manuscript.read(path)
    changed = manuscript.applied(edits(manuscript, root, exchange.timeline, verdicts, reserved))
    again = Report()
    node = read_yaml(changed.text, name, again)
    if node is None or validate(Exchange, node, again, key="exchanges") is None or again.has_errors:
        report.extend(again)
        return None
    return changed


def _row(verdict: Verdict) -> str:
    candidate = verdict.candidate
    return f"{candidate.sheet}!{candidate.row}" if candidate.sheet else str(candidate.row)


def tell(intake: Intake, name: str, report: Report) -> None:
    """Warnings that name the rows that are unclear and the sheets that were not read; `name` is the file's."""
    unclear = intake.of(Outcome.UNCLEAR)
    if unclear:
        rows = ", ".join(_row(verdict) for verdict in unclear)
        what = message("rows that were not taken in, as they are unclear: {rows}", rows=rows)
        cure = message("mend them in the sheet and import it again, or write them into the timeline by hand")
        report.add(warning("intake.unclear", what, Span(name, unclear[0].candidate.row), cure))
    for sheet in intake.unread:
        what = message("the sheet “{name}” has no row that names its columns; it was not read", name=sheet)
        report.add(warning("intake.unread-sheet", what, Span(name)))
