"""Builds side by side: equal bytes however many processes, one that is lost is told, nothing half-written is left."""

from __future__ import annotations

import gc
import json
import os
import re
import signal
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from projects import copied

from brochure.cli import main
from brochure.diagnostics import BrochureError, Report
from brochure.works import build as works
from brochure.works import collector
from brochure.works.batch import Batch, Outcome
from brochure.works.build import JobFailed, Manner, build, check
from brochure.works.making import make

SMALL = ("cover", "citizens", "colophon", "back")
LANGUAGES = ("ja", "zh_CN", "zh_TW")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copied(tmp_path, SMALL)
    path = root / "content/editions/rumoi.yaml"
    text = re.sub("(?m)^binding: .*$", "binding: unbound", path.read_text("utf-8"))
    path.write_text(re.sub("(?m)^languages: .*$", f"languages: [{', '.join(LANGUAGES)}]", text), "utf-8")
    return root


def _build(root: Path, out: Path, manner: Manner, report: Report | None = None) -> list[str]:
    built = build(root, (), (), ("screen",), out, Report() if report is None else report, manner=manner)
    return [path.name for path in built.paths]


Making = Callable[..., Outcome]


def _instead(monkeypatch: pytest.MonkeyPatch, language: str, act: Callable[[Path, Batch], None]) -> None:
    """Let something befall the batch of a language while it is made."""

    def made(project: object, batch: Batch, out: Path, **more: object) -> Outcome:
        if batch.language == language:
            act(out, batch)
        return make(project, batch, out=out, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(works, "make", made)


def _killed(out: Path, batch: Batch) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / f".{batch.jobs[0].file_name}.partial").write_bytes(b"%PDF")
    os.kill(os.getpid(), signal.SIGKILL)


def test_bytes_and_their_order_do_not_depend_on_the_number_of_processes(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead(monkeypatch, "ja", lambda out, batch: time.sleep(0.3))  # the first is finished last
    alone = _build(project, tmp_path / "one", Manner(1))
    together = _build(project, tmp_path / "three", Manner(3))
    assert alone == together == [f"rumoi-{language}-screen.pdf" for language in LANGUAGES]
    for name in alone:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "three" / name).read_bytes()


