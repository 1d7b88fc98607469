"""Lines that end between phrases, and lines of like length: how headings and captions are broken."""

from __future__ import annotations

from itertools import pairwise

from brochure.typesetting.conventions import Conventions
from brochure.typesetting.galley import Galley
from brochure.typesetting.line_breaking import Cut, Measures, ragged
from brochure.typesetting.phrase_finder import phrase_begins


def balanced(galley: Galley, measures: Measures, conventions: Conventions, language: str) -> list[Cut]:
    """As few lines as the measure allows, ending between phrases and as even as can be.

    Where a phrase alone is longer than the measure, lines end wherever the rules allow.
    """
    fewest = ragged(galley, measures, conventions)
    if len(fewest) == 1:
        return fewest
    phrases = _phrase_ends(galley, language)
    for legal in (phrases, galley.legal):
        cuts = ragged(galley, measures, conventions, legal)
        if not any(cut.is_forced for cut in cuts):
            return _even(galley, measures, legal, len(cuts))
    return fewest


def _phrase_ends(galley: Galley, language: str) -> list[int]:
    """The clusters that begin a phrase and may begin a line."""
    begins = set(phrase_begins(galley.text, language))
    return [index for index in galley.legal if galley.starts[index] in begins]


def _even(galley: Galley, measures: Measures, legal: list[int], lines: int) -> list[Cut]:
    """The cuts into so many lines whose lengths differ least (the sum of the squares of what they leave empty)."""
    nodes = [0, *legal, galley.total]
    best: list[dict[int, tuple[int, int]]] = [{0: (0, 0)}]
    for _ in range(lines):
        reached: dict[int, tuple[int, int]] = {}
        for first, (so_far, _before) in best[-1].items():
            room = measures.of(first)
            for end in nodes:
                if end <= first:
                    continue
                left = room - galley.width(first, end)
                if left < 0:
                    break
                price = so_far + left * left
                if end not in reached or price < reached[end][0]:
                    reached[end] = (price, first)
        best.append(reached)
    path = [galley.total]
    for reached in reversed(best[1:]):
        path.append(reached[path[-1]][1])
    path.reverse()
    return [Cut(first, end) for first, end in pairwise(path)]
