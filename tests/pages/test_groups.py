"""Groups: pages for each record of a kind, one text for all of them, mistakes told at their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.our_project import EDITION, write_project
from benchmarks.towns import towns
from brochure.diagnostics import Report
from brochure.drawing.frame import text_of
from brochure.pipeline import Project, read_project, set_book

GROUP = """\
pages:
  - {id: contents, type: contents, title: 目次, columns: 2, pages: 1}
  - for_each: cities
    where: {country: japan}
    order_by: population
    pages:
      - {id: profile, type: city-profile, title: "{name}のすがた", city: "{id}", pages: 1, art: lattice}
      - {id: years, type: timeline, title: 年表, exchange: "{id}-partner", pages: 2, is_listed: false}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("towns")
    write_project(folder, towns(3))
    return folder


def _with(root: Path, group: str) -> tuple[Project | None, Report]:
    path = root / f"content/editions/{EDITION}.yaml"
    head = path.read_text("utf-8").partition("pages:\n")[0]
    path.write_text(head + group, "utf-8")
    report = Report()
    return read_project(root, report), report


def test_each_record_that_is_meant_has_its_pages_in_the_order_wished_for(root: Path) -> None:
    project, report = _with(root, GROUP)
    assert project is not None, list(report)
    by_size = sorted(towns(3), key=lambda town: town.population)
    expected = [f"{town.id}-{page}" for town in by_size for page in ("profile", "years")]
    assert [page.id for page in project.pages[EDITION]] == ["contents", *expected]


def test_copy_is_one_text_and_says_each_name_on_the_page_and_in_the_contents(root: Path) -> None:
    project, report = _with(root, GROUP)
    assert project is not None
    keys = {page.title.key for page in project.pages[EDITION]}
    assert keys == {f"editions.{EDITION}.pages.{name}.title" for name in ("contents", "profile", "years")}
    book = set_book(project, project.editions[0], "ja", report)
    assert not report.has_errors
    assert len(book.pages) == 1 + 3 * 3
    printed = [text_of(page.page.frame.items) for page in book.pages]
    for number, town in enumerate(sorted(towns(3), key=lambda town: town.population)):
        assert f"{town.name.ja}のすがた" in printed[0]
        assert f"{town.name.ja}のすがた" in printed[1 + 3 * number]


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("for_each: cities", "for_each: citys", 11, 15),
        ("country: japan", "land: japan", 12, 13),
        ("country: japan", "country: france", 11, 15),
        ("order_by: population", "order_by: size", 13, 15),
        ("order_by: population", "sort: population", 13, 5),
    ],
)
def test_mistakes_are_told_at_their_place(root: Path, old: str, new: str, line: int, column: int) -> None:
    project, report = _with(root, GROUP.replace(old, new))
    assert project is None
    found = next(each for each in report if each.code == "edition.group")
    assert found.span is not None
    assert (found.span.line, found.span.column) == (line, column)


def test_a_name_asked_for_outside_a_group_is_told(root: Path) -> None:
    project, report = _with(root, GROUP.replace("title: 目次", 'title: "{name}の目次"'))
    assert project is not None
    set_book(project, project.editions[0], "ja", report)
    assert {each.code for each in report} == {"pages.no-name"}
