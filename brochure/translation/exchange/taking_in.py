"""What comes back is taken in row by row: a row whose source has changed meanwhile is refused, the others are taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.diagnostics import Diagnostic, error, message, warning
from brochure.translation.difference import difference
from brochure.translation.exchange.rows import Row
from brochure.translation.extract import SourceEntry
from brochure.translation.marks import Mark, mark_of, marked
from brochure.translation.po import PoEntry, PoFile
from brochure.translation.po_changes import with_comments, with_fuzzy, with_text
from brochure.translation.update import revised


class TakenIn(Struct, frozen=True):
    """A catalog with the rows in it: the keys that were taken, how many rows said nothing new, and what was refused."""

    file: PoFile
    taken: tuple[str, ...]
    same: int
    refused: tuple[Diagnostic, ...]


def taken_in(file: PoFile, sources: Iterable[SourceEntry], rows: Sequence[Row]) -> TakenIn:
    """Rows taken into a catalog that is up to date; rows without a translation are passed over."""
    known = {source.key: source for source in sources}
    entries = {entry.key: entry for entry in file.entries if not entry.is_obsolete}
    fresh: dict[str, PoEntry] = {}
    refused: list[Diagnostic] = []
    same = 0
    first: dict[str, Row] = {}
    for row in rows:
        if not row.text.strip():
            continue
        problem = next(_objections(row, known.get(row.key), entries.get(row.key), first.get(row.key)), None)
        first.setdefault(row.key, row)
        if problem is not None:
            refused.append(problem)
            continue
        entry = entries[row.key]
        written = _written(entry, row)
        if str(written) == str(entry):
            same += 1
        else:
            fresh[row.key] = written
    done = tuple(fresh.get(entry.key, entry) if not entry.is_obsolete else entry for entry in file.entries)
    return TakenIn(replace(file, entries=done), tuple(fresh), same, tuple(refused))


def _written(entry: PoEntry, row: Row) -> PoEntry:
    text = _ended_as(row.text, entry.source)
    if row.is_fuzzy:
        return with_fuzzy(with_text(entry, text), True)
    done = revised(entry, text, row.mark)
    if row.mark is Mark.NONE and entry.text == text and mark_of(entry.comments) is Mark.APPROVED:
        return with_comments(done, marked(entry.comments, Mark.APPROVED))  # nothing new: the approval stands
    return done


def _objections(
    row: Row, source: SourceEntry | None, entry: PoEntry | None, before: Row | None
) -> Iterator[Diagnostic]:
    """Why a row cannot be taken."""
    if source is None or entry is None:
        what = message("row {row}: there is no text “{key}” (any more)", row=row.number, key=row.key)
        yield error("translation.row-unknown", what, row.place, message("the other rows were taken"))
        return
    if _same(row.source) != _same(source.source):
        what = message(
            "row {row}: the text of “{key}” has changed since it was sent out: {change}",
            row=row.number,
            key=row.key,
            change=difference(row.source, source.source),
        )
        cure = message("send this text out again; the other rows were taken")
        yield error("translation.row-changed", what, row.place, cure)
    if row.current is not None and _same(row.current) != _same(entry.text) and _same(row.text) != _same(entry.text):
        what = message(
            "row {row}: “{key}” has been translated otherwise meanwhile: “{text}”",
            row=row.number,
            key=row.key,
            text=entry.text,
        )
        yield error(
            "translation.row-overtaken", what, row.place, message("decide which is right; the other rows were taken")
        )
    if before is not None and _same(before.text) != _same(row.text):
        what = message(
            "row {row}: “{key}” has another translation in row {first}",
            row=row.number,
            key=row.key,
            first=before.number,
        )
        yield warning("translation.row-twice", what, row.place, message("the first one was taken"))


def _same(text: str) -> str:
    """A text as a spreadsheet may give it back: blanks at line ends and at the end are no change."""
    return "\n".join(line.rstrip() for line in text.strip().replace("\r\n", "\n").split("\n"))


def _ended_as(text: str, source: str) -> str:
    """A translation without the blanks a cell has gathered at its ends."""
    kept = "\n".join(line.rstrip(" \t") for line in text.strip().split("\n"))
    return kept + ("\n" if source.endswith("\n") else "")
