"""Glyphs that are drawn but are no part of the copy: readings, emphasis marks, hyphens at line ends."""

from __future__ import annotations

from brochure.drawing.frame import Glyphs
from brochure.typesetting.itemise import Item
from brochure.typesetting.shape import Shaped


def silent(item: Item, shaped: Shaped, width: float, shifts: tuple[tuple[int, float], ...] = ()) -> Glyphs:
    """An item's glyphs as one run of so many points, with the moves before some of its glyphs."""
    count = len(shaped.ids) // 2
    texts: tuple[str, ...] = ()
    if count != len(item.text):
        ends = [*shaped.clusters[1:], len(item.text)]
        parts: list[str] = []
        for number, (start, end) in enumerate(zip(shaped.clusters, ends, strict=True)):
            parts.append(item.text[start:end])
            parts += [""] * (shaped.glyphs[number + 1] - shaped.glyphs[number] - 1)
        texts = tuple(parts)
    style = item.style
    return Glyphs(
        item.face.key,
        style.size,
        shaped.ids,
        item.text,
        width,
        shifts,
        texts,
        style.colour,
        style.language,
        item.is_vertical,
        is_silent=True,
    )
