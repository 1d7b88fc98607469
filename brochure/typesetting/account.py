"""The account of a line: where every character stands, how far it moves the pen, and by which step its gap was changed.

For whoever wants to judge a line and not only to see it: `brochure compose --format json` prints it. Lengths in points,
x from the head of the line's measure, along the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from brochure.typesetting.compose import SetLine, set_lines
from brochure.typesetting.galley import Galley
from brochure.typesetting.paragraph import Alignment, Paragraph
from brochure.typesetting.placing import Placing
from brochure.typesetting.spacing import ALL_STEPS, APART, GROW_LATIN, GROW_SPACE, MASK, SHIFTS

SOLID = "solid"  # no gap
NATURAL = "natural"  # the gap the classes ask for
LINE_END = "line-end"
PARTED = "parted"  # Han and kana parted
EVEN = "even"  # added to all gaps evenly
SPREAD = "spread"  # a line spread over its measure
RUBY = "ruby"  # room made for a reading


class Character(Struct, frozen=True):
    """One cluster of a line: the copy it stands for, where its body begins, the body's length, the gap after it.

    `gap` is what is set, `natural` what the classes ask for; `step` says by what the two differ: a step of `Reduction`
    or one of those above.
    """

    text: str
    x: float
    body: float
    gap: float
    natural: float
    step: str

    @property
    def advance(self) -> float:
        """How far the next body begins after this one."""
        return self.body + self.gap


class Account(Struct, frozen=True):
    """One line: its characters, its measure and its length in points, what it lacked before its gaps were changed, and
    whether it had to be broken where no line may end.
    """

    text: str
    measure: float
    length: float
    slack: float
    hung: float
    is_forced: bool
    characters: tuple[Character, ...]


def accounts(copy: Paragraph, measure: float) -> Iterator[Account]:
    """The account of every line `compose` gives of a paragraph at a measure in points."""
    for line in set_lines(copy, measure):
        yield _account(line)


def _account(line: SetLine) -> Account:
    placing, cut = line.placing, line.cut
    galley = placing.galley
    text = galley.text[galley.starts[cut.first] : galley.starts[cut.end]]
    characters = tuple(_characters(placing))
    length = characters[-1].x + characters[-1].body if characters else 0.0
    points = placing.points
    return Account(
        text, points(line.measure), length, points(line.slack), points(cut.hung), bool(cut.is_forced), characters
    )


def _characters(line: Placing) -> Iterator[Character]:
    galley = line.galley
    for at in range(line.first, line.last + 1):
        natural = galley.gap(at) if at < line.last else 0
        change = line.deltas.get(at, 0) if at < line.last else 0
        step = LINE_END if at == line.last else _step(line, at, natural, change)
        yield Character(
            galley.text[galley.starts[at] : galley.starts[at + 1]],
            round(line.points(line.edge(at)), 4),
            round(line.points(galley.bodies[at]), 4),
            round(line.points(natural + change), 4),
            round(line.points(natural), 4),
            step,
        )


def _step(line: Placing, at: int, natural: int, change: int) -> str:
    """The last step that changed a gap."""
    if not change:
        return NATURAL if natural else SOLID
    if line.style.alignment is Alignment.SPREAD:
        return SPREAD
    galley = line.galley
    if any(place.first - 1 <= at < place.end for place in galley.rubies) and not _room(galley, at) & ALL_STEPS:
        return RUBY
    if change < 0:
        return next((step.value for step, shift in SHIFTS.items() if _room(galley, at) >> shift & MASK), RUBY)
    for name, shift in (("word-space", GROW_SPACE), ("latin", GROW_LATIN)):
        if change <= _room(galley, at) >> shift & MASK:
            return name
    return PARTED if change <= _room(galley, at) >> APART else EVEN


def _room(galley: Galley, at: int) -> int:
    return galley.rooms[at + 1] - galley.rooms[at]
