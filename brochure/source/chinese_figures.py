"""Numbers in Chinese figures: 十一, 二百五, 2万4千."""

from __future__ import annotations

import re
import unicodedata

from brochure.patterns import pattern

_ONES = {figure: value for value, figure in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "壱": 1,
    "弐": 2,
    "参": 3,
    "两": 2,
    "兩": 2,
}
_TENS = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8}
_FORM = pattern(f"[\\d{''.join((*_ONES, *_TENS, *_MYRIADS))}]+", re.ASCII)

_LONGEST = 99  # signs; what is longer is no number, and Python reads none of more than 4300 figures


def chinese_number(text: str) -> int | None:
    """The whole number that Chinese figures say, alone or mixed with others; None where they say none."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    if len(plain) > _LONGEST or not _FORM.fullmatch(plain):
        return None
    whole, below_myriad, figures = 0, 0, ""
    for sign in plain:
        if sign in _TENS:
            below_myriad += int(figures or "1") * _TENS[sign]
            figures = ""
        elif sign in _MYRIADS:
            whole += (below_myriad + int(figures or ("0" if below_myriad else "1"))) * _MYRIADS[sign]
            below_myriad, figures = 0, ""
        else:
            figures += str(_ONES.get(sign, sign))
    return whole + below_myriad + int(figures or "0")