def test_many_are_made_elsewhere_even_one_by_one_and_are_the_same(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is gathered on the way goes with the process that gathered it: memory does not grow with their number."""

    def told(out: Path, batch: Batch) -> None:
        out.mkdir(parents=True, exist_ok=True)
        (out / "process").write_text(str(os.getpid()), "ascii")

    _instead(monkeypatch, "ja", told)
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    names = _build(project, here, Manner(1))
    monkeypatch.setattr(works, "_ALONE", len(LANGUAGES) - 1)
    assert _build(project, elsewhere, Manner(1)) == names
    assert [(folder / "process").read_text() == str(os.getpid()) for folder in (here, elsewhere)] == [True, False]
    for name in names:
        assert (here / name).read_bytes() == (elsewhere / name).read_bytes()


def test_a_process_that_is_killed_is_told_with_its_file_and_the_others_are_made(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead(monkeypatch, "zh_CN", _killed)
    report = Report()
    made = _build(project, tmp_path / "out", Manner(2, keeps_going=True), report)
    assert made == ["rumoi-ja-screen.pdf", "rumoi-zh_TW-screen.pdf"] == _names(tmp_path / "out")
    (found,) = report
    assert found.code == "works.lost"
    assert dict(found.message.values) == {"file": "rumoi-zh_CN-screen.pdf", "signal": "SIGKILL"}


def test_without_leave_to_go_on_nothing_new_is_begun_after_it(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _instead(monkeypatch, "ja", _killed)
    with pytest.raises(BrochureError, match=r"rumoi-ja-screen\.pdf"):
        _build(project, tmp_path / "out", Manner(2))
    assert not [name for name in _names(tmp_path / "out") if name.startswith(".") or "ja" in name]


def _broken(out: Path, batch: Batch) -> None:
    raise ZeroDivisionError("one by nothing")


@pytest.mark.parametrize("processes", [1, 2])
def test_a_failure_of_our_own_is_raised_after_the_others_are_made(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    _instead(monkeypatch, "ja", _broken)
    report = Report()
    with pytest.raises(JobFailed, match="one by nothing"):
        _build(project, tmp_path / "out", Manner(processes, keeps_going=True), report)
    assert _names(tmp_path / "out") == ["rumoi-zh_CN-screen.pdf", "rumoi-zh_TW-screen.pdf"]
    assert [found.code for found in report] == ["works.failed"]


def test_an_interruption_stops_every_process_and_leaves_nothing_half_written(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def writing(out: Path, batch: Batch) -> None:
        from brochure.source import files

        monkeypatch.setattr(files.os, "fsync", lambda handle: time.sleep(60))

    def pressed(job: object) -> None:
        if len(begun) == 2:  # both processes are at work
            deadline = time.monotonic() + 30
            while not list((tmp_path / "out").glob(".*.partial")) and time.monotonic() < deadline:
                time.sleep(0.02)
            raise KeyboardInterrupt
        begun.append(job)

    begun: list[object] = []
    _instead(monkeypatch, "ja", writing)
    monkeypatch.setattr(works, "_begin", _announcing(pressed))
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        build(project, (), (), ("screen",), tmp_path / "out", Report(), manner=Manner(2))
    assert time.monotonic() - started < 50
    assert not [name for name in _names(tmp_path / "out") if name.startswith(".")]


def _announcing(pressed: Callable[[object], None]) -> Callable[..., None]:
    """Hand batches out as ever, and press Ctrl-C when the third is to be."""

    def begin(batch: Batch, hands: works.Hands, begun: object) -> None:
        pressed(batch)
        hands.give(batch)

    return begin


def test_what_books_leave_behind_is_let_go_between_them(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Knot:
        """Something that points at itself."""

        def __init__(self) -> None:
            self.self = self

    knots: list[weakref.ref[Knot]] = []
    left: list[int] = []

    def tied(*given: object, **more: object) -> Outcome:
        left.append(sum(knot() is not None for knot in knots))
        knots.append(weakref.ref(Knot()))
        return make(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(works, "make", tied)
    monkeypatch.setattr(collector, "_ROUND", 1)
    _build(project, tmp_path / "out", Manner(1))
    assert left == [0] * len(LANGUAGES)
    assert gc.get_freeze_count() == 0
    assert gc.isenabled()


def test_what_was_made_while_somebody_saved_is_never_taken_for_what_was_there_before(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "content/editions/rumoi.yaml"
    before = path.read_text("utf-8")
    words = ["build", "--project", str(project), "--lang", "ja", "--medium", "screen", "--jobs", "1", "-q"]
    out = project / "out/rumoi-ja-screen.pdf"
    read = works.read_project

    def saved(*asked: Any) -> object:
        path.write_text(before.replace("市民が結ぶ縁", "市民の縁"), "utf-8")
        return read(*asked)

    monkeypatch.chdir(project)
    with monkeypatch.context() as patched:
        patched.setattr(works, "read_project", saved)
        assert main(words) == 0
    meanwhile = out.read_bytes()
    path.write_text(before, "utf-8")
    assert main(words) == 0
    again = out.read_bytes()
    assert again != meanwhile
    assert main([*words, "--no-cache"]) == 0
    assert out.read_bytes() == again


def test_an_edition_with_mistakes_of_its_own_does_not_hinder_the_others(project: Path, tmp_path: Path) -> None:
    whole = (project / "content/editions/rumoi.yaml").read_text("utf-8")
    wrong = whole.replace("id: rumoi\n", "id: wrong\n", 1).replace("type: citizens", "type: citizen")
    (project / "content/editions/wrong.yaml").write_text(wrong, "utf-8")
    with pytest.raises(BrochureError):
        _build(project, tmp_path / "out", Manner())
    report = Report()
    read = build(project, (), ("ja",), ("screen",), tmp_path / "out", report, manner=Manner(keeps_going=True))
    assert [path.name for path in read.paths] == ["rumoi-ja-screen.pdf"]
    assert {found.code for found in report} == {"edition.page-type"}


def test_what_is_shared_and_wrong_stops_everything_all_the_same(project: Path, tmp_path: Path) -> None:
    (project / "content/organisations.yaml").write_text("organisations: {\n", "utf-8")
    with pytest.raises(BrochureError):
        _build(project, tmp_path / "out", Manner(keeps_going=True))


def test_the_account_tells_what_became_of_every_file(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    words = ["build", "--all", "--medium", "screen", "--jobs", "2", "--report", "account.json", "-q"]
    assert main(words) == 0
    account = json.loads(Path("account.json").read_text("utf-8"))
    assert account["format"] == "brochure account 1"
    assert [(each["state"], each["language"], each["pages"]) for each in account["files"]] == [
        ("made", language, 4) for language in LANGUAGES
    ]
    assert all(re.fullmatch("[0-9a-f]{64}", each["sha256"]) for each in account["files"])
    assert main(words) == 0
    again = json.loads(Path("account.json").read_text("utf-8"))
    assert [(each["state"], each["sha256"]) for each in again["files"]] == [
        ("unchanged", each["sha256"]) for each in account["files"]
    ]


@pytest.mark.parametrize(("words", "code"), [(("--all", "rumoi"), "usage.all"), (("--jobs", "-1"), "usage.jobs")])
def test_words_that_make_no_sense_together_are_told(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    code: str,
) -> None:
    monkeypatch.chdir(project)
    assert main(["build", *words]) == 2
    assert f"[{code}]" in capsys.readouterr().err


def test_a_font_that_is_not_the_one_expected_is_told_by_a_check(project: Path) -> None:
    fonts = project / "fonts/fonts.yaml"
    fonts.write_text(re.sub("(?m)sha256: .*$", f"sha256: {'0' * 64}", fonts.read_text("utf-8"), count=1), "utf-8")
    report = Report()
    assert check(project, report) == 12
    assert [(each.code, str(each.span)) for each in report] == [("typefaces.changed", "fonts/fonts.yaml:12:3")]
