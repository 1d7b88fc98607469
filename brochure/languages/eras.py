"""The year as Japan counts it by era."""

from __future__ import annotations

from functools import lru_cache

from brochure.content.dates import PartialDate
from brochure.content.eras import ERAS

_BEGINNINGS = [begins for begins, _ in ERAS.values()]
_ERAS = tuple(zip(ERAS, _BEGINNINGS, [*_BEGINNINGS[1:], (10000, 1, 1)], strict=True))


@lru_cache(maxsize=4096)
def japanese_era(date: PartialDate) -> str:
    """The year by era; both, where the date is not known closely enough to tell (1989年: 昭和64年・平成元年).

    Empty before 明治.
    """
    first = (date.year, date.month or 1, date.day or 1)
    last = (date.year, date.month or 12, date.day or 31)
    names: list[str] = []
    for name, begins, ends in _ERAS:
        if begins <= last and first < ends:
            year = date.year - begins[0] + 1
            names.append(f"{name}{'元' if year == 1 else year}年")
    return "・".join(names)
