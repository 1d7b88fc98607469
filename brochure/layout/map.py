"""Maps as frames: north-east Asia with the sea route between the two ports, and Hokkaido by municipality.

Land and points only on the continent: no border is stored or drawn. The page that shows a map prints its credit,
`NATURAL_EARTH_CREDIT` or `JMA_CREDIT` (map_shapes). Words come from the caller, set by the caller: see `SetLabel`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from brochure.drawing.colour import Colour
from brochure.drawing.frame import Frame, Path, Placed, circle, polygon, rectangle
from brochure.drawing.geometry import Point, Rect, Size
from brochure.layout.art.paths import HAIRLINE, filled, open_polygon, scene, smooth, stroked
from brochure.layout.label_placement import PlacedLabel, Wanted, place_labels
from brochure.layout.map_shapes import AREAS, Hokkaido, Ring, Town, contains, hokkaido_towns, northeast_asia
from brochure.layout.palette import Palette
from brochure.layout.projection import LambertConformal, Place, View, fitted

SetLabel: TypeAlias = Callable[[str, str], Frame]
"""Sets a label's words in a role; the frame's size is the label's box, its items stand relative to the top left.

Roles used here: `place-major` (the two ports), `place`, `sea`, `region` (subprefectures), `town` (highlighted).
"""


class MapPoint(Struct, frozen=True):
    """A point of the locator map; major ones are the ports the booklet is about."""

    key: str
    place: Place
    is_major: bool = False


class MapFrame(Struct, frozen=True):
    """A drawn map, where its labels stand, and the keys of the labels that found no room."""

    frame: Frame
    labels: tuple[PlacedLabel, ...]
    left_over: tuple[str, ...]


POINTS = (
    MapPoint("rumoi", Place(141.637, 43.941), is_major=True),
    MapPoint("yingkou", Place(122.22, 40.67), is_major=True),
    MapPoint("sapporo", Place(141.354, 43.062)),
    MapPoint("tokyo", Place(139.692, 35.690)),
    MapPoint("beijing", Place(116.397, 39.907)),
    MapPoint("shenyang", Place(123.43, 41.80)),
    MapPoint("dalian", Place(121.61, 38.91)),
    MapPoint("ota", Place(139.375, 36.291)),
)
WATERS = (
    ("japan-sea", Place(134.6, 40.3)),
    ("yellow-sea", Place(122.2, 35.3)),
    ("bohai", Place(119.6, 38.6)),
    ("okhotsk-sea", Place(147.0, 46.8)),
    ("pacific", Place(144.0, 38.4)),
)
SEA_ROUTE = tuple(
    Place(*degrees)
    for degrees in (
        (141.62, 43.95),
        (140.95, 43.95),
        (139.9, 43.6),
        (138.6, 42.3),
        (136.3, 39.6),
        (133.4, 37.5),
        (131.0, 35.9),
        (129.25, 34.88),
        (128.2, 34.2),
        (126.9, 33.85),
        (125.4, 33.9),
        (124.3, 34.9),
        (123.6, 36.6),
        (122.9, 37.9),
        (121.7, 38.45),
        (120.85, 38.75),
        (120.6, 39.4),
        (121.2, 40.15),
        (121.95, 40.6),
    )
)
"""Rumoi, Sea of Japan, Korea Strait, Yellow Sea, Bohai Strait, Yingkou. Schematic: set by hand, no ship's track."""

WINDOW = (Place(116.4, 40.2), Place(146.4, 43.6), Place(132.0, 46.4), Place(132.0, 33.1))
"""West, east, north and south of what the locator map always shows."""

_MARGIN = 6.0  # points between a word and the edge of its map
_PLATE = 1.5  # points of paper to either side of a town's label: it may stand on another town's colour
_ASIA = LambertConformal(meridian=132.5, origin=40.0, southern=36.0, northern=45.0)
_HOKKAIDO = LambertConformal(meridian=143.5, origin=43.5, southern=42.0, northern=45.0)
HOKKAIDO_ISLANDS = tuple(  # a place on each: the main island, Rishiri, Rebun, Okushiri, and the four northern islands
    Place(*degrees)
    for degrees in (
        (142.5, 43.5),
        (141.24, 45.18),
        (141.03, 45.38),
        (139.45, 42.15),
        (145.85, 44.1),
        (147.9, 45.05),
        (146.72, 43.79),
        (146.13, 43.51),
    )
)
_LABEL_PLACES = {"檜山": Place(139.84, 41.98)}  # the subprefecture is narrower than its name: at sea beside it


