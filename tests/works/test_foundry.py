"""A foundry of several processes: the founts it hands over are those of one, in the order they were asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typefaces.shelf import shelf

from brochure.pdf.cid_font import cut_of
from brochure.pdf.fount import Fount
from brochure.store import Store
from brochure.works.companionship import Companionship
from brochure.works.foundry import cutting, foundry_of

LIBRARY = shelf()
FACES = [LIBRARY.face(family, 400) for family in ("ja-gothic", "ja-mincho")]


def _fount(face: int, text: str, vertical: str = "") -> Fount:
    font = FACES[face].hb_font
    texts = {font.get_nominal_glyph(ord(each)): each for each in text}
    upright = sorted(font.get_nominal_glyph(ord(each)) for each in vertical)
    return Fount(FACES[face].key, dict(sorted(texts.items())), tuple(upright))


FOUNTS = [_fount(0, "港"), _fount(1, "留萌港と営口港、友好の三十五年。"), _fount(0, "船と海", "船")]


def _nothing(take: int) -> Iterator[bytes]:
    return iter(())


@pytest.mark.parametrize(
    "others", [0, pytest.param(2, marks=pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks"))]
)
def test_founts_are_cut_as_one_process_cuts_them(tmp_path: Path, others: int) -> None:
    store = Store(tmp_path)
    companions = Companionship(others, cutting(LIBRARY, store))
    if others:
        companions.begin(0, _nothing)
        assert [*companions.handed_over(waits=True)] == []
    foundry = foundry_of(companions)
    plain = [cut_of(LIBRARY.by_key(each.face), each) for each in FOUNTS]
    assert [*foundry(FOUNTS)()] == plain
    assert [*foundry(FOUNTS[::-1])()] == plain[::-1]
    companions.leave()
    assert len([*tmp_path.glob("??/*")]) == len(FOUNTS)
