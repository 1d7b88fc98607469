"""Colours as operators of a content stream, in the colour model of a profile."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from brochure.drawing.colour import REGISTRATION, Colour
from brochure.edition.profiles import ColourModel, Profile

ALL_PLATES = "All"  # the name of the registration colour's space in a page's resources
_SPOT = "Spot"


def components(colour: Colour, profile: Profile) -> tuple[float, ...]:
    """A colour's components in the profile's device space: three of RGB or four of CMYK, 0 to 1."""
    return colour.srgb if profile.colours is ColourModel.RGB else colour.inks


def fill(colour: Colour, profile: Profile) -> str:
    """The operator that sets the colour areas and words are painted in."""
    if profile.colours is ColourModel.RGB:
        return f"{_on_screen(colour)} rg"
    space, share = _separation(colour, profile)
    return f"/{space} cs {number(share)} scn" if space else f"{numbers(colour.inks)} k"


def stroke(colour: Colour, profile: Profile) -> str:
    """The operator that sets the colour lines are drawn in."""
    if profile.colours is ColourModel.RGB:
        return f"{_on_screen(colour)} RG"
    space, share = _separation(colour, profile)
    return f"/{space} CS {number(share)} SCN" if space else f"{numbers(colour.inks)} K"


def spaces(profile: Profile) -> dict[str, str]:
    """The colour spaces of plates of their own, by the names a page's resources may call them: registration and spots.

    A spot's tint is that of its inks in four colours, for who has no such plate (ISO 32000-1, 8.6.6.4).
    """
    if profile.colours is ColourModel.RGB:
        return {}
    found = {ALL_PLATES: _space("All", (1.0, 1.0, 1.0, 1.0))}
    for place, spot in enumerate(profile.spots, 1):
        found[f"{_SPOT}{place}"] = _space(spot.name, spot.inks)
    return found


def is_black_only(colour: Colour) -> bool:
    """Whether a colour is black ink alone and in full: what may print over the other plates without touching them. A
    grey that did so would take on the colour below."""
    return colour.inks == (0.0, 0.0, 0.0, 1.0) and colour.spot is None


def numbers(values: tuple[float, ...]) -> str:
    """Numbers parted by spaces, as short as four decimals let them be."""
    return " ".join(map(number, values))


@lru_cache(maxsize=1 << 8)
def _on_screen(colour: Colour) -> str:
    return numbers(colour.srgb)


class Remembered(dict[float, str]):
    """Numbers as `write` writes them, at most so many at a time: pages of one booklet have most of their measures in
    common. What is there is found in half the time of `lru_cache`, which notes when each was asked for."""

    def __init__(self, write: Callable[[float], str], most: int) -> None:
        super().__init__()
        self._write = write
        self._most = most

    def __missing__(self, value: float) -> str:
        if len(self) >= self._most:
            self.clear()
        written = self[value] = self._write(value)
        return written


def _short(value: float) -> str:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


number: Callable[[float], str] = Remembered(_short, 1 << 14).__getitem__
"""A number as short as four decimals let it be, never in exponents."""


def _separation(colour: Colour, profile: Profile) -> tuple[str, float]:
    """The name of the space of a colour with a plate of its own and how much of its ink; "" for a process colour."""
    if colour == REGISTRATION:
        return ALL_PLATES, 1.0
    if colour.spot in profile.spots:
        return f"{_SPOT}{profile.spots.index(colour.spot) + 1}", colour.share
    return "", 0.0


def _space(name: str, inks: tuple[float, float, float, float]) -> str:
    written = "".join(sign if sign.isalnum() else "".join(f"#{byte:02X}" for byte in sign.encode()) for sign in name)
    ends = f"/C0 [0 0 0 0] /C1 [{numbers(inks)}]"
    return f"[/Separation /{written} /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 {ends} >>]"
