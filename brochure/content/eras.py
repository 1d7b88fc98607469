"""Japan's eras with their first and last days, from the ordinances that changed them.

明治 counts from the first day of the old calendar's year (25 January 1868), as the edict of that year has it; 大正 and
昭和 began on the day of the change, whose older era it ends too; 平成 and 令和 on the day after the ordinance named.
"""

from __future__ import annotations

Day = tuple[int, int, int]
"""Year, month and day."""

ERAS: dict[str, tuple[Day, Day]] = {
    "明治": ((1868, 1, 25), (1912, 7, 30)),
    "大正": ((1912, 7, 30), (1926, 12, 25)),
    "昭和": ((1926, 12, 25), (1989, 1, 7)),
    "平成": ((1989, 1, 8), (2019, 4, 30)),
    "令和": ((2019, 5, 1), (9999, 12, 31)),
}
"""The first and the last day of each era, in their order. A day two eras share is written in the later one."""
