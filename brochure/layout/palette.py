"""The colours of a theme by the part they play, which is all that art, maps and charts know of a theme."""

from __future__ import annotations

from msgspec import Struct

from brochure.drawing.colour import BLACK, PAPER, Colour


class Palette(Struct, frozen=True):
    """Every colour a drawn picture may use, by role.

    `sea`, `sunset`, `gold` and `vermilion` are the theme's solid colours; `sea_deep` is for silhouettes and night,
    `sea_light` for shallow water (a tint), `sky` for clear air: the sea with less
    red in it; `water` for the sea on a map. `tint_warm` and `tint_cool` are paper tints under 12 % an ink. `land` and
    `land_accent` are for maps, `rule` for hairlines and axes, `blossom` for petals. `areas` are six tints that can be
    told from each other, for the six areas of Hokkaido in the order of `map.AREAS`.
    No role may hold more than 300 % of ink.
    """

    sea: Colour
    sea_deep: Colour
    sea_light: Colour
    sky: Colour
    water: Colour
    sunset: Colour
    gold: Colour
    vermilion: Colour
    ink: Colour
    paper: Colour
    tint_warm: Colour
    tint_cool: Colour
    land: Colour
    land_accent: Colour
    rule: Colour
    blossom: Colour
    areas: tuple[Colour, Colour, Colour, Colour, Colour, Colour]

    def __hash__(self) -> int:
        """Of the four inks a theme names: drawings are kept by palette, and hashing all of it took longer than one."""
        return hash((self.sea, self.sunset, self.gold, self.vermilion))


def palette_of(sea: Colour, sunset: Colour, gold: Colour, vermilion: Colour) -> Palette:
    """A whole palette from a theme's four colours; a theme that wants other tints replaces the fields it names."""
    sky = Colour(round(sea.cyan * 0.62, 4), round(sea.magenta * 0.36, 4), round(sea.yellow * 0.3, 4), 0.0)
    return Palette(
        sea=sea,
        sea_deep=_deepened(sea),
        sea_light=sea.tint(0.28),
        sky=sky,
        water=sky.tint(0.42),
        sunset=sunset,
        gold=gold,
        vermilion=vermilion,
        ink=BLACK,
        paper=PAPER,
        tint_warm=gold.tint(0.11),
        tint_cool=sea.tint(0.08),
        land=gold.tint(0.20).mixed(Colour(0.0, 0.0, 0.0, 0.10), 0.5),
        land_accent=gold.tint(0.75),
        rule=sea.tint(0.55),
        blossom=Colour(0.0, 0.30, 0.10, 0.0),
        areas=(
            Colour(round(sea.cyan * 0.40, 4), round(sea.magenta * 0.20, 4), 0.0, 0.0),
            Colour(0.0, round(vermilion.magenta * 0.42, 4), round(vermilion.yellow * 0.16, 4), 0.0),
            gold.tint(0.60),
            Colour(round(sea.cyan * 0.36, 4), 0.02, round(gold.yellow * 0.50, 4), 0.0),
            sunset.tint(0.52),
            Colour(round(sea.cyan * 0.30, 4), round(vermilion.magenta * 0.34, 4), 0.0, 0.0),
        ),
    )


def _deepened(colour: Colour) -> Colour:
    """The colour towards night: black up to 45 %, the other inks kept under 250 % together."""
    cyan, magenta, yellow, black = colour.inks
    share = min(1.0, 2.4 / max(cyan + magenta * 1.12 + yellow * 1.6 + 0.45, 0.01))
    return Colour(
        round(cyan * share, 4),
        round(min(1.0, magenta * 1.12) * share, 4),
        round(min(1.0, yellow * 1.6) * share, 4),
        round(max(black, 0.45), 4),
    )
