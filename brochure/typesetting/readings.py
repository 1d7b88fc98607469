"""Readings: from what an author writes over a word to the ruby that is set.

`る|もい` gives every character its own; a plain reading belongs to the word as a whole. Pinyin and bopomofo are known
by their letters: pinyin written together is a word's (GB/T 16159); single syllables and bopomofo are the characters'.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure.patterns import pattern
from brochure.typesetting.bopomofo import EM, LETTER_SIZE, is_bopomofo, letters_and_tone, split_bopomofo
from brochure.typesetting.pinyin import is_pinyin, normal_pinyin, pinyin_words
from brochure.typesetting.ruby import Ruby, RubyKind

_BAR = pattern(r"\s*[|｜]\s*")


def ruby_of(bases: Sequence[str], reading: str, language: str) -> Ruby:
    """The ruby that sets `reading` over `bases`, the characters of a word, one cluster each.

    Pinyin is looked for in Chinese only. Raises ValueError where the reading does not answer the characters.
    """
    parts = tuple(_BAR.split(reading.strip()))
    if not bases or not any(parts):
        raise ValueError("a reading needs characters, and they a reading")
    if len(parts) > 1:
        if len(parts) != len(bases):
            raise ValueError(f"“{reading}” has {len(parts)} parts, “{''.join(bases)}” {len(bases)} characters")
        return _by_character(parts, language)
    if is_bopomofo(reading):
        return Ruby(split_bopomofo(reading, len(bases)), RubyKind.BOPOMOFO, LETTER_SIZE / EM)
    if _is_chinese(language) and is_pinyin(reading):
        return _pinyin(len(bases), reading)
    return Ruby(parts, RubyKind.MONO if len(bases) == 1 else RubyKind.GROUP)


def _by_character(parts: tuple[str, ...], language: str) -> Ruby:
    written = tuple(part for part in parts if part)
    if any(map(is_bopomofo, written)):
        for part in written:
            letters_and_tone(part)
        return Ruby(parts, RubyKind.BOPOMOFO, LETTER_SIZE / EM)
    if _is_chinese(language) and all(map(is_pinyin, written)):
        return Ruby(tuple(normal_pinyin(part) for part in parts), RubyKind.PINYIN)
    return Ruby(parts, RubyKind.JUKUGO)


def _pinyin(count: int, reading: str) -> Ruby:
    """A word's reading as one, single syllables each for themselves."""
    words = pinyin_words(reading, count)
    if len(words) == count:
        return Ruby(tuple(word.text for word in words), RubyKind.PINYIN)
    return Ruby((" ".join(word.text for word in words),), RubyKind.PINYIN)


def _is_chinese(language: str) -> bool:
    return language.startswith("zh")
