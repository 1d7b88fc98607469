"""A change is told as people tell it."""

from __future__ import annotations

import pytest

from brochure.translation.difference import difference


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("代表団7名が来訪", "代表団9名が来訪", "「7名」→「9名」"),
        ("1992年10月", "1993年10月", "「1992年」→「1993年」"),
        ("港を訪れる", "港を訪れる。", "+「。」"),
        ("同じ", "同じ", ""),
        ("港", "市", "「港」→「市」"),
        ("団長は澤泉市長", "団長は西川市長", "「澤泉」→「西川」"),
        ("コンテナの港", "フェリーの港", "「コンテナ」→「フェリー」"),
        ("一\n二", "一二", "−「⏎」"),
        ("あ1い2う3え4お", "あ5い6う7え8お", "「1い2う3え4」→「5い6う7え8」"),
    ],
)
def test_what_was_replaced_is_told_with_its_counter(before: str, after: str, told: str) -> None:
    assert difference(before, after) == told


def test_of_many_changes_the_first_three_are_told() -> None:
    before, after = (" ".join(f"{sign}{n} 市の港と海" for n in range(5)) for sign in "ab")
    assert difference(before, after).count("→") == 3
    assert difference(before, after).endswith("…")
