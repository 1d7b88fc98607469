"""The page every engine of the race sets: its measures, its colours and the words that are on every one.

Lengths in points; A4, the kihon-hanmen of our theme's grid `a4`, sizes as its styles have them.
"""

from __future__ import annotations

from typing import TypedDict

MM = 72 / 25.4
TRIM = (210 * MM, 297 * MM)
BODY, FEED = 9.5, 16.0
CHARACTERS, LINES = 52, 45
HEAD, INSIDE = 23 * MM, 18.5 * MM
OUTSIDE = TRIM[0] - INSIDE - CHARACTERS * BODY
FOOT = TRIM[1] - HEAD - LINES * FEED
MEASURE = CHARACTERS * BODY
COLUMN, COLUMN_GAP = 25 * BODY, 2 * BODY
FOLIO = 13 * MM  # the folio's baseline above the lower trim
LATTICE_DEPTH = HEAD + 4 * FEED  # of the band at the head of a profile, from the trim
BAND_DEPTH = 190.0  # of the band under the contents
SPINE, DATE_END, TEXT = 6.4 * BODY, 11.4 * BODY, 12.4 * BODY  # of the timeline, from the left of the type area
MARK = 9.0

SEA, VERMILION, INK, GREY, RULE = "#204f84", "#d52026", "#221f1f", "#757373", "#8c92b5"

TITLE = "町の年鑑"
CONTENTS_TITLE = "目次"
YEARS_TITLE = "行き来の年表"


class EntryData(TypedDict):
    """A dated entry: `era` is the year as Japan counts it; `month`, `headline` and `people` as printed ("": none)."""

    year: int
    era: str
    kind: str
    month: str
    headline: str
    people: str


class TownData(TypedDict):
    """A town as its three pages print it; `facts` and `story` are pairs of label and value, title and text; `legend`
    the kinds of its entries in the order of the legend.
    """

    id: str
    name: str
    readings: str
    lead: str
    facts: list[tuple[str, str]]
    story: list[tuple[str, str]]
    entries: list[EntryData]
    legend: list[str]


class YearbookData(TypedDict):
    """All that is printed: `kinds` are the names of the kinds of entry."""

    title: str
    contents: str
    timeline: str
    kinds: dict[str, str]
    towns: list[TownData]
