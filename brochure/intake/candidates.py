"""A row of a sheet as the entry it would make: what of it is sure, what is left out, and why."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from brochure.content.exchange import Kind
from brochure.content.office_dates import Reason, Spelled, Unread, read_office_date
from brochure.diagnostics import Message, message
from brochure.intake.heads import Column, Heads
from brochure.intake.parties import Party, part_names, read_party
from brochure.intake.sheets import Cell, Row, Value
from brochure.source.chinese_figures import chinese_number

_FIRST_SERIAL, _LAST_SERIAL = 10000, 80000  # days since 1899-12-30: 1927 to 2119
_SERIAL_BEGIN = date(1899, 12, 30).toordinal()

REASONS: dict[Reason, Message] = {
    "no-date": message("{cell}: “{text}” is no date"),
    "no-such-day": message("{cell}: “{text}” is not in the calendar"),
    "not-in-era": message("{cell}: the era of “{text}” had no such day"),
    "fiscal-year": message("{cell}: “{text}” is a fiscal year, which runs over two years"),
    "short-year": message("{cell}: of the year in “{text}” nobody can tell the era"),
    "backward": message("{cell}: “{text}” ends before it begins"),
    "relative": message("{cell}: “{text}” depends on another date"),
}


class Names(Struct, frozen=True):
    """The ids of people, places and organisations by every name they have."""

    people: Mapping[str, str] = field(default_factory=dict[str, str])
    places: Mapping[str, str] = field(default_factory=dict[str, str])
    organisations: Mapping[str, str] = field(default_factory=dict[str, str])


class Candidate(Struct, frozen=True):
    """An entry as a row tells it. `values` are YAML words by key; `unclear` says why the row cannot be taken, if so;
    `remarks` say what of the row was left out or supposed.
    """

    sheet: str
    row: int
    date: Spelled | None = None
    headline: str = ""
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    party: Party | None = None
    is_kind_supposed: bool = False
    id: str = ""
    unclear: tuple[Message, ...] = ()
    remarks: tuple[Message, ...] = ()


def plain_name(text: str) -> str:
    """A name without what does not make it another: spaces, widths, titles of respect."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"(?:さん|氏|様|先生|市長|会長|町長|村長|団長)$", "", plain)


