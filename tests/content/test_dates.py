"""Dates of three precisions: which come surely before which."""

from __future__ import annotations

from itertools import product

from brochure.content.dates import PartialDate

DATES = [PartialDate.parse(text) for text in ("1989", "1990", "1990-04", "1990-04-17", "1990-04-18", "1990-12", "1991")]


def test_a_date_is_surely_before_another_as_far_as_both_are_known() -> None:
    for one, other in product(DATES, DATES):
        known = min(len(one.parts), len(other.parts))
        assert one.is_surely_before(other) is (one.parts[:known] < other.parts[:known]), (one, other)
