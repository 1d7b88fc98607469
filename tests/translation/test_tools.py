"""Gettext's own tools and Babel accept every shipped catalog, and what an update writes."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po as babel_read

from brochure.translation.po import read_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGS = sorted((ROOT / "locales").rglob("*.po"))
needs_gettext = pytest.mark.skipif(
    shutil.which("msgfmt") is None, reason="needs Debian’s gettext (.ci/run installs it)"
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@needs_gettext
@pytest.mark.parametrize("path", CATALOGS, ids=name_of)
def test_msgfmt_accepts_every_catalog(path: Path) -> None:
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", CATALOGS, ids=name_of)
def test_babel_compiles_every_catalog(path: Path) -> None:
    catalog = babel_read(io.BytesIO(path.read_bytes()), locale=path.parts[-3])
    assert list(catalog.check()) == []  # of the program's own words too: “15 % ink” would be a placeholder of printf
    binary = io.BytesIO()
    write_mo(binary, catalog)
    assert len(binary.getvalue()) > 1000


def test_pybabel_compile_itself(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "locales" / "zh_TW", tmp_path / "zh_TW")
    words = [sys.executable, "-m", "babel.messages.frontend", "compile", "-d", ".", "-D", "content"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "zh_TW/LC_MESSAGES/content.mo").is_file()


@pytest.mark.parametrize("path", CATALOGS, ids=name_of)
def test_every_catalog_comes_back_byte_for_byte(path: Path) -> None:
    assert read_po(path.read_text("utf-8")).encoded() == path.read_bytes()