class RowReader:
    """Reads the rows of one sheet in order; remembers the year above for rows that lean on it."""

    def __init__(self, sheet: str, heads: Heads, names: Names) -> None:
        self.sheet = sheet
        self.heads = heads
        self.names = names
        self.year: int | None = None

    def read(self, row: Row) -> Candidate:
        """The candidate of a row that is not empty."""
        remarks: list[Message] = []
        unclear: list[Message] = []
        read = self._date(row, remarks)
        if isinstance(read, Message):
            unclear.append(read)
            found = None
        else:
            found = read
            self.year = found.year
        headline = _one_line(row.text(self.heads.columns.get("headline")))
        if not headline:
            unclear.append(message("the row has no headline"))
        values: dict[str, str] = {}
        kind, is_supposed = self._kind(row, headline, remarks)
        values["kind"] = kind.value
        party = self._party(row, unclear, remarks)
        if party is not None:
            values["people"] = str(party.people)
        self._records(row, values, remarks)
        self._words(row, values, remarks)
        for number, head in self.heads.unknown.items():
            if number in row.cells:
                cell = row.cells[number]
                what = message("{cell}: column “{head}” is not taken", cell=cell.name, head=head)
                remarks.append(what)
        remarks += [
            message("{cell}: stands outside the columns that have a name", cell=cell.name)
            for number, cell in row.cells.items()
            if number not in self.heads.unknown and number not in self.heads.columns.values()
        ]
        id_ = row.text(self.heads.columns.get("id"))
        return Candidate(
            self.sheet, row.number, found, headline, values, party, is_supposed, id_, tuple(unclear), tuple(remarks)
        )

    def _cell(self, row: Row, column: Column) -> Cell | None:
        number = self.heads.columns.get(column)
        return row.cells.get(number) if number is not None else None

    # dates

    def _date(self, row: Row, remarks: list[Message]) -> Spelled | Message:
        cell = self._cell(row, "date")
        if cell is None and "year" in self.heads.columns:
            return self._date_in_parts(row, remarks)
        if cell is None:
            return message("the row has no date")
        found = read_value(cell.value, self.year)
        if isinstance(found, Unread):
            return _said(REASONS[found.reason], cell)
        if isinstance(cell.value, date) and cell.value.day == 1:
            remarks.append(message("{cell}: the 1st of the month; the sheet may show the month alone", cell=cell.name))
        elif _is_serial(cell.value):
            remarks.append(message("{cell}: the number {text} was read as a day", cell=cell.name, text=cell.text))
        elif re.match(r"同|\d{1,2}月", unicodedata.normalize("NFKC", cell.text)):
            remarks.append(message("{cell}: the year is that of the row above", cell=cell.name))
        return found

    def _date_in_parts(self, row: Row, remarks: list[Message]) -> Spelled | Message:
        """Year, month and day in columns of their own; an empty year is that of the row above, as in merged cells."""
        texts = [row.text(self.heads.columns.get(column)) for column in ("year", "month", "day")]
        year, month, day = (unicodedata.normalize("NFKC", text).strip() for text in texts)
        if not year:
            if self.year is None:
                return message("the row has no date")
            year = str(self.year)
            remarks.append(message("the year is that of the row above"))
        spelled = year.removesuffix("年") + "年"
        if month:
            spelled += month.removesuffix("月") + "月"
        if day:
            spelled += day.removesuffix("日") + "日"
        found = read_office_date(spelled, self.year)
        if isinstance(found, Unread):
            cells = (self._cell(row, column) for column in ("year", "month", "day"))
            cell = next((cell for cell in cells if cell is not None), Cell("", ""))
            return _said(REASONS[found.reason], Cell(spelled, cell.name))
        return found

    # what the row says besides

    def _kind(self, row: Row, headline: str, remarks: list[Message]) -> tuple[Kind, bool]:
        cell = self._cell(row, "kind")
        if cell is not None:
            kind = kind_named(cell.text)
            if kind is not None:
                return kind, False
            what = message("{cell}: there is no kind “{text}”; it was supposed", cell=cell.name, text=cell.text)
            remarks.append(what)
        return supposed_kind(headline), True

    def _party(self, row: Row, unclear: list[Message], remarks: list[Message]) -> Party | None:
        cell = self._cell(row, "people")
        if cell is None or cell.text in ("-", "―", "－", "不明", "不詳", "不详"):
            return None
        text = cell.text
        more = self._cell(row, "breakdown")
        party = read_party(f"{text}({more.text})" if more else text)
        if party is None:
            unclear.append(message("{cell}: “{text}” is no sure number of people", cell=cell.name, text=text))
            return None
        foreign = [what for what, _ in party.parts if part_names(what) is None]
        if foreign:
            what = message(
                "{cell}: “{part}” is left out, its Chinese names are not known", cell=cell.name, part="・".join(foreign)
            )
            remarks.append(what)
            return Party(party.people)
        return party

    def _records(self, row: Row, values: dict[str, str], remarks: list[Message]) -> None:
        """Names that stand for records: a name nobody knows is left out, and said."""
        shelves: tuple[tuple[Column, Mapping[str, str], str], ...] = (
            ("leader", self.names.people, "people"),
            ("place", self.names.places, "places"),
        )
        for column, known, kind in shelves:
            cell = self._cell(row, column)
            if cell is None:
                continue
            found = known.get(plain_name(cell.text))
            if found is not None:
                values[column] = found
            else:
                remarks.append(_unknown(cell, cell.text, kind))
        cell = self._cell(row, "actors")
        if cell is not None:
            self._actors(cell, values, remarks)
        cell = self._cell(row, "delegation")
        if cell is not None:
            what = message(
                "{cell}: “{text}” is left out, its Chinese names are not known", cell=cell.name, text=cell.text
            )
            remarks.append(what)

    def _actors(self, cell: Cell, values: dict[str, str], remarks: list[Message]) -> None:
        names = [name for name in re.split(r"[、,，・;；/\n]", cell.text) if name.strip()]
        ids = [self.names.organisations.get(plain_name(name)) for name in names]
        remarks += [_unknown(cell, name, "organisations") for name, id_ in zip(names, ids, strict=True) if id_ is None]
        known = [id_ for id_ in ids if id_ is not None]
        if known:
            values["actors"] = f"[{', '.join(known)}]"

    def _words(self, row: Row, values: dict[str, str], remarks: list[Message]) -> None:
        for column in ("note", "source"):
            cell = self._cell(row, column)
            if cell is not None:
                values[column] = _one_line(cell.text)
        cell = self._cell(row, "duration")
        if cell is None:
            return
        plain = unicodedata.normalize("NFKC", cell.text)
        found = re.fullmatch(r"([\d一二三四五六七八九十]+)\s*(?:(日間?|天)|(?:か|カ|ヶ|ケ|个|個)?(月)間?)", plain)
        number = chinese_number(found[1]) if found else None
        if found is not None and number is not None:
            values["duration"] = f"{{{'days' if found[2] else 'months'}: {number}}}"
        else:
            remarks.append(
                message(
                    "{cell}: “{text}” is no number of days or months; it is left out", cell=cell.name, text=cell.text
                )
            )


