"""Phrases parted by spaces (分かち書き), as children's pages have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from brochure.content.marks import Piece, plain_of
from brochure.typesetting.phrases import phrases_of

_SPACE = "  "  # two word spaces: two thirds of an em, which fall away at a line's end
_AFTER_NONE = re.compile(r"[\s\u3000、。，．！？；：・…―（「『【〈《]")
_BEFORE_NONE = re.compile(r"[\s\u3000、。，．！？；：・…―）」』】〉》]")


def phrases_parted(pieces: Sequence[Piece], language: str) -> tuple[Piece, ...]:
    """The pieces with a space between every two phrases; none beside punctuation, none inside a word with a reading."""
    text = plain_of(pieces)
    ends = set(accumulate(len(phrase) for phrase in phrases_of(text, language)[:-1]))
    ends = {at for at in ends if not (_AFTER_NONE.match(text[at - 1]) or _BEFORE_NONE.match(text[at]))}
    parted: list[Piece] = []
    at = 0
    for piece in pieces:
        if at in ends:
            parted.append(Piece(_SPACE))
        inner = [end - at for end in sorted(ends) if at < end < at + len(piece.base)] if not piece.ruby else []
        cuts = [0, *inner, len(piece.base)]
        base = _SPACE.join(piece.base[start:stop] for start, stop in pairwise(cuts))
        parted.append(piece._replace(base=base))
        at += len(piece.base)
    return tuple(parted)
