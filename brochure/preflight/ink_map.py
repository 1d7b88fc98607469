"""An estimate of the ink on a page, cell by cell of a coarse grid.

Cells are 1.5 mm wide: fine enough to know what a line of small type stands on. Nothing is painted before somebody looks
at the cells, for most pages are cleared by their colours alone, which add up to less than the limit wherever they meet.
Ghostscript's plates say it exactly, where it is installed (`ghostscript.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from msgspec import Struct, field

from brochure.preflight.geometry import Box, Matrix
from brochure.preflight.grid import Brush, Grid, Inks
from brochure.preflight.outlines import Outline

_SOLID = 255


class _Ground(Struct):
    """What replaces what it is painted over: its colours, as one byte for each and plate, and the boxes they lie in."""

    plates: Mapping[str, bytes]
    boxes: list[Box] = field(default_factory=list[Box])

    def total(self, without: Collection[str]) -> int:
        """The most ink any of its colours has on all plates but some."""
        others = [values for plate, values in self.plates.items() if plate not in without]
        return max(map(sum, zip(*others, strict=True)), default=0)


class _Painting(Struct):
    """What is painted: the box it stays in, the outlines it is kept within, and how, onto a grid."""

    box: Box
    clip: tuple[Outline, ...]
    paint: Callable[..., None]
    arguments: tuple[Any, ...]

    def onto(self, grid: Grid) -> None:
        """Paint it; not what has numbers too large for any page."""
        with suppress(OverflowError, ValueError):
            if self.clip:
                grid.within(self.clip, self.box, partial(self.paint, grid, *self.arguments))
            else:
                self.paint(grid, *self.arguments)


class InkMap:
    """The ink of one page within `area`. Paintings wait, in order, until the plates are looked at; a `measured` grid is
    there from the start. `clip` are the outlines within which is painted now, besides the boxes given."""

    def __init__(self, area: Box, measured: Grid | None = None) -> None:
        self.area = area
        self._is_measured = measured is not None
        self._grid = measured or Grid(area)
        self._waiting: list[_Painting] = []
        self._grounds: dict[object, _Ground] = {}
        self.clip: tuple[Outline, ...] = ()
        self._over: list[tuple[Box, Mapping[str, int]]] = []  # what adds to what it is painted over

    @property
    def grid(self) -> Grid:
        """The plates with everything painted so far."""
        waiting, self._waiting = self._waiting, []
        for painting in waiting:
            painting.onto(self._grid)
        return self._grid

    def fill(self, box: Box, brush: Brush, share: float = 1.0) -> None:
        """Paint a box: cells partly in it by the part, and all of them less where only a `share` of it has ink."""
        if self._take(box, Grid.fill, (box, brush, share)):
            self._note(box, brush)

    def fill_outline(self, outline: Outline, clip: Box, brush: Brush) -> None:
        """Paint what lies inside a path, each cell by the area covered."""
        if self._take(clip, Grid.fill_outline, (outline, clip, brush)):
            self._note(clip, brush)

    def stroke(self, outline: Outline, width: float, clip: Box, brush: Brush) -> None:
        """Paint lines by the share of each cell they cover: their length in it, times their width."""
        if self._take(clip, Grid.stroke, (outline, width, clip, brush)):
            self._note(clip, brush)

    def paint_blend(self, box: Box, place: Callable[[float, float], float], colours: Sequence[Inks]) -> None:
        """Paint each cell of a box with the colour of its middle: `place` says how far along `colours`, 0 to 1."""
        if self._take(box, Grid.paint_blend, (box, place, colours)):
            for inks in colours:
                self._note(box, Brush(inks))

    def paint_picture(
        self, box: Box, back: Matrix, size: tuple[int, int], plates: Mapping[str, bytes], brush: Brush
    ) -> None:
        """Paint what of a picture lies in a box, as `Grid.paint_picture` does."""
        if not self._take(box, Grid.paint_picture, (box, back, size, plates, brush)):
            return
        if brush.keeps_others:
            self._over.append((box, {plate: max(values) for plate, values in plates.items()}))
        else:
            self._grounds.setdefault(id(plates), _Ground(plates)).boxes.append(box)

    def _take(self, box: Box, paint: Callable[..., None], arguments: tuple[Any, ...]) -> bool:
        is_on_page = not box.is_empty and box.touches(self.area)
        if is_on_page:
            self._waiting.append(_Painting(box, self.clip, paint, arguments))
        return is_on_page

    def _note(self, box: Box, brush: Brush) -> None:
        if brush.keeps_others or brush.multiplies:
            solid = {plate: _SOLID if brush.multiplies and value else value for plate, value in brush.inks}
            self._over.append((box, solid))
            return
        ground = self._grounds.get(brush.inks)
        if ground is None:
            plates = {plate: bytes((value,)) for plate, value in brush.inks}
            ground = self._grounds[brush.inks] = _Ground(plates)
        ground.boxes.append(box)

    def share(self, box: Box, plates: Callable[[str], bool], least: int = 25) -> float:
        """How much of a box has ink by now, as `Grid.share` tells it."""
        return self.grid.share(box, plates, least)

    def share_here(self, box: Box, plates: Callable[[str], bool], least: int = 25) -> float:
        """The same for one who asks of a few places at the edge of a page: what is painted elsewhere waits on."""
        if self._grid.plates or not self._waiting:
            return self.share(box, plates, least)
        grid = Grid(self.area)
        about = box.grown(2 * self._cell)  # a cell partly in a box is painted by that part
        for painting in self._waiting:
            if painting.box.touches(about):
                painting.onto(grid)
        return grid.share(box, plates, least)

    @property
    def _cell(self) -> float:
        """The longer side of a cell, in points."""
        return max(self.area.width / self._grid.columns, self.area.height / self._grid.rows)

    def may_exceed(self, limit: float) -> bool:
        """Whether a cell could hold more ink than that, by the colours used: False is certain, True is not.

        What knocks out puts its own inks in place of all others, so that together a cell has no more of them than the
        heaviest of the colours it was painted with. Inks that are added there come on top, each as much of it as is
        ever put down at most.
        """
        if self._is_measured:
            return self._grid.heaviest()[0] > limit
        most, cell = limit * _SOLID, self._cell
        added = self._added(solid for _, solid in self._over)
        for ground in (_Ground({}, [self.area]), *self._grounds.values()):
            if ground.total(added) + sum(added.values()) <= most:
                continue
            for box in ground.boxes:
                about = box.grown(cell)
                here = self._added(solid for place, solid in self._over if place.touches(about))
                if ground.total(here) + sum(here.values()) > most:
                    return True
        return False

    def _added(self, over: Iterable[Mapping[str, int]]) -> dict[str, int]:
        """The inks that are added by any of these, and the most there ever is of each."""
        added: dict[str, int] = {}
        for solid in over:
            for plate, value in solid.items():
                added[plate] = max(added.get(plate, 0), value)
        for ground in self._grounds.values():
            for plate in added.keys() & ground.plates.keys():
                added[plate] = max(added[plate], *ground.plates[plate])
        return added
