"""Every file for the press that ships has nothing a printer would send it back for."""

from __future__ import annotations

from functools import cache

import pytest

from brochure import pipeline
from brochure.diagnostics import Report
from brochure.preflight import ghostscript
from brochure.preflight.comparison import plate_changes
from brochure.preflight.inspect import Inspection, inspect
from brochure.preflight.reader import read_document
from brochure.preflight.slivers import DPI, slivers
from brochure.press.jobs import jobs
from brochure.submission import ordered_limits
from shipped.booklet import edition, project

FILES = [(job.edition, job.language, job.way) for job in jobs(project().editions, (), (), ("press",))]
FIRST = [each for each in FILES if each[0] == "rumoi"]
LATER = [pytest.param(*each, marks=pytest.mark.heavy) for each in FILES if each[0] != "rumoi"]


@cache
def _pressed(name: str, language: str, way: str) -> tuple[bytes, Inspection]:
    """An edition's file for the press as it is ordered, and what is found in it by what was ordered."""
    read, chosen = project(), edition(name)
    book = pipeline.set_book(read, chosen, language, Report())
    profile = pipeline.profile(read, chosen, "press", pipeline.NO_WISHES, Report())
    data = pipeline.printed(read, chosen, book, profile, way)
    return data, inspect(data, ordered_limits(chosen, book, read.presets[chosen.preset], profile, way))


@pytest.mark.parametrize(("name", "language", "way"), [*FIRST, *LATER])
def test_files_for_the_press_have_no_findings(name: str, language: str, way: str) -> None:
    _, found = _pressed(name, language, way)
    assert found.findings == ()


@pytest.mark.parametrize(("name", "language", "way"), FIRST[1:])
def test_languages_that_share_their_plates_differ_in_the_black_one_alone(name: str, language: str, way: str) -> None:
    one, other = (read_document(_pressed(name, each, way)[0], has_plates=True) for each in (FIRST[0][1], language))
    changed = tuple(plate_changes(one, other))
    assert [change.before for change in changed] == list(range(1, 17))  # every page has words of its own language
    assert {plate for change in changed for plate in change.plates} == {"Black"}
    assert all(page.plates is not None and len(page.plates.digests) >= 4 for page in one.pages)


def test_what_was_ordered_is_what_was_judged_by() -> None:
    _, found = _pressed(*FIRST[0])
    assert (found.limits.standard, found.limits.trims_mm) == ("PDF/X-4", ((182.0, 257.0),))
    assert (found.limits.binding, found.page_count) == ("saddle-stitch", 16)


@pytest.mark.heavy
@pytest.mark.skipif(not ghostscript.is_installed(), reason="Ghostscript is not installed")
@pytest.mark.parametrize(("name", "language", "way"), FILES)
def test_no_page_has_more_ink_than_the_preset_takes_by_ghostscripts_plates(name: str, language: str, way: str) -> None:
    data, found = _pressed(name, language, way)
    assert found.document is not None
    for plates in ghostscript.plates(data, ghostscript.MEASURING):
        page = found.document.pages[plates.page - 1]
        most, _ = ghostscript.ink_map(plates, page.boxes.media, page.printed).grid.heaviest()
        assert most <= found.limits.ink_limit, plates.page


@pytest.mark.heavy
@pytest.mark.skipif(not ghostscript.is_installed(), reason="Ghostscript is not installed")
@pytest.mark.parametrize(("name", "language", "way"), FILES)
def test_our_own_reckoning_of_the_ink_is_near_the_plates(name: str, language: str, way: str) -> None:
    data, found = _pressed(name, language, way)
    assert found.document is not None
    for plates in ghostscript.plates(data, ghostscript.MEASURING):
        page = found.document.pages[plates.page - 1]
        most, _ = ghostscript.ink_map(plates, page.boxes.media, page.printed).grid.heaviest()
        assert page.inks is not None
        assert page.inks.grid.heaviest()[0] == pytest.approx(most, abs=0.15), plates.page


@pytest.mark.heavy
@pytest.mark.skipif(not ghostscript.is_installed(), reason="Ghostscript is not installed")
@pytest.mark.parametrize(("name", "language", "way"), {each[0]: each for each in reversed(FILES)}.values())
def test_no_page_has_slivers_between_its_colours(name: str, language: str, way: str) -> None:
    """One file an edition: its languages share their art."""
    data, found = _pressed(name, language, way)
    assert found.document is not None
    for plates in ghostscript.fine_plates(data, DPI, range(1, found.page_count + 1)):
        page = found.document.pages[plates.page - 1]
        assert slivers(plates.pictures, page.boxes.media, page.printed) == (), plates.page
