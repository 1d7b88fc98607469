"""The race measures all alike, and tells what an engine's file has not."""

from __future__ import annotations

import sys
from pathlib import Path

import pikepdf
import pytest

from benchmarks import peers
from benchmarks.race import Result, does_not, environment, lacks, measured, versions


def test_bytecode_is_read_and_written_whatever_the_caller_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("BROCHURE_CACHE", str(tmp_path / "cache"))
    (tmp_path / "module.py").write_text("x = 1\n", "utf-8")
    run = measured((sys.executable, "-c", "import sys; sys.path.insert(0, ''); import module"), tmp_path)
    assert run.wall > 0
    assert run.memory > 1
    assert [path.name.partition(".")[0] for path in (tmp_path / "__pycache__").iterdir()] == ["module"]
    assert "BROCHURE_CACHE" not in environment()


def test_a_run_that_fails_tells_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such town"):
        measured((sys.executable, "-c", "raise SystemExit('no such town')"), tmp_path)


def _pdf(path: Path, is_whole: bool) -> Path:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    if is_whole:
        page.TrimBox = pikepdf.Array([0, 0, 10, 10])
        page.Annots = pikepdf.Array([])
        pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary())
        pdf.Root.Outlines = pikepdf.Dictionary(First=pikepdf.Dictionary())
    pdf.save(path)
    return path


def test_what_a_file_has_not_is_found_in_the_file(tmp_path: Path) -> None:
    assert lacks(_pdf(tmp_path / "bare.pdf", False)) == ("tags", "bookmarks", "links", "trim boxes")
    assert lacks(_pdf(tmp_path / "whole.pdf", True)) == ()


def test_what_an_engine_does_not_do_is_told_of_line_and_file() -> None:
    result = Result("fpdf2", 1, 1.0, 1.0, 1.0, 1, 1, 1.0, 1.0, ("tags",))
    assert does_not([result]) == {"fpdf2": {"does not do": peers.LACKS["fpdf2"], "made a file without": ("tags",)}}


def test_versions_are_those_installed() -> None:
    found = versions(["platypus"])
    assert set(found) == {"Python", "ours", "reportlab"}
    assert found["Python"].startswith(f"{sys.version_info.major}.{sys.version_info.minor}")
