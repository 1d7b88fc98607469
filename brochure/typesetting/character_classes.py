"""Which class a character belongs to. Classes 1 to 30 are JLReq's (Appendix A); those from 31 on are ours.

Full-width forms are classed as JLReq classes the sign they stand for; ASCII signs are Western characters, parted into
those that open, those that close and those that hold together, after UAX #14.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from brochure.typesetting.tables import listed_classes

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

WESTERN_KINDS = frozenset({DIGIT, WESTERN, WESTERN_OPENING, WESTERN_CLOSING, GLUE, WESTERN_HYPHEN})
HALF_BODIES = frozenset({OPENING_BRACKET, CLOSING_BRACKET, MIDDLE_DOT, FULL_STOP, COMMA})

_OURS = {
    " ": WORD_SPACE,
    "\t": WORD_SPACE,
    "\u00a0": GLUE,
    "\u202f": GLUE,
    "\u3000": IDEOGRAPHIC_SPACE,
    "-": WESTERN_HYPHEN,
    "·": MIDDLE_DOT,
    "～": HYPHEN,  # a wave dash in all but its code point
    "〜": HYPHEN,
    "﹏": INSEPARABLE,
    "⸺": INSEPARABLE,
    "―": INSEPARABLE,
}
_OPENING_ASCII = "([{"
_CLOSING_ASCII = ")]}.,:;!?%"


@cache
def class_of(character: str) -> int:
    """The class of one character (a code point)."""
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


def _by_script(character: str) -> int:
    code = ord(character)
    if 0x3041 <= code <= 0x309F:
        return HIRAGANA
    if 0x30A0 <= code <= 0x30FF or 0x31F0 <= code <= 0x31FF or 0xFF66 <= code <= 0xFF9F:
        return KATAKANA
    if 0x2E80 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0xFF00 <= code <= 0xFFEF or code >= 0x1F000:
        return IDEOGRAPH
    category = unicodedata.category(character)
    if category == "Ps" or category == "Pi":
        return WESTERN_OPENING
    if category in ("Pe", "Pf"):
        return WESTERN_CLOSING
    if category == "Zs":
        return WORD_SPACE
    if unicodedata.east_asian_width(character) in "WF":
        return IDEOGRAPH
    return WESTERN
