"""The README's pictures: drawn from the booklet, the same again and again, light enough for a page."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest
from PIL import Image
from shipped.booklet import project

from docs.follow import ROOT


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures_of_the_readme", ROOT / "docs/pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_sheet_holds_its_rows_of_pages(pictures: ModuleType) -> None:
    pdf = pictures.booklet(project(), "ja")
    table = pictures.drawn(pdf, (((1,), (2, 3)), ((9,),)), 60)
    page_height = round(60 * 257 / 182)
    gap = pictures.GAP
    assert table.width == 3 * 60 + 3 * gap
    assert abs(table.height - (2 * page_height + 3 * gap)) <= 2
    assert table.getpixel((2, 2)) == Image.new("RGB", (1, 1), pictures.TABLE).getpixel((0, 0))
    assert pictures.png(table) == pictures.png(pictures.drawn(pdf, (((1,), (2, 3)), ((9,),)), 60))


def test_every_language_of_the_edition_has_its_picture(pictures: ModuleType) -> None:
    edition = next(each for each in project().editions if each.id == pictures.EDITION)
    for language in edition.leads:
        with Image.open(pictures.FOLDER / f"{pictures.EDITION}-{language}.png") as picture:
            assert picture.format == "PNG"
            assert picture.width > 3 * pictures.PAGE_WIDTH
