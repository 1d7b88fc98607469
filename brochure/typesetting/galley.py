"""The galley (棒組): a paragraph as one endless line, in arrays. Python touches what is exceptional, C the rest.

Lengths are whole numbers, thousandths of the paragraph's em, so that lines do not depend on the machine. A cluster is
the smallest thing that is placed: a character with its marks, or a ligature. Plain clusters (Han, kana) are an em wide,
set solid, may part and may end a line; only the others are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from brochure.typesetting.itemise import Kind
from brochure.typesetting.paragraph import ParagraphStyle, Run
from brochure.typesetting.segment import Segment, joined
from brochure.typesetting.spacing import ALL_STEPS, APART, GROW_LATIN, GROW_SPACE, KEPT_AT_END, MASK, SPACE, Pairs
from brochure.typesetting.stick import Stick

if TYPE_CHECKING:
    from brochure.typesetting.ruby_setting import RubyPlace


class Galley(Struct, frozen=True, gc=False):
    """A paragraph's clusters in arrays of one length n, prefix sums of n + 1.

    `codes`: classes, a character each (`spacing`). `starts`: offsets in the text (n + 1). `bodies`: widths of the
    bodies. `offsets`: from a body's left edge to its glyph's origin, where not 0. `edges`: where each body begins in
    the endless line (n + 1). `rooms`: sums over the gaps after clusters 0 to i - 1 of what each step gives and takes,
    and of what parting Han and kana gives, packed (`spacing`); `roomy`: the gaps with a room of another kind than that.
    `may_end`: 1 at b where a line may end before cluster b (n + 1). `heads`, `tails`: the room a cluster needs before
    or after it where it begins or ends a line (ruby, hyphens). `moves`: what the pen must move between the glyphs of a
    cluster and the next beyond the font's own widths, where not 0; `uneven`: where. `scales`: each cluster's size in
    ems where sizes are mixed, else empty. `hyphens`: the b at which a line that ends shows a hyphen. `steps`, `growth`:
    the shifts of the steps in which it can be reduced and grown, in their order. `closed`: the gaps nothing is ever
    added to. `segments` come one from an item; `stretches` are those that are placed as one run of glyphs.
    `is_adorned`: whether anything stands beside its lines. `is_plain`: one stretch, horizontal, of one size, a glyph
    for each cluster, no link.
    """

    text: str
    em: float
    codes: str
    starts: Sequence[int]
    bodies: list[int]
    offsets: Mapping[int, int]
    edges: list[int]
    rooms: list[int]
    roomy: list[int]
    may_end: bytearray
    heads: Mapping[int, int]
    tails: Mapping[int, int]
    moves: Mapping[int, int]
    uneven: list[int]
    scales: Sequence[float]
    hyphens: frozenset[int]
    segments: tuple[Segment, ...]
    stretches: tuple[Segment, ...]
    rubies: tuple[RubyPlace, ...]
    pairs: Pairs
    steps: tuple[int, ...]
    growth: tuple[int, ...]
    closed: frozenset[int]
    is_adorned: bool
    is_plain: bool

    @property
    def total(self) -> int:
        """The number of clusters."""
        return len(self.bodies)

    @property
    def legal(self) -> list[int]:
        """The clusters a line may begin with."""
        return [index for index in range(1, self.total) if self.may_end[index]]

    def last(self, first: int, end: int) -> int:
        """The last cluster of a line from `first` to `end` that is no word space; first - 1 where all are."""
        last = end - 1
        if last < first or self.codes[last] != SPACE:
            return last
        return first + len(self.codes[first:end].rstrip(SPACE)) - 1

    def width(self, first: int, end: int) -> int:
        """The natural width of clusters `first` to `end`, without what may follow the last body."""
        last = self.last(first, end)
        if last < first:
            return 0
        width = self.edges[last] + self.bodies[last] - self.edges[first]
        return width + self.heads.get(first, 0) + self.tails.get(last, 0)

    def kept(self, last: int) -> int:
        """What a body may keep after it at the end of a line."""
        kept = KEPT_AT_END.get(self.codes[last], 0)
        return round(kept * self.scales[last]) if kept and self.scales else kept

    def even_gaps(self, first: int, last: int) -> list[int]:
        """The clusters from `first` to `last` - 1 after which the last step of expansion may add."""
        pairs, codes = self.pairs, self.codes
        return [at for at in range(first, last) if pairs[codes[at : at + 2]].is_even and at not in self.closed]

    def gap(self, index: int) -> int:
        """The natural gap after a body."""
        return self.edges[index + 1] - self.edges[index] - self.bodies[index]


def set_galley(runs: tuple[Run, ...], style: ParagraphStyle, is_relaxed: bool) -> Galley:
    """The galley of a paragraph without hard line ends; `is_relaxed` takes the strict level (narrow measures)."""
    stick = Stick(runs, style, is_relaxed)
    stick.fill()
    each = [room | parting << APART for room, parting in zip(stick.rooms, stick.partings, strict=True)]
    rooms = list(accumulate(each, initial=0))
    moves = stick.moves()
    stretches = tuple(stick.segments) if style.is_vertical else joined(stick.segments)
    return Galley(
        stick.text,
        style.text.size,
        stick.codes,
        stick.starts,
        stick.bodies,
        stick.offsets,
        list(accumulate(stick.steps, initial=0)),
        rooms,
        sorted(stick.roomy),
        stick.may_end,
        stick.heads,
        stick.tails,
        moves,
        sorted(moves),
        stick.scales,
        frozenset(stick.hyphens),
        tuple(stick.segments),
        stretches,
        tuple(stick.rubies),
        stick.pairs,
        *steps_within(stick.pairs, rooms[-1]),
        frozenset(stick.closed),
        bool(stick.rubies or stick.hyphens) or any(run.emphasis or run.side_line for run in runs),
        _is_plain(stick, stretches, runs, style),
    )


def steps_within(pairs: Pairs, rooms: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The shifts of the steps of reduction and of growth that are in the packed rooms of a whole galley."""
    if not rooms & ALL_STEPS:
        return (), ()
    given = tuple([shift for shift in pairs.steps if rooms >> shift & MASK])
    return given, tuple([shift for shift in (GROW_SPACE, GROW_LATIN) if rooms >> shift & MASK])


def _is_plain(stick: Stick, stretches: Sequence[Segment], runs: tuple[Run, ...], style: ParagraphStyle) -> bool:
    return (
        len(stretches) == 1
        and stretches[0].shaped is None
        and stretches[0].item.kind is Kind.HAN
        and not stick.scales
        and not stick.heads
        and not stick.hyphens
        and not style.is_vertical
        and len(runs) == 1
        and not (runs[0].target or runs[0].ruby or runs[0].emphasis or runs[0].side_line)
    )
