"""Five files as offices have them, made up: each with the same events, told in its own way."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

ROOT = Path(__file__).parent.parent.parent
TABLE = (
    ("東町 国際交流のあゆみ",),
    ("（担当：国際係）",),
    (),
    ("年月日", "事項", "人数（名）", "団長", "場所", "備考", "予算"),
    ("S59.10", "東町の代表団が西市を訪問", "11", "", "", "", ""),
    ("昭60.10.5", "西市の書道家が来訪", "10名（うち議員3名）", "", "東埠頭", "二日間\nの滞在", ""),
    ("R元", "記念の植樹", "約20名", "", "", "", ""),
    ("令和元年5月", "写真展を開催", "", "港一郎", "北埠頭", "", "30万円"),
    ("年月日", "事項", "人数（名）", "団長", "場所", "備考", "予算"),
    ("平成2年春", "港の関係者が西市を訪問", "9", "", "", "", ""),
    ("", "日付のない行事", "", "", "", "", ""),
    ("1990年4月17日～20日", "二つの港の青年が交流", "8", "", "", "", ""),
)
CHINESE = (
    ("日期", "事件", "规模", "领队", "备注"),
    ("1984年10月", "東町の代表団が西市を訪問", "12人", "港一郎", ""),
    ("一九八五年十月五日", "书法家来访", "10人（其中议员3人）", "", ""),
    ("2003年5月8日至10日", "青年访问西市", "8", "", "增补"),
    ("1990年4月31日", "没有这一天", "", "", ""),
)


def csv_bytes(rows: tuple[tuple[str, ...], ...], encoding: str, separator: str = ",") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding)


def workbook(path: Path) -> Path:
    """An xlsx whose head stands in the third row; real dates, day numbers, a year with merged cells beside it."""
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "yyyy/m/d"})
        sheet: Any = book.add_worksheet("交流")
        sheet.write_string(0, 0, "国際交流の記録")
        sheet.write_row(2, 1, ("日付", "内容", "人数", "出典"))
        rows: tuple[tuple[object, ...], ...] = (
            (date(1984, 10, 12), "東町の代表団が西市を訪問", 11, ""),
            (31_325, "西市の書道家が来訪", "10名（うち議員3名）", "広報1985年11月号"),  # 31325 days: 1985-10-05
            (1990, "港の会を設立", "", ""),
            (1990.1, "一月か十月か", "", ""),
            ("S60.10.5", "西市の書道家が来訪", "10名（うち議員3名）", "広報1985年11月号"),  # the second row once more
        )
        for number, (when, what, people, source) in enumerate(rows, 3):
            if isinstance(when, date):
                sheet.write_datetime(number, 1, when, day)
            else:
                sheet.write(number, 1, when)
            sheet.write(number, 2, what)
            sheet.write(number, 3, people)
            sheet.write(number, 4, source)
        parted: Any = book.add_worksheet("年別")
        parted.write_row(0, 0, ("年", "月", "日", "できごと"))
        parted.merge_range(1, 0, 2, 0, "平成12")
        parted.write_row(1, 1, (4, 1, "協定に調印"))
        parted.write_row(2, 1, (5, "", "代表団が来訪"))
        book.add_worksheet("メモ").write_string(0, 0, "あとで確かめる")
        book.add_worksheet("控え").hide()
    return path


def ods(path: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    """An OpenDocument sheet with the least that makes one; ISO dates are dates, the rest is words."""
    lines = ""
    for row in rows:
        cells = "".join(_cell(cell) for cell in row)
        lines += f"<table:table-row>{cells}</table:table-row>"
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="表1">{lines}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?>'
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
        file.writestr("content.xml", content)
    return path


def _cell(text: str) -> str:
    if not text:
        return "<table:table-cell/>"
    if len(text) == 10 and text[4] == text[7] == "-":
        return f'<table:table-cell office:value-type="date" office:date-value="{text}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
