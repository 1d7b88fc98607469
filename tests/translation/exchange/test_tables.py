"""Tables go out and come back the same, through every kind of file and whatever an office's program makes of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from brochure.diagnostics import Report
from brochure.translation.exchange.files import WRITERS, read_table, write_po
from brochure.translation.exchange.rows import Row, Table
from brochure.translation.exchange.tables import NoTable, read_csv, read_xlsx, write_csv, write_xlsx
from brochure.translation.marks import Mark

LONG = '一段目。\n\n二段目は「引用」と"quote", カンマ; セミコロン\tタブ、=SUM(A1)。'
ROWS = (
    Row("a.title", "港", "港口", "码头", "fuzzy", "7", "← 港湾", mark=Mark.DRAFT),
    Row("a.text", LONG, "", "=第一段。\n\n第二段。", "missing"),
    Row("labels.year", "{year}年", "", "{year}年", "missing", note="{year}"),
)
TABLE = Table(ROWS, "zh_CN")


def told(table: Table) -> list[tuple[str, str, str | None, str, Mark]]:
    return [(row.key, row.source, row.current, row.text, row.mark) for row in table.rows]


def test_a_workbook_comes_back_as_it_went_out() -> None:
    back = read_xlsx(write_xlsx(TABLE), "back.xlsx")
    assert told(back) == told(TABLE)
    assert back.language == "zh_CN"
    assert [str(row.place) for row in back.rows] == ["back.xlsx:2:1", "back.xlsx:3:1", "back.xlsx:4:1"]


def test_a_comma_separated_table_comes_back_as_it_went_out_with_the_lines_of_its_rows() -> None:
    back = read_csv(write_csv(TABLE), "zh_CN.csv")
    assert told(back) == told(TABLE)
    assert [row.place and row.place.line for row in back.rows] == [2, 3, 8]  # the second row has five lines


@pytest.mark.parametrize("write", [write_xlsx, write_csv, write_po])
def test_the_same_table_is_the_same_file(write: Callable[[Table], bytes]) -> None:
    assert write(TABLE) == write(TABLE)


def test_a_workbook_has_no_clock_and_no_formula_and_locks_what_must_stay() -> None:
    archive = zipfile.ZipFile(io.BytesIO(write_xlsx(TABLE)))
    assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
    sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"<sheetProtection" in sheet


def test_a_workbook_tells_how_it_is_filled_in() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(write_xlsx(TABLE)))
    assert book.sheet_names == ["zh_CN", "README"]
    assert "请只填“新译文”一栏" in str(book.get_sheet_by_name("README").to_python()[0][0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_however_an_office_saves_it(encoding: str, separator: str) -> None:
    rows = [("词条", "日文原文", "新译文 zh_CN"), ("a.title", "港", "港口"), ("a.text", "市のまち", "城市")]
    data = "\r\n".join(separator.join(row) for row in rows).encode(encoding)
    back = read_csv(data, "x.csv")
    assert [(row.key, row.source, row.text) for row in back.rows] == list(rows[1:])
    assert back.rows[0].current is None
    assert back.language == "zh_CN"


def test_a_traditional_table_in_its_own_encoding_is_read() -> None:
    data = "詞條,日文原文,新譯文 zh_TW\r\na,港口,碼頭\r\n".encode("cp950")
    assert told(read_csv(data, "x.csv")) == [("a", "港口", None, "碼頭", Mark.NONE)]


def test_heads_may_stand_lower_and_in_another_order_and_a_year_is_no_decimal() -> None:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["留萌市 冊子"])
        sheet.write_row(2, 0, ["New Translation zh_TW", "source", "ENTRY"])
        sheet.write_row(3, 0, [2005, "2005", "a"])
    back = read_xlsx(out.getvalue(), "back.xlsx")
    assert [(row.key, row.source, row.text) for row in back.rows] == [("a", "2005", "2005")]
    assert back.language == "zh_TW"


@pytest.mark.parametrize("data", [b"", b"a,b,c\n1,2,3\n", b"\xff\xfe\x00", "項目,原文\na,b\n".encode()])
def test_what_has_not_our_heads_is_no_table(data: bytes) -> None:
    with pytest.raises(NoTable):
        read_csv(data, "x.csv")


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv", "x.ods"])
def test_a_file_that_is_no_table_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK nonsense")
    report = Report()
    assert read_table(tmp_path / name, name, report) is None
    assert [each.code for each in report] == ["translation.no-table"]


def test_a_po_file_says_what_is_unsure_and_why(tmp_path: Path) -> None:
    (tmp_path / "x.po").write_bytes(WRITERS["po"](TABLE))
    text = (tmp_path / "x.po").read_text("utf-8")
    assert '#, fuzzy\n#| msgid "港湾"\nmsgctxt "a.title"\nmsgid "港"\nmsgstr "港口"\n' in text
    report = Report()
    back = read_table(tmp_path / "x.po", "x.po", report)
    assert back is not None
    assert [(row.key, row.text, row.is_fuzzy) for row in back.rows] == [
        ("a.title", "港口", True),
        ("a.text", "", False),
        ("labels.year", "", False),
    ]
    assert back.language == "zh_CN"


cells = st.text(st.sampled_from('港"\n,; =+-@\t市a'), max_size=6)


@given(cells, cells)
@settings(max_examples=40, deadline=None)
def test_any_words_come_back_from_a_cell(source: str, text: str) -> None:
    table = Table((Row("k", source, "", text),), "zh_CN")
    assert told(read_csv(write_csv(table), "x")) == told(table)
    assert told(read_xlsx(write_xlsx(table), "back.xlsx")) == told(table)
