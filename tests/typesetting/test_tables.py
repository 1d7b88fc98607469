"""The specification tables say what JLReq and Unicode say."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.typesetting import tables
from brochure.typesetting.character_classes import (
    CLOSING_BRACKET,
    COMMA,
    FULL_STOP,
    IDEOGRAPH,
    OPENING_BRACKET,
    WESTERN,
)
from brochure.typesetting.unicode_breaks import line_break_class
from brochure.typesetting.writing_mode import is_upright


def test_gaps_are_those_of_jlreq() -> None:
    assert tables.spacing(CLOSING_BRACKET, IDEOGRAPH) == 500
    assert tables.spacing(IDEOGRAPH, WESTERN) == 250
    assert tables.spacing(IDEOGRAPH, IDEOGRAPH) == 0
    assert tables.spacing(99, IDEOGRAPH) == tables.spacing(IDEOGRAPH, 99) == 0
    assert tables.reduction(COMMA, IDEOGRAPH) == (250, 5)
    assert tables.reduction(FULL_STOP, IDEOGRAPH) is None
    assert tables.expansion(IDEOGRAPH, WESTERN) == (500, 2)
    assert tables.expansion(OPENING_BRACKET, IDEOGRAPH) is None


def test_lines_end_where_jlreq_lets_them() -> None:
    assert tables.is_prohibited(IDEOGRAPH, FULL_STOP)
    assert tables.is_prohibited(OPENING_BRACKET, IDEOGRAPH)
    assert not tables.is_prohibited(FULL_STOP, IDEOGRAPH)


def test_each_listed_character_stands_with_its_code_point() -> None:
    rows = Path(tables.__file__).with_name("tables").joinpath("classes.tsv").read_text("utf-8").splitlines()[2:]
    for row in rows:
        number, codes, characters = row.split("\t")
        assert [f"{ord(character):04X}" for character in characters] == codes.split()
        assert {tables.listed_classes()[character] for character in characters} == {int(number)}


@pytest.mark.parametrize(
    ("character", "kind"), [("A", "AL"), ("–", "BA"), ("町", "ID"), ("\u200b", "ZW"), ("\U0001f1ef", "RI")]
)
def test_code_points_are_found_in_their_ranges(character: str, kind: str) -> None:
    assert line_break_class(character) == kind


def test_kanji_stand_upright_in_vertical_lines() -> None:
    assert is_upright("町")
    assert is_upright("\U00020bb7")
    assert not is_upright("A")
