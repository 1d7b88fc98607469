"""Every file for the press that ships has nothing a printer would send it back for."""

from __future__ import annotations

from functools import cache

import pytest

from brochure import pipeline
from brochure.preflight import ghostscript
from brochure.preflight.inspect import Inspection, inspect
from brochure.submission import ordered_limits
from shipped.booklet import LANGUAGES, book, project


@cache
def _pressed(language: str) -> tuple[bytes, Inspection]:
    """The booklet's file for the press, and what is found in it by what was ordered."""
    read, (made, _) = project(), book(language)
    edition = next(each for each in read.editions if each.id == "rumoi")
    data = pipeline.printed(read, edition, made, "press")
    profile = pipeline.profile(read, edition, "press", pipeline.NO_WISHES, pipeline.Report())
    return data, inspect(data, ordered_limits(edition, made, read.presets[edition.preset], profile))


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_for_the_press_have_no_findings(language: str) -> None:
    _, found = _pressed(language)
    assert found.findings == ()


@pytest.mark.parametrize("language", LANGUAGES[:1])
def test_what_was_ordered_is_what_was_judged_by(language: str) -> None:
    _, found = _pressed(language)
    assert (found.limits.standard, found.limits.trims_mm) == ("PDF/X-4", ((182.0, 257.0),))
    assert (found.limits.binding, found.page_count) == ("saddle-stitch", 16)


@pytest.mark.heavy
@pytest.mark.skipif(not ghostscript.is_installed(), reason="Ghostscript is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_more_ink_than_the_preset_takes_by_ghostscripts_plates(language: str) -> None:
    data, found = _pressed(language)
    assert found.document is not None
    for plates in ghostscript.plates(data):
        page = found.document.pages[plates.page - 1]
        most, _ = ghostscript.ink_map(plates, page.boxes.media, page.printed).heaviest()
        assert most <= found.limits.ink_limit, plates.page
        assert page.inks is not None
        assert page.inks.heaviest()[0] == pytest.approx(most, abs=0.6)
