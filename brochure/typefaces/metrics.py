"""The measures of a face, all in em, upwards positive unless the name says a depth."""

from __future__ import annotations

from struct import unpack_from

import uharfbuzz
from msgspec import Struct

_TAGS = uharfbuzz.OTMetricsTag

IDEOGRAPHIC_ASCENT = 0.88  # em; where nothing is said: the body of Adobe's and Noto's CJK faces (JIS practice)
_SCRIPTS = {"ja": ("kana", "hani"), "zh_CN": ("hani",), "zh_TW": ("hani",)}


class Metrics(Struct, frozen=True):
    """What a line, a box or a font descriptor needs to know of a face.

    `ideographic_ascent` and `ideographic_descent` are the edges of the ideographic body (仮想ボディ) above and below
    the baseline; together they are one em. `slope` is the italic angle in degrees, leftwards positive (PDF's sense).
    `box` is the union of all glyphs: left, bottom, right, top.
    """

    ascent: float
    descent: float
    cap_height: float
    x_height: float
    ideographic_ascent: float
    ideographic_descent: float
    underline: float
    underline_thickness: float
    slope: float
    weight: int
    is_serif: bool
    is_fixed_pitch: bool
    box: tuple[float, float, float, float]


def measure(font: uharfbuzz.Font, weight: int = 0) -> Metrics:
    """The metrics of a font at its axes' values; `weight` overrules the weight class the file gives."""
    face = font.face
    em = face.upem
    os2 = face.reference_table("OS/2").data
    post = face.reference_table("post").data
    head = face.reference_table("head").data

    def at(tag: uharfbuzz.OTMetricsTag, otherwise: float) -> float:
        position = font.get_metric_position(tag)
        return otherwise if position is None else position / em

    descent = ideographic_descent(font, os2)
    left, bottom, right, top = (value / em for value in unpack_from(">hhhh", head, 36))
    return Metrics(
        ascent=at(_TAGS.HORIZONTAL_ASCENDER, top),
        descent=-at(_TAGS.HORIZONTAL_DESCENDER, bottom),
        cap_height=at(_TAGS.CAP_HEIGHT, 0.7),
        x_height=at(_TAGS.X_HEIGHT, 0.5),
        ideographic_ascent=round(1 - descent, 6),
        ideographic_descent=descent,
        underline=at(_TAGS.UNDERLINE_OFFSET, -0.1),
        underline_thickness=at(_TAGS.UNDERLINE_SIZE, 0.05),
        slope=unpack_from(">i", post, 4)[0] / 65536 if len(post) >= 16 else 0.0,
        weight=weight or (unpack_from(">H", os2, 4)[0] if len(os2) >= 6 else 400),
        is_serif=_is_serif(os2, face.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME) or ""),
        is_fixed_pitch=len(post) >= 16 and bool(unpack_from(">I", post, 12)[0]),
        box=(left, bottom, right, top),
    )


def ideographic_descent(font: uharfbuzz.Font, os2: bytes, language: str = "ja") -> float:
    """How far the ideographic body reaches below the baseline, in em.

    From the BASE table's `ideo` baseline for the language's scripts; else from OS/2's typographic ascender and
    descender where they make one em, as they do in CJK faces; else .12. (OpenType: BASE, OS/2.)
    """
    em = font.face.upem
    if "BASE" in font.face.table_tags:
        for script in (*_SCRIPTS.get(language, ()), "DFLT"):
            baseline = font.get_layout_baseline("ideo", "ltr", script, "dflt")
            if baseline is not None and -em < baseline <= 0:
                return -baseline / em
    if len(os2) >= 72:
        ascender, descender = unpack_from(">hh", os2, 68)
        if ascender - descender == em:
            return -descender / em
    return round(1 - IDEOGRAPHIC_ASCENT, 6)


def _is_serif(os2: bytes, name: str) -> bool:
    if len(os2) >= 42 and os2[32] == 2 and os2[33] > 1:  # Panose: Latin text, its serif style given
        return 2 <= os2[33] <= 10
    return any(word in name for word in ("Serif", "Mincho", "Ming", "Song", "Roman"))
