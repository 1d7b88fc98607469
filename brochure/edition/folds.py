"""How a leaflet is folded: which panels it has, how wide each is, and in which order they lie on the two sides."""

from __future__ import annotations

from msgspec import Struct


class Fold(Struct, frozen=True):
    """A way of folding a sheet. Panels are numbered as they are read; `outside` and `inside` say which lie side by side
    on each face of the flat sheet, from left to right, of a leaflet read from left to right.

    `short` are the numbers of the panels that tuck in and are narrower than the others by `less_mm`; `double` those
    that are twice as wide.
    """

    name: str
    outside: tuple[int, ...]
    inside: tuple[int, ...]
    short: frozenset[int] = frozenset()
    less_mm: float = 0.0
    double: frozenset[int] = frozenset()

    @property
    def panels(self) -> int:
        """How many panels there are on both faces together."""
        return len(self.outside) + len(self.inside)

    def widths_mm(self, sheet_mm: float) -> tuple[float, ...]:
        """The width of each panel in millimetres, in the order they are read, on a sheet of this width.

        Whole tenths; what is left over goes to the panels that do not tuck in. A4 rolled: 100, 100, 97.
        """
        side = self.inside
        shares = sum(2 if panel in self.double else 1 for panel in side)
        narrow = sum(self.less_mm for panel in side if panel in self.short)
        width = round((sheet_mm + narrow) / shares, 1)
        widths = [
            width * (2 if panel in self.double else 1) - (self.less_mm if panel in self.short else 0) for panel in side
        ]
        largest = max(range(len(side)), key=lambda at: (side[at] not in self.short, side[at] in self.double))
        widths[largest] = round(widths[largest] + sheet_mm - sum(widths), 1)
        found = dict(zip(side, widths, strict=True)) | dict(zip(self.outside, reversed(widths), strict=True))
        return tuple(found[panel] for panel in sorted(found))


FOLDS: dict[str, Fold] = {
    fold.name: fold
    for fold in (
        Fold("bi-fold", outside=(4, 1), inside=(2, 3)),  # 二つ折り
        Fold(
            "roll-fold", (5, 6, 1), (2, 3, 4), frozenset({4, 5}), less_mm=3.0
        ),  # 巻き三つ折り: the last panel tucks in
        Fold("z-fold", (5, 6, 1), (2, 3, 4)),  # Z折り: all panels alike
        Fold(  # 観音折り: two flaps that meet in the middle over a double panel
            "gate-fold", (2, 6, 1), (3, 4, 5), frozenset({1, 2, 3, 5}), less_mm=1.0, double=frozenset({4, 6})
        ),
    )
}
"""Every way of folding by its name."""
