"""The table of motifs by the name a theme or an edition calls them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Protocol

from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Size
from brochure.layout.palette import Palette
from brochure.rows import Rows


class Motif(Protocol):
    """A picture drawn to fill a box: size in points, the theme's colours, and a whole number that varies it."""

    def __call__(self, size: Size, palette: Palette, seed: int = 1) -> Frame: ...


MOTIFS: Mapping[str, Motif] = Rows(
    {
        "sunset-cape": "brochure.layout.art.sunset_cape:sunset_cape",
        "harbour-cranes": "brochure.layout.art.harbour_cranes:harbour_cranes",
        "lighthouse": "brochure.layout.art.lighthouse:lighthouse",
        "seigaiha": "brochure.layout.art.seigaiha:seigaiha",
        "seigaiha-lines": "brochure.layout.art.seigaiha:seigaiha_lines",
        "lattice": "brochure.layout.art.lattice:lattice",
        "lattice-steps": "brochure.layout.art.lattice:lattice_steps",
        "lattice-ice": "brochure.layout.art.lattice:lattice_ice",
        "meeting-band": "brochure.layout.art.meeting_band:meeting_band",
        "clouds": "brochure.layout.art.clouds:clouds",
        "cherry": "brochure.layout.art.blossoms:blossoms",
        "crabapple": "brochure.layout.art.blossoms:crabapple",
        "herring": "brochure.layout.art.herring:herring",
        "snow": "brochure.layout.art.snow:snow",
        "kazunoko": "brochure.layout.art.kazunoko:kazunoko",
    }
)
"""Every motif by name."""


@cache
def motif(name: str) -> Motif:
    """The motif of that name; a name that is not in `MOTIFS` raises KeyError (the reader of the name says so first).

    What it has drawn it keeps: every language and medium of an edition shows the same pictures.
    """
    return lru_cache(maxsize=32)(MOTIFS[name])
