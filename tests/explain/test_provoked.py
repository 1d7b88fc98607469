"""Codes that no fixture of a mistake can bring about, each provoked here: folders, pictures, fonts, commands."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Annotated, Literal

import pytest
from msgspec import Meta
from PIL import Image

from brochure.cli import main
from brochure.content.booklet import read_booklet
from brochure.content.text import Text
from brochure.diagnostics import BrochureError, Report
from brochure.edition.reader import read_editions
from brochure.intake.sheets import read_sheets
from brochure.source.files import write_safely
from brochure.source.model import Model
from brochure.source.reader import read_document, read_yaml
from brochure.source.validate import validate
from brochure.theme.typefaces_reader import read_typefaces

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/mistakes/project", root)
    return root


def codes(report: Report) -> list[str]:
    return [each.code for each in report]


def test_a_folder_without_content(tmp_path: Path) -> None:
    report = Report()
    read_booklet(tmp_path, report)
    assert "content.no-folder" in codes(report)


def test_a_project_without_an_edition(project: Path) -> None:
    shutil.rmtree(project / "content/editions")
    report = Report()
    assert read_editions(project, report) == ()
    assert codes(report) == ["edition.none"]


def test_a_file_nobody_reads(project: Path) -> None:
    (project / "content/people.yml").write_text("people: []\n", "utf-8")
    report = Report()
    read_booklet(project, report)
    assert codes(report) == ["content.unread-file"]
    assert [str(hint) for each in report for hint in each.hints] == ["did you mean “people.yaml”?"]


@pytest.mark.parametrize(
    ("name", "code"), [("cut.png", "content.damaged-picture"), ("harbour.bmp", "content.picture-format")]
)
def test_a_picture_that_will_not_do(project: Path, name: str, code: str) -> None:
    folder = project / "content/pictures"
    folder.mkdir()
    Image.new("RGB", (64, 64), "navy").save(folder / name)
    if name.startswith("cut"):
        (folder / name).write_bytes((folder / name).read_bytes()[:60])
    (project / "content/pictures.yaml").write_text(f"pictures:\n  - id: x\n    file: pictures/{name}\n", "utf-8")
    report = Report()
    read_booklet(project, report)
    assert codes(report) == [code]


class Line(Model):
    words: Text


class Sample(Model):
    lines: tuple[Line, ...] = ()
    few: Annotated[tuple[str, ...], Meta(min_length=2)] = ()
    many: Annotated[tuple[str, ...], Meta(max_length=1)] = ()
    form: Annotated[str, Meta(pattern="^[a-z]+$")] = ""
    number: Annotated[float, Meta(multiple_of=2)] = 0
    choice: Literal[1, 2] = 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("lines: [{words: 港}]", "content.text-without-id"),
        ("few: [a]", "content.too-few"),
        ("many: [a, b]", "content.too-many"),
        ("form: A1", "content.wrong-form"),
        ("number: 3", "content.wrong-value"),
        ("choice: 3", "content.unknown-value"),
    ],
)
def test_what_a_class_refuses(text: str, code: str) -> None:
    report = Report()
    node = read_yaml(text + "\n", "a.yaml", report)
    assert node is not None
    assert validate(Sample, node, report, key="a") is None
    assert codes(report) == [code]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    report = Report()
    assert read_document(tmp_path / "none.yaml", "none.yaml", report) is None
    assert codes(report) == ["source.missing-file"]


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    report = Report()
    assert read_document(tmp_path, "a.yaml", report) is None
    assert codes(report) == ["source.unreadable-file"]


def test_a_spreadsheet_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BrochureError) as caught:
        read_sheets(tmp_path / "none.csv")
    assert [each.code for each in caught.value.diagnostics] == ["intake.unreadable"]


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "output.disk-full"), (errno.EACCES, "output.unwritable")])
def test_a_disk_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str) -> None:
    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(BrochureError) as caught:
        write_safely(tmp_path / "a.pdf", b"%PDF")
    assert [each.code for each in caught.value.diagnostics] == [code]
    assert list(tmp_path.iterdir()) == []


FONTS = """files:
  a: {places: [{file: a.ttf}], licence: OFL}
families:
  serif: {faces: [{weight: 400, file: a}]}
"""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{file: a.ttf}", "{file: a.ttf, system: /a.ttf}", "typefaces.place"),
        ("file: a}]", "file: b}]", "typefaces.unknown-file"),
        ("weight: 400, file: a}", "weight: 400, file: a}, {weight: 400, file: a}", "typefaces.twice"),
        (FONTS, "- a\n", "typefaces.list"),
    ],
)
def test_a_list_of_fonts_that_will_not_do(tmp_path: Path, old: str, new: str, code: str) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/fonts.yaml").write_text(FONTS.replace(old, new), "utf-8")
    report = Report()
    read_typefaces(tmp_path, report)
    assert codes(report) == [code]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["biuld"], "usage.arguments"),
        (["--project", "nowhere", "list"], "usage.no-project"),
        (["build", "none"], "usage.unknown"),
        (["build", "leaflet", "--lang", "zh_TW"], "usage.nothing"),
        (["preflight", "none.pdf"], "usage.unreadable-file"),
        (["diff", "one.pdf"], "usage.two-files"),
    ],
)
def test_a_command_that_is_off(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], code: str
) -> None:
    monkeypatch.chdir(project)
    assert main([*words, "--lang-ui", "en"]) == 2
    assert f"[{code}]" in capsys.readouterr().err
