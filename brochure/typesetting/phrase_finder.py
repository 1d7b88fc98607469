"""The phrases of a copy (文節): found by BudouX's models for Japanese, Simplified and Traditional Chinese.

What `bonds` holds together is never parted by them.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate, pairwise
from typing import Any

from brochure.typesetting.bonds import bonds

_CHINESE = ("zh_CN", "zh_TW")
_PAUSES = "、。，．！？：；…　,.!?:;"  # a line ends best after these
_CLOSING = "”’」』）》〉】)"  # and after these behind one of them
_AROUND = f"“‘「『（《〈【({_CLOSING}{_PAUSES}"


def phrases_of(text: str, language: str) -> list[str]:
    """The copy cut into phrases; together they are the copy. Other languages are one phrase: they keep their words."""
    places = [0, *phrase_begins(text, language), len(text)]
    return [text[begin:end] for begin, end in pairwise(places)]


def phrase_begins(text: str, language: str) -> list[int]:
    """The offsets at which a phrase begins, the first left out."""
    return _outside_bonds(text, language, _found(text, language))


def whole_begins(text: str, language: str) -> list[int]:
    """The same but for those in doubt. The models for Chinese find words, not phrases, and part many a one beside a
    single character (北|海道, 你|来|我|往): nothing begins after one, and none is left to end a clause (纪念|树。).
    """
    found = _found(text, language)
    if language not in _CHINESE:
        return _outside_bonds(text, language, found)
    joined = found[:1]
    for number, (before, after) in enumerate(pairwise(found), 2):
        is_end = number == len(found) or is_pause(after)
        if is_pause(before) or (_length(before) > 1 and not (is_end and _length(after) < 2)):
            joined.append(after)
        else:
            joined[-1] += after
    return _outside_bonds(text, language, joined)


def is_pause(text: str) -> bool:
    """Whether a reader pauses at the end of a text."""
    return text.rstrip(f"{_CLOSING} ")[-1:] in _PAUSES


def _length(word: str) -> int:
    """The characters of a word without the signs around it."""
    return len(word.strip(_AROUND))


def _outside_bonds(text: str, language: str, phrases: list[str]) -> list[int]:
    held = bonds(text, language)
    return [at for at in accumulate(map(len, phrases[:-1])) if at not in held]


def _found(text: str, language: str) -> list[str]:
    parser = _parser(language) if text else None
    return parser.parse(text) if parser is not None else [text]


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
