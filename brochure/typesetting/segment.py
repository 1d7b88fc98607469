"""A stretch of a galley that comes from one item, and such stretches joined where one run of glyphs can show them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.typesetting.itemise import Item, Kind
from brochure.typesetting.shape import Shaped


class Segment(Struct, frozen=True, gc=False):
    """The clusters `first` to `end` (exclusive) that come from one item; `scale` is its size in ems of the paragraph.

    `shaped` is None where each cluster has one glyph and the moves between them are the galley's: characters picked
    from the case, and what is joined.
    """

    first: int
    end: int
    item: Item
    ids: bytes
    shaped: Shaped | None
    scale: float


_PLAIN_KINDS = frozenset({Kind.HAN, Kind.LATIN, Kind.QUOTES})


def joined(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments of a horizontal galley, neighbours of one run and face joined where each cluster has one glyph.

    Kanji, the year between them and the quotes around them are one run of glyphs on the page: what parts them in the
    setting, script and features, has done its work.
    """
    found: list[Segment] = []
    group: list[Segment] = []
    for segment in segments:
        if not _may_join(segment):
            found += [*_as_one(group), segment]
            group = []
        elif group and _goes_on(group[-1], segment):
            group.append(segment)
        else:
            found += _as_one(group)
            group = [segment]
    return (*found, *_as_one(group))


def has_glyph_a_cluster(shaped: Shaped) -> bool:
    """Whether each cluster is drawn by one glyph."""
    return isinstance(shaped.glyphs, range) or len(shaped.ids) == 2 * len(shaped.clusters)


def _may_join(segment: Segment) -> bool:
    shaped = segment.shaped
    return segment.item.kind in _PLAIN_KINDS and (shaped is None or has_glyph_a_cluster(shaped))


def _goes_on(before: Segment, after: Segment) -> bool:
    one, other = before.item, after.item
    return one.run == other.run and one.face is other.face and before.end == after.first


def _as_one(group: Sequence[Segment]) -> Sequence[Segment]:
    if len(group) < 2:
        return group
    first = group[0]
    text = "".join([segment.item.text for segment in group])
    item = replace(first.item, text=text, kind=Kind.HAN)
    return (Segment(first.first, group[-1].end, item, b"".join([each.ids for each in group]), None, first.scale),)
