"""The phrases of a copy (文節): found by BudouX's models for Japanese, Simplified and Traditional Chinese.

What `bonds` holds together is never parted by them.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate, pairwise
from typing import Any

from brochure.typesetting.bonds import bonds


def phrases_of(text: str, language: str) -> list[str]:
    """The copy cut into phrases; together they are the copy. Other languages are one phrase: they keep their words."""
    places = [0, *phrase_begins(text, language), len(text)]
    return [text[begin:end] for begin, end in pairwise(places)]


def phrase_begins(text: str, language: str) -> list[int]:
    """The offsets at which a phrase begins, the first left out."""
    parser = _parser(language)
    if parser is None or not text:
        return []
    found: list[str] = parser.parse(text)
    held = bonds(text, language)
    return [at for at in accumulate(map(len, found[:-1])) if at not in held]


@cache
def _parser(language: str) -> Any:
    import budoux

    loaders = {
        "ja": budoux.load_default_japanese_parser,
        "zh_CN": budoux.load_default_simplified_chinese_parser,
        "zh_TW": budoux.load_default_traditional_chinese_parser,
    }
    loader = loaders.get(language)
    return loader() if loader else None
