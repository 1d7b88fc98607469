"""What a page of statistics counts: municipalities by kind and ties, area by area; ties year by year."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from brochure.content.booklet import Booklet
from brochure.content.directory import MunicipalityKind, Region, of_region, of_subprefecture
from brochure.content.partnership import Partnership


class AreaCount(Struct, frozen=True):
    """An area: its subprefectures, its municipalities by kind, and the ties of its towns."""

    region: Region
    offices: int
    cities: int
    towns: int
    villages: int
    ties: int

    @property
    def municipalities(self) -> int:
        """All of them."""
        return self.cities + self.towns + self.villages


def by_area(booklet: Booklet) -> tuple[AreaCount, ...]:
    """The areas in the booklet's order."""
    return tuple(_count(region, booklet) for region in booklet.regions.values())


def _count(region: Region, booklet: Booklet) -> AreaCount:
    offices = of_region(booklet.subprefectures, region.id)
    members = [each for office in offices for each in of_subprefecture(booklet.municipalities, office.id)]
    kinds = Counter(each.kind for each in members)
    named = {each.id for each in members}
    return AreaCount(
        region,
        len(offices),
        kinds[MunicipalityKind.CITY],
        kinds[MunicipalityKind.TOWN],
        kinds[MunicipalityKind.VILLAGE],
        sum(tie.municipality in named for tie in printed(booklet)),
    )


def printed(booklet: Booklet) -> tuple[Partnership, ...]:
    """The ties that may be printed, the oldest first."""
    return tuple(sorted((each for each in booklet.ties.values() if each.is_printed), key=lambda tie: tie.date))


def of_the_whole(booklet: Booklet) -> int:
    """How many ties are Hokkaido's own and no town's."""
    return sum(tie.municipality is None for tie in printed(booklet))


def running_total(booklet: Booklet) -> tuple[tuple[int, int], ...]:
    """The years in which ties were made, each with how many there were by its end."""
    per_year = Counter(tie.date.year for tie in printed(booklet))
    total = 0
    found: list[tuple[int, int]] = []
    for year in sorted(per_year):
        total += per_year[year]
        found.append((year, total))
    return tuple(found)
