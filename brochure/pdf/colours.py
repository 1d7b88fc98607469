"""Colours as operators of a content stream, in the colour model of a profile."""

from __future__ import annotations

from brochure.drawing.colour import REGISTRATION, Colour
from brochure.edition.profiles import ColourModel, Profile

ALL_PLATES = "All"  # the name of the registration colour's space in a page's resources


def components(colour: Colour, profile: Profile) -> tuple[float, ...]:
    """A colour's components in the profile's device space: three of RGB or four of CMYK, 0 to 1."""
    return colour.srgb if profile.colours is ColourModel.RGB else colour.inks


def fill(colour: Colour, profile: Profile) -> str:
    """The operator that sets the colour areas and words are painted in."""
    if profile.colours is ColourModel.RGB:
        return f"{numbers(colour.srgb)} rg"
    if colour == REGISTRATION:
        return f"/{ALL_PLATES} cs 1 scn"
    return f"{numbers(colour.inks)} k"


def stroke(colour: Colour, profile: Profile) -> str:
    """The operator that sets the colour lines are drawn in."""
    if profile.colours is ColourModel.RGB:
        return f"{numbers(colour.srgb)} RG"
    if colour == REGISTRATION:
        return f"/{ALL_PLATES} CS 1 SCN"
    return f"{numbers(colour.inks)} K"


def is_black_only(colour: Colour) -> bool:
    """Whether a colour is black or a tint of it: what may print over the other plates without touching them."""
    cyan, magenta, yellow, black = colour.inks
    return black > 0 and not (cyan or magenta or yellow)


def numbers(values: tuple[float, ...]) -> str:
    """Numbers parted by spaces, as short as four decimals let them be."""
    return " ".join(number(value) for value in values)


def number(value: float) -> str:
    """A number as short as four decimals let it be, never in exponents."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
