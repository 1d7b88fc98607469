"""The program as a person meets it: streams, exit codes, and that nobody is shown a traceback."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from brochure.cli import main
from brochure.cli.speaker import PROGRAM
from brochure.diagnostics import BrochureError, Report, error, message, warning
from brochure.press.jobs import Job
from brochure.works import build as works
from brochure.works.build import Built
from brochure.works.standing import store_in

Capture = pytest.CaptureFixture[str]
Build = Callable[..., Built]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample's content and catalogs, which one stands in."""
    root = tmp_path / "booklets"
    for folder in ("content", "locales"):
        shutil.copytree(PROGRAM / folder, root / folder)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def build(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Build], None]:
    """Put another function in the place of the works' build: these tests are about what is told of it."""

    def put(function: Build) -> None:
        monkeypatch.setattr(works, "build", function)

    return put


def _finished(out: Path, done: Callable[[Path], None], *names: str) -> Built:
    """Write each file and tell of it as a build does."""
    out.mkdir(parents=True, exist_ok=True)
    for name in names:
        (out / name).write_bytes(b"%PDF " + name.encode())
        done(out / name)
    digests = tuple(sha256((out / name).read_bytes()).hexdigest() for name in names)
    return Built(tuple(out / name for name in names), (), digests, is_as_found=True)


