"""How little the program loads before it has an answer: told by the modules a run has imported, never by the clock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from projects import ROOT

from benchmarks.our_project import EDITION, write_project
from benchmarks.towns import towns
from brochure.cli import main
from brochure.pages import PAGE_TYPES

RUN = "import sys; from brochure.cli import main; code = main(sys.argv[2:]); open(sys.argv[1], 'w').write(' '.join(name for name, each in sys.modules.items() if type(each).__name__ != '_Late')); sys.exit(code)"  # noqa: E501
HEAVY = ("reportlab", "uharfbuzz", "pydantic", "pydantic_core", "yaml", "babel", "polib", "pikepdf", "PIL", "rich")
PAGES = {f"brochure.pages.{name.replace('-', '_')}" for name in PAGE_TYPES}


def loaded(root: Path, *words: str) -> set[str]:
    """The modules a command loads, run in a folder by a process of its own; those it never looks into are not there."""
    told = root.parent / "modules"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", RUN, str(told), *words], cwd=root, env=env, check=True, capture_output=True)
    return set(told.read_text().split())


RARE = {
    *(f"brochure.typesetting.{name}" for name in ("ruby", "ruby_setting", "readings", "bopomofo", "bopomofo_setting")),
    *(f"brochure.typesetting.{name}" for name in ("pinyin", "ornaments", "warichu", "inset", "phrases", "bonds")),
    "brochure.layout.vertical",
    *(f"brochure.press.{name}" for name in ("imposition", "furnish", "marks", "slug")),
    *(f"brochure.cli.{name}" for name in ("findings", "display")),
    *(f"brochure.translation.{name}" for name in ("fields", "gate")),
    *(f"brochure.pdf.{name}" for name in ("picture_colours", "shadings")),
    "brochure.edition.folds",
    "brochure.edition.papers",
    "brochure.content.office_dates",
    "brochure.source.overlay",
    *("ast", "dis", "inspect", "ipaddress", "platform", "textwrap", "tokenize"),
    *("msgspec.inspect", "msgspec.toml", "msgspec.yaml"),
    "calendar",
    "copy",
    "json",
    "locale",
    "mmap",
    "random",
}
"""What a book of plain copy for the screen has no need of."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one edition, with a cover and the profile of a city."""
    root = tmp_path_factory.mktemp("start") / "town"
    assert main(["new", "project", str(root), "-q"]) == 0
    return root


def test_a_build_loads_the_page_types_that_are_ordered_and_no_others(project: Path) -> None:
    found = loaded(project, "build", "--medium", "screen")
    assert found & {"reportlab", "yaml", "babel", "polib", "pikepdf", "rich", "multiprocessing", "subprocess"} == set()
    assert found & {"typing_extensions", "encodings.utf_16_be", "encodings.utf_16_le"} == set()
    assert found & PAGES == {"brochure.pages.cover", "brochure.pages.city_profile"}


def test_a_book_of_plain_copy_loads_nothing_that_only_others_need(tmp_path: Path) -> None:
    write_project(tmp_path / "yearbook", towns(1))
    assert loaded(tmp_path / "yearbook", "build", EDITION) & RARE == set()


def test_where_nothing_has_changed_nothing_heavy_is_loaded(project: Path) -> None:
    loaded(project, "build")
    found = loaded(project, "build")
    assert found & set(HEAVY) == set()
    ours = {each for each in found if each.startswith("brochure.")}
    assert ours & {"brochure.pipeline", "brochure.project", "brochure.content", "brochure.pages"} == set()
    assert len(ours) < 25


def test_nothing_is_walked_for_cycles_while_the_program_is_loaded() -> None:
    answer = "exit(42 + ('brochure.cli.program' in sys.modules))"
    code = f"import gc, sys; from brochure.cli import run; gc.disable = lambda: {answer}; run()"
    process = subprocess.run([sys.executable, "-c", code, "--version"], cwd=ROOT, check=False)
    assert process.returncode == 42


@pytest.mark.parametrize("words", [["--version"], ["-h"], ["build", "-h"], ["i18n", "-h"]])
def test_to_tell_of_itself_the_program_loads_nothing_heavy(project: Path, words: list[str]) -> None:
    found = loaded(project, *words)
    assert found & set(HEAVY) == set()
    assert len({each for each in found if each.startswith("brochure.")}) < 25
