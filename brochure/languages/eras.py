"""Japan's eras with the days they began, from the ordinances that changed them.

明治 counts from the first day of the old calendar's year (25 January 1868), as the edict of that year has it; 大正 and
昭和 began on the day of the change, 平成 and 令和 on the day after the ordinance named.
"""

from __future__ import annotations

from brochure.content.dates import PartialDate

_BEGINNINGS = (
    ("明治", (1868, 1, 25)),
    ("大正", (1912, 7, 30)),
    ("昭和", (1926, 12, 25)),
    ("平成", (1989, 1, 8)),
    ("令和", (2019, 5, 1)),
)


def japanese_era(date: PartialDate) -> str:
    """The year by era; both, where the date is not known closely enough to tell (1989年: 昭和64年・平成元年).

    Empty before 明治.
    """
    first = (date.year, date.month or 1, date.day or 1)
    last = (date.year, date.month or 12, date.day or 31)
    names: list[str] = []
    for index, (name, begins) in enumerate(_BEGINNINGS):
        ends = _BEGINNINGS[index + 1][1] if index + 1 < len(_BEGINNINGS) else (9999, 12, 31)
        if begins <= last and first < ends:
            year = date.year - begins[0] + 1
            names.append(f"{name}{'元' if year == 1 else year}年")
    return "・".join(names)
