"""What a file is for: its colours, its edges, its marks. A medium of an edition names a profile."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from brochure.drawing.units import mm


class ColourModel(StrEnum):
    """How colours are written in the file."""

    RGB = "rgb"
    CMYK = "cmyk"


class Standard(StrEnum):
    """What a file promises to be, so that others can check it."""

    NONE = "none"
    ACCESSIBLE = "accessible"  # PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of file. `bleed` is how far the sheet shows drawings beyond the trim, `slug` how much more there is for
    marks, both in points on each side; `overprints` lets black words and lines print over what is below."""

    name: str
    colours: ColourModel
    standard: Standard = Standard.NONE
    bleed: float = 0.0
    slug: float = 0.0
    has_marks: bool = False
    overprints: bool = False


SCREEN = Profile("screen", ColourModel.RGB, Standard.ACCESSIBLE)
PRESS = Profile("press", ColourModel.CMYK, bleed=mm(3), slug=mm(10), has_marks=True, overprints=True)

PROFILES: dict[str, Profile] = {profile.name: profile for profile in (SCREEN, PRESS)}
"""Every profile by its name."""
