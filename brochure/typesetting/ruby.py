"""Ruby (ルビ): how small readings and the characters they belong to are placed over each other.

Pure geometry along the line. Every length is an integer in thousandths of the base's em; what is handed in adds up
exactly to what is handed back. Follows W3C "Rules for simple placement of ruby" 2.2 to 2.4 and JLReq 3.3; pinyin after
CLReq 3.3 and, where a reading is joined to a word, GB/T 16159.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate, groupby, pairwise

from msgspec import Struct

EM = 1000
HALF_SIZE = 0.5  # ruby is half as large as its base (JLReq 3.3.3)
_LARGEST_END_SPACE = EM // 2  # what a short group ruby leaves free at either end, at most (simple ruby 2.3)


class RubyKind(StrEnum):
    """How readings hang together."""

    MONO = "mono"  # モノルビ: each character has its own
    GROUP = "group"  # グループルビ: one for the whole word, never broken
    JUKUGO = "jukugo"  # 熟語ルビ: each character has its own, yet they are one word
    PINYIN = "pinyin"  # 拼音: a syllable for each character, or a word for all of them
    BOPOMOFO = "bopomofo"  # 注音符號: beside each character (see bopomofo.py)


class Ruby(Struct, frozen=True):
    """The readings a run of text carries: one for each base character, or a single one for all (GROUP, PINYIN)."""

    readings: tuple[str, ...]
    kind: RubyKind
    scale: float = HALF_SIZE  # size of the ruby in shares of the base's


class RubyBlock(Struct, frozen=True):
    """A word and its readings, placed.

    The block is as wide as `lead`, the bases with their gaps, and `trail`. What of `lead` and `trail` a neighbour's
    blank can take is asked from `overhang`; at a line's edge the whole of it is kept, so that the ruby stands flush.
    """

    lead: int  # how far the ruby reaches before the first base's body
    trail: int  # and beyond the last one's
    base_gaps: tuple[int, ...]  # what is put between the bases: one fewer than bases
    positions: tuple[tuple[int, ...], ...]  # where each cluster of each reading begins, from the first base's left edge


def ruby_block(
    kind: RubyKind,
    bases: Sequence[int],
    readings: Sequence[Sequence[int]],
    *,
    is_latin: Sequence[bool] = (),
    is_latin_base: Sequence[bool] = (),
    scale: float = HALF_SIZE,
) -> RubyBlock:
    """The placing of `readings` over `bases`; a part of a jukugo word broken at a line's end is the same call for it.

    `bases` are body widths, `readings` the widths of each reading's clusters at ruby size, `is_latin` says which
    readings and `is_latin_base` which bases are never letter-spaced. `scale` only matters to pinyin, whose syllables
    keep a quarter of the ruby's em between them. Raises ValueError where readings and bases do not answer each other.
    """
    latin = tuple(is_latin) or (False,) * len(readings)
    is_word = kind is RubyKind.GROUP or (kind is RubyKind.PINYIN and len(readings) == 1)
    if not bases or len(readings) != (1 if is_word else len(bases)) or len(latin) != len(readings):
        raise ValueError(f"{len(readings)} readings, {len(latin)} of them told Latin or not, for {len(bases)} bases")
    if is_latin_base and len(is_latin_base) != len(bases):
        raise ValueError(f"{len(is_latin_base)} bases told Latin or not of {len(bases)}")
    base_word = _Row(tuple(bases), _solid_pairs(is_latin_base, len(bases)), all(is_latin_base or (False,)))
    match kind:
        case RubyKind.MONO:
            return _mono(bases, readings)
        case RubyKind.GROUP:
            return _group(base_word, readings, latin)
        case RubyKind.JUKUGO:
            return _jukugo(base_word, readings, latin)
        case RubyKind.PINYIN:
            return _pinyin(base_word, readings, round(EM * scale) // 4)
        case RubyKind.BOPOMOFO:
            raise ValueError("bopomofo stands beside its characters: bopomofo_column places it")


def overhang(need: int, blank: int, kana: int) -> int:
    """How much of `need` (a block's lead or trail) may stand over the neighbour.

    First over its `blank` (the free half of a bracket or stop, the free quarter of a middle dot, a space), then, where
    the style lets ruby stand over kana, over up to `kana` of the neighbour's body (one ruby em at most, JLReq 3.3.8).
    """
    return max(0, min(need, max(0, blank) + max(0, kana)))


class _Row(Struct, frozen=True):
    """Bodies side by side, and behind which of them no space may be put (all but the last are asked)."""

    widths: tuple[int, ...]
    is_solid: tuple[bool, ...]
    is_latin: bool = False

    @property
    def width(self) -> int:
        return sum(self.widths)

    def starts(self, gaps: Sequence[int], start: int) -> tuple[int, ...]:
        """Where each body begins with `start` before the first and `gaps` between them."""
        steps = (width + gap for width, gap in zip(self.widths, gaps, strict=False))
        return tuple(accumulate(steps, initial=start)) if self.widths else ()

    def shared(self, space: int, largest_end: int) -> tuple[int, tuple[int, ...]]:
        """What of `space` goes before the first body and into the gaps: 1:2:1, the ends no more than they may."""
        open_gaps = len(self.is_solid) - sum(self.is_solid)
        end = space // (2 * (open_gaps + 1))
        if open_gaps:
            end = min(end, largest_end)
        inner = space - 2 * end
        gaps: list[int] = []
        given = taken = 0
        for is_solid in self.is_solid:
            given += not is_solid
            gaps.append(0 if is_solid else inner * given // open_gaps - taken)
            taken += gaps[-1]
        return end, tuple(gaps)


def _solid_pairs(is_latin: Sequence[bool], count: int) -> tuple[bool, ...]:
    if not is_latin:
        return (False,) * (count - 1)
    return tuple(before and after for before, after in pairwise(is_latin))


def _centred(base: int, reading: Sequence[int]) -> int:
    """Where a reading set solid begins, from its base's left edge, when their centres are one over the other."""
    return (base - sum(reading)) // 2


def _mono(bases: Sequence[int], readings: Sequence[Sequence[int]]) -> RubyBlock:
    """Each reading set solid and centred on its base, which is given the room its reading needs."""
    starts = [_centred(base, reading) for base, reading in zip(bases, readings, strict=True)]
    leads = [max(0, -start) for start in starts]
    trails = [max(0, start + sum(reading) - base) for start, reading, base in zip(starts, readings, bases, strict=True)]
    gaps = tuple(trail + lead for trail, lead in zip(trails, leads[1:], strict=False))
    return RubyBlock(leads[0], trails[-1], gaps, _over_bases(bases, gaps, readings, starts))


def _over_bases(
    bases: Sequence[int], gaps: Sequence[int], readings: Sequence[Sequence[int]], starts: Sequence[int]
) -> tuple[tuple[int, ...], ...]:
    """Each reading's clusters set solid, from where it starts over its own base."""
    lefts = accumulate((base + gap for base, gap in zip(bases, gaps, strict=False)), initial=0)
    return tuple(
        tuple(accumulate(reading[:-1], initial=left + start)) if reading else ()
        for left, start, reading in zip(lefts, starts, readings, strict=True)
    )


def _group(base: _Row, readings: Sequence[Sequence[int]], is_latin: Sequence[bool]) -> RubyBlock:
    """The shorter of word and reading shared out 1:2:1 over the length of the longer; several readings are one row."""
    owners = [index for index, reading in enumerate(readings) for _ in reading]
    ruby = _Row(
        tuple(width for reading in readings for width in reading),
        tuple(is_latin[before] and is_latin[after] for before, after in pairwise(owners)),
    )
    space = ruby.width - base.width
    if space > 0:
        lead, gaps = base.shared(space, space)
        begin, ruby_gaps = -lead, (0,) * len(ruby.is_solid)
    else:
        lead, gaps = 0, (0,) * len(base.is_solid)
        begin, ruby_gaps = ruby.shared(-space, -space if base.is_latin else _LARGEST_END_SPACE)
    trail = max(0, space) - lead - sum(gaps)
    starts = iter(ruby.starts(ruby_gaps, begin))
    return RubyBlock(lead, trail, gaps, tuple(tuple(next(starts) for _ in reading) for reading in readings))


def _jukugo(base: _Row, readings: Sequence[Sequence[int]], is_latin: Sequence[bool]) -> RubyBlock:
    """As mono where every reading fits its base, else as group; kana without readings of their own part the word."""
    stretches: list[tuple[int, RubyBlock]] = []
    for has_reading, members in groupby(range(len(readings)), key=lambda index: bool(readings[index])):
        stretch = list(members)
        first, last = stretch[0], stretch[-1]
        part = _Row(base.widths[first : last + 1], base.is_solid[first:last], base.is_latin)
        over = readings[first : last + 1]
        is_fitting = not has_reading or all(map(_fits, part.widths, over))
        block = _mono(part.widths, over) if is_fitting else _group(part, over, is_latin[first : last + 1])
        stretches.append((part.width, block))
    return _side_by_side(stretches)


def _fits(base: int, reading: Sequence[int]) -> bool:
    return sum(reading) <= base


def _side_by_side(stretches: Sequence[tuple[int, RubyBlock]]) -> RubyBlock:
    """One block of several, each with the width of its bases; none reaches over another's bases."""
    blocks = [block for _, block in stretches]
    gaps = list(blocks[0].base_gaps)
    positions = list(blocks[0].positions)
    left = 0
    for (width, before), block in zip(stretches, blocks[1:], strict=False):
        between = before.trail + block.lead
        left += width + sum(before.base_gaps) + between
        gaps += (between, *block.base_gaps)
        positions += (tuple(left + at for at in reading) for reading in block.positions)
    return RubyBlock(blocks[0].lead, blocks[-1].trail, tuple(gaps), tuple(positions))


def _pinyin(base: _Row, readings: Sequence[Sequence[int]], apart: int) -> RubyBlock:
    """Syllables centred on their characters (a word on its word), kept `apart` in the block, half of it outside."""
    if len(readings) < len(base.widths):
        return _pinyin_word(base, readings[0], apart)
    starts = [_centred(width, reading) for width, reading in zip(base.widths, readings, strict=True)]
    ends = [start + sum(reading) for start, reading in zip(starts, readings, strict=True)]
    gaps = tuple(
        max(0, end + apart - width - start) if before and after else max(0, end - width, -start)
        for end, width, start, before, after in zip(ends, base.widths, starts[1:], readings, readings[1:], strict=False)
    )
    margin = -(-apart // 2)
    lead = max(0, margin - starts[0]) if readings[0] else 0
    trail = max(0, ends[-1] + margin - base.widths[-1]) if readings[-1] else 0
    return RubyBlock(lead, trail, gaps, _over_bases(base.widths, gaps, readings, starts))


def _pinyin_word(base: _Row, reading: Sequence[int], apart: int) -> RubyBlock:
    """A word's joined reading, as a Latin group whose ends keep half of `apart` from the next word's."""
    margin = -(-apart // 2)
    block = _group(base, (reading,), (True,))
    start = block.positions[0][0] if reading else margin
    lead = max(block.lead, margin - start) if reading else 0
    width = base.width + sum(block.base_gaps)
    trail = max(block.trail, start + sum(reading) + margin - width) if reading else 0
    return RubyBlock(lead, trail, block.base_gaps, block.positions)
