"""The word the author most likely meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a slip of the hand could have turned into `word`, or None; ties go to the first given.

    A slip is a letter left out, put in, mistaken or swapped with its neighbour; one in every three letters may be one.
    Widths, case and `-`, `_` and spaces do not count.
    """
    typed = _folded(word)
    best, least = None, max(1, len(typed) // 3) + 1
    for candidate in known:
        meant = _folded(candidate)
        if not typed or abs(len(meant) - len(typed)) >= least:
            continue
        distance = _slips(typed, meant, least)
        if distance < least and distance < max(len(meant), len(typed)):
            best, least = candidate, distance
    return best


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).casefold()
    return "".join(letter for letter in plain if letter not in "-_ ")


def _slips(a: str, b: str, limit: int) -> int:
    """The restricted Damerau-Levenshtein distance, or `limit` where it is no less than that."""
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        row = [i]
        for j, right in enumerate(b, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) >= limit:
            return limit
        before, above = above, row
    return min(above[-1], limit)
