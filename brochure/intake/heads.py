"""The row of a sheet that names its columns, wherever it stands, in Japanese, Chinese or English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from brochure.intake.sheets import Row, Sheet

Column = Literal[
    "id", "date", "year", "month", "day", "headline", "kind", "leader", "people", "breakdown", "duration", "place",
    "actors", "delegation", "note", "source",
]  # fmt: skip

NAMES: dict[Column, str] = {
    "id": "id 識別子",
    "date": "年月日 日付 日付け 期日 日時 年月 実施日 開催日 実施年月日 実施年月 開催年月日 実施時期 時期 "
    "期間・日付 date when 日期 时间 時間 年份日期 年份",
    "year": "年 西暦 和暦 year",
    "month": "月 month",
    "day": "日 day",
    "headline": "内容 事項 項目 件名 事業名 事業 行事 行事名 出来事 できごと 見出し 見出 名称 交流内容 主な出来事 "
    "event headline title what 事件 活动 活動 大事记 大事記 事项 内容摘要 标题 標題",
    "kind": "種別 種類 区分 分類 kind type category 类别 類別 类型 類型 分类",
    "leader": "団長 団長名 代表 代表者 代表者名 引率 引率者 leader head 团长 團長 领队 領隊 负责人",
    "people": "人数 参加人数 参加者数 派遣人数 人員 団員数 訪問人数 人数名 人数人 "
    "people size number persons participants 规模 規模",
    "breakdown": "内訳 人数内訳 うち breakdown 其中 构成 構成",
    "duration": "日数 期間 滞在日数 duration days 天数 天數 期间",
    "place": "場所 訪問先 会場 行先 行き先 開催地 開催場所 派遣先 place venue where 地点 地點 场所 目的地",
    "actors": "団体 主催 主催者 団体名 実施主体 組織 organisation organization organizer 主办 主辦 主办单位 单位 單位",
    "delegation": "団名 訪問団名 訪問団 delegation 代表团 代表團 团名 團名",
    "note": "備考 摘要 補足 特記事項 note notes remarks remark 备注 備註 说明 說明",
    "source": "出典 資料 典拠 source sources 来源 來源 出处 出處",
}
_COLUMNS: dict[str, Column] = {name: column for column, names in NAMES.items() for name in names.split()}
_WITHIN = 40  # rows in which the head is looked for: a title and some notes may stand above it
_UNIT = re.compile(r"[(\[（【].*?[)\]）】]|[:：*※\s]")


class Heads(Struct, frozen=True):
    """Where the head stands, which column is what, and the columns nobody knows (by number, with their words)."""

    row: int
    columns: dict[Column, int]
    unknown: dict[int, str]


def column_of(words: str) -> Column | None:
    """What a column is by the words above it; units in brackets, spaces and case do not count."""
    plain = _UNIT.sub("", unicodedata.normalize("NFKC", words)).casefold()
    return _COLUMNS.get(plain)


def find_heads(sheet: Sheet) -> Heads | None:
    """The head of a sheet: of its first rows the one with most known names, among them a date and a headline."""
    found = [heads for row in sheet.rows[:_WITHIN] if (heads := _heads(row)) is not None]
    return max(found, key=lambda heads: len(heads.columns), default=None)


def _heads(row: Row) -> Heads | None:
    columns: dict[Column, int] = {}
    unknown: dict[int, str] = {}
    for number, cell in row.cells.items():
        column = column_of(cell.text)
        if column is None or column in columns:
            unknown[number] = cell.text
        else:
            columns[column] = number
    has_date = "date" in columns or "year" in columns
    return Heads(row.number, columns, unknown) if has_date and "headline" in columns else None


def is_repeated(row: Row, heads: Heads) -> bool:
    """Whether a row is the head once more, as at the top of each printed page."""
    return _names(row, heads.columns.values()) == set(heads.columns)


def _names(row: Row, columns: Iterable[int]) -> set[Column | None]:
    return {column_of(row.text(column)) for column in columns}
