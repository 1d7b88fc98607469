"""Lines that end between phrases, and lines of like length: how headings and captions are broken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brochure.typesetting.bonds import bonds
from brochure.typesetting.conventions import Conventions
from brochure.typesetting.cut import Cut, Measures
from brochure.typesetting.galley import Galley
from brochure.typesetting.line_breaking import ragged
from brochure.typesetting.phrase_finder import is_pause, phrase_begins, whole_begins

_MIDWAY = 4  # a line that ends within a clause costs as much as a quarter of a measure left empty


def balanced(galley: Galley, measures: Measures, conventions: Conventions, language: str) -> list[Cut]:
    """As few lines as the measure allows, ending between phrases, at a pause where there is one, and as even as can be.

    Where a phrase alone is longer than the measure, lines end wherever the rules allow, if possible not within what
    holds together.
    """
    fewest = ragged(galley, measures, conventions)
    if len(fewest) == 1:
        return fewest
    for legal in _ways(galley, language):
        cuts = ragged(galley, measures, conventions, legal)
        if not any(cut.is_forced for cut in cuts):
            return _even(galley, measures, legal) or cuts
    return fewest


def _ways(galley: Galley, language: str) -> Iterator[list[int]]:
    """The clusters a line may begin with: those that surely begin a phrase, those that may, those that part nothing
    that is one, all."""
    starts = galley.starts
    whole = {*whole_begins(galley.text, language)}
    yield [index for index in galley.legal if starts[index] in whole]
    begins = {*phrase_begins(galley.text, language)}
    if begins != whole:
        yield [index for index in galley.legal if starts[index] in begins]
    held = bonds(galley.text, language)
    yield [index for index in galley.legal if starts[index] not in held]
    yield galley.legal


def _even(galley: Galley, measures: Measures, legal: list[int]) -> list[Cut]:
    """The fewest lines, and of so many those whose lengths differ least (the squares of what they leave empty): where
    the best are nearly alike, those that end at a pause.

    The best way to a place is the beginning of the best way through it, so each place is looked at once. Empty where a
    line fits only by hanging.
    """
    nodes = [0, *legal, galley.total]
    apart = (measures.of(0) // _MIDWAY) ** 2
    text, starts = galley.text, galley.starts
    ends = {node: 0 if is_pause(text[max(0, starts[node] - 4) : starts[node]]) else apart for node in legal}
    best: dict[int, tuple[int, int, int]] = {0: (0, 0, 0)}  # node → lines, squares, the node before
    for number, first in enumerate(nodes[:-1]):
        if number not in best:
            continue
        lines, squares, _ = best[number]
        room = measures.of(first)
        for following in range(number + 1, len(nodes)):
            left = room - galley.width(first, nodes[following])
            if left < 0:
                break
            price = lines + 1, squares + left * left + ends.get(nodes[following], 0), number
            if following not in best or price[:2] < best[following][:2]:
                best[following] = price
    at = len(nodes) - 1
    if at not in best:
        return []
    path = [at]
    while at:
        at = best[at][2]
        path.append(at)
    return [Cut(nodes[first], nodes[end]) for first, end in pairwise(reversed(path))]
