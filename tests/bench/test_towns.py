"""The made-up towns: the same again, whatever their number; as a project of ours they build without a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.our_project import write_project
from benchmarks.towns import ENTRIES, LANGUAGES, towns
from brochure.diagnostics import Report
from brochure.pipeline import read_project, set_book


def test_a_town_is_the_same_in_every_field_of_towns() -> None:
    assert towns(3) == towns(9)[:3]
    assert len({town.id for town in towns(9)}) == 9


def test_an_edit_changes_one_town_and_nothing_else() -> None:
    before, after = towns(4), towns(4, edited=2)
    assert [number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]] == [2]
    assert after[1].story[0][1].ja.startswith(before[1].story[0][1].ja)


def test_every_town_has_its_work_in_every_language() -> None:
    for town in towns(5):
        assert len(town.events) == ENTRIES
        assert [(event.year, event.month) for event in town.events] == sorted(
            (event.year, event.month) for event in town.events
        )
        for phrase in (town.name, town.lead, *(text for _, text in town.story)):
            assert all(phrase[language].strip() for language in LANGUAGES)
            assert "{" not in phrase.ja


@pytest.mark.parametrize("language", ["ja", "zh_CN", "zh_TW"])
def test_the_project_sets_three_pages_a_town_without_a_finding(language: str, tmp_path: Path) -> None:
    write_project(tmp_path, towns(2), LANGUAGES[:3])
    report = Report()
    project = read_project(tmp_path, report)
    assert project is not None
    book = set_book(project, project.editions[0], language, report)
    assert [str(each.message) for each in report.diagnostics] == []
    assert len(book.pages) == 1 + 3 * 2


def test_every_revision_says_something_else() -> None:
    assert len({towns(1, 1, revision)[0].story[0] for revision in range(12)}) == 12
