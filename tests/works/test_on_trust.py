"""Content taken on trust: read by whoever sets it, all of it before anything is printed, and told as ever."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.our_project import EDITION, write_project
from benchmarks.towns import towns
from brochure.content import sound as reading
from brochure.content.sound import on_trust
from brochure.diagnostics import BrochureError, Diagnostic, Report
from brochure.works import build as works
from brochure.works.build import Manner, build
from brochure.works.hands import can_fork
from works.test_soundness import SPOILT, led_and_linked

TOWNS = towns(4)
PEOPLE = "people:\n  - id: mori\n    name: {ja: 森, zh_CN: 森, zh_TW: 森, en: Mori}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_project(tmp_path / "project", TOWNS)
    (tmp_path / "project/content/people.yaml").write_text(PEOPLE, "utf-8")
    return tmp_path / "project"


def _built(root: Path, out: Path, processes: int = 1) -> tuple[list[Diagnostic], bytes]:
    """What was told, and the file."""
    report = Report()
    try:
        build(root, (), (), (), out, report, manner=Manner(processes))
    except BrochureError as stopped:
        report.extend(stopped.diagnostics)
    path = out / f"{EDITION}-ja-screen.pdf"
    return list(report), path.read_bytes() if path.exists() else b""


@pytest.fixture
def ordinary(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, Path], tuple[list[Diagnostic], bytes]]:
    """A build that takes nothing on trust."""

    def built(root: Path, out: Path) -> tuple[list[Diagnostic], bytes]:
        with monkeypatch.context() as patched:
            patched.setattr(works, "on_trust", lambda root: None)  # type: ignore[misc]
            return _built(root, out)

    return built


Ordinary = Callable[[Path, Path], tuple[list[Diagnostic], bytes]]


def test_a_sound_project_makes_the_same_file(root: Path, tmp_path: Path, ordinary: Ordinary) -> None:
    led_and_linked(root)
    told, made = _built(root, tmp_path / "trusting")
    assert told == []
    assert (told, made) == ordinary(root, tmp_path / "plain")
    assert made


@pytest.mark.parametrize("spoil", SPOILT)
def test_whatever_is_wrong_is_told_as_ever(
    root: Path, tmp_path: Path, ordinary: Ordinary, spoil: Callable[[Path], None]
) -> None:
    led_and_linked(root)
    spoil(root)
    told, made = _built(root, tmp_path / "trusting")
    assert told
    assert (told, made) == ordinary(root, tmp_path / "plain")


def test_a_record_on_no_page_is_read_before_anything_is_printed(root: Path, tmp_path: Path, ordinary: Ordinary) -> None:
    (root / "content/cities/alone.yaml").write_text("id: alone\ncountry: japan\nname: {ja: 孤町}\nsize: 3\n", "utf-8")
    told, made = _built(root, tmp_path / "trusting")
    assert any(each.span and each.span.file == "content/cities/alone.yaml" for each in told)
    assert (told, made) == ordinary(root, tmp_path / "plain")


def test_a_wrong_edition_is_told_after_what_is_wrong_in_the_content(root: Path, tmp_path: Path) -> None:
    SPOILT[0](root)
    with pytest.raises(BrochureError) as stopped:
        build(root, ("nowhere",), (), (), tmp_path, Report())
    assert [each.code for each in stopped.value.diagnostics] == ["content.dangling-reference"]


@pytest.mark.skipif(not can_fork(), reason="this system has no forks")
def test_the_reading_is_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = towns(20)
    write_project(tmp_path / "project", many)
    here: list[str] = []
    plain = reading.read_document

    def told(path: Path, name: str, report: Report) -> object:
        here.append(name)
        return plain(path, name, report)

    monkeypatch.setattr(reading, "read_document", told)
    told_of, made = _built(tmp_path / "project", tmp_path / "out", 2)
    assert told_of == []
    assert made
    assert 0 < len(here) < 2 * len(many)
    assert len(here) == len(set(here))


def test_files_that_do_not_begin_with_their_id_are_read_at_once(root: Path) -> None:
    assert on_trust(root) is not None
    path = root / f"content/cities/{TOWNS[0].id}.yaml"
    text = path.read_text("utf-8")
    path.write_text("# a town\n\n  # of the coast\n" + text, "utf-8")
    assert on_trust(root) is not None
    path.write_text("reading: あおば\n" + text.replace("reading: ", "romaji_reading: "), "utf-8")
    assert on_trust(root) is None


def test_a_project_with_overrides_is_read_at_once(root: Path) -> None:
    (root / "content/overrides/zh_TW").mkdir(parents=True)
    assert on_trust(root) is None
