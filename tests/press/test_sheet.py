"""What stands around a sheet: marks, fold marks, colour bar and slug, none of it within the bleed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from pdf.books import FACE, book_of, glyphs, profile, words

from brochure.drawing.colour import REGISTRATION, Colour, Spot
from brochure.drawing.frame import Frame, Glyphs, Group, Placed, Shape, Tagged
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.units import mm
from brochure.edition.presets import MarksStyle
from brochure.press.marks import marks
from brochure.press.sheet import Furniture, sheets
from brochure.press.slug import Slug

TRIM = Rect(50.0, 50.0, 300.0, 400.0)
BLEED = mm(3)


def _set(text: str, colour: Colour) -> Frame:
    run = replace(glyphs(text, FACE), colour=colour, size=5.0, width=3.0 * len(text))
    return Frame(Size(run.width, 6.0), (Placed(run, 0.0, 5.0),))


SLUG = Furniture(Slug("rumoi-ja", "2026-11", "ja", _set))


def _flat(items: tuple[Placed, ...]) -> Iterator[Placed]:
    for placed in items:
        if isinstance(placed.item, Group | Tagged):
            yield from _flat(placed.item.items)
        else:
            yield placed


@pytest.mark.parametrize("style", [MarksStyle.JAPANESE, MarksStyle.CROP])
def test_no_mark_reaches_into_the_bleed(style: MarksStyle) -> None:
    bleed = TRIM.inset(*(-BLEED,) * 4)
    for placed in marks(TRIM, BLEED, style, (150.0,)):
        assert isinstance(placed.item, Shape)
        assert placed.item.stroke is not None
        assert placed.item.stroke.colour == REGISTRATION
        points = [step[-2:] for step in placed.item.path if len(step) > 1]
        xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
        outside = min(xs) >= bleed.right or max(xs) <= bleed.x or min(ys) >= bleed.bottom or max(ys) <= bleed.y
        is_corner = not (min(xs) > bleed.x and max(xs) < bleed.right) and not (
            min(ys) > bleed.y and max(ys) < bleed.bottom
        )
        assert outside or is_corner


def test_a_fold_has_a_mark_above_and_below() -> None:
    without, with_fold = marks(TRIM, BLEED), marks(TRIM, BLEED, folds=(150.0,))
    added = [placed for placed in with_fold if placed not in without]
    assert len(added) == 2
    assert all(isinstance(each.item, Shape) and each.item.stroke and each.item.stroke.dashes for each in added)


def test_the_slug_says_what_the_sheet_is_and_names_each_plate_in_its_own_ink() -> None:
    spot = Spot("DIC 156", (0.0, 0.9, 0.8, 0.0))
    (sheet,) = sheets(book_of((words("港"),)), replace(profile("press"), spots=(spot,)), SLUG)
    runs = [placed.item for placed in _flat(sheet.marks) if isinstance(placed.item, Glyphs)]
    assert [(run.text, run.colour.inks) for run in runs] == [
        ("rumoi-ja  2026-11  ja  p. 1", (0, 0, 0, 1)),
        ("Cyan", (1, 0, 0, 0)),
        ("Magenta", (0, 1, 0, 0)),
        ("Yellow", (0, 0, 1, 0)),
        ("Black", (0, 0, 0, 1)),
        ("DIC 156", (0, 0.9, 0.8, 0)),
    ]
    assert all(run.is_silent for run in runs)


def test_the_bar_shows_the_solids_and_the_inks_of_their_own() -> None:
    spot = Spot("DIC 156", (0.0, 0.9, 0.8, 0.0))
    wide = book_of((words("港"),))
    page = wide.pages[0].page
    wide = replace(
        wide, pages=(replace(wide.pages[0], page=replace(page, frame=replace(page.frame, size=Size(600.0, 300.0)))),)
    )
    (sheet,) = sheets(wide, replace(profile("press"), spots=(spot,)), SLUG)
    fills = [each.item.fill for each in _flat(sheet.marks) if isinstance(each.item, Shape) and each.item.fill]
    assert [fill.inks for fill in fills[:4] if isinstance(fill, Colour)] == [
        (0, 0, 0, 1),
        (0, 0, 1, 0),
        (0, 1, 0, 0),
        (1, 0, 0, 0),
    ]
    assert isinstance(fills[4], Colour)
    assert fills[4].spot == spot
    assert len(fills) == 12


def test_a_proof_bears_its_word_across_every_page() -> None:
    stamp = _set("見本", Colour(magenta=1.0))
    (sheet,) = sheets(book_of((words("港"),)), profile("proof"), Furniture(stamp=stamp))
    (across,) = sheet.stamp
    assert isinstance(across.item, Group)
    assert across.item.transform.b < 0  # rises to the right