def locator_map(
    size: Size,
    palette: Palette,
    set_label: SetLabel,
    words: Mapping[str, str],
    points: tuple[MapPoint, ...] = POINTS,
    has_route: bool = True,
    has_graticule: bool = True,
    margin: float = _MARGIN,
) -> MapFrame:
    """North-east Asia with the points and waters that have a word in `words`, filling `size` to its edges.

    Points and words keep `margin` points away from the edges: where the map is cut, bleed and the knife's play.
    Meant for boxes between square and twice as wide as high; a taller box shows the data's southern edge.
    """
    view = fitted(_ASIA, WINDOW, size)
    shown = [each for each in points if each.key in words and _is_inside(view.at(each.place), size, margin)]
    route = tuple(view.at(place) for place in SEA_ROUTE) if has_route else ()
    ink, paper = palette.ink, palette.paper
    items = [filled(rectangle(0.0, 0.0, size.width, size.height), palette.water)]
    if has_graticule:
        items.append(stroked(graticule(view), paper, 0.4, is_round=False))
    items += _land(view, palette)
    if route:
        items.append(stroked(smooth(route), palette.sea, 1.1, dashes=(0.01, 3.0)))
    radius = {True: 3.2, False: 1.5}
    for each in shown:
        x, y = view.at(each.place)
        tone = (palette.vermilion if each.place.longitude < 126 else palette.sunset) if each.is_major else ink
        items.append(filled(circle(x, y, radius[each.is_major] + 0.8), paper))
        items.append(filled(circle(x, y, radius[each.is_major]), tone))
    wanted = [
        Wanted(
            each.key, set_label(words[each.key], "place-major" if each.is_major else "place"), view.at(each.place), 5.0
        )
        for each in sorted(shown, key=lambda each: not each.is_major)
    ]
    wanted += [
        Wanted(key, set_label(words[key], "sea"), view.at(place), 0.0, is_centred=True)
        for key, place in WATERS
        if key in words and _is_inside(view.at(place), size, margin)
    ]
    drawn = _labelled(
        size, items, wanted, [box_about(view.at(each.place), 3.0) for each in shown], tuple(pairwise(route)), margin
    )
    outside = tuple(sorted(set(words) - {each.key for each in wanted}))
    return MapFrame(drawn.frame, drawn.labels, (*drawn.left_over, *outside))


def _labelled(
    size: Size,
    items: list[Placed],
    wanted: list[Wanted],
    taken: list[Rect],
    avoided: tuple[tuple[Point, Point], ...],
    margin: float = _MARGIN,
    plates: Colour | None = None,
) -> MapFrame:
    """The map with its labels, off the `avoided` lines where they can be, those beside a point on `plates`."""
    within = Rect(0.0, 0.0, size.width, size.height).inset(margin, margin, margin, margin)
    placement = place_labels(wanted, within, taken, avoided)
    if plates is not None:
        beside = {each.key for each in wanted if not each.is_centred}
        items += [plate(each.box, plates) for each in placement.placed if each.key in beside]
    items += [each.label.placed(each.box.x, each.box.y) for each in placement.placed]
    return MapFrame(scene(size, items), placement.placed, placement.left_over)


def plate(box: Rect, colour: Colour) -> Placed:
    """Ground for a label, a little wider than it is."""
    return filled(rectangle(box.x - _PLATE, box.y, box.width + 2 * _PLATE, box.height), colour)


def _is_inside(point: Point, size: Size, margin: float) -> bool:
    return margin < point.x < size.width - margin and margin < point.y < size.height - margin


def box_about(about: Point, reach: float) -> Rect:
    """The square about a point, `reach` points to each side."""
    return Rect(about.x - reach, about.y - reach, 2 * reach, 2 * reach)


def graticule(view: View) -> Path:
    """Meridians and parallels every five degrees."""
    path: Path = ()
    for longitude in range(110, 156, 5):
        path += open_polygon(view.at(Place(longitude, latitude)) for latitude in (26, 56))
    for latitude in range(30, 56, 5):
        path += smooth([view.at(Place(longitude, latitude)) for longitude in range(110, 156, 5)])
    return path


def _land(view: View, palette: Palette) -> list[Placed]:
    """All land, and Hokkaido with its islands over it in the accent."""
    plain: Path = ()
    accent: Path = ()
    for ring in northeast_asia():
        path = polygon(tuple(view.at(place) for place in ring))
        if any(contains(ring, place) for place in HOKKAIDO_ISLANDS):
            accent += path
        else:
            plain += path
    return [filled(plain, palette.land), filled(accent, palette.land_accent)]


