"""The size of a party: what is sure is read with its parts, what is not is left to the editor."""

from __future__ import annotations

import pytest

from brochure.intake.parties import Party, part_names, read_party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("10", Party(10)),
        ("１０名", Party(10)),
        ("十名", Party(10)),
        ("二十三人", Party(23)),
        ("総勢15名", Party(15)),
        ("10名（うち議員3名）", Party(10, (("議員", 3),))),
        ("10名、うち議員3名", Party(10, (("議員", 3),))),
        ("10名　うち議員3名", Party(10, (("議員", 3),))),
        ("20名(男12・女8)", Party(20, (("男", 12), ("女", 8)))),
        ("議員3名、職員7名", Party(10, (("議員", 3), ("職員", 7)))),
        ("10人（其中议员3人）", Party(10, (("议员", 3),))),
        ("团长1名、团员9名", Party(10, (("团长", 1), ("团员", 9)))),
    ],
)
def test_a_sure_number_is_read(text: str, party: Party) -> None:
    assert read_party(text) == party


@pytest.mark.parametrize(
    "text",
    [
        "",
        "約10名",
        "10名程度",
        "10名ほか",
        "30-40名",
        "30～40名",
        "数名",
        "10名（団長含む）",
        "10余人",
        "3名と12名の計20名",
    ],
)
def test_what_is_not_sure_is_not_read(text: str) -> None:
    assert read_party(text) is None


def test_parts_that_make_more_than_all_are_not_read() -> None:
    assert read_party("10名（うち議員3名、職員12名）") is None  # 15 of 10


def test_what_the_parts_leave_out_is_known() -> None:
    party = read_party("10名（うち議員3名、職員2名）")
    assert party is not None
    assert party.rest == 5  # 10 - 3 - 2


def test_parts_have_their_chinese_names_or_none() -> None:
    assert part_names("議員") == part_names("议员") == ("議員", "议员", "議員")
    assert part_names("女性") == ("女", "女", "女")
    assert part_names("特使") is None
