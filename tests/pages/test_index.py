"""The index lists each name with the pages it is printed on, and no name for being part of another."""

from __future__ import annotations

from brochure.pages.index.entries import printed_on, ranges

NAMES = ("留萌市", "留萌市国際交流協会", "営口市", "澤泉昭吉", "澤泉昭吉図書館")


def test_a_name_within_a_longer_one_is_the_longer_ones() -> None:
    pages = ["留萌市国際交流協会が営口市を訪問", "留萌市の港", "澤泉昭吉図書館", "留萌市国際交流協会と留萌市"]
    assert printed_on(pages, NAMES) == {
        "留萌市国際交流協会": (1, 4),
        "営口市": (1,),
        "留萌市": (2, 4),
        "澤泉昭吉図書館": (3,),
    }


def test_signs_of_regular_expressions_in_names_are_signs() -> None:
    assert printed_on(["C++（港）", "C港"], ["C++（港）"]) == {"C++（港）": (1,)}
    assert printed_on(["港"], []) == {}


def test_pages_that_follow_one_another_are_a_range() -> None:
    assert ranges((3, 8, 9, 10, 12)) == "3, 8–10, 12"
