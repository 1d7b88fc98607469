"""The specimen shows what the engine sets, in three languages; what is read off its pages is what was written."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from pdf.validators import verapdf

from brochure.content.marks import plain
from brochure.diagnostics import Report
from brochure.drawing.frame import Glyphs, Shape, Tagged, items_of, text_of
from brochure.drawing.structure import Role
from brochure.layout.page import Book
from brochure.pipeline import read_project, set_book
from brochure.translation.catalogs import read_catalog
from brochure.works.build import build

ROOT = Path(__file__).parents[2] / "docs/specimen"
LANGUAGES = ("ja", "zh_CN", "zh_TW")
PAGES = {"lines": 1, "readings": 2, "marks": 3, "vertical": 4, "grid": 5, "upright-grid": 6, "child": 7}


@cache
def _set(language: str) -> tuple[Book, Report]:
    report = Report()
    project = read_project(ROOT, report)
    assert project is not None
    return set_book(project, project.editions[0], language, report), report


def _source(story: str, part: str, language: str) -> str:
    """A text as its author or translator wrote it, without marks and line ends."""
    report = Report()
    project = read_project(ROOT, report)
    assert project is not None
    text = getattr(project.booklet.stories[story], part)
    if language == "ja":
        return _bare(plain(text.source))
    catalog = read_catalog(ROOT, language, "content", report)
    assert catalog is not None
    entry = catalog[text.key]
    assert entry is not None
    return _bare(plain(entry.text))


def _bare(text: str) -> str:
    return re.sub(r"[ \n]+", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_specimen_is_set_without_a_finding(language: str) -> None:
    _, report = _set(language)
    assert [f"{each.code} {each.message}" for each in report] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("story", ["lines", "readings", "marks", "vertical", "grid"])
def test_every_word_stands_on_its_page_in_order(story: str, language: str) -> None:
    book, _ = _set(language)
    read = _bare(text_of(book.pages[PAGES[story]].page.frame.items))
    for part in ("title", "lead", "text"):
        assert _source(story, part, language) in read


def test_each_language_shows_its_own_readings() -> None:
    kinds = {"ja": "るもい", "zh_CN": "Liúméng", "zh_TW": "ㄌㄧㄡ"}
    for language, reading in kinds.items():
        book, _ = _set(language)
        rubies = [
            "".join(each.text for each in items_of(item.items, Glyphs))
            for item in items_of(book.pages[PAGES["readings"]].page.frame.items, Tagged)
            if item.role is Role.RUBY_TEXT
        ]
        assert any(reading in ruby for ruby in rubies), language
        assert len(rubies) > 8


def test_phrases_are_parted_for_japanese_children_and_the_copy_stays_as_it_is() -> None:
    page = _set("ja")[0].pages[PAGES["child"]].page
    assert _source("child", "text", "ja") in _bare(text_of(page.frame.items))
    project = read_project(ROOT, Report())
    assert project is not None
    assert project.themes["harbour"].styles["child"].line.phrase_gap > 0.5


def test_the_grid_is_drawn_under_the_copy() -> None:
    book, _ = _set("ja")
    for name, least in (("grid", 60), ("upright-grid", 60)):
        page = book.pages[PAGES[name]].page
        assert len(items_of(page.frame.items, Shape)) > least


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files for screens by language."""
    paths = build(ROOT, (), (), ("screen",), tmp_path_factory.mktemp("specimen"), Report()).paths
    return dict(zip(LANGUAGES, paths, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_copied_out_of_the_file_is_what_was_written(language: str, files: dict[str, Path]) -> None:
    whole = _read(files[language], "-raw")
    for story in ("lines", "readings", "marks", "vertical", "grid"):
        for part in ("title", "lead", "text"):
            assert "".join(_source(story, part, language).split()) in whole, (story, part)
    assert "葛\U000e0100" in whole  # a variant keeps its selector


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_vertical_page_is_read_from_right_to_left_by_where_its_words_stand(
    language: str, files: dict[str, Path]
) -> None:
    for page in (PAGES["vertical"] + 1, PAGES["upright-grid"] + 1):
        whole = _read(files[language], "-f", str(page), "-l", str(page))
        at = [whole.find("".join(_source("vertical", part, language).split())) for part in ("title", "lead", "text")]
        assert -1 < at[0] < at[1] < at[2]


@pytest.mark.heavy
def test_the_files_are_accessible_and_can_be_archived(files: dict[str, Path]) -> None:
    paths = [*files.values()]
    for flavour in ("ua1", "2a"):
        assert verapdf(flavour, paths) == "".join(f"PASS {path}\n" for path in paths)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printer_takes_the_specimen_as_it_is(language: str, tmp_path: Path) -> None:
    report = Report()
    build(ROOT, (), (language,), ("press",), tmp_path, report)
    assert [f"{each.code} {each.message}" for each in report] == []


def _read(path: Path, *how: str) -> str:
    """What pdftotext reads, without blanks; in the order of the file with -raw, else by where the words stand."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing: apt-get install poppler-utils")
    read = subprocess.run(["pdftotext", *how, str(path), "-"], capture_output=True, check=True).stdout.decode()
    return "".join(read.split())
