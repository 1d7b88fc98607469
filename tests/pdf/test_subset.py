"""Subsets: the glyphs that are kept, whichever way the font is asked for them."""

from __future__ import annotations

import pytest

from brochure.pdf.subset import subset
from pdf.books import LIBRARY


@pytest.mark.parametrize("family", ["ja-gothic-400", "ja-gothic-700", "ja-mincho-400"])
def test_a_font_is_the_same_asked_for_by_characters_or_by_glyphs(family: str) -> None:
    face = LIBRARY.by_key(family)
    texts = {face.glyph(character): character for character in "港と船、Port 40"}
    others = {glyph: 2 * text for glyph, text in texts.items()}  # texts that are of no help
    assert subset(face, texts) == subset(face, others)


def test_a_glyph_no_character_asks_for_is_kept() -> None:
    face = LIBRARY.by_key("ja-gothic-400")
    plain = {face.glyph(character): character for character in "港船"}
    odd = max(plain) + 1
    assert len(subset(face, {**plain, odd: "港"}).data) > len(subset(face, plain).data)
