"""Figures of a face that can be set one by one: those that neither change nor move beside one another."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from brochure.typefaces.chain import FaceChain
from brochure.typesetting.type_case import beside_one_another, shaped_buffer

FIGURES = "0123456789"
_SIGNS = "., "
_OF_FIGURES = frozenset({"lnum", "onum", "pnum", "tnum", "zero"})
ALL_NEIGHBOURS = beside_one_another(FIGURES) + "".join(
    [sign + figure for sign in _SIGNS for figure in FIGURES[1:] + FIGURES[0]]
)
"""Every figure before and after every other, itself and every sign."""

Figures: TypeAlias = dict[str, tuple[str, int]]
"""The glyph of each figure, as a character, and its width in thousandths of an em."""


@cache
def figures_of(faces: FaceChain, language: str, features: tuple[tuple[str, int], ...]) -> Figures:
    """The figures of the main face, if none changes or moves beside another, a comma, a full stop or a space; else
    none."""
    face = faces.main
    if faces.spans(ALL_NEIGHBOURS) != ((0, len(ALL_NEIGHBOURS), face),):
        return {}
    buffer = shaped_buffer(face, ALL_NEIGHBOURS, language, "Latn", False, dict(features))
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    if positions is None or [info.cluster for info in infos] != [*range(len(ALL_NEIGHBOURS))]:
        return {}
    glyphs, moves = [info.codepoint for info in infos], [position.x_advance for position in positions]
    seen = {*zip(ALL_NEIGHBOURS, glyphs, moves, strict=True)}
    if len(seen) > len(FIGURES + _SIGNS) or any(face.advance(glyph) != move for _, glyph, move in seen):
        return {}
    known = {sign: (chr(glyph), round(move * 1000 / face.units_per_em)) for sign, glyph, move in seen}
    return {sign: known[sign] for sign in FIGURES}


def changes_figures_alone(features: tuple[tuple[str, int], ...]) -> bool:
    """Whether OpenType features leave all but figures as they are."""
    return all(tag in _OF_FIGURES for tag, _ in features)