def _said(template: Message, cell: Cell) -> Message:
    return Message(template.template, (("cell", cell.name), ("text", cell.text)))


def _unknown(cell: Cell, name: str, kind: str) -> Message:
    return message(
        "{cell}: “{name}” is not among {file}; it is left out", cell=cell.name, name=name.strip(), file=f"{kind}.yaml"
    )


def _one_line(text: str) -> str:
    return re.sub(r"[ \t]*[\r\n]+[ \t]*", "", text).strip()


def _is_serial(value: Value) -> bool:
    number = float(value) if isinstance(value, str) and re.fullmatch(r"\d{5}", value) else value
    return isinstance(number, int | float) and _FIRST_SERIAL <= number <= _LAST_SERIAL


def read_value(value: Value, year_above: int | None) -> Spelled | Unread:
    """The date a cell means: a day, a number of days since 1899-12-30, a year, or a spelling."""
    if isinstance(value, date):
        return Spelled(value.year, value.month, value.day)
    if _is_serial(value):
        day = date.fromordinal(_SERIAL_BEGIN + int(float(value)))
        return Spelled(day.year, day.month, day.day)
    if isinstance(value, float) and not value.is_integer():
        # a year and a month typed as a decimal fraction: 1990.1 may have been 1990.10
        year, _, month = str(value).partition(".")
        return Unread("no-date") if month == "1" or len(month) > 2 else read_office_date(f"{year}.{month}", year_above)
    return read_office_date(Cell(value, "").text, year_above)


_KINDS: dict[Kind, str] = {
    Kind.AGREEMENT: "協定 調印 締結 協定・調印 议定书 签约 签署 协议",
    Kind.DELEGATION_OUT: "訪中 訪中団 派遣 訪問 訪中団派遣 往 出国 出访 派遣团",
    Kind.DELEGATION_IN: "来訪 来日 来訪団 受入 受け入れ 来市 来町 来村 来访 接待",
    Kind.CEREMONY: "式典 植樹 記念式典 式典・植樹 仪式 典礼 植树",
    Kind.TRAINEES: "研修生 研修 研修生受入 进修生",
    Kind.STAFF: "職員派遣 職員 派遣职员",
    Kind.EXHIBITION: "展示 写真展 展覧会 展示会 展览 摄影展",
    Kind.SPORTS: "スポーツ 運動 試合 体育 比赛",
    Kind.ORGANISATION: "団体の発足 発足 設立 団体 成立 团体成立",
    Kind.RENAMING: "改称 名称変更 更名 改名",
    Kind.BUILDING: "建設 建築 施設 记念碑 建设 建成",
    Kind.OTHER: "その他 他 其他 其它",
}
_BY_NAME = {name: kind for kind, names in _KINDS.items() for name in (*names.split(), kind.value)}
_SIGNS: tuple[tuple[str, Kind], ...] = (
    (r"調印|締結|協定|議定書|覚書|签署|签订|协议", Kind.AGREEMENT),
    (r"発足|設立|結成|成立", Kind.ORGANISATION),
    (r"改称|改名|名称変更|更名", Kind.RENAMING),
    (r"研修生|研修|进修", Kind.TRAINEES),
    (r"職員.*派遣|派遣.*職員", Kind.STAFF),
    (r"写真展|展示|展覧|絵画展|书画展|摄影展|展览", Kind.EXHIBITION),
    (r"大会|試合|卓球|野球|サッカー|スポーツ|比赛", Kind.SPORTS),
    (r"来訪|来日|来市|来町|来村|来留|来访|を迎え|受け入れ|受入", Kind.DELEGATION_IN),
    (r"訪中|訪問|派遣|访问|出访", Kind.DELEGATION_OUT),
    (r"式典|植樹|記念|除幕|仪式|植树|纪念", Kind.CEREMONY),
    (r"完成|竣工|建設|建成|落成", Kind.BUILDING),
)


def kind_named(text: str) -> Kind | None:
    """The kind an office's word stands for, or None."""
    return _BY_NAME.get(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).casefold())


def supposed_kind(headline: str) -> Kind:
    """The kind the words of a headline speak for; an editor must look at it."""
    return next((kind for signs, kind in _SIGNS if re.search(signs, headline)), Kind.OTHER)
