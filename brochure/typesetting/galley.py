"""The galley (棒組): a paragraph as one endless line, in arrays. Python touches each character here and never again.

Lengths are whole numbers, thousandths of the paragraph's em, so that lines do not depend on the machine. A cluster is
the smallest thing that is placed: a character with its marks, or a ligature.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from brochure.typesetting.character_classes import (
    HALF_BODIES,
    INSEPARABLE,
    MIDDLE_DOT,
    OPENING_BRACKET,
    WESTERN,
    WORD_SPACE,
    class_of,
)
from brochure.typesetting.conventions import Conventions
from brochure.typesetting.itemise import Item, itemise
from brochure.typesetting.kinsoku import legal_pairs
from brochure.typesetting.paragraph import ParagraphStyle, Run
from brochure.typesetting.shape import Shaped, shape
from brochure.typesetting.spacing import Capacities, capacities, natural_gaps

_EM = 1000
_NOT_AS_SHAPED = HALF_BODIES | {INSEPARABLE}
WORD_JOINER, ZERO_WIDTH_SPACE = "\u2060", "\u200b"


@dataclass(frozen=True, slots=True)
class Segment:
    """The clusters `first` to `end` (exclusive) of the galley that come from one item; `scale` is its size in ems."""

    first: int
    end: int
    item: Item
    shaped: Shaped
    scale: float


@dataclass(frozen=True, slots=True)
class Galley:
    """A paragraph's clusters in arrays of one length n, edges of n + 1.

    `starts`: offsets in the text (n + 1). `bodies`: widths of the bodies. `offsets`: from a body's left edge to its
    glyph's origin. `gaps`: the natural gap after each body (the last 0). `edges`: where each body begins in the
    endless line. `end_gaps`: what a body may keep after it at a line's end. `legal`: the numbers b of clusters a line
    may begin with. `trimmed`: for a line that ends before cluster b, where its content ends without word spaces.
    `moves`: what the pen must move between the glyphs of a cluster and the next beyond the font's own widths;
    `uneven`: where that is not 0.
    """

    text: str
    em: float
    starts: list[int]
    spacing_classes: list[int]
    bodies: list[int]
    offsets: list[int]
    gaps: list[int]
    edges: list[int]
    end_gaps: list[int]
    legal: list[int]
    trimmed: list[int]
    segments: tuple[Segment, ...]
    capacities: Capacities
    moves: list[int]
    uneven: list[int]

    def __len__(self) -> int:
        return len(self.bodies)

    def width(self, first: int, end: int) -> int:
        """The natural width of clusters `first` to `end`, without what may follow the last body."""
        last = self.trimmed[end] - 1
        return self.edges[last] + self.bodies[last] - self.edges[first] if last >= first else 0


def set_galley(runs: tuple[Run, ...], style: ParagraphStyle, is_relaxed: bool) -> Galley:
    """The galley of a paragraph without hard line ends; `is_relaxed` takes the strict level (narrow measures)."""
    em = style.text.size
    text = "".join(run.text for run in runs)
    starts: list[int] = []
    bodies: list[int] = []
    offsets: list[int] = []
    pens: list[int] = []
    scales: list[float] = []
    kinds: list[int] = []
    spaced: list[int] = []
    tracking: list[int] = []
    segments: list[Segment] = []
    conventions = style.conventions
    for item in itemise(runs):
        shaped = shape(item)
        if not shaped.clusters:
            continue
        scale = item.style.size / em
        first = len(bodies)
        own = [class_of(item.text[at]) for at in shaped.clusters]
        seen, widths, moved = _bodies(item, shaped, own, conventions)
        if scale == 1.0:
            bodies += widths
            offsets += moved
            pens += shaped.pens
        else:
            bodies += [round(width * scale) for width in widths]
            offsets += [round(move * scale) for move in moved]
            pens += [round(pen * scale) for pen in shaped.pens]
        starts += [item.start + at for at in shaped.clusters]
        kinds += own
        spaced += seen
        scales += [scale] * len(own)
        tracking += [round(item.style.tracking * _EM * scale)] * len(own)
        segments.append(Segment(first, len(bodies), item, shaped, scale))
    if starts:
        starts[0] = 0
    gaps = natural_gaps(spaced, scales, conventions)
    room = capacities(spaced, bodies, gaps, scales, conventions)
    if any(tracking):
        gaps = [gap + extra for gap, extra in zip(gaps, tracking, strict=True)]
    if gaps:
        gaps[-1] = 0
    edges = list(accumulate((body + gap for body, gap in zip(bodies, gaps, strict=True)), initial=0))
    starts.append(len(text))
    moves = [
        body + gap + after - before - pen
        for body, gap, before, after, pen in zip(bodies, gaps, offsets, offsets[1:], pens, strict=False)
    ]
    return Galley(
        text,
        em,
        starts,
        spaced,
        bodies,
        offsets,
        gaps,
        edges,
        _end_gaps(spaced, bodies, scales),
        _legal(text, starts, kinds, conventions, is_relaxed),
        _trimmed(kinds),
        tuple(segments),
        room,
        moves,
        [index for index, move in enumerate(moves) if move],
    )


def _bodies(
    item: Item, shaped: Shaped, own: list[int], conventions: Conventions
) -> tuple[list[int], list[int], list[int]]:
    """Spacing classes, body widths and glyph offsets of an item's clusters, in thousandths of its own em."""
    text = item.text
    seen = (
        own
        if not conventions.classes
        else [conventions.classes.get(text[at], kind) for at, kind in zip(shaped.clusters, own, strict=True)]
    )
    widths = shaped.advances
    moved = [0] * len(own)
    if _NOT_AS_SHAPED.isdisjoint(seen):
        return seen, widths, moved
    seen, widths = list(seen), list(widths)
    ends = [*shaped.clusters[1:], len(text)]
    for index, kind in enumerate(seen):
        if kind == INSEPARABLE:
            whole = _EM * (ends[index] - shaped.clusters[index])  # …… and —— are two ems whatever the font has
            moved[index] = (whole - widths[index]) // 2
            widths[index] = whole
            continue
        if kind in HALF_BODIES:
            if widths[index] != _EM:
                seen[index] = WESTERN  # set narrow by the font: a Western sign
                continue
            widths[index] = _EM // 2
            moved[index] = -_EM // 2 if kind == OPENING_BRACKET else -_EM // 4 if kind == MIDDLE_DOT else 0
    return seen, widths, moved


