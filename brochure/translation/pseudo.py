"""Pseudo-translations: the source marked at both ends and a third longer, so that a page shows what it would not."""

from __future__ import annotations

import re

OPENING, CLOSING = "【", "】"
_FILLER = {"zh_CN": "一二三四五六七八九十", "zh_TW": "一二三四五六七八九十"}
_LATIN = " lorem ipsum dolor sit amet"
_FIELD = re.compile(r"\{[^{}]*\}")
_LONGER = 0.35  # as a share of the source: German and English are about that much longer than what they are made from
_LEAST = 2  # characters longer, however short


def pseudo(source: str, language: str, is_template: bool = False) -> str:
    """A text as no translator would write it. Paragraphs, readings and fields stay; each paragraph is marked and made
    longer, so that one that was cut or not translated is seen.
    """
    return "\n\n".join(_marked(part, language, is_template) for part in source.split("\n\n"))


def _marked(part: str, language: str, is_template: bool) -> str:
    if not part.strip():
        return part
    length = len(_FIELD.sub("", part) if is_template else part)
    wanted = max(_LEAST, round(length * _LONGER))
    filler = _FILLER.get(language, _LATIN)
    more = (filler * (wanted // len(filler) + 1))[:wanted]
    return f"{OPENING}{part}{more}{CLOSING}"
