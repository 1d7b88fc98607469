"""Every file that ships keeps what it promises, by validators others wrote."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from pdf.validators import said_by, verapdf

from brochure.diagnostics import Report
from brochure.works.build import build
from shipped.booklet import ROOT, project

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """Every file of every edition, by medium."""
    report = Report()
    found: dict[str, list[Path]] = {}
    for path in build(ROOT, (), (), (), tmp_path_factory.mktemp("out"), report).paths:
        found.setdefault("screen" if path.stem.endswith("-screen") else "press", []).append(path)
    assert not report.has_errors
    speaking = [each for edition in project().editions for each in edition.leads]
    assert len(found["screen"]) == len(found["press"]) == len(speaking)
    return found


def test_files_for_screens_are_accessible_and_can_be_archived(files: dict[str, list[Path]]) -> None:
    for flavour in ("ua1", "2a"):
        assert verapdf(flavour, files["screen"]) == "".join(f"PASS {path}\n" for path in files["screen"])


def test_files_for_the_press_can_be_archived(files: dict[str, list[Path]]) -> None:
    assert verapdf("2u", files["press"]) == "".join(f"PASS {path}\n" for path in files["press"])


def test_files_for_the_press_keep_the_contract_of_x4(files: dict[str, list[Path]]) -> None:
    for path in files["press"]:
        facts = json.loads(said_by(Path(sys.executable).parent / "fullbleed", "inspect", "pdf", "--json", path))
        assert (facts["profile"]["claims"], facts["profile"]["pdfx_contract_valid"]) == (["pdfx4"], True)
        assert facts["warnings"] == []


def test_files_for_screens_are_linearised(files: dict[str, list[Path]]) -> None:
    for path in files["screen"]:
        assert said_by("qpdf", "--check-linearization", path) == f"{path}: no linearization errors\n"


def test_every_glyph_is_in_the_file_and_has_its_character(files: dict[str, list[Path]]) -> None:
    for path in (path for paths in files.values() for path in paths):
        fonts = said_by("pdffonts", path).splitlines()[2:]
        assert fonts
        assert all(re.search(r" yes +yes +yes +\d+ +0$", font) for font in fonts), path.name


def test_no_reader_complains(files: dict[str, list[Path]]) -> None:
    for path in (path for paths in files.values() for path in paths):
        assert "No syntax or stream encoding errors found" in said_by("qpdf", "--check", path)
        assert said_by("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", path) == ""
        assert "error" not in said_by("mutool", "info", path).lower()
        assert "Error" not in said_by("pdffonts", path)
