"""`brochure doctor` tells what is there, what is not, and what each enables."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from brochure.cli import doctor
from brochure.cli.program import main
from brochure.press.conditions import SHIPPED, shipped_profile

ROOT = Path(__file__).parents[2]


def _parts(capsys: pytest.CaptureFixture[str], root: Path = ROOT) -> dict[str, dict[str, object]]:
    assert main(["--format", "json", "--project", str(root), "doctor"]) == 0
    return {part["name"]: part for part in json.loads(capsys.readouterr().out)}


def test_fonts_and_the_profile_that_ships_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    parts = _parts(capsys)
    assert parts["ja-gothic"]["present"]
    assert "NotoSansJP" in str(parts["ja-gothic"]["found"])
    assert parts[SHIPPED]["present"]
    assert "ISO Coated v2 300%" in str(parts[SHIPPED]["found"])


def test_what_is_missing_is_told_with_its_cure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["--lang-ui", "ja", "--project", str(ROOT), "doctor"]) == 0
    said = capsys.readouterr().out
    assert "– Ghostscript" in said
    assert "→ なければインキ量は推定値です" in said


def test_dask_is_told_with_its_version_or_its_cure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(name: str) -> str:
        assert name == "distributed"
        return "2026.8.0"

    monkeypatch.setattr(doctor, "version", found)
    assert (_parts(capsys)["Dask"]["present"], _parts(capsys)["Dask"]["found"]) == (True, "2026.8.0")

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(doctor, "version", missing)
    assert main(["--lang-ui", "ja", "--project", str(ROOT), "doctor"]) == 0
    said = capsys.readouterr().out
    assert "– Dask" in said
    assert "brochure[cluster]" in said


def test_a_press_profile_in_the_project_is_found_and_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "icc").mkdir()
    (tmp_path / "icc/JapanColor2011Coated.icc").write_bytes(shipped_profile(SHIPPED))
    (tmp_path / "icc/sRGB.icc").write_bytes(shipped_profile("sRGB2014.icc"))
    parts = _parts(capsys, tmp_path)
    assert parts["icc/JapanColor2011Coated.icc"]["present"]
    assert "icc/sRGB.icc" not in parts
