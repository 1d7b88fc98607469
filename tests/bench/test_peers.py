"""The peers' documents: the words our pages print, our colours and drawings, three pages a town."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from benchmarks import peers
from benchmarks.artwork import drawings, on_screen, pdf, svg
from benchmarks.our_project import write_project
from benchmarks.page_measures import GREY, INK, MEASURE, RULE, SEA, VERMILION, YearbookData
from benchmarks.peer_fonts import Fonts, fonts_in, packaged
from benchmarks.peer_process import main
from benchmarks.race import DEFAULT
from benchmarks.towns import towns
from benchmarks.yearbook import yearbook
from brochure.diagnostics import Report
from brochure.drawing.frame import text_of
from brochure.pipeline import read_project, set_book
from brochure.theme.reader import read_theme

BENCHMARKS = Path(peers.__file__).parent


def _said(data: YearbookData) -> list[str]:
    """Every word of the first town's pages."""
    town = data["towns"][0]
    words = [town["name"], town["readings"], town["lead"], data["contents"], data["timeline"]]
    words += [part for pair in (*town["facts"], *town["story"]) for part in pair]
    words += [data["kinds"][kind] for kind in town["legend"]]
    for entry in town["entries"]:
        words += [str(entry["year"]), entry["era"], entry["month"], entry["headline"], entry["people"]]
    return words


def test_what_peers_say_is_what_our_pages_say(tmp_path: Path) -> None:
    write_project(tmp_path, towns(1))
    project = read_project(tmp_path, Report())
    assert project is not None
    book = set_book(project, project.editions[0], "ja", Report())
    text = "".join(text_of(page.page.frame.items) for page in book.pages)
    assert [words for words in _said(yearbook(towns(1))) if words not in text] == []


def test_the_sources_hold_the_words_and_the_colours(tmp_path: Path) -> None:
    peers.write_sources(tmp_path, towns(1), _fonts(tmp_path / "fonts"))
    data = json.loads((tmp_path / "towns.json").read_text("utf-8"))
    html = (tmp_path / "towns.html").read_text("utf-8")
    assert [words for words in _said(data) if words not in html] == []
    plain = (tmp_path / "plain.typ").read_text("utf-8")
    assert all(event.headline.ja in plain for event in towns(1)[0].events)
    theme = read_theme(BENCHMARKS.parent, "harbour", Report())
    assert theme is not None
    ours = [on_screen(theme.colours[name]) for name in ("sea", "vermilion", "ink", "grey", "rule")]
    assert ours == [SEA, VERMILION, INK, GREY, RULE]
    for name in ("towns.typ", "towns.css"):
        assert [colour for colour in ours if colour not in (BENCHMARKS / name).read_text("utf-8")] == []
    assert theme.grids["a4"].characters * theme.grids["a4"].size == MEASURE


def test_what_a_drawing_repeats_is_written_once() -> None:
    band = drawings()["band"]
    text = svg(band)
    assert text.count("<g ") < 4 < text.count("<use ")
    with pdf(band) as file:
        assert len(file.pages) == 1
        assert [float(side) for side in file.pages[0].MediaBox[2:]] == pytest.approx(band.shown[2:])
        assert len(file.pages[0].Resources.XObject) == text.count("<g ")


def test_every_engine_is_raced_and_told_of() -> None:
    assert set(peers.PACKAGES) | {"chromium"} == set(peers.LACKS)
    assert set(peers.LACKS) <= set(DEFAULT)


@pytest.mark.parametrize("engine", ["platypus", "fpdf2", "typst", "typst-tagged", "typst-plain"])
def test_a_town_has_three_pages(engine: str, tmp_path: Path) -> None:
    if not peers.available(engine):
        pytest.skip(f"{engine} is not installed")
    fonts = _fonts(tmp_path / "fonts")
    peers.write_sources(tmp_path, towns(2), fonts)
    out = tmp_path / "out.pdf"
    main(engine, str(tmp_path), str(out), str(fonts.folder))
    with pikepdf.open(out) as file:
        assert len(file.pages) == 1 + 3 * 2
        assert ("/StructTreeRoot" in file.Root) == (engine == "typst-tagged")
    if engine == "typst-plain":
        return
    text = _text(out)
    assert [words for words in _said(yearbook(towns(1))) if _plain(words) not in text] == []


@pytest.mark.parametrize("engine", ["platypus", "typst"])
def test_contents_of_more_than_a_page_take_as_many_as_ours(engine: str, tmp_path: Path) -> None:
    if not peers.available(engine):
        pytest.skip(f"{engine} is not installed")
    fonts = _fonts(tmp_path / "fonts")
    peers.write_sources(tmp_path, towns(39), fonts)
    out = tmp_path / "out.pdf"
    main(engine, str(tmp_path), str(out), str(fonts.folder))
    with pypdfium2.PdfDocument(out) as file:
        assert len(file) == 2 + 3 * 39
        names = [town.name.ja for town in towns(39)]
        lines = [_plain(file[page].get_textpage().get_text_range()) for page in (0, 1)]
        assert [name for name in names[:38] if name not in lines[0]] == []
        assert names[38] in lines[1]


def _text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as file:
        return _plain("".join(page.get_textpage().get_text_range() for page in file))


def _plain(text: str) -> str:
    return "".join(text.split())


def _fonts(folder: Path) -> Fonts:
    """The packages' own files in a folder, the variable one for every weight: cutting takes seconds."""
    folder.mkdir(exist_ok=True)
    fonts = fonts_in(folder)
    variable, serif = packaged()
    for path in fonts:
        path.symlink_to(serif if path == fonts.serif else variable)
    return fonts
