"""What each gap of a line gives or takes, step by step, in whole thousandths of an em that add up exactly."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.typesetting.galley import Galley


def adjusted(galley: Galley, first: int, last: int, slack: int) -> dict[int, int]:
    """What to add to the gap after each cluster (sparse) so that the line from `first` to `last` grows by `slack`.

    Negative slack reduces. Where there is nothing to grow the result is empty and the line stays short.
    """
    deltas: dict[int, int] = {}
    steps = galley.capacities.shrinks if slack < 0 else galley.capacities.grows
    sign, need = (-1, -slack) if slack < 0 else (1, slack)
    for shares in steps:
        if not need:
            return deltas
        need -= _shared(deltas, shares, first, last, need, sign)
    if need and sign > 0:
        _spread(deltas, galley.capacities.evens, first, last, need)
    return deltas


def spread(galley: Galley, first: int, last: int, slack: int) -> dict[int, int]:
    """The slack shared evenly by all gaps (均等割り)."""
    deltas: dict[int, int] = {}
    _spread(deltas, [1] * len(galley), first, last, slack)
    return deltas


def _shared(deltas: dict[int, int], shares: Sequence[int], first: int, last: int, need: int, sign: int) -> int:
    """Share out `need` in proportion to the gaps' own shares, as far as they go; returns what was shared out."""
    room = sum(shares[first:last])
    if not room:
        return 0
    used = min(need, room)
    seen = given = 0
    for index in range(first, last):
        share = shares[index]
        if share:
            seen += share
            wanted = used * seen // room - given
            given += wanted
            if wanted:
                deltas[index] = deltas.get(index, 0) + sign * wanted
    return used


def _spread(deltas: dict[int, int], evens: Sequence[int], first: int, last: int, need: int) -> None:
    taking_part = [index for index in range(first, last) if evens[index]]
    given = 0
    for count, index in enumerate(taking_part, start=1):
        wanted = need * count // len(taking_part) - given
        given += wanted
        deltas[index] = deltas.get(index, 0) + wanted
