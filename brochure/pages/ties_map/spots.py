"""The points of the map of ties: a town once however many ties it has, and partners that lie together as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from brochure.content.names import Names
from brochure.content.partnership import Partnership
from brochure.content.records import Location
from brochure.diagnostics import Diagnostic, error, message
from brochure.layout.projection import Place
from brochure.pages.page_type import Setting

_NEAR = 0.3  # degrees under which two partners are one point on the map


class Numbered(Struct, frozen=True):
    """A tie with its number, the area its town lies in by the map's name of it ("" for all of Hokkaido), its two places
    where they are known, and what the town is called."""

    number: int
    tie: Partnership
    area: str
    here: Place | None
    there: Place | None
    town: Names


class Spot(Struct):
    """A point of the map, and its lines: each name with the numbers of the ties that end here under it."""

    key: str
    place: Place
    lines: dict[str, list[int]]

    def add(self, name: str, number: int) -> None:
        """One more tie that ends here."""
        self.lines.setdefault(name, []).append(number)


def printed_ties(ties: Iterable[Partnership]) -> tuple[Partnership, ...]:
    """The ties that may be printed, the oldest first."""
    return tuple(sorted((each for each in ties if each.is_printed), key=lambda tie: tie.date))


def numbered(setting: Setting) -> tuple[Numbered, ...]:
    """The ties that may be printed with their places; one whose place nobody wrote down is told."""
    found = tuple(
        _one(number, tie, setting) for number, tie in enumerate(printed_ties(setting.booklet.ties.values()), 1)
    )
    for each in found:
        for place, names in ((each.here, each.town), (each.there, each.tie.there.name)):
            if place is None:
                setting.report.add(_no_location(each.tie, names.in_(setting.language.tag)))
    return found


def _one(number: int, tie: Partnership, setting: Setting) -> Numbered:
    booklet = setting.booklet
    town = booklet.municipalities.get(tie.municipality or "")
    area = ""
    if town is not None:
        region = booklet.regions[booklet.subprefectures[town.subprefecture].region]
        area = (region.short or region.name).ja
    here = tie.here.location or (town.location if town else None)
    names = town.name if town else tie.here.name
    return Numbered(number, tie, area, _place(here), _place(tie.there.location), names)


def _place(location: Location | None) -> Place | None:
    return Place(location.longitude, location.latitude) if location else None


def _no_location(tie: Partnership, name: str) -> Diagnostic:
    return error(
        "pages.no-location",
        message("the map of ties needs to know where “{name}” of “{tie}” lies", name=name, tie=tie.id),
        tie.span,
        message("add a line “location: {{longitude: 141.6, latitude: 43.9}}” with its own degrees"),
    )


def spots(ties: Sequence[Numbered], language: str) -> tuple[list[Spot], list[Spot], list[tuple[str, str, str]]]:
    """The towns, the partners, and the ties between them: a town's key, a partner's, the town's area."""
    towns: dict[str, Spot] = {}
    partners: list[Spot] = []
    pairs: list[tuple[str, str, str]] = []
    for each in ties:
        if each.here is None or each.there is None:
            continue
        town = towns.setdefault(each.tie.municipality or each.tie.id, Spot(f"here-{each.number}", each.here, {}))
        town.add(each.town.in_(language), each.number)
        partner = next((known for known in partners if _is_near(known.place, each.there)), None)
        if partner is None:
            partner = Spot(f"there-{each.number}", each.there, {})
            partners.append(partner)
        partner.add(each.tie.there.name.in_(language), each.number)
        pairs.append((town.key, partner.key, each.area))
    return list(towns.values()), partners, pairs


def _is_near(one: Place, other: Place) -> bool:
    return max(abs(one.longitude - other.longitude), abs(one.latitude - other.latitude)) < _NEAR
