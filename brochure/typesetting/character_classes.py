"""Which class a character belongs to. Classes 1 to 30 are JLReq's (Appendix A); those from 31 on are ours.

Full-width forms are classed as JLReq classes the sign they stand for; ASCII signs are Western characters, parted into
those that open, those that close and those that hold together, after UAX #14. What JLReq does not list is classed by
its line breaking class in UAX #14.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from brochure.typesetting.tables import listed_classes
from brochure.typesetting.unicode_breaks import line_break_class

OPENING_BRACKET = 1  # cl-01 始め括弧類
CLOSING_BRACKET = 2  # cl-02 終わり括弧類
HYPHEN = 3  # cl-03 ハイフン類
DIVIDING_MARK = 4  # cl-04 区切り約物
MIDDLE_DOT = 5  # cl-05 中点類
FULL_STOP = 6  # cl-06 句点類
COMMA = 7  # cl-07 読点類
INSEPARABLE = 8  # cl-08 分離禁止文字
ITERATION_MARK = 9  # cl-09 繰返し記号
PROLONGED_SOUND = 10  # cl-10 長音記号
SMALL_KANA = 11  # cl-11 小書きの仮名
PREFIX = 12  # cl-12 前置省略記号
POSTFIX = 13  # cl-13 後置省略記号
IDEOGRAPHIC_SPACE = 14  # cl-14 和字間隔
HIRAGANA = 15  # cl-15 平仮名
KATAKANA = 16  # cl-16 片仮名
MATH_SYMBOL = 17  # cl-17 等号類
MATH_OPERATOR = 18  # cl-18 演算記号
IDEOGRAPH = 19  # cl-19 漢字等
DIGIT = 24  # cl-24 連数字中の文字
WORD_SPACE = 26  # cl-26 欧文間隔
WESTERN = 27  # cl-27 欧文用文字
WESTERN_OPENING = 31  # ( [ { and opening quotes set narrow
WESTERN_CLOSING = 32  # ) ] } . , : ; ! ? % and closing quotes set narrow
GLUE = 33  # no-break spaces: neither side may end a line
WESTERN_HYPHEN = 34  # - between letters: a line may end after it
CENTRED_MARK = 35  # Taiwan's ，。、；：！？ in the middle of their em
SLASH = 37  # / never first
HELD_SLASH = 38  # Mainland China's 分隔号, neither first nor last (GB/T 15834, 5.1.9)
NON_STARTER = 36  # never first at any level: ゛ ゜ and their half-width kin, and what UAX #14 alone calls so

WESTERN_KINDS = frozenset({DIGIT, WESTERN, WESTERN_OPENING, WESTERN_CLOSING, GLUE, WESTERN_HYPHEN, SLASH, HELD_SLASH})
HALF_BODIES = frozenset({OPENING_BRACKET, CLOSING_BRACKET, MIDDLE_DOT, FULL_STOP, COMMA})

_OURS = {
    " ": WORD_SPACE,
    "\t": WORD_SPACE,
    "\u00a0": GLUE,
    "\u202f": GLUE,
    "\u3000": IDEOGRAPHIC_SPACE,
    "-": WESTERN_HYPHEN,
    "/": SLASH,
    "·": MIDDLE_DOT,
    "～": HYPHEN,  # a wave dash in all but its code point
    "〜": HYPHEN,
    "﹏": INSEPARABLE,
    "⸺": INSEPARABLE,
    "―": INSEPARABLE,
    "─": INSEPARABLE,  # two of them are the dash Taiwan's keyboards give
    "²": WESTERN,
    "³": WESTERN,  # as UAX #14 has them, whose tables few booklets ask for: km²
    "ｰ": PROLONGED_SOUND,
    "゛": NON_STARTER,
    "゜": NON_STARTER,
}
_OPENING_ASCII = "([{"
_CLOSING_ASCII = ")]}.,:;!?%"


@cache
def class_of(character: str) -> int:
    """The class of one character (a code point)."""
    if "一" <= character <= "\u9fff":
        return IDEOGRAPH  # as the tables have it: most copy is Han, and needs no table
    if character in _OURS:
        return _OURS[character]
    if character in _OPENING_ASCII:
        return WESTERN_OPENING
    if character in _CLOSING_ASCII:
        return WESTERN_CLOSING
    if "0" <= character <= "9":
        return DIGIT
    if "!" <= character <= "~":
        return WESTERN
    if "\u0370" <= character <= "\u052f":
        return WESTERN  # JLReq lists Greek and Cyrillic as full-width signs; today's fonts have them proportional
    listed = listed_classes().get(character)
    if listed is not None:
        return listed
    return _by_script(character)


def gap_class(kind: int, character: str) -> int:
    """The class that rules the gaps beside a character of a kind: punctuation JLReq does not list is set solid."""
    if kind not in _PUNCTUATION or character in _OURS or character.isascii() or character in listed_classes():
        return kind
    return NON_STARTER


_PUNCTUATION = HALF_BODIES | {HYPHEN, DIVIDING_MARK, INSEPARABLE, PREFIX, POSTFIX, WESTERN_OPENING, WESTERN_CLOSING}
_BY_UNICODE = {
    "OP": OPENING_BRACKET,
    "CL": CLOSING_BRACKET,
    "CP": CLOSING_BRACKET,
    "EX": DIVIDING_MARK,
    "IS": COMMA,
    "NS": NON_STARTER,
    "SY": NON_STARTER,
    "IN": INSEPARABLE,
    "PR": PREFIX,
    "PO": POSTFIX,
    "BA": NON_STARTER,
    "HH": HYPHEN,
    "GL": GLUE,
    "WJ": GLUE,
    "NU": DIGIT,
    "ID": IDEOGRAPH,
    "EB": IDEOGRAPH,
    "EM": IDEOGRAPH,
    "H2": IDEOGRAPH,
    "H3": IDEOGRAPH,
}  # what is not here is a letter of a word
_HALF_WIDTH = {"｡": FULL_STOP, "､": COMMA, "･": MIDDLE_DOT}


def _by_script(character: str) -> int:
    code = ord(character)
    if character in _HALF_WIDTH:
        return _HALF_WIDTH[character]
    if 0xFF67 <= code <= 0xFF6F or 0x1B132 <= code <= 0x1B167:
        return SMALL_KANA
    kind = line_break_class(character)
    if kind == "ID" and 0x3041 <= code <= 0x309F:
        return HIRAGANA
    if kind == "ID" and (0x30A0 <= code <= 0x30FF or 0x31F0 <= code <= 0x31FF or 0xFF66 <= code <= 0xFF9F):
        return KATAKANA
    if unicodedata.category(character) == "Zs" and kind != "GL":
        return WORD_SPACE
    if kind == "QU":
        return WESTERN_OPENING if unicodedata.category(character) == "Pi" else WESTERN_CLOSING
    is_wide = unicodedata.east_asian_width(character) in "FW"
    if not is_wide and kind in ("OP", "CL", "CP", "EX", "IS", "NU"):
        return WESTERN_OPENING if kind == "OP" else DIGIT if kind == "NU" else WESTERN_CLOSING
    return _BY_UNICODE.get(kind, IDEOGRAPH if is_wide else WESTERN)
