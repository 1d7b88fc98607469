"""What a file is for: its colours, its edges, its marks, what it promises to be. An edition orders it as a medium."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.colour import Spot
from brochure.drawing.units import mm
from brochure.edition.presets import MarksStyle, Preset


class ColourModel(StrEnum):
    """How colours are written in the file."""

    RGB = "rgb"
    CMYK = "cmyk"


class Standard(StrEnum):
    """What a file promises to be, so that others can check it."""

    NONE = "none"
    ACCESSIBLE = "accessible"  # PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)
    X4 = "press-x4"  # PDF/X-4 (ISO 15930-7) and PDF/A-2u in one file
    X1A = "press-x1a"  # PDF/X-1a:2001 (ISO 15930-1)


class OutputIntent(Struct, frozen=True):
    """The printing condition a file is made for: its registered identifier and name, and its ICC profile's bytes, which
    X-1a may leave out where the condition is registered."""

    condition: str
    name: str
    registry: str = "http://www.color.org"
    profile: bytes = b""


class Profile(Struct, frozen=True):
    """A kind of file. `bleed` is how far the sheet shows drawings beyond the trim, `slug` how much more there is for
    marks, both in points on each side; `overprints` lets black words and lines print over what is below.

    `ink_limit` is the most ink of a converted photograph, as a share (3.0 is 300 %); `resolution` the pixels an inch a
    photograph is brought down to, 0 for as it is. `spots` are the inks printed on plates of their own. `is_proof`
    marks every sheet as a proof (見本).
    """

    name: str
    colours: ColourModel
    standard: Standard = Standard.NONE
    bleed: float = 0.0
    slug: float = 0.0
    marks: MarksStyle = MarksStyle.NONE
    has_colour_bar: bool = False
    has_slug_line: bool = False
    overprints: bool = False
    ink_limit: float = 4.0
    resolution: float = 0.0
    intent: OutputIntent | None = None
    spots: tuple[Spot, ...] = ()
    is_proof: bool = False

    @property
    def has_marks(self) -> bool:
        """Whether marks stand around the trim."""
        return self.marks is not MarksStyle.NONE


SCREEN = Profile("screen", ColourModel.RGB, Standard.ACCESSIBLE, resolution=200.0)
PROOF = Profile("proof", ColourModel.RGB, resolution=96.0, is_proof=True)

_SLUG = mm(10)  # room for marks 8 mm long


def profile_of(
    medium: str, preset: Preset, intent: OutputIntent | None = None, spots: tuple[Spot, ...] = ()
) -> Profile:
    """The profile of a medium, as a printer wants it. `intent` is the preset's printing condition, its ICC profile
    read; `spots` are the inks that get plates of their own."""
    if medium == "screen":
        return SCREEN
    if medium == "proof":
        return PROOF
    standard = preset.standard if medium == "press" else medium
    base = Profile(
        medium,
        ColourModel.CMYK,
        Standard(standard),
        bleed=mm(preset.bleed_mm),
        marks=preset.marks.style,
        overprints=True,
        ink_limit=preset.ink_limit / 100,
        resolution=preset.resolution.colour,
        intent=intent,
        spots=spots,
    )
    if not base.has_marks:
        return base
    return replace(
        base, slug=_SLUG, has_colour_bar=preset.marks.has_colour_bar, has_slug_line=preset.marks.has_slug_line
    )
