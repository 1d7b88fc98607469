"""What is asked of a printing house: the edition's preset or another, and the profile that comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from brochure.diagnostics import Report
from brochure.drawing.colour import Spot
from brochure.edition.presets import Preset, read_preset
from brochure.edition.profiles import OutputIntent, Profile, Standard, profile_of
from brochure.press.conditions import intent_of

PAGES, SPREADS, SADDLE, COVER, BODY = "pages", "spreads", "saddle-stitch", "cover", "body"
"""Ways of laying pages on sheets; there are others in `imposition`, which knows how each is done."""


class Wishes(Struct, frozen=True):
    """What is asked for beyond an edition's own order: another printer's preset, another ICC profile, another way of
    laying pages on sheets; a draft, which shows what may not be printed; a folder whose locales/ are taken instead."""

    preset: str = ""
    icc: str = ""
    imposition: str = ""
    is_draft: bool = False
    catalogs: str = ""


NO_WISHES = Wishes()


def chosen_way(medium: str, ordered: str, wishes: Wishes) -> str:
    """How a medium's pages lie on sheets: proofs in spreads, files for the press as ordered or wished for."""
    if medium == "screen":
        return PAGES
    return wishes.imposition or (SPREADS if medium == "proof" else ordered)


def chosen_preset(root: Path, ordered: Preset, wishes: Wishes, report: Report) -> Preset:
    """The preset wished for, else the edition’s own. Raises BrochureError where the one wished for is wrong."""
    if not wishes.preset:
        return ordered
    found = read_preset(root, wishes.preset, report)
    report.raise_if_errors()
    assert found is not None
    return found


def profile_files(root: Path, presets: Iterable[Preset], wishes: Wishes) -> tuple[Path, ...]:
    """The user's own ICC profiles that these presets and wishes name."""
    names = {wishes.icc, *(preset.output.profile for preset in presets)} - {""}
    return tuple(root / name for name in sorted(names) if (root / name).is_file())


def chosen_profile(
    root: Path, medium: str, ordered: Preset, spots: tuple[Spot, ...], wishes: Wishes, report: Report
) -> Profile:
    """The profile of a medium by the preset; of the `spots` of the theme those the printer has get plates."""
    preset = chosen_preset(root, ordered, wishes, report)
    intent: OutputIntent | None = None
    if medium.startswith("press"):
        standard = Standard(preset.standard if medium == "press" else medium)
        intent = intent_of(preset, standard, root, report, wishes.icc)
    own = {spot for spot in spots if spot.name in preset.spots}
    return profile_of(medium, preset, intent, tuple(sorted(own, key=lambda spot: spot.name)))