def test_paths_alone_go_to_standard_output(build: Callable[[Build], None], capsys: Capture) -> None:
    asked: list[tuple[object, ...]] = []

    def made(root: Path, *words: object, **wishes: object) -> tuple[Path, ...]:
        *asked_for, out, report, _, done = words
        asked.append(tuple(asked_for))
        assert isinstance(out, Path)
        assert isinstance(report, Report)
        report.add(warning("a.b", message("the file is empty")))
        assert callable(done)
        return _finished(out, done, "a.pdf", "b.pdf")

    build(made)
    assert main(["build", "rumoi", "--lang", "ja"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [str(Path("out/a.pdf")), str(Path("out/b.pdf"))]
    assert "warning: the file is empty [a.b]" in said.err
    assert said.err.endswith("errors: 0, warnings: 1\n")
    assert asked == [(("rumoi",), ("ja",), ())]


def test_without_words_everything_is_built(build: Callable[[Build], None], capsys: Capture) -> None:
    def made(root: Path, editions: object, languages: object, media: object, out: Path, *rest: Any, **wishes: Any):
        assert (editions, languages, media, out) == ((), (), (), Path("out"))
        return _finished(out, rest[-1], "a.pdf")

    build(made)
    assert main([]) == 0
    assert capsys.readouterr().out == f"{Path('out/a.pdf')}\n"


def test_a_mistake_in_one_file_is_exit_1_and_the_others_are_named(
    build: Callable[[Build], None], capsys: Capture
) -> None:
    def made(
        root: Path,
        editions: object,
        languages: object,
        media: object,
        out: Path,
        report: Report,
        *rest: Any,
        **wishes: Any,
    ):
        report.add(error("a.b", message("the file is empty")))
        return _finished(out, rest[-1], "a.pdf")

    build(made)
    assert main(["-q"]) == 1
    said = capsys.readouterr()
    assert said.out == f"{Path('out/a.pdf')}\n"
    assert said.err == "error: the file is empty [a.b]\n"


def test_steps_are_told_only_with_v(build: Callable[[Build], None], capsys: Capture) -> None:
    def made(*words: object, **wishes: object):
        *_, out, _, step, _ = words
        assert callable(step)
        step(Job("rumoi", "ja", "screen"))
        assert isinstance(out, Path)
        return _finished(out, lambda path: None, "a.pdf")

    build(made)
    assert main(["-v", "build"]) == 0
    assert "making rumoi-ja-screen.pdf" in capsys.readouterr().err
    assert main(["build", "--no-cache"]) == 0
    assert "making" not in capsys.readouterr().err


def test_an_unchanged_build_is_not_made_again(build: Callable[[Build], None], project: Path, capsys: Capture) -> None:
    made: list[str] = []

    def counted(
        root: Path, editions: object, languages: object, media: object, out: Path, *rest: Any, **wishes: Any
    ) -> Built:
        made.append("")
        return _finished(out, rest[-1], "a.pdf")

    def told() -> str:
        assert main([]) == 0
        return capsys.readouterr().out

    build(counted)
    first = told()
    (project / "out/a.pdf").unlink()
    assert told() == first
    assert (project / "out/a.pdf").read_bytes() == b"%PDF a.pdf"
    assert len(made) == 1
    people = project / "content/people.yaml"
    people.write_text(people.read_text("utf-8") + "# a remark\n", "utf-8")
    assert told() == first
    assert len(made) == 2
    assert main(["build", "--no-cache"]) == 0
    assert main(["build", "--lang", "ja"]) == 0
    assert len(made) == 4


def test_a_build_with_findings_is_made_again_and_told_again(
    build: Callable[[Build], None], capsys: Capture, project: Path
) -> None:
    half = store_in(project).folder / "00" / ".partial-1"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half")
    os.utime(half, (1000, 1000))
    (half.parent / "whole").write_bytes(b"whole")

    def warned(
        root: Path,
        editions: object,
        languages: object,
        media: object,
        out: Path,
        report: Report,
        *rest: Any,
        **wishes: Any,
    ):
        report.add(warning("a.b", message("the file is empty")))
        return _finished(out, rest[-1], "a.pdf")

    build(warned)
    for _ in range(2):
        assert main([]) == 0
        assert "the file is empty" in capsys.readouterr().err
    assert not half.exists()  # what is kept stays within its bound all the same


def test_our_own_bug_is_exit_70_with_a_report_and_no_traceback(
    build: Callable[[Build], None], capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def failing(*words: object, **wishes: object) -> Built:
        raise ZeroDivisionError("somewhere deep")

    build(failing)
    assert main(["--format", "text"]) == 70
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert "ZeroDivisionError" in said.err
    (file,) = tmp_path.glob("brochure-*.txt")
    assert str(file) in said.err
    assert "somewhere deep" in file.read_text("utf-8")
    assert main(["build", "--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_stopping_is_exit_130_without_a_traceback(build: Callable[[Build], None], capsys: Capture) -> None:
    def stopped(*words: object, **wishes: object) -> Built:
        raise KeyboardInterrupt

    build(stopped)
    assert main([]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_disk_that_refuses_is_told_as_a_mistake(build: Callable[[Build], None], capsys: Capture) -> None:
    def refused(*words: object, **wishes: object) -> Built:
        what = message("“{file}” cannot be written ({reason})", file="out/a.pdf", reason="Permission denied")
        raise BrochureError([error("output.unwritable", what)])

    build(refused)
    assert main(["--lang-ui", "ja"]) == 1
    assert "「out/a.pdf」を書けません（アクセスが許可されていません）" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("chek", "there is no command “chek”"),
        ("--project nowhere list", "there is no folder “nowhere”"),
    ],
)
def test_wrong_words_are_exit_2(project: Path, capsys: Capture, words: str, what: str) -> None:
    assert main(words.split()) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"error: {what} [usage.")


def test_help_and_version_are_exit_0(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    assert main(["--version"]) == 0
    assert "brochure 0." in capsys.readouterr().out


def test_a_misspelt_key_is_told_at_its_place_in_the_project_one_stands_in(project: Path, capsys: Capture) -> None:
    path = project / "content" / "editions" / "rumoi.yaml"
    path.write_text(path.read_text("utf-8").replace("\ntitle:", "\ntitel:"), "utf-8")
    (project / "content" / "deeper").mkdir()
    assert main(["list"]) == 1
    said = capsys.readouterr()
    number = (
        path.read_text("utf-8")
        .splitlines()
        .index(next(x for x in path.read_text("utf-8").splitlines() if x.startswith("titel")))
        + 1
    )
    assert f"content/editions/rumoi.yaml:{number}:1: error: there is no key “titel” here" in said.err
    assert "  → did you mean “title”?" in said.err


def test_the_project_is_found_from_a_folder_inside_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(project / "content" / "editions")
    assert main(["list"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("rumoi ")]
    assert line.split()[1:5] == ["jis-b5", "saddle-stitch", "ja,zh_CN,zh_TW,en", "screen,press"]


def test_elsewhere_the_programs_own_project_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["list", "--format", "json"]) == 0
    listed = [edition["id"] for edition in json.loads(capsys.readouterr().out)]
    assert listed == sorted(path.stem for path in (PROGRAM / "content/editions").glob("*.yaml"))
    assert "rumoi" in listed


def test_findings_as_json_are_the_only_words_on_standard_error(project: Path, capsys: Capture) -> None:
    (project / "content" / "people.yaml").write_text("people: [\n", "utf-8")
    assert main(["--format", "json", "i18n", "status"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert {each["place"]["file"] for each in found} >= {"content/people.yaml"}


def test_a_process_of_one_command_is_never_walked_for_cycles_and_ends_at_once(tmp_path: Path) -> None:
    code = "import atexit, gc; atexit.register(print, 'taken down'); from brochure.cli import run; {before}run()"
    words = ("explain", "book.wrong-side")

    def told(before: str) -> str:
        command = (sys.executable, "-c", code.format(before=before), *words)
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout

    profiled = told("import sys; sys.setprofile(lambda *_: None); ")
    assert profiled == told("") + "taken down\n"
    assert told("import os; os._exit = lambda code: print(code, gc.isenabled()); ").endswith("0 False\ntaken down\n")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other libraries have ways of their own")
def test_memory_that_is_freed_is_kept_for_what_comes_next(tmp_path: Path) -> None:
    code = """
import os, resource
from brochure.cli import run

def told(code):
    use()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(10):
        use()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)

def use():
    for block in [b"x" * 100_000 for _ in range(20)]:
        pass

os._exit = told
run()
"""
    command = (sys.executable, "-c", code, "explain", "book.wrong-side")
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    assert int(told.splitlines()[-1]) < 100  # pages of memory made anew
