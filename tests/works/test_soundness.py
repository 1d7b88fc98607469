"""Sound content: what has not changed is not read again, and everything that is to be told is told all the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks.our_project import EDITION, write_project
from benchmarks.towns import towns
from brochure.content import sound as reading
from brochure.diagnostics import Diagnostic, Report
from brochure.pipeline import Project, read_project
from brochure.store import Store
from brochure.works.soundness import keep_sound, sound_content
from brochure.works.standing import files_of

TOWNS = towns(4)
FIRST, SECOND = TOWNS[0].id, TOWNS[1].id


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_project(tmp_path / "project", TOWNS)
    (tmp_path / "project/content/people.yaml").write_text(
        "people:\n  - id: mori\n    name: {ja: 森, zh_CN: 森, zh_TW: 森, en: Mori}\n", "utf-8"
    )
    return tmp_path / "project"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept")


def _read(root: Path, store: Store | None) -> tuple[Project | None, list[Diagnostic]]:
    """The project, read with what is known of it, and what was told."""
    report, files = Report(), files_of(root)
    project = read_project(root, report, sound=sound_content(store, root, files))
    if project is not None and not report:
        keep_sound(store, replace(project, files=files))
    return project, list(report)


@pytest.fixture
def files_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of sound shelves that are read from here on."""
    found: list[str] = []
    plain = reading.read_document

    def told(path: Path, name: str, report: Report) -> object:
        found.append(name)
        return plain(path, name, report)

    monkeypatch.setattr(reading, "read_document", told)
    return found


def _replaced(root: Path, name: str, before: str, after: str) -> None:
    path = root / "content" / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def test_only_what_has_changed_is_read(root: Path, store: Store, files_read: list[str]) -> None:
    _read(root, store)
    assert files_read == []  # nothing was known yet
    _replaced(root, f"cities/{FIRST}.yaml", "population: {value: ", "population: {value: 9")
    project, told = _read(root, store)
    assert told == []
    assert files_read == [f"content/cities/{FIRST}.yaml"]
    assert project is not None
    plain, _ = _read(root, None)
    assert plain is not None
    for kind in ("cities", "exchanges"):
        assert dict(getattr(project.booklet, kind)) == dict(getattr(plain.booklet, kind))
    assert list(project.booklet.texts()) == list(plain.booklet.texts())
    assert project.booklet.register.ids == plain.booklet.register.ids


def test_beside_a_file_whose_name_is_no_utf_8_all_is_read(root: Path, store: Store) -> None:
    (root / "content" / os.fsdecode(b"\xff.txt")).write_bytes(b"")
    _, told = _read(root, store)
    assert told == []
    assert sound_content(store, root, files_of(root)) is None


def test_texts_are_found_by_their_keys(root: Path, store: Store, files_read: list[str]) -> None:
    _read(root, store)
    project, _ = _read(root, store)
    plain, _ = _read(root, None)
    assert project is not None
    assert plain is not None
    edition = project.editions[0]
    found, known = project.by_key(edition, "ja"), plain.by_key(edition, "ja")
    key = f"cities.{SECOND}.lead"
    assert found[key] == known[key]
    assert files_read == [f"content/cities/{SECOND}.yaml"]
    assert found.get("cities.nobody.lead") is None
    assert dict(found) == dict(known)
    assert len(found) == len(known)


def _no_such_person(root: Path) -> None:
    _replaced(root, f"exchanges/{FIRST}-partner.yaml", "    headline: ", "    leader: nobody\n    headline: ")


def _renamed(root: Path) -> None:
    _replaced(root, f"cities/{FIRST}.yaml", f"id: {FIRST}", "id: another")


def _person_gone(root: Path) -> None:
    (root / "content/people.yaml").write_text("people: []\n", "utf-8")


def _file_gone(root: Path) -> None:
    (root / f"content/cities/{SECOND}.yaml").unlink()


def _file_more(root: Path) -> None:
    text = (root / f"content/cities/{SECOND}.yaml").read_text("utf-8")
    (root / "content/cities/more.yaml").write_text(text, "utf-8")


def _broken(root: Path) -> None:
    _replaced(root, f"cities/{SECOND}.yaml", "country: japan", "country: [japan")


def _lost_link(root: Path) -> None:
    _replaced(root, f"cities/{SECOND}.yaml", "lead: |-\n  ", "lead: |-\n  {link:町|#nowhere}")


def _page_gone(root: Path) -> None:
    """The page a text that has not changed leads to."""
    _replaced(root, f"editions/{EDITION}.yaml", "- {id: contents,", "- {id: front,")


def _out_of_order(root: Path) -> None:
    _replaced(root, f"exchanges/{SECOND}-partner.yaml", "- id: e01\n    date: ", "- id: e01\n    date: 2099-01  # ")


SPOILT: list[Callable[[Path], None]] = [
    _no_such_person,
    _renamed,
    _person_gone,
    _file_gone,
    _file_more,
    _broken,
    _lost_link,
    _page_gone,
    _out_of_order,
]
"""Ways to spoil a project of towns, in which the second town has a leader and the first a link to the contents."""


def led_and_linked(root: Path) -> None:
    """Give the second town a leader and the first a link."""
    _replaced(root, f"exchanges/{SECOND}-partner.yaml", "    headline: ", "    leader: mori\n    headline: ")
    _replaced(root, f"cities/{FIRST}.yaml", "lead: |-\n  ", "lead: |-\n  {link:目次|#contents}")


@pytest.mark.parametrize("spoil", SPOILT)
def test_whatever_is_wrong_is_told_as_if_nothing_had_been_known(
    root: Path, store: Store, spoil: Callable[[Path], None]
) -> None:
    led_and_linked(root)
    _, told = _read(root, store)
    assert told == []
    spoil(root)
    _, told = _read(root, store)
    _, plain = _read(root, None)
    assert told == plain
    assert told


def test_a_project_with_overrides_is_read_whole(root: Path, store: Store) -> None:
    folder = root / "content/overrides/zh_TW/cities"
    folder.mkdir(parents=True)
    (folder / f"{FIRST}.yaml").write_text(f"id: {FIRST}\nreading: みなと\n", "utf-8")
    project, _ = _read(root, store)
    assert project is not None
    assert sound_content(store, root, files_of(root)) is None
