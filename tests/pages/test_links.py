"""A link to a page that no edition has is found at its place."""

from __future__ import annotations

import shutil
from pathlib import Path

from brochure.content.text import Text
from brochure.diagnostics import Report
from brochure.pages.links import lost_links
from brochure.pipeline import read_project

SPECIMEN = Path(__file__).parents[2] / "docs/specimen"
PAGES = ("cover", "timeline", "finder")


def _said(source: str) -> list[str]:
    return [f"{found.message} {found.hints[0]}" for found in lost_links([Text(source)], PAGES)]


def test_a_page_or_a_part_of_one_or_an_address_is_found() -> None:
    assert _said("{link:年表|#timeline}と{link:空知|#finder-sorachi}、{link:案内|https://example.jp/#top}。#1") == []


def test_a_slip_is_answered_with_the_page_that_is_meant() -> None:
    (said,) = _said("{link:年表|#timelin}と{strong:{link:年表|#timelin}}")
    assert "timelin" in said
    assert "#timeline" in said


def test_where_nothing_is_near_the_pages_are_named() -> None:
    (said,) = _said("{link:地図|#maps}")
    assert "cover, timeline, finder" in said


def test_it_is_told_when_a_project_is_read_at_its_place(tmp_path: Path) -> None:
    shutil.copytree(SPECIMEN / "content", tmp_path / "content")
    story = tmp_path / "content/stories/marks.yaml"
    story.write_text(
        story.read_text("utf-8").replace("{link:縦組のページ|#vertical}", "{link:縦組のページ|#verticle}"), "utf-8"
    )
    report = Report()
    assert read_project(tmp_path, report) is None
    (found,) = [each for each in report if each.code == "content.link-to-no-page"]
    assert found.span is not None
    line = story.read_text("utf-8").split("\n")[found.span.line - 1]
    assert line[found.span.column - 1 : found.span.end_column - 1] == "#verticle"
