"""Characters of ordinary copy: their codes and sorts, learned together."""

import pytest
from msgspec.structs import replace

from brochure.typesetting.signs import RARE, Signs
from brochure.typesetting.spacing import PLAIN_CODE
from brochure.typesetting.type_case import NOT_IN_CASE, type_case
from typesetting.setting import library, style


def signs(family: str = "ja-gothic") -> Signs:
    text = replace(style().text, faces=library().chain(family))
    case = type_case(text.faces.main, "ja", False)
    assert case is not None
    return Signs(text, style().conventions, case)


def test_kanji_have_a_code_and_a_sort() -> None:
    own = signs()
    code, sort = own[ord("港")]
    assert code == PLAIN_CODE
    assert ord(sort) == library().chain("ja-gothic").main.glyph("港")


def test_what_is_being_read_is_learned_with_its_first_new_character() -> None:
    own = signs()
    own.waiting = "港の町"
    _ = own[ord("港")]
    assert own.keys() >= {*map(ord, "港の町")}


@pytest.mark.parametrize("character", ["\u2060", "\x07", "\n", "\U000e0100"])
def test_what_steers_or_cannot_be_drawn_is_rare(character: str) -> None:
    assert signs()[ord(character)][0] == RARE


def test_figures_have_sorts_where_all_are_alike() -> None:
    assert signs("ja-gothic")[ord("7")][1] != NOT_IN_CASE
    assert signs("ja-mincho")[ord("7")][1] == NOT_IN_CASE
    assert signs("ja-mincho").figures.keys() == {*"0123456789"}


def test_latin_letters_are_ordinary_and_shaped_with_their_neighbours() -> None:
    code, sort = signs()[ord("A")]
    assert code != RARE
    assert sort == NOT_IN_CASE
