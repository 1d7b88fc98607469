"""The account of a line says where each character stands and what was done to the gap after it."""

from __future__ import annotations

import pytest

from brochure.typesetting.account import accounts
from brochure.typesetting.compose import compose
from brochure.typesetting.paragraph import Alignment, Paragraph, Run, paragraph
from brochure.typesetting.ruby import Ruby, RubyKind
from brochure.typesetting.writing_mode import WritingMode
from typesetting.setting import EM, style

COPY = "「友好」という言葉が、まだ約束でしかなかったころ、Port of Rumoiと書いた。"


@pytest.mark.parametrize("mode", list(WritingMode))
@pytest.mark.parametrize("ems", [6, 11, 19, 60])
def test_there_is_an_account_for_every_line_with_all_its_characters(mode: WritingMode, ems: int) -> None:
    copy = paragraph(COPY, style(writing_mode=mode))
    lines = compose(copy, ems * EM).lines
    told = list(accounts(copy, ems * EM))
    assert [each.text for each in told] == [line.text for line in lines]
    for account in told:
        assert "".join(each.text for each in account.characters) == account.text.rstrip(" ")
        assert account.measure == pytest.approx(ems * EM)


def test_what_a_line_lacked_is_what_its_gaps_gained() -> None:
    for account in accounts(paragraph(COPY, style()), 11 * EM):
        gained = sum(each.gap - each.natural for each in account.characters)
        if account.text != list(accounts(paragraph(COPY, style()), 11 * EM))[-1].text:
            assert gained == pytest.approx(account.slack, abs=0.01)


def test_a_reading_that_is_cut_by_a_line_end_says_so() -> None:
    text = style().text
    runs = (Run("海の", text), Run("遼東", text, ruby=Ruby(("りょう", "とう"), RubyKind.JUKUGO)), Run("湾へ行く", text))
    told = list(accounts(Paragraph(runs, style(alignment=Alignment.START)), 4 * EM))
    steps = {each.step for account in told for each in account.characters}
    assert steps <= {"solid", "natural", "line-end", "ruby"}


def test_an_empty_line_has_an_account_without_characters() -> None:
    told = list(accounts(paragraph("港\n\n町", style()), 10 * EM))
    assert [len(account.characters) for account in told] == [1, 0, 1]
