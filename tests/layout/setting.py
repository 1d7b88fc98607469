"""A style sheet for tests of layout: body, heading, caption, table cells, on a grid of 16 points."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace
from typesetting.setting import style

from brochure.drawing.structure import Role
from brochure.layout.styles import Style, StyleSheet, centred_baseline
from brochure.layout.text_block import Typesetter
from brochure.typesetting.paragraph import Alignment, Breaks

FEED = 16.0


@cache
def typesetter() -> Typesetter:
    """Styles of ten points; what is found while composing stays in the typesetter."""
    body = style(indent=1.0)
    flush = replace(body, alignment=Alignment.START, indent=0.0)
    phrases = replace(flush, breaks=Breaks.PHRASES)
    sheet = {
        "body": _style("body", body),
        "cell": _style("cell", flush),
        "heading": replace(_style("heading", phrases), lines=2, role=Role.HEADING_2),
        "caption": replace(_style("caption", phrases), role=Role.CAPTION),
    }
    return Typesetter(StyleSheet(sheet), "ja")


def _style(name: str, paragraph) -> Style:  # type: ignore[no-untyped-def]
    return Style(name, paragraph, centred_baseline(10.0, FEED), FEED)
