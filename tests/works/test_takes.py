"""A long book set in shares: the same bytes and the same findings as when it is set as one, whatever befalls."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from benchmarks.our_project import EDITION, write_project
from benchmarks.towns import towns
from brochure import pipeline
from brochure.content.page_content import PageContent
from brochure.diagnostics import Report
from brochure.edition.profiles import SCREEN
from brochure.matter import Compositor
from brochure.works import takes
from brochure.works.build import Manner, build
from brochure.works.companionship import Companionship

_TOWNS = 16
needs_forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A yearbook of 49 pages."""
    folder = tmp_path_factory.mktemp("yearbook")
    write_project(folder, towns(_TOWNS))
    return folder


@pytest.fixture(scope="module")
def as_one(root: Path) -> bytes:
    """The yearbook as the pipeline makes it."""
    report = Report()
    project = pipeline.read_project(root, report)
    assert project is not None
    edition = project.editions[0]
    data = pipeline.printed(project, edition, pipeline.set_book(project, edition, "ja", report), SCREEN)
    assert not report
    return data


def _built(root: Path, out: Path, processes: int, report: Report | None = None) -> bytes:
    found = Report() if report is None else report
    build(root, (), (), ("screen",), out, found, manner=Manner(processes))
    path = out / f"{EDITION}-ja-screen.pdf"
    return path.read_bytes() if path.exists() else b""


@needs_forks
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_a_book_does_not_depend_on_the_number_of_processes(
    root: Path, as_one: bytes, tmp_path: Path, processes: int
) -> None:
    assert _built(root, tmp_path, processes) == as_one


@needs_forks
def test_the_processes_beside_this_one_set_some_of_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = pipeline.read_project(root, Report())
    assert project is not None
    compositor = Compositor(project, project.editions[0], "ja", [SCREEN])
    here: list[int] = []
    plain = Compositor.set

    def told(self: Compositor, order: object, number: int, *more: object) -> object:
        here.append(number)
        return plain(self, order, number, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Compositor, "set", told)
    companions = Companionship(2)
    together = takes.set_together(compositor, companions, {})
    companions.leave()
    assert len(together.sheaf) == 2 * _TOWNS + 1  # and the contents, measured
    assert 0 < len(together.packs) < 2 * _TOWNS + 1  # nothing is kept here, so only what was handed on is packed
    assert {kind for kind, _ in together.seen} >= {"cities", "exchanges"}
    assert 0 < len(here) < 2 * _TOWNS


@needs_forks
def test_a_wrong_guess_of_a_number_is_made_good(
    root: Path, as_one: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guessed = Compositor.numbers
    monkeypatch.setattr(Compositor, "numbers", lambda self: [number + number // 20 for number in guessed(self)])  # type: ignore[arg-type]
    assert _built(root, tmp_path, 2) == as_one


@pytest.mark.parametrize(("off", "times"), [(0, 1), (1, 2)])
def test_the_contents_are_set_once_where_all_begin_as_foretold(
    root: Path, as_one: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, off: int, times: int
) -> None:
    guessed, plain = Compositor.numbers, Compositor.set
    found: list[str] = []

    def told(self: Compositor, order: PageContent, *more: object) -> object:
        found.append(order.id)
        return plain(self, order, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Compositor, "numbers", lambda self: [each + off * (each > 1) for each in guessed(self)])  # type: ignore[arg-type]
    monkeypatch.setattr(Compositor, "set", told)
    assert _built(root, tmp_path, 1) == as_one
    assert found.count("contents") == times


def _elsewhere(act: Callable[[], None]) -> Callable[..., object]:
    """Set as ever in this process; let something befall the others."""
    here, plain = os.getpid(), Compositor.set

    def set_or_fall(*arguments: object) -> object:
        if os.getpid() != here:
            act()
        return plain(*arguments)  # type: ignore[arg-type]

    return set_or_fall


def _killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _failed() -> None:
    raise RuntimeError("a mistake of ours")


@needs_forks
@pytest.mark.parametrize("act", [_killed, _failed])
def test_what_a_process_did_not_bring_is_set_here(
    root: Path, as_one: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]
) -> None:
    monkeypatch.setattr(Compositor, "set", _elsewhere(act))
    assert _built(root, tmp_path, 3) == as_one


@needs_forks
def test_a_short_book_is_set_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(tmp_path / "short", towns(3))

    def begin(*_: object) -> None:
        raise AssertionError("nobody is needed")

    monkeypatch.setattr(Companionship, "begin", begin)
    assert _built(tmp_path / "short", tmp_path / "out", 2)


def _lengthened(root: Path, names: Sequence[str]) -> None:
    for name in names:
        path = root / "content/cities" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").replace("lead: |-\n", f"lead: |-\n  {'港の町。' * 900}\n"), "utf-8")


@needs_forks
def test_findings_and_their_order_are_those_of_a_book_set_as_one(tmp_path: Path) -> None:
    root = tmp_path / "yearbook"
    write_project(root, towns(_TOWNS))
    names = [town.id for town in towns(_TOWNS)]
    _lengthened(root, (names[12], names[3]))
    project = pipeline.read_project(root, Report())
    assert project is not None
    alone, together = Report(), Report()
    pipeline.set_book(project, project.editions[0], "ja", alone)
    assert _built(root, tmp_path / "out", 3, together) == b""
    assert len(alone) >= 2
    assert list(together) == list(alone)
