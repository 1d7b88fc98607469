"""A stretch of a galley that comes from one item, and such stretches joined where one run of glyphs can show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from brochure.typesetting.itemise import Item, Kind
from brochure.typesetting.shape import Shaped


class Segment(NamedTuple):
    """The clusters `first` to `end` (exclusive) that come from one item; `scale` is its size in ems of the paragraph.

    `shaped` is None where the glyphs were picked from the case, one for each character, an em wide.
    """

    first: int
    end: int
    item: Item
    ids: bytes
    shaped: Shaped | None
    scale: float


_PLAIN_KINDS = frozenset({Kind.HAN, Kind.LATIN, Kind.QUOTES})


def joined(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments of a horizontal galley, neighbours of one run and face joined where each character has its glyph.

    Kanji, the year between them and the quotes around them are one run of glyphs on the page: what parts them in the
    setting, script and features, has done its work.
    """
    found: list[Segment] = []
    group: list[Segment] = []
    for segment in segments:
        if not _is_one_to_one(segment):
            found += [*_as_one(group), segment]
            group = []
        elif group and _goes_on(group[-1], segment):
            group.append(segment)
        else:
            found += _as_one(group)
            group = [segment]
    return (*found, *_as_one(group))


def _is_one_to_one(segment: Segment) -> bool:
    if segment.item.kind not in _PLAIN_KINDS:
        return False
    shaped = segment.shaped
    return shaped is None or (isinstance(shaped.glyphs, range) and not shaped.shifts)


def _goes_on(before: Segment, after: Segment) -> bool:
    one, other = before.item, after.item
    return one.run == other.run and one.face is other.face and before.end == after.first


def _as_one(group: Sequence[Segment]) -> Sequence[Segment]:
    if len(group) < 2:
        return group
    first = group[0]
    text = "".join([segment.item.text for segment in group])
    item = first.item._replace(text=text, kind=Kind.HAN)
    return (Segment(first.first, group[-1].end, item, b"".join([each.ids for each in group]), None, first.scale),)
