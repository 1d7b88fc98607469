"""Pseudo-translations are marked, longer, and keep what a program or a page needs."""

from __future__ import annotations

from brochure.content.text import parse_marks
from brochure.translation.extract import fields_of
from brochure.translation.pseudo import pseudo


def test_a_text_is_marked_and_a_third_longer() -> None:
    assert pseudo("営口市の代表団が来訪した", "zh_CN") == "【営口市の代表団が来訪した一二三四】"
    assert pseudo("港", "zh_CN") == "【港一二】"


def test_paragraphs_readings_and_fields_stay() -> None:
    text = pseudo("｜留萌《るもい》の港。\n\n市。", "zh_TW")
    assert text.count("\n\n") == 1
    assert [piece.ruby for piece in parse_marks(text) if piece.ruby] == ["るもい"]
    assert text.count("【") == text.count("】") == 2
    label = pseudo("団長 {name}", "zh_CN", is_template=True)
    assert fields_of(label) == ("name",)
    assert label.format(name="王") == "【団長 王一二】"
