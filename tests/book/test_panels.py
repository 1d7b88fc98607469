"""A leaflet's pages are its panels, those that tuck in narrower by what the margins give up."""

from __future__ import annotations

import pytest
from shipped.booklet import edition, project

from brochure import pipeline
from brochure.book.panels import fold_of, grid_of, on_panel, trim_of
from brochure.diagnostics import Report
from brochure.drawing.units import mm
from brochure.layout.type_area import TypeArea
from brochure.source.model import changed


def test_a_book_is_not_folded() -> None:
    assert fold_of(edition("rumoi")) is None
    assert grid_of(edition("rumoi")) == "jis-b5"
    assert trim_of(edition("rumoi")) == (mm(182), mm(257))


@pytest.mark.parametrize(("number", "width"), [(1, 100), (2, 100), (3, 100), (4, 97), (5, 97), (6, 100)])
def test_the_panels_of_a_rolled_sheet_are_as_wide_as_the_fold_leaves_them(number: int, width: float) -> None:
    assert trim_of(edition("delegation-yingkou"), number) == pytest.approx((mm(width), mm(210)))


def test_a_narrow_panel_takes_its_width_from_both_margins() -> None:
    leaflet = edition("delegation-yingkou")
    theme = project().themes[leaflet.theme]
    wide = theme.grids[grid_of(leaflet)].type_area(trim_of(leaflet))
    narrow = on_panel(wide, leaflet, 4)
    assert narrow.width == wide.width
    assert wide.inner - narrow.inner == pytest.approx(mm(1.5))
    assert wide.outer - narrow.outer == pytest.approx(mm(1.5))
    assert on_panel(wide, leaflet, 1) == wide


@pytest.mark.parametrize("language", ["zh_CN", "ja"])
def test_each_panel_is_set_on_its_own_width_and_bears_no_folio(language: str) -> None:
    report = Report()
    book = pipeline.set_book(project(), edition("delegation-yingkou"), language, report)
    assert report.ordered() == ()
    assert [round(page.page.frame.size.width / mm(1)) for page in book.pages] == [100, 100, 100, 97, 97, 100]
    assert not any(page.page.has_folio for page in book.pages)


def test_a_leaflet_with_a_panel_too_few_is_found() -> None:
    shipped = project()
    leaflet = edition("delegation-yingkou")
    pages = {**shipped.pages, leaflet.id: shipped.pages[leaflet.id][:5]}
    from msgspec.structs import replace

    report = Report()
    pipeline.set_book(replace(shipped, pages=pages), leaflet, "ja", report)
    (finding,) = report
    assert finding.code == "edition.page-count"
    assert "6 panels, not 5" in str(finding.message)


def test_flaps_and_double_panels_have_measures_of_their_own() -> None:
    gate = changed(edition("delegation-yingkou"), imposition="gate-fold")
    made = TypeArea(trim_of(gate), 9.0, 25, 36, 14.0, mm(10.3), mm(15))
    flap, double = (on_panel(made, gate, number) for number in (1, 4))
    assert (flap.characters, double.characters) == (17, 40)
    for area, width in ((flap, 73.8), (double, 149.4)):
        assert area.trim.width == pytest.approx(mm(width), abs=0.3)
        assert area.inner == pytest.approx(area.outer)
        assert mm(8) < area.inner < mm(13)
