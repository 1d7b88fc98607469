"""A file of translations by its kind: what is written to it and read from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from brochure.diagnostics import Report, Span, error, message
from brochure.translation.catalogs import parse_po, place_of
from brochure.translation.exchange.rows import Row, Table
from brochure.translation.exchange.tables import NoTable, read_csv, read_xlsx, write_csv, write_xlsx
from brochure.translation.extract import new_catalog
from brochure.translation.marks import mark_of
from brochure.translation.po import PoEntry
from brochure.translation.po_changes import joined, new_entry, with_fuzzy, with_previous

_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


def write_po(table: Table) -> bytes:
    """A table as a PO file of its own: what is unsure is marked fuzzy, the source it was made from beside it."""
    file = new_catalog(table.language)
    return replace(file, entries=joined([_entry(row) for row in table.rows], file.newline)).encoded()


def _entry(row: Row) -> PoEntry:
    older = row.note.rpartition("← ")[2] if "← " in row.note else ""
    comment = row.note.partition("← ")[0].strip()
    entry = new_entry(row.key, row.source, row.current or "", comment)
    return with_previous(with_fuzzy(entry, True), older) if row.current and row.state in _UNSURE else entry


_UNSURE = ("fuzzy", "stale", "draft")

WRITERS: dict[str, Callable[[Table], bytes]] = {"xlsx": write_xlsx, "csv": write_csv, "po": write_po}
"""Every kind of file translations go out in, by its ending."""


def read_table(path: Path, name: str, report: Report) -> Table | None:
    """The rows of a file that has come back, by its ending; None and a finding where it is none of ours."""
    kind = path.suffix.lower()
    try:
        if kind == ".po":
            return _read_po(path, name, report)
        data = path.read_bytes()
        return read_xlsx(data, name) if kind in _WORKBOOKS else read_csv(data, name)
    except OSError as problem:
        reason = problem.strerror or "unknown reason"
        report.add(
            error("source.unreadable-file", message("the file cannot be read ({reason})", reason=reason), Span(name))
        )
    except NoTable:
        what = message("“{file}” is no table of translations", file=name)
        cure = message("its first row should have the heads “brochure i18n export” writes; send the file out again")
        report.add(error("translation.no-table", what, None, cure))
    return None


def _read_po(path: Path, name: str, report: Report) -> Table | None:
    file = parse_po(path, name, report)
    if file is None:
        return None
    rows = tuple(
        Row(
            entry.context,
            entry.source,
            None,
            entry.text,
            is_fuzzy=entry.is_fuzzy,
            mark=mark_of(entry.comments),
            number=number,
            place=place_of(entry, name),
        )
        for number, entry in enumerate(file.entries, 1)
        if entry.context and not entry.is_obsolete
    )
    return Table(rows, file.metadata().get("Language", ""))
