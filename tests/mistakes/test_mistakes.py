"""Every mistake an office makes by hand is found at its line and column, with its cure; nothing else is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mistakes.fixture import FIXTURES, FOLDER, PROJECT, Fixture, findings, read_fixture, told

ROOT = FOLDER.parent.parent


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.path.stem)
def test_the_mistake_is_found_at_its_place_with_its_cure(fixture: Fixture, tmp_path: Path) -> None:
    found = findings(fixture.installed(tmp_path))
    assert {each.span.file for each in found if each.span} <= {fixture.file}
    assert "\n".join(str(told(each)) for each in found) == "\n".join(str(each) for each in fixture.expected)
    assert fixture.is_silent is (not fixture.expected)


def test_there_are_more_than_forty_kinds_of_mistakes() -> None:
    codes = {each.code for fixture in FIXTURES for each in fixture.expected}
    assert len([fixture for fixture in FIXTURES if fixture.expected]) >= 60
    assert len(codes) >= 40


def test_the_project_without_the_mistakes_has_none(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(PROJECT, root)
    assert findings(root) == ()


def test_the_shipped_content_has_none() -> None:
    assert findings(ROOT) == ()


def test_the_mistakes_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    """One project with five files, each with another mistake: nothing is hidden by what was found before it."""
    names = ("wide-colon-in-brackets", "missing-picture", "cp932", "unknown-key", "dangling-person")
    chosen = [read_fixture(FOLDER / f"{name}.yaml") for name in names]
    assert len({fixture.file for fixture in chosen}) == len(names)
    root = chosen[0].installed(tmp_path)
    for fixture in chosen[1:]:
        (root / fixture.file).write_bytes(fixture.data)
    found = {(each.span.file, str(told(each))) for each in findings(root) if each.span}
    assert found >= {(fixture.file, str(each)) for fixture in chosen for each in fixture.expected}
