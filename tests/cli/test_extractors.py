"""Babel's own extraction finds what ours finds."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from brochure.cli import main
from brochure.cli.speaker import PROGRAM
from brochure.translation.messages import message_entries
from cli.test_catalogs import Capture, project

__all__ = ["project"]
SPOKEN = tomllib.loads((PROGRAM / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["babel.extractors"]


def extracted(folder: Path, config: str = "babel.cfg") -> list[tuple[str, str]]:
    """The (key, text) of everything Babel finds in a folder by a shipped mapping."""
    with (PROGRAM / config).open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(folder, [(pattern, SPOKEN[name]) for pattern, name in methods], options)
    return [(context or "", text) for _, _, text, _, context in found]


def test_entry_points_lead_to_functions() -> None:
    for path in SPOKEN.values():
        module, _, name = path.partition(":")
        assert callable(getattr(import_module(module), name))


def test_babel_finds_every_text_of_the_content_with_its_key(project: Path, capsys: Capture) -> None:
    assert main(["i18n", "extract"]) == 0
    ours = {(entry.msgctxt, entry.msgid) for entry in polib.pofile("locales/content.pot")}
    assert set(extracted(project / "content")) == ours


def test_babel_finds_every_word_page_types_print(project: Path) -> None:
    main(["i18n", "extract"])
    ours = {(entry.msgctxt, entry.msgid) for entry in polib.pofile("locales/labels.pot")}
    assert set(extracted(PROGRAM / "brochure/pages")) == ours


def test_babel_finds_every_message(project: Path) -> None:
    ours = {entry.source for entry in message_entries(PROGRAM / "brochure")}
    assert {text for _, text in extracted(PROGRAM / "brochure", "babel-messages.cfg")} == ours


@pytest.mark.skipif(
    "brochure_content" not in entry_points(group="babel.extractors").names,
    reason="the program was installed before it had extractors: run pip install -e . again",
)
def test_pybabel_itself_extracts(project: Path) -> None:
    words = [sys.executable, "-m", "babel.messages.frontend", "extract", "-F", str(PROGRAM / "babel.cfg")]
    done = subprocess.run([*words, "-o", "x.pot", "content"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    main(["i18n", "extract"])
    theirs = {(entry.msgctxt, entry.msgid) for entry in polib.pofile("x.pot")}
    assert theirs == {(entry.msgctxt, entry.msgid) for entry in polib.pofile("locales/content.pot")}
