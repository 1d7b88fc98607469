"""Where a line may end beyond what classes say: joiners and zero-width spaces, web addresses, hyphenated words.

Western copy may end a line where UAX #14 lets it, and an address after / ? & = _ too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from brochure.patterns import pattern
from brochure.typesetting.itemise import Kind
from brochure.typesetting.segment import Segment
from brochure.typesetting.shape import shape_text
from brochure.typesetting.unicode_breaks import breaks

WORD_JOINER, ZERO_WIDTH_SPACE, SOFT_HYPHEN = "\u2060", "\u200b", "\u00ad"
_DASH = "–"
_STEERING = pattern("[\u2060\u200b\ufeff]")
_LETTERS = frozenset(map(chr, range(0xC0, 0x250))) - {"×", "÷"}
_SIMPLE = _LETTERS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,.'²³")
"""What classes say all of: letters with marks and small figures are letters there too."""
_WORD = pattern(r"[^\W\d_]{5,}")
_IN_ADDRESS = pattern(r"(?<=[A-Za-z0-9)])(?:[/?&=_]+|[-‐–])(?=[A-Za-z(])")
_FIGURES = pattern(r"[0-9]{2,}")


def refined(may_end: bytearray, text: str, starts: Sequence[int], segments: Sequence[Segment]) -> None:
    """Mark in `may_end` what the copy itself steers, and where Western copy may end by UAX #14."""
    for segment in segments:
        item = segment.item
        if item.kind is Kind.LATIN and not _SIMPLE.issuperset(item.text):
            for at in western_ends(item.text):
                index = cluster_at(starts, item.start + at)
                if segment.first < index < segment.end:
                    may_end[index] = 1
    for found in () if text.replace("\u3000", "").isprintable() else _STEERING.finditer(text):
        before = cluster_at(starts, found.start())
        after = cluster_at(starts, found.end())
        if found[0] == ZERO_WIDTH_SPACE:
            _mark(may_end, after, 1)
        else:
            _mark(may_end, before, 0)
            _mark(may_end, after, 0)


def western_ends(text: str) -> set[int]:
    """Where Western copy may end a line."""
    if text.replace(_DASH, "").isdecimal():  # 1984–2020 needs no tables
        return {at + 1 for at, sign in enumerate(text[:-1]) if sign == _DASH != text[at + 1]}
    return {found.end() for found in _IN_ADDRESS.finditer(text)}.union(breaks(text))


def upright_figures(text: str, starts: Sequence[int], segments: Sequence[Segment]) -> Iterator[int]:
    """The clusters that are a figure after a figure of a number standing upright in a vertical line: it is one word."""
    for segment in segments:
        if segment.item.is_vertical:
            for found in _FIGURES.finditer(text, segment.item.start, segment.item.start + len(segment.item.text)):
                first = cluster_at(starts, found.start())
                yield from range(first + 1, first + len(found[0]))


def by_unicode(text: str, starts: Sequence[int]) -> bytearray:
    """Where lines may end by UAX #14 alone: 1 for each cluster a line may begin with."""
    may_end = bytearray(len(starts))
    places = set(breaks(text))
    for index in range(1, len(starts) - 1):
        may_end[index] = starts[index] in places
    may_end[-1] = 1
    return may_end


def hyphenated(language: str, starts: Sequence[int], segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The clusters a line may begin with after a hyphen, and the hyphen's width, thousandths of the paragraph's em."""
    for segment in segments:
        item = segment.item
        if item.kind is not Kind.LATIN:
            continue
        places = [found.end() for found in re.finditer(SOFT_HYPHEN, item.text)]
        for word in _WORD.finditer(item.text):
            if SOFT_HYPHEN not in word[0] and not _is_a_name(word[0], language):
                places += [word.start() + at for at in _dictionary(language).positions(word[0])]
        if not places:
            continue
        width = round(sum(shape_text("-", item).advances) * segment.scale)
        for at in sorted(places):
            index = cluster_at(starts, item.start + at)
            if segment.first < index < segment.end:
                yield index, width


def _is_a_name(word: str, language: str) -> bool:
    """Whether a word may be a proper name, which is not parted: German writes every noun with a capital."""
    return word[0].isupper() and not language.startswith("de")


def cluster_at(starts: Sequence[int], offset: int) -> int:
    """The first cluster that begins at an offset of the text or after it."""
    return offset if isinstance(starts, range) else bisect_left(starts, offset)


def _mark(may_end: bytearray, index: int, value: int) -> None:
    if 0 < index < len(may_end) - 1:
        may_end[index] = value


@cache
def _dictionary(language: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang=language, left=2, right=3)  # two letters are not carried over