def hokkaido(
    size: Size,
    palette: Palette,
    set_label: SetLabel,
    words: Mapping[str, str],
    highlight: tuple[str, ...] = ("留萌市",),
) -> MapFrame:
    """Hokkaido by municipality: six areas in six tints, fourteen subprefectures outlined, `highlight` towns in colour.

    `words` names subprefectures and highlighted towns by their Japanese names (`留萌`, `留萌市`); what has no word has
    no label. The ground is left open. Names of `highlight` that are no municipality of Hokkaido raise KeyError.
    """
    land = hokkaido_towns()
    known = {town.name: town for town in land.towns}
    view = fitted(_HOKKAIDO, (place for arc in land.arcs for place in arc), size, margin=2.0)
    arcs = tuple(tuple(view.at(place) for place in arc) for arc in land.arcs)
    items = [
        filled(outline([town for town in land.towns if town.area == area], land, view), palette.areas[index])
        for index, area in enumerate(AREAS)
    ]
    if highlight:
        items.append(filled(outline([known[name] for name in highlight], land, view), palette.vermilion))
    items += _boundaries(land, arcs, palette.paper, min(1.0, max(0.4, size.width / 420)))
    wanted: list[Wanted] = []
    taken: list[Rect] = []
    for name in highlight:
        at = view.at(_centre([known[name]], land))
        taken.append(box_about(at, 3.0))
        if name in words:
            wanted.append(Wanted(name, set_label(words[name], "town"), at, 7.0, is_leftward=at.x < size.width * 0.4))
    for name in sorted({town.subprefecture for town in land.towns} & set(words)):
        members = [town for town in land.towns if town.subprefecture == name and town.code != "hoppo"]
        wanted.append(
            Wanted(
                name,
                set_label(words[name], "region"),
                view.at(_LABEL_PLACES.get(name) or _centre(members, land)),
                0.0,
                is_centred=True,
            )
        )
    return _labelled(
        size, items, wanted, taken, _edges([known[name] for name in highlight], land, view), plates=palette.paper
    )


def _edges(towns: list[Town], land: Hokkaido, view: View) -> tuple[tuple[Point, Point], ...]:
    """The pieces of the towns' outlines, which a label rather keeps off."""
    rings = (ring for town in towns for ring in town.rings)
    return tuple(edge for ring in rings for edge in pairwise(tuple(view.at(place) for place in land.ring(ring))))


def outline(towns: list[Town], land: Hokkaido, view: View) -> Path:
    """The outlines of towns as one path."""
    path: Path = ()
    for town in towns:
        for ring in town.rings:
            path += polygon(tuple(view.at(place) for place in land.ring(ring)))
    return path


def _boundaries(land: Hokkaido, arcs: tuple[tuple[Point, ...], ...], colour: Colour, width: float) -> list[Placed]:
    """Boundaries between towns as hairlines, between subprefectures stronger; arcs of one town alone are coast."""
    sides: dict[int, set[str]] = {}
    seen: dict[int, int] = {}
    for town in land.towns:
        for ring in town.rings:
            for number in ring:
                arc = number if number >= 0 else ~number
                sides.setdefault(arc, set()).add(town.subprefecture)
                seen[arc] = seen.get(arc, 0) + 1
    inner: Path = ()
    outer: Path = ()
    for arc in sorted(sides):
        if len(sides[arc]) > 1:
            outer += open_polygon(arcs[arc])
        elif seen[arc] > 1:
            inner += open_polygon(arcs[arc])
    return [stroked(inner, colour, HAIRLINE), stroked(outer, colour, width)]


def _centre(towns: list[Town], land: Hokkaido) -> Place:
    """The centroid of the towns' largest rings, weighted by their area."""
    total = east = north = 0.0
    for town in towns:
        area, centre = max(_centroid(land.ring(ring)) for ring in town.rings)
        total, east, north = total + area, east + centre.longitude * area, north + centre.latitude * area
    return Place(east / total, north / total)


def _centroid(ring: Ring) -> tuple[float, Place]:
    """A ring's area in square degrees and its centre of mass."""
    twice = east = north = 0.0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = x1 * y2 - x2 * y1
        twice, east, north = twice + cross, east + (x1 + x2) * cross, north + (y1 + y2) * cross
    return (abs(twice) / 2, Place(east / (3 * twice), north / (3 * twice))) if twice else (0.0, ring[0])


def area_colour(palette: Palette, area: str) -> Colour:
    """The tint of one of the six areas, for a legend or a finder beside the map."""
    return palette.areas[AREAS.index(area)]
