"""Ruby set into a galley: readings shaped, laid along their clusters, and placed in a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.typesetting.bopomofo import column_width, letter_size
from brochure.typesetting.itemise import Item, Kind
from brochure.typesetting.paragraph import ParagraphStyle, Run
from brochure.typesetting.ruby import Ruby, RubyBlock, RubyKind, ruby_block
from brochure.typesetting.segment import Segment
from brochure.typesetting.shape import Shaped, shape

_NOTHING = Shaped(b"", (), (0,), [], [], {})


class Reading(Struct, frozen=True):
    """A reading shaped: what it is an item of, and its clusters' widths in thousandths of the paragraph's em."""

    item: Item
    shaped: Shaped
    widths: tuple[int, ...]
    is_latin: bool


class RubyPlace(Struct, frozen=True):
    """The clusters `first` to `end` (exclusive), their bodies' widths, and the ruby that stands along them."""

    first: int
    end: int
    kind: RubyKind
    bases: tuple[int, ...]
    readings: tuple[Reading, ...]
    block: RubyBlock
    scale: float
    is_latin_base: tuple[bool, ...]

    @property
    def may_break(self) -> bool:
        """Whether a line may end between the bases."""
        return len(self.readings) == len(self.bases)

    def part(self, first: int, end: int) -> RubyBlock:
        """The ruby of the clusters `first` to `end` alone, as a line end has cut them off."""
        if (first <= self.first and end >= self.end) or not self.may_break:
            return self.block
        chosen = slice(max(0, first - self.first), end - self.first)
        latin = self.is_latin_base[chosen]
        return _block(self.kind, self.bases[chosen], self.readings[chosen], self.scale, latin)


def ruby_places(
    runs: Sequence[Run], segments: Sequence[Segment], bodies: Sequence[int], style: ParagraphStyle
) -> Iterator[RubyPlace]:
    """The ruby of every run that carries one, in order; a mono ruby is as many as it has characters."""
    for number, run in enumerate(runs):
        if run.ruby is None:
            continue
        mine = [segment for segment in segments if segment.item.run == number]
        if not mine:
            continue
        first, end, scale = mine[0].first, mine[-1].end, mine[0].scale
        readings = _readings(run, run.ruby, number, style, scale)
        bases = tuple(bodies[first:end])
        latin = tuple(segment.item.kind is Kind.LATIN for segment in mine for _ in range(segment.first, segment.end))
        small = scale * run.ruby.scale
        kind = run.ruby.kind
        if len(readings) != len(bases):
            kind = RubyKind.PINYIN if kind is RubyKind.PINYIN and len(readings) == 1 else RubyKind.GROUP
            readings = readings if len(readings) == 1 else _joined(run, run.ruby, number, style, scale)
        if kind is RubyKind.BOPOMOFO:
            room = 0 if style.is_vertical else round(column_width(letter_size(run.style.size)) * scale)
            for at, (base, reading) in enumerate(zip(bases, readings, strict=True), first):
                yield RubyPlace(at, at + 1, kind, (base,), (reading,), RubyBlock(0, room, (), ()), small, (False,))
        elif kind is RubyKind.MONO:
            for at, (base, reading) in enumerate(zip(bases, readings, strict=True), first):
                block = _block(kind, (base,), (reading,), small, ())
                yield RubyPlace(at, at + 1, kind, (base,), (reading,), block, small, (False,))
        else:
            block = _block(kind, bases, readings, small, latin)
            yield RubyPlace(first, end, kind, bases, readings, block, small, latin)


def _joined(run: Run, ruby: Ruby, number: int, style: ParagraphStyle, scale: float) -> tuple[Reading, ...]:
    """Readings that do not answer the characters one by one, as one for them all."""
    return _readings(run, replace(ruby, readings=("".join(ruby.readings),)), number, style, scale)


def _readings(run: Run, ruby: Ruby, number: int, style: ParagraphStyle, scale: float) -> tuple[Reading, ...]:
    small = replace(run.style, size=run.style.size * ruby.scale, tracking=0.0)
    found: list[Reading] = []
    for text in ruby.readings:
        is_latin = not any(each >= "\u2e80" for each in text)
        kind = Kind.LATIN if is_latin else Kind.HAN
        face = run.style.faces.face_for(text[0]) if text else run.style.faces.main
        item = Item(0, text, number, small, face, kind, style.is_vertical and not is_latin)
        shaped = shape(item) if text else _NOTHING
        widths = tuple(round(width * scale * ruby.scale) for width in shaped.advances)
        found.append(Reading(item, shaped, widths, is_latin))
    return tuple(found)


def _block(
    kind: RubyKind, bases: Sequence[int], readings: Sequence[Reading], scale: float, is_latin_base: Sequence[bool]
) -> RubyBlock:
    widths = [reading.widths for reading in readings]
    latin = [reading.is_latin for reading in readings]
    return ruby_block(kind, bases, widths, is_latin=latin, is_latin_base=is_latin_base, scale=scale)
