"""Warichu: a note within the line in two lines of half its size, read as one, never parted from within."""

from __future__ import annotations

from itertools import pairwise

import pytest

from brochure.drawing.frame import Glyphs, Group, Placed, items_of, text_of, walk
from brochure.typesetting.account import accounts
from brochure.typesetting.compose import compose
from brochure.typesetting.line import Line
from brochure.typesetting.paragraph import Alignment, Paragraph, Run, Setting
from brochure.typesetting.writing_mode import WritingMode
from typesetting.setting import EM, style

BEFORE, NOTE, AFTER = "港の名は", "割注といいます。二行に組みます", "。昔からの名です。海を見ながら歩きます。"
WAYS = list(WritingMode)


def _copy(mode: WritingMode = WritingMode.HORIZONTAL, note: str = NOTE, **changes: object) -> Paragraph:
    chosen = style(writing_mode=mode, **changes)  # type: ignore[arg-type]
    runs = (Run(BEFORE, chosen.text), Run(note, chosen.text, setting=Setting.WARICHU), Run(AFTER, chosen.text))
    return Paragraph(runs, chosen)


def _small(line: Line) -> list[Placed]:
    return [placed for placed in walk(line.items) if isinstance(placed.item, Glyphs) and placed.item.size == EM / 2]


@pytest.mark.parametrize("mode", WAYS)
def test_a_note_stands_in_two_lines_of_half_the_size(mode: WritingMode) -> None:
    (line,) = compose(_copy(mode), 60 * EM).lines
    small = _small(line)
    across = {round(each.x if mode is WritingMode.VERTICAL else each.y, 2) for each in small}
    assert len(across) == 2
    assert max(across) - min(across) == pytest.approx(EM / 2)


@pytest.mark.parametrize("mode", WAYS)
@pytest.mark.parametrize("ems", [60, 9])
def test_a_program_reads_each_part_of_a_note_whole_where_it_begins(mode: WritingMode, ems: int) -> None:
    lines = compose(_copy(mode), ems * EM).lines
    assert "".join(text_of(line.items) for line in lines) == BEFORE + NOTE + AFTER
    notes = [item for line in lines for item in items_of(line.items, Group) if item.said]
    assert "".join(note.said for note in notes) == NOTE
    assert all(note.said == text_of(note.items) for note in notes)


@pytest.mark.parametrize("ems", range(9, 26))
def test_a_line_that_is_parted_leaves_its_note_closed(ems: int) -> None:
    for account in accounts(_copy(alignment=Alignment.JUSTIFIED), ems * EM):
        for column, following in pairwise(account.characters):
            if len(column.text) == 2 and len(following.text) == 2:  # two characters, one over the other
                assert column.gap == pytest.approx(0.0)


def test_a_note_that_is_wider_than_its_columns_is_narrowed() -> None:
    (line,) = compose(_copy(note="ＷＷＷWWWWW"), 60 * EM).lines
    groups = items_of(line.items, Group)
    assert all(0.5 < group.transform.a <= 1.0 for group in groups)
