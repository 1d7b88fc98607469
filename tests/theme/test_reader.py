"""Themes: laid over a complete base; a mistake is told once, at the style that makes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.diagnostics import Report
from brochure.theme.reader import read_theme
from brochure.theme.theme import Theme


def read(root: Path, text: str) -> tuple[Theme | None, list[str]]:
    folder = root / "content/themes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "winter.yaml").write_text(f"name: winter\nextends: base\n{text}", "utf-8")
    report = Report()
    theme = read_theme(root, "winter", report)
    return theme, [f"{each.span} {each.code}" if each.span else each.code for each in report.ordered()]


def test_what_a_theme_does_not_say_is_its_bases(tmp_path: Path) -> None:
    theme, found = read(tmp_path, "palette:\n  primary: [10, 20, 30, 40]\nstyles:\n  title: {size: 30}\n")
    assert found == []
    assert theme is not None
    assert (theme.styles["title"].size, theme.styles["title"].family) == (30, "mincho")
    assert theme.styles["body"].size == 9.5


@pytest.mark.parametrize(
    ("text", "line"),
    [("styles:\n  title: {family: mincyo}\n", 4), ("styles:\n  title: {colour: inck}\n", 4)],
)
def test_styles_like_a_mistaken_one_do_not_repeat_its_mistake(tmp_path: Path, text: str, line: int) -> None:
    theme, found = read(tmp_path, text)
    assert theme is None
    assert found == [f"content/themes/winter.yaml:{line}:3 theme.style"]


def test_a_style_like_none_and_a_base_that_is_not_there_are_told(tmp_path: Path) -> None:
    assert read(tmp_path, "styles:\n  mine: {like: nobody}\n")[1] == ["content/themes/winter.yaml:4:3 theme.style"]
    (tmp_path / "content/themes/other.yaml").write_text("name: other\nextends: bace\n", "utf-8")
    report = Report()
    assert read_theme(tmp_path, "other", report) is None
    assert [each.code for each in report.ordered()] == ["theme.unknown"]