def _end_gaps(kinds: list[int], bodies: list[int], scales: list[float]) -> list[int]:
    """What a body may keep after it at the end of a line: half an em after a mark, a quarter after a middle dot."""
    keeps = HALF_BODIES - {OPENING_BRACKET}
    return [
        round((_EM / 4 if kind == MIDDLE_DOT else _EM / 2) * scale) if kind in keeps else 0
        for kind, scale in zip(kinds, scales, strict=True)
    ]


def _legal(text: str, starts: list[int], kinds: list[int], conventions: Conventions, is_relaxed: bool) -> list[int]:
    pairs = legal_pairs(conventions.level, is_relaxed)
    legal = [index for index, pair in enumerate(pairwise(kinds), start=1) if pair in pairs]
    if WORD_JOINER not in text and ZERO_WIDTH_SPACE not in text:
        return legal
    allowed = set(legal)
    for index in range(1, len(kinds)):
        before, after = text[starts[index - 1] : starts[index]], text[starts[index] : starts[index + 1]]
        if ZERO_WIDTH_SPACE in before:
            allowed.add(index)
        if WORD_JOINER in before or after.startswith(WORD_JOINER):
            allowed.discard(index)
    return sorted(allowed)


def _trimmed(kinds: list[int]) -> list[int]:
    trimmed = [0]
    for index, kind in enumerate(kinds, start=1):
        trimmed.append(trimmed[-1] if kind == WORD_SPACE and trimmed[-1] else index)
    return trimmed
