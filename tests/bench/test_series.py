"""The benchmark of an office: the runs it makes, and that it tells files that differ or are missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.series import compare, main


def test_every_run_is_told_with_its_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = tmp_path / "told.json"
    words = ["--towns", "2", "--few", "1", "--editions", "1", "--rounds", "1", "--json", str(told)]
    assert main(words) == 0, capsys.readouterr().out
    runs = json.loads(told.read_text("utf-8"))["runs"]
    assert [(run["run"], run["files"]) for run in runs] == [
        ("all, 1", 8),
        ("all, 2", 8),
        ("few, 1", 4),
        ("few, 2", 4),
        ("editions, 1", 4),
        ("editions, 2", 4),
        ("again, 2", 8),
    ]
    assert all(run["wall"] > 0 and run["parent"] > 1 for run in runs)
    assert "the same bytes" in capsys.readouterr().out


def test_files_that_differ_or_are_missing_are_told(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        for name in ("a.pdf", "b.pdf"):
            (tmp_path / folder / name).write_bytes(name.encode())
    compare(tmp_path / "one", tmp_path / "two", 2)
    with pytest.raises(RuntimeError, match="not the 3 files"):
        compare(tmp_path / "one", tmp_path / "two", 3)
    (tmp_path / "two/b.pdf").write_bytes(b"other")
    with pytest.raises(RuntimeError, match=r"1 files differ .* b\.pdf"):
        compare(tmp_path / "one", tmp_path / "two", 2)
    (tmp_path / "two/b.pdf").unlink()
    with pytest.raises(RuntimeError, match="not the 2 files"):
        compare(tmp_path / "one", tmp_path / "two", 2)
