"""Tables as bytes and back: xlsx for the office, csv for everything else. No clock, no user's name goes into them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from brochure.diagnostics import Span
from brochure.translation.exchange.columns import HEADS, HELP, STATES, columns_in, heads
from brochure.translation.exchange.rows import Row, Table
from brochure.translation.marks import mark_of

_EPOCH = datetime(2000, 1, 1)
_WIDTHS = {"key": 28, "pages": 8, "state": 10, "source": 48, "current": 48, "text": 48, "mark": 8, "note": 30}
_HEAD_WITHIN = 20  # rows: someone may have put a title above the heads
_ENCODINGS = ("utf-8-sig", "gb18030", "cp950", "cp932")


class NoTable(Exception):
    """What was read has no heads of ours."""


def write_csv(table: Table) -> bytes:
    """A table as UTF-8 with a byte order mark, by which Excel knows it, and line ends of Windows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads(table.language))
    for row in table.rows:
        writer.writerow(_cells(row, table.language))
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(table: Table) -> bytes:
    """A table as a workbook: heads that stay, cells that wrap, all locked but those to be written in."""
    import xlsxwriter

    spoken = table.language if table.language in HELP else "en"
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book: Any = xlsxwriter.Workbook(out, options)
    with book:
        book.set_properties({"created": _EPOCH})
        sheet = book.add_worksheet(table.language)
        common = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C8CDD2", "num_format": "@"}
        head = book.add_format({**common, "bold": True, "bg_color": "#DCE6EC"})
        locked = book.add_format({**common, "bg_color": "#F4F5F6"})
        open_ = book.add_format({**common, "locked": False})
        names = tuple(HEADS)
        for column, (name, title) in enumerate(zip(names, heads(table.language), strict=True)):
            sheet.set_column(column, column, _WIDTHS[name])
            sheet.write_string(0, column, title, head)
        for number, row in enumerate(table.rows, 1):
            for column, (name, cell) in enumerate(zip(names, _cells(row, table.language), strict=True)):
                is_open = name in ("text", "mark", "note")
                sheet.write_string(number, column, cell, open_ if is_open else locked)
        sheet.freeze_panes(1, 1)
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        aside = book.add_worksheet("README")
        aside.set_column(0, 0, 90)
        for number, line in enumerate(HELP[spoken]):
            aside.write_string(number, 0, line)
    return out.getvalue()


def _cells(row: Row, language: str) -> tuple[str, ...]:
    spoken = language if language in HELP else "en"
    state = STATES[row.state][spoken] if row.state in STATES else row.state
    return (row.key, row.pages, state, row.source, row.current or "", row.text, row.mark.value, row.note)


def read_csv(data: bytes, name: str) -> Table:
    """The table of a csv file in any of the encodings offices save in, parted by commas, semicolons or tabs; `name` is
    the file's, for places. Raises NoTable.
    """
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        for separator in ",;\t":
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
            numbered: list[tuple[int, list[str]]] = []
            before = 0
            for cells in reader:
                numbered.append((before + 1, cells))
                before = reader.line_num
            try:
                table = _table(cells for _, cells in numbered)
            except NoTable:
                continue
            places = [Span(name, line) for line, _ in numbered]
            return replace(table, rows=tuple(replace(row, place=places[row.number - 1]) for row in table.rows))
    raise NoTable


def read_xlsx(data: bytes, name: str) -> Table:
    """The table of the first sheet of a workbook (xlsx, xls, ods) that has one; `name` is the file's, for places.
    Raises NoTable.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except CalamineError as problem:
        raise NoTable from problem
    for sheet in sheets:
        try:
            table = _table([_word(cell) for cell in row] for row in sheet)
        except NoTable:
            continue
        return replace(table, rows=tuple(replace(row, place=Span(name, row.number)) for row in table.rows))
    raise NoTable


def _word(cell: object) -> str:
    """A cell as the words its reader saw: a year typed as a number has no decimals."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("_x000D_", "")


def _table(lines: Iterable[Sequence[str]]) -> Table:
    rows: list[Row] = []
    found: tuple[dict[str, int], str] | None = None
    for number, cells in enumerate(lines, 1):
        if found is None:
            found = columns_in(cells)
            if found is None and number > _HEAD_WITHIN:
                break
        else:
            rows.extend(_row(cells, found[0], number))
    if found is None:
        raise NoTable
    return Table(tuple(rows), found[1])


def _row(cells: Sequence[str], columns: dict[str, int], number: int) -> Iterator[Row]:
    def cell(name: str) -> str:
        at = columns.get(name)
        return _lines(cells[at]) if at is not None and at < len(cells) else ""

    if cell("key").strip():
        current = cell("current") if "current" in columns else None
        yield Row(
            cell("key").strip(),
            cell("source"),
            current,
            cell("text"),
            note=cell("note"),
            mark=mark_of((cell("mark"),)),
            number=number,
        )


def _lines(cell: str) -> str:
    return re.sub(r"\r\n|\r", "\n", cell)
