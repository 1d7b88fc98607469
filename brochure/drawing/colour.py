"""Colour as ink. Every colour is a process mixture (or the registration colour); the screen's value is derived from it.

The screen value follows the Neugebauer model: the sixteen overprints of four solid inks, weighted by the share of paper
each covers (Demichel), in a space with a Yule-Nielsen exponent. The sixteen values are ours, for coated paper as
printed to ISO 12647-2, rounded to whole sRGB steps; the whole is a designer's soft proof, not a colour-managed one.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct


class Spot(Struct, frozen=True):
    """An ink of its own plate (特色): the name the plate bears, and the mixture that stands for it where there is no
    such plate."""

    name: str
    inks: tuple[float, float, float, float]


class Colour(Struct, frozen=True):
    """A mixture of cyan, magenta, yellow and black, each from 0 to 1. `name` is the theme's word for it.

    `share` of a `spot` ink is what a printer who has that ink prints; everybody else prints the mixture.
    """

    cyan: float = 0.0
    magenta: float = 0.0
    yellow: float = 0.0
    black: float = 0.0
    name: str = ""
    spot: Spot | None = None
    share: float = 1.0

    def __post_init__(self) -> None:
        """Refuse what no press can print."""
        if not all(0.0 <= ink <= 1.0 for ink in self.inks):
            raise ValueError(f"inks must lie between 0 and 1: {self.inks}")

    @property
    def inks(self) -> tuple[float, float, float, float]:
        """The four shares in the order of the plates: C, M, Y, K."""
        return self.cyan, self.magenta, self.yellow, self.black

    @property
    def total_ink(self) -> float:
        """The sum of the shares; 3.0 is the usual limit (300 %)."""
        return sum(self.inks)

    def tint(self, share: float) -> Colour:
        """The same colour thinned to `share` (0 to 1) of its inks."""
        c, m, y, k = (round(ink * share, 4) for ink in self.inks)
        return Colour(c, m, y, k, self.name, self.spot, round(self.share * share, 4))

    def mixed(self, other: Colour, share: float) -> Colour:
        """The colour `share` of the way from this one to the other, ink by ink."""
        c, m, y, k = (round(a + (b - a) * share, 4) for a, b in zip(self.inks, other.inks, strict=True))
        return Colour(c, m, y, k)

    @property
    def srgb(self) -> tuple[float, float, float]:
        """The screen's red, green and blue, 0 to 1, in whole steps of 255."""
        return _on_screen(self.inks)


BLACK = Colour(0.0, 0.0, 0.0, 1.0, "black")
PAPER = Colour(0.0, 0.0, 0.0, 0.0, "paper")
REGISTRATION = Colour(1.0, 1.0, 1.0, 1.0, "registration")  # on every plate there is: marks only
RICH_BLACK = Colour(0.6, 0.4, 0.4, 1.0, "rich black")  # 墨ベタ: areas only, never text


def percent(cyan: float, magenta: float, yellow: float, black: float, name: str = "", spot: str = "") -> Colour:
    """A colour from percentages, as designers and printers say it: `percent(100, 70, 20, 10)`; `spot` is the name of
    the ink it stands for."""
    inks = cyan / 100, magenta / 100, yellow / 100, black / 100
    return Colour(*inks, name, Spot(spot, inks) if spot else None)


_EXPONENT = 1.7  # Yule-Nielsen: light scattered in the paper makes tints darker than their share of ink
_SOLIDS: dict[tuple[int, int, int, int], tuple[int, int, int]] = {
    (0, 0, 0, 0): (255, 255, 255),
    (1, 0, 0, 0): (0, 157, 222),
    (0, 1, 0, 0): (226, 0, 122),
    (0, 0, 1, 0): (255, 236, 0),
    (1, 1, 0, 0): (46, 46, 130),
    (1, 0, 1, 0): (0, 148, 66),
    (0, 1, 1, 0): (226, 10, 22),
    (1, 1, 1, 0): (54, 52, 54),
    (0, 0, 0, 1): (34, 31, 31),
    (1, 0, 0, 1): (8, 24, 33),
    (0, 1, 0, 1): (33, 8, 20),
    (0, 0, 1, 1): (34, 30, 10),
    (1, 1, 0, 1): (10, 9, 22),
    (1, 0, 1, 1): (6, 20, 12),
    (0, 1, 1, 1): (30, 8, 8),
    (1, 1, 1, 1): (7, 6, 7),
}


def _linear(step: int) -> float:
    value = step / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _step(linear: float) -> float:
    value = 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return round(min(max(value, 0.0), 1.0) * 255) / 255


@lru_cache(maxsize=1024)
def _on_screen(inks: tuple[float, float, float, float]) -> tuple[float, float, float]:
    totals = [0.0, 0.0, 0.0]
    for solid, steps in _SOLIDS.items():
        share = 1.0
        for ink, is_on in zip(inks, solid, strict=True):
            share *= ink if is_on else 1.0 - ink
        if share:
            for channel, step in enumerate(steps):
                totals[channel] += share * _linear(step) ** (1 / _EXPONENT)
    red, green, blue = (_step(total**_EXPONENT) for total in totals)
    return red, green, blue


def luminance(colour: Colour) -> float:
    """The relative luminance of the screen value, 0 to 1 (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(round(value * 255)) for value in colour.srgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
