"""Themes: laid over a complete base; a mistake is told once, at the style that makes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from brochure.diagnostics import Report
from brochure.theme.reader import read_theme
from brochure.theme.theme import LineRule, Theme
from brochure.typesetting.conventions import GB, JIS, Hanging, KinsokuLevel, Reduction
from brochure.typesetting.paragraph import HeadBracket, LastLine


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


def test_a_style_orders_how_its_lines_are_set_and_what_is_like_it_follows(tmp_path: Path) -> None:
    order = (
        "styles:\n  body: {kinsoku: loose, hanging: allow, head_bracket: full, last_line: centre, tight_marks: false, "
        "phrase_gap: 0.5, ruby_over_kana: true}\n"
    )
    theme, found = read(tmp_path, order)
    assert found == []
    assert theme is not None
    wanted = LineRule(KinsokuLevel.LOOSE, Hanging.ALLOW, HeadBracket.FULL, LastLine.CENTRE, False, 0.5, True)
    assert theme.styles["body"].line == theme.styles["essay"].line == wanted
    assert theme.styles["title"].line == LineRule()


def test_what_a_style_does_not_order_of_its_lines_is_its_languages() -> None:
    assert LineRule().applied(GB, 125) == replace(GB, latin_gap=125)
    ordered = LineRule(level=KinsokuLevel.STRICT, hanging=Hanging.FORCE, has_tight_marks=False).applied(JIS, 250)
    assert (ordered.level, ordered.hanging) == (KinsokuLevel.STRICT, Hanging.FORCE)
    assert ordered.reduction == tuple(step for step in JIS.reduction if step is not Reduction.CLOSE)


def test_an_order_no_line_can_follow_is_told_with_its_place(tmp_path: Path) -> None:
    theme, found = read(tmp_path, "styles:\n  body: {kinsoku: lax}\n")
    assert theme is None
    assert [each.split(" ")[0] for each in found] == ["content/themes/winter.yaml:4:19"]
