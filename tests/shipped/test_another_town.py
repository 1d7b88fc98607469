"""Another town is a file of content: the guide's own, set in both languages without a finding and without any code."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from docs.follow import ROOT, edited, fences

from brochure.diagnostics import Report
from brochure.drawing.frame import text_of
from brochure.layout.page import Book
from brochure.pipeline import Project, read_project, set_book

GUIDE = ROOT / "docs/how-to/town.md"
KANA = re.compile(r"[ぁ-ゖァ-ヺー]")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The shipped project with the two files of the guide, and its translations as the guide leaves them."""
    root = tmp_path_factory.mktemp("town")
    for name in ("content", "locales", "fonts"):
        shutil.copytree(ROOT / name, root / name)
    for fence in fences(GUIDE.read_text("utf-8")):
        if fence.kind == "yaml":
            (root / fence.title).write_text(fence.body, "utf-8")
        elif fence.kind == "diff":
            _translate(root / fence.title, fence.body)
    report = Report()
    project = read_project(root, report)
    assert list(report) == []
    assert project is not None
    return project


def _translate(catalog: Path, diff: str) -> None:
    """The entries of a diff as new ones at the end of a catalog."""
    blocks = ("".join(line[1:] + "\n" for line in part.splitlines() if line[0] in " +") for part in diff.split("@@\n"))
    catalog.write_text(catalog.read_text("utf-8").rstrip() + "\n\n" + "\n".join(blocks), "utf-8")


def made(project: Project, language: str) -> tuple[Book, Report]:
    report = Report()
    edition = next(each for each in project.editions if each.id == "obihiro")
    return set_book(project, edition, language, report), report


def test_the_guide_writes_content_and_translations_and_nothing_else() -> None:
    titles = [fence.title for fence in fences(GUIDE.read_text("utf-8")) if fence.title]
    assert titles == [
        "content/cities/obihiro.yaml",
        "content/editions/obihiro.yaml",
        "locales/zh_CN/LC_MESSAGES/content.po",
    ]


def test_no_code_knows_the_town() -> None:
    source = (path for path in (ROOT / "brochure").rglob("*.py"))
    assert [path.name for path in source if "obihiro" in path.read_text("utf-8")] == []


@pytest.mark.parametrize("language", ["ja", "zh_CN"])
def test_the_town_is_set_on_two_pages_without_a_finding(town: Project, language: str) -> None:
    book, report = made(town, language)
    assert report.ordered() == ()
    assert len(book.pages) == 2
    copy = ["".join(text_of(page.page.frame.items)) for page in book.pages]
    tie, municipality = town.booklet.ties["obihiro-chaoyang"], town.booklet.municipalities["obihiro"]
    for page in copy:
        assert municipality.name.in_(language) in page
        assert tie.there.name.in_(language) in page
        assert "2000年11月17日" in page
    if language != "ja":
        assert KANA.findall("".join(copy)) == []


def test_what_the_guide_says_of_the_town_is_what_the_tables_say(town: Project) -> None:
    city, tie = town.booklet.cities["obihiro"], town.booklet.ties["obihiro-chaoyang"]
    listed = town.booklet.municipalities["obihiro"]
    subprefecture = town.booklet.subprefectures[listed.subprefecture]
    region = town.booklet.regions[subprefecture.region]
    assert (city.code, city.reading, city.romaji, city.pinyin) == (
        listed.code,
        listed.reading,
        listed.romaji,
        listed.pinyin,
    )
    assert city.location is not None
    assert listed.location is not None
    assert city.location.longitude == pytest.approx(listed.location.longitude, abs=0.01)
    assert city.location.latitude == pytest.approx(listed.location.latitude, abs=0.01)
    for language in ("ja", "zh_CN", "zh_TW"):
        assert city.name.in_(language) == listed.name.in_(language)
        assert city.above is not None
        assert city.above.in_(language) == "北海道" + subprefecture.name.in_(language)
    values = {fact.id: fact.value.source for fact in city.facts}
    assert values["area"] == region.name.ja
    assert values["subprefecture"] == subprefecture.name.ja
    assert values["kind"] == tie.kind.ja
    assert values["partner"].endswith(tie.there.name.ja)
    assert (tie.date.year, tie.date.month, tie.date.day) == (2000, 11, 17)
    assert city.population is None


def test_an_edit_of_the_guide_is_one_entry_each() -> None:
    (diff,) = [fence for fence in fences(GUIDE.read_text("utf-8")) if fence.kind == "diff"]
    blank = re.sub(r"(?m)^\+.*\n", "", diff.body)
    text = "".join(line[1:] + "\n" for line in blank.splitlines() if line[0] in " -")
    assert 'msgstr ""' not in edited(text, diff)
