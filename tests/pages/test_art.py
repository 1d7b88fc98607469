"""Every drawing an edition can name is drawn; the pages' own choices are among them."""

from __future__ import annotations

import pytest
from msgspec import NODEFAULT
from msgspec.structs import fields as fields_of

from brochure.drawing.geometry import Size
from brochure.layout.art.motifs import MOTIFS
from brochure.pages import PAGE_TYPES
from brochure.pages.art import art_name, drawing
from pages.setting import NUMBERS, order, setting


@pytest.mark.parametrize("name", ["lattice", "blossoms"])
def test_a_drawing_has_the_size_asked_for(name: str) -> None:
    frame = drawing(name, Size(200.0, 80.0), setting().palette, 1)
    assert frame.size == (200.0, 80.0)
    assert frame.items


def test_another_name_for_a_motif_is_the_motif() -> None:
    assert art_name("blossoms") == "cherry"
    assert [art_name(name) for name in MOTIFS] == list(MOTIFS)


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_what_a_type_chooses_by_itself_can_be_drawn(name: str) -> None:
    fields = {field.name: field.default for field in fields_of(PAGE_TYPES[name].content)}
    chosen = [fields[key] for key in ("art", "foot_art") if fields.get(key, NODEFAULT) is not NODEFAULT]
    assert [art for art in chosen if art and art_name(art) not in MOTIFS] == []


@pytest.mark.parametrize("name", NUMBERS)
def test_what_the_shipped_edition_chooses_can_be_drawn(name: str) -> None:
    content = order(name)
    assert not content.art or art_name(content.art) in MOTIFS
