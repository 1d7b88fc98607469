"""A theme says which readings are printed, how large, and what strong words are set in."""

from __future__ import annotations

from pathlib import Path

from projects import ROOT

from brochure.diagnostics import Report
from brochure.layout.styles import Readings
from brochure.theme.reader import read_theme
from brochure.theme.theme import Theme


def _theme(root: Path, words: str) -> tuple[Theme | None, Report]:
    folder = root / "content" / "themes"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text(f"name: own\nextends: base\n{words}", "utf-8")
    report = Report()
    return read_theme(root, "own", report), report


def test_a_style_follows_its_theme_unless_it_says_otherwise(tmp_path: Path) -> None:
    theme, report = _theme(tmp_path, "ruby: first\nruby_size: 0.45\nstyles:\n  lead: {ruby: none, ruby_size: 0.4}\n")
    assert theme is not None
    assert not len(report)
    assert (theme.styles["body"].readings, theme.styles["body"].ruby_size) == (Readings.FIRST, 0.45)
    assert (theme.styles["lead"].readings, theme.styles["lead"].ruby_size) == (Readings.NONE, 0.4)


def test_strong_words_have_the_face_their_family_names(tmp_path: Path) -> None:
    theme, _ = _theme(tmp_path, "strong:\n  mincho: {family: gothic, weight: 300}\n")
    assert theme is not None
    assert theme.styles["essay"].strong == ("gothic", 300)
    assert theme.styles["body"].strong == ("gothic", 700)


def test_a_strong_family_that_does_not_exist_is_told(tmp_path: Path) -> None:
    theme, report = _theme(tmp_path, "strong:\n  mincho: {family: fraktur}\n")
    assert theme is None
    assert {each.code for each in report} == {"theme.style"}
    assert any("fraktur" in str(each.message) for each in report)


def test_ruby_of_the_built_in_theme_keeps_within_the_gap_between_lines() -> None:
    theme = read_theme(ROOT, "harbour", Report())
    assert theme is not None
    for name, rule in theme.styles.items():
        if rule.readings is not Readings.NONE and rule.line_feed and not rule.lines:
            assert rule.ruby_size * rule.size <= rule.line_feed - rule.size + 0.5, name
            assert rule.ruby_size * rule.size >= 4.0, f"{name}: smaller than a printer takes"
