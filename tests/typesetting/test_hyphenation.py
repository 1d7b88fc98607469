"""Words are parted where their language lets them be, and the line that parts one shows a hyphen that is not copy."""

from __future__ import annotations

import pytest

from brochure.drawing.frame import Glyphs
from brochure.typesetting.line import Composed, Line
from brochure.typesetting.paragraph import Alignment, Fit
from typesetting.setting import EM, composed

WORDS = "International cooperation between neighbouring municipalities strengthens understanding."
MIXED = "港はinternational cooperation organisationの町。"


def _made(copy: str, ems: float, language: str = "en", **changes: object) -> Composed:
    return composed(copy, ems, language, hyphenation="en", **{"alignment": Alignment.START, **changes})


def _hyphens(line: Line) -> list[Glyphs]:
    return [each.item for each in line.items if isinstance(each.item, Glyphs) and each.item.is_silent]


@pytest.mark.parametrize("fit", list(Fit))
@pytest.mark.parametrize("alignment", [Alignment.START, Alignment.JUSTIFIED])
def test_a_parted_word_shows_a_hyphen_within_the_measure(alignment: Alignment, fit: Fit) -> None:
    lines = _made(WORDS, 8, alignment=alignment, fit=fit).lines
    parted = [line for line in lines[:-1] if line.text[-1].isalpha()]
    assert len(parted) > 1
    for line in lines:
        assert len(_hyphens(line)) == (line in parted)
    for line in parted:
        (hyphen,) = _hyphens(line)
        at = next(each.x for each in line.items if each.item is hyphen)
        assert at + hyphen.width <= 8 * EM + 0.02


def test_the_copy_stays_without_hyphens() -> None:
    assert "".join(line.text for line in _made(WORDS, 8).lines) == WORDS


def test_a_line_of_kanji_and_a_parted_word_is_no_plain_line() -> None:
    made = _made(MIXED, 9, "ja")
    parted = [line for line in made.lines if line.text[-1:].isascii() and line.text[-1:].isalpha()]
    assert parted
    assert all(len(_hyphens(line)) == 1 for line in parted)


def test_words_of_no_language_are_left_whole() -> None:
    assert all(not _hyphens(line) for line in composed(MIXED, 14, alignment=Alignment.START).lines)


def test_a_word_is_parted_only_where_its_spelling_lets_it_be() -> None:
    ends = {line.text.split()[-1] for line in _made("cooperation " * 6, 7).lines if line.text[-1:].isalpha()}
    assert ends <= {"coop", "cooper", "coopera", "cooperation", "co"}


def test_a_proper_name_is_not_parted() -> None:
    copy = "the Shakotan Peninsula and Wakkanai Municipality " * 3
    ends = {line.text.split()[-1] for line in _made(copy, 8).lines}
    assert ends <= set(copy.split())  # no Penin-, no Munici-


@pytest.mark.parametrize("ems", [4.5, 5, 5.5, 6, 6.5, 7])
def test_two_letters_are_not_carried_over(ems: float) -> None:
    assert {line.text.split()[-1] for line in _made("gather " * 24, ems).lines} == {"gather"}  # not gath-er
