"""How far a build has come: a bar with the time left for people at a terminal, nothing of it anywhere else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from projects import ROOT, copied

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
WORDS = (sys.executable, str(ROOT / "make_pdf.py"), "build", "--lang", "ja", "--medium", "screen", "--no-cache")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copied(tmp_path, ("cover", "citizens", "colophon", "back"))
    path = root / "content/editions/rumoi.yaml"
    path.write_text(re.sub("(?m)^binding: .*$", "binding: unbound", path.read_text("utf-8")), "utf-8")
    return root


def _environment() -> dict[str, str]:
    return {**os.environ, "TERM": "xterm", "COLUMNS": "120", "LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8"}


def test_a_terminal_is_shown_the_files_done_and_the_time_left(project: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(WORDS, cwd=project, env=_environment(), stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # Linux: nobody has the other end any more
            break
        if not part:
            break
        shown += part
    os.close(ours)
    result, _ = process.communicate()
    assert process.returncode == 0
    assert result.decode().split() == ["out/rumoi-ja-screen.pdf"]
    said = shown.decode("utf-8", "replace")
    assert "0/1" in said
    assert "1/1" in said
    assert "time left" in said
    assert "making rumoi-ja-screen.pdf" in said


@pytest.mark.parametrize("words", [(), ("--format", "json")])
def test_elsewhere_nothing_moves(project: Path, words: tuple[str, ...]) -> None:
    done = subprocess.run((*WORDS, *words), cwd=project, env=_environment(), capture_output=True, check=True)
    assert done.stdout.decode().split() == ["out/rumoi-ja-screen.pdf"]
    said = done.stderr.decode()
    assert "\x1b" not in said
    assert "time left" not in said
    assert said == ("" if words else "files written to out: 1\n")
