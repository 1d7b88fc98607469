"""The phrases of a copy (文節): found by BudouX's models for Japanese, Simplified and Traditional Chinese."""

from __future__ import annotations

from functools import cache
from typing import Any


def phrases_of(text: str, language: str) -> list[str]:
    """The copy cut into phrases; together they are the copy. Other languages are one phrase: they keep their words."""
    parser = _parser(language)
    return parser.parse(text) if parser is not None and text else [text]


def phrase_begins(text: str, language: str) -> list[int]:
    """The offsets at which a phrase begins, the first left out."""
    begins: list[int] = []
    at = 0
    for phrase in phrases_of(text, language)[:-1]:
        at += len(phrase)
        begins.append(at)
    return begins


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
