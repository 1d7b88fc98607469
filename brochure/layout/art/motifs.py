"""The table of motifs by the name a theme or an edition calls them."""

from __future__ import annotations

from functools import cache, lru_cache, partial
from typing import Protocol

from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Size
from brochure.layout.art.blossoms import Blossom, blossoms
from brochure.layout.art.clouds import clouds
from brochure.layout.art.harbour_cranes import harbour_cranes
from brochure.layout.art.herring import herring
from brochure.layout.art.kazunoko import kazunoko
from brochure.layout.art.lattice import Lattice, lattice
from brochure.layout.art.lighthouse import lighthouse
from brochure.layout.art.meeting_band import meeting_band
from brochure.layout.art.seigaiha import Finish, seigaiha
from brochure.layout.art.snow import snow
from brochure.layout.art.sunset_cape import sunset_cape
from brochure.layout.palette import Palette


class Motif(Protocol):
    """A picture drawn to fill a box: size in points, the theme's colours, and a whole number that varies it."""

    def __call__(self, size: Size, palette: Palette, seed: int = 1) -> Frame: ...


MOTIFS: dict[str, Motif] = {
    "sunset-cape": sunset_cape,
    "harbour-cranes": harbour_cranes,
    "lighthouse": lighthouse,
    "seigaiha": seigaiha,
    "seigaiha-lines": partial(seigaiha, finish=Finish.LINES),
    "lattice": lattice,
    "lattice-steps": partial(lattice, kind=Lattice.STEPS),
    "lattice-ice": partial(lattice, kind=Lattice.ICE),
    "meeting-band": meeting_band,
    "clouds": clouds,
    "cherry": blossoms,
    "crabapple": partial(blossoms, kind=Blossom.CRABAPPLE),
    "herring": herring,
    "snow": snow,
    "kazunoko": kazunoko,
}
"""Every motif by name."""


@cache
def motif(name: str) -> Motif:
    """The motif of that name; a name that is not in `MOTIFS` raises KeyError (the reader of the name says so first).

    What it has drawn it keeps: every language and medium of an edition shows the same pictures.
    """
    return lru_cache(maxsize=32)(MOTIFS[name])
