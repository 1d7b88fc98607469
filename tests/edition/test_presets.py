"""Printers' presets: complete, laid over one another, wrong ones told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf.books import preset, profile

from brochure.diagnostics import Report
from brochure.drawing.units import mm
from brochure.edition.presets import MarksStyle, preset_names, read_preset
from brochure.edition.profiles import Standard


def _own(root: Path, text: str) -> Report:
    folder = root / "content/presets"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "house.yaml").write_text(text, "utf-8")
    report = Report()
    read_preset(root, "house", report)
    return report


@pytest.mark.parametrize("name", preset_names(Path()))
def test_every_built_in_preset_can_be_used(name: str) -> None:
    chosen = profile("press", of=name)
    assert chosen.intent is not None
    assert chosen.intent.profile or chosen.standard is Standard.X1A
    assert chosen.ink_limit <= 4.0
    assert chosen.bleed == mm(3)


def test_a_preset_says_only_what_differs_from_the_one_it_extends(tmp_path: Path) -> None:
    report = _own(
        tmp_path, "id: house\nextends: japan-color\ntitle: 当社\noutput: {profile: icc/a.icc}\nspots: [DIC156]\n"
    )
    assert not report.has_errors
    found = read_preset(tmp_path, "house", Report())
    assert found is not None
    assert (found.output.condition, found.output.profile) == ("JC200103", "icc/a.icc")
    assert found.spots == ("DIC 156",)
    assert found.marks.style is MarksStyle.JAPANESE
    assert found.ink_limit == preset("standard").ink_limit


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("id: house\nextends: standard\ntitle: あ\nink_limit: 1200\n", "content.out-of-range", 4),
        ("id: house\nextends: standart\ntitle: あ\n", "edition.preset", 2),
        ("id: home\nextends: standard\ntitle: あ\n", "edition.preset-name", 1),
        ("id: house\nextends: standard\ntitle: あ\nmarks: {style: round}\n", "content.unknown-value", 4),
        ("id: house\nextends: standard\ntitle: あ\nbleeed_mm: 3\n", "content.unknown-key", 4),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, code: str, line: int) -> None:
    (found,) = _own(tmp_path, text).ordered()
    assert found.span is not None
    assert (found.code, found.span.line) == (code, line)
    assert found.span.file == "content/presets/house.yaml"
