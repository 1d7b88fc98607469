"""The size of a party as an office writes it: `10名（うち議員3名）`, `男12・女8`, `議員3名、職員7名`, `二十人`."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from brochure.source.chinese_figures import chinese_number

_COUNT = r"(?P<count>[\d〇一二三四五六七八九十百千]+)\s*(?:名|人|位|名様)?"
_WHOLE = re.compile(rf"(?:計|合計|総勢|共|全)?\s*{_COUNT}\s*(?:\((?P<inside>.*)\)|(?P<after>[、,; ].+))?")
_PART = re.compile(rf"(?:うち|内|其中|包括|含)?\s*(?P<what>[^\d〇一二三四五六七八九十百千()]+?)\s*[:は]?\s*{_COUNT}")
_SEPARATORS = re.compile(r"[、,・;/と和及]|及び|\s+")
_UNSURE = re.compile(r"約|约|程度|左右|前後|余|以上|ほど|数[名人十]|[~〜～?？]|\d\s*-\s*\d|他|外|ほか")


class Party(Struct, frozen=True):
    """How many there were, and of whom some were; the parts need not be all."""

    people: int
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def rest(self) -> int:
        """How many the parts leave out."""
        return self.people - sum(count for _, count in self.parts)


def read_party(text: str) -> Party | None:
    """The party a cell tells of, or None where nobody can be sure: `約10名`, parts that make more than all."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain or _UNSURE.search(plain):
        return None
    if whole := _WHOLE.fullmatch(plain):
        return _with_parts(chinese_number(whole["count"]), whole["inside"] or (whole["after"] or "")[1:])
    parts = _parts(plain)
    return Party(sum(count for _, count in parts), parts) if parts and len(parts) > 1 else None


def _with_parts(people: int | None, inside: str) -> Party | None:
    parts = _parts(inside) if inside.strip() else ()
    if people is None or parts is None:
        return None
    party = Party(people, parts)
    return party if party.rest >= 0 else None


def _parts(text: str) -> tuple[tuple[str, int], ...] | None:
    """The parts of a party, in order; None where one of them cannot be read."""
    parts: list[tuple[str, int]] = []
    for piece in _SEPARATORS.split(text.strip()):
        if not piece:
            continue
        found = _PART.fullmatch(piece)
        count = chinese_number(found["count"]) if found else None
        if found is None or count is None:
            return None
        parts.append((found["what"], count))
    return tuple(parts)


PARTS: dict[str, tuple[str, str, str]] = {
    names[0]: names
    for names in (
        ("議員", "议员", "議員"),
        ("市議", "市议员", "市議員"),
        ("職員", "职员", "職員"),
        ("市職員", "市职员", "市職員"),
        ("市民", "市民", "市民"),
        ("団長", "团长", "團長"),
        ("副団長", "副团长", "副團長"),
        ("団員", "团员", "團員"),
        ("役員", "负责人", "幹部"),
        ("会員", "会员", "會員"),
        ("児童", "小学生", "小學生"),
        ("小学生", "小学生", "小學生"),
        ("生徒", "中学生", "中學生"),
        ("中学生", "初中生", "國中生"),
        ("高校生", "高中生", "高中生"),
        ("学生", "学生", "學生"),
        ("引率", "带队人员", "帶隊人員"),
        ("選手", "选手", "選手"),
        ("監督", "教练", "教練"),
        ("研修生", "研修生", "研修生"),
        ("通訳", "翻译", "翻譯"),
        ("随行", "随行人员", "隨行人員"),
        ("事務局", "事务局", "事務局"),
        ("記者", "记者", "記者"),
        ("大人", "成人", "大人"),
        ("子ども", "儿童", "兒童"),
        ("男", "男", "男"),
        ("女", "女", "女"),
        ("ほか", "其他", "其他"),
    )
}
"""Who parties are made of: the names in Japanese, Simplified and Traditional Chinese."""

_BY_ANY = {name: names for names in reversed(PARTS.values()) for name in reversed(names)} | PARTS
REST = PARTS["ほか"]


def part_names(what: str) -> tuple[str, str, str] | None:
    """The names of a part in (ja, zh_CN, zh_TW); None where the program has none and an editor must write them."""
    plain = what.strip().removesuffix("性") if what.strip() in ("男性", "女性") else what.strip()
    return _BY_ANY.get(plain)
