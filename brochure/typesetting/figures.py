"""Figures of a face that can be set one by one: those that neither change nor move beside one another."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from brochure.typefaces.chain import FaceChain
from brochure.typesetting.itemise import Item, Kind
from brochure.typesetting.shape import shape
from brochure.typesetting.text_style import TextStyle

FIGURES = "0123456789"
_SIGNS = "., "
_OF_FIGURES = frozenset({"lnum", "onum", "pnum", "tnum", "zero"})
_ALL_NEIGHBOURS = "".join(
    [one + "".join([one + other for other in FIGURES[at + 1 :]]) for at, one in enumerate(FIGURES)]
    + ["".join([figure + sign for figure in FIGURES]) for sign in _SIGNS]
    + ["0"]
)
"""Every figure before and after every other, itself and every sign."""

Figures: TypeAlias = dict[str, tuple[str, int]]
"""The glyph of each figure, as a character, and its width in thousandths of an em."""


@cache
def figures_of(faces: FaceChain, language: str, features: tuple[tuple[str, int], ...]) -> Figures:
    """The figures of the main face, if none changes or moves beside another, a comma, a full stop or a space; else
    none."""
    if faces.spans(_ALL_NEIGHBOURS) != ((0, len(_ALL_NEIGHBOURS), faces.main),):
        return {}
    style = TextStyle(faces, 1.0, language, features=features)
    shaped = shape(Item(0, _ALL_NEIGHBOURS, 0, style, faces.main, Kind.LATIN))
    ids = shaped.ids.decode("utf-16-be", "surrogatepass")
    if not len(ids) == len(shaped.clusters) == len(_ALL_NEIGHBOURS) or shaped.shifts or shaped.advances != shaped.pens:
        return {}
    signs = [*zip(_ALL_NEIGHBOURS, zip(ids, shaped.advances, strict=True), strict=True)]
    known = dict(signs)
    is_alone = all(known[sign] == each for sign, each in signs)
    return {sign: known[sign] for sign in FIGURES} if is_alone else {}


def changes_figures_alone(features: tuple[tuple[str, int], ...]) -> bool:
    """Whether OpenType features leave all but figures as they are."""
    return all(tag in _OF_FIGURES for tag, _ in features)
