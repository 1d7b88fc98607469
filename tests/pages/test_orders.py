"""Each page is read by its own type; every bad field of every page is found at its place, all in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.page_content import PageContent
from brochure.diagnostics import Diagnostic, Report, Severity
from brochure.edition.reader import read_editions
from brochure.pages import PAGE_TYPES
from brochure.pages.orders import read_pages
from pages.least import as_yaml, least, reference
from pages.setting import NUMBERS, ROOT, order, project

HEAD = """\
id: small
title: 見本
size: jis-b5
binding: saddle-stitch
languages: [ja]
theme: harbour
date: 2026-11
pages:
"""


def read(folder: Path, *pages: str) -> tuple[tuple[PageContent, ...], list[Diagnostic], list[str]]:
    """The pages of an edition file with these orders, the findings, and the file's lines."""
    text = HEAD + "".join("  - " + page.strip().replace("\n", "\n    ") + "\n" for page in pages)
    path = folder / "content/editions/small.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    report = Report()
    (edition,) = read_editions(folder, report)
    return read_pages(edition, project().booklet, report), list(report), text.split("\n")


def underlined(finding: Diagnostic, lines: list[str]) -> str:
    """What stands at the place of a finding."""
    span = finding.span
    assert span is not None
    assert span.file == "content/editions/small.yaml"
    return lines[span.line - 1][span.column - 1 : span.end_column - 1]


LEAST = {name: as_yaml(least(name, project().booklet)) for name in PAGE_TYPES}
"""What the author must write for each type, besides id, type and title."""

REFERRING = [name for name in PAGE_TYPES if reference(name)]


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_type_is_content_with_its_least_fields(name: str, tmp_path: Path) -> None:
    (page,), findings, _ = read(tmp_path, f"id: one\ntype: {name}\ntitle: 題\n{LEAST[name]}")
    assert findings == []
    assert type(page) is PAGE_TYPES[name].content
    assert page.title.key == "editions.small.pages.one.title"


@pytest.mark.parametrize("name", REFERRING)
def test_a_field_that_must_be_there_is_missed(name: str, tmp_path: Path) -> None:
    pages, (finding,), lines = read(tmp_path, f"id: one\ntype: {name}\ntitle: 題")
    assert pages == ()
    assert finding.code == "content.missing-key"
    assert LEAST[name].split(":")[0] in str(finding.message)
    assert finding.span is not None
    assert lines[finding.span.line - 1] == "  - id: one"


@pytest.mark.parametrize("name", REFERRING)
def test_a_reference_that_leads_nowhere_is_found_with_what_was_meant(name: str, tmp_path: Path) -> None:
    key, known = LEAST[name].split(": ")
    _, (finding,), lines = read(tmp_path, f"id: one\ntype: {name}\ntitle: 題\n{key}: {known}x")
    assert (finding.code, underlined(finding, lines)) == ("content.dangling-reference", known + "x")
    assert str(finding.hints[0]) == f"did you mean “{known}”?"


@pytest.mark.parametrize("name", PAGE_TYPES)
@pytest.mark.parametrize(
    ("field", "code", "place"),
    [
        ("titel: 題", "content.unknown-key", "titel"),
        ("seed: many", "content.wrong-type", "many"),
        ("is_listed: perhaps", "content.wrong-type", "perhaps"),
        ("kicker: [年表]", "content.wrong-type", "[年表]"),
        ("kicker: '{海|うみ'", "content.broken-reading", "'{海|うみ'"),
        ("art: sunset-cap", "pages.unknown-art", "sunset-cap"),
    ],
)
def test_a_bad_field_is_found_at_its_place(name: str, field: str, code: str, place: str, tmp_path: Path) -> None:
    _, findings, lines = read(tmp_path, f"id: one\ntype: {name}\ntitle: 題\n{LEAST[name]}\n{field}")
    (finding,) = findings
    assert finding.code == code
    assert finding.severity is Severity.ERROR
    assert underlined(finding, lines) in place
    assert finding.span is not None
    assert lines[finding.span.line - 1].strip() == field


@pytest.mark.parametrize(
    ("name", "field", "code", "place"),
    [
        ("city-profile", "pages: 3", "content.unknown-value", "3"),
        ("city-profile", "is_balanced: so", "content.wrong-type", "so"),
        ("city-profile", "art_lines: 1", "content.out-of-range", "1"),
        ("city-profile", "art_lines: 25", "content.out-of-range", "25"),
        ("city-profile", "foot_art: rain", "pages.unknown-art", "rain"),
        ("timeline", "pages: 0", "content.out-of-range", "0"),
        ("timeline", "pages: 13", "content.out-of-range", "13"),
        ("timeline", "pages: four", "content.wrong-type", "four"),
        ("cover", "note: [1990]", "content.wrong-type", "[1990]"),
        ("cover", "subtitle: [海, 港]", "content.wrong-type", "[海, 港]"),
        ("back-cover", "text: [海]", "content.wrong-type", "[海]"),
        ("locator-map", "text: [海]", "content.wrong-type", "[海]"),
        ("industry", "text: [海]", "content.wrong-type", "[海]"),
        ("colophon", "text: [海]", "content.wrong-type", "[海]"),
    ],
)
def test_a_bad_field_of_one_type_is_found_at_its_place(
    name: str, field: str, code: str, place: str, tmp_path: Path
) -> None:
    _, (finding,), lines = read(tmp_path, f"id: one\ntype: {name}\ntitle: 題\n{LEAST[name]}\n{field}")
    assert (finding.code, underlined(finding, lines)) == (code, place)


def test_a_drawing_misspelt_is_told_what_was_meant_and_a_strange_one_what_there_is(tmp_path: Path) -> None:
    near, strange = "id: one\ntype: cover\ntitle: 題\nart: latice", "id: two\ntype: cover\ntitle: 題\nart: photograph"
    _, (first, second), _ = read(tmp_path, near, strange)
    assert str(first.hints[0]) == "did you mean “lattice”?"
    assert "sunset-cape, harbour-cranes" in str(second.hints[0])


@pytest.mark.parametrize(("name", "hint"), [("time-line", "“timeline”"), ("poem", "cover, contents, locator-map")])
def test_a_type_there_is_not_is_told_what_there_is(name: str, hint: str, tmp_path: Path) -> None:
    pages, (finding,), lines = read(tmp_path, f"id: one\ntype: {name}\ntitle: 題")
    assert pages == ()
    assert (finding.code, underlined(finding, lines)) == ("edition.page-type", name)
    assert hint in str(finding.hints[0])


def test_all_mistakes_are_told_at_once_and_good_pages_are_read(tmp_path: Path) -> None:
    pages, findings, lines = read(
        tmp_path,
        "id: one\ntype: cover\ntitle: 題\nsed: 2",
        "id: two\ntype: poem\ntitle: 題",
        "id: three\ntype: figures\ntitle: 題\nexchange: rumoi-yingkou\nkicker: 数\nseed: 3",
        "id: four\ntype: timeline\ntitle: 題\nexchange: nowhere\npages: 40",
    )
    assert [page.id for page in pages] == ["three"]
    assert pages[0].kicker is not None
    assert (pages[0].kicker.plain, pages[0].seed) == ("数", 3)
    assert [underlined(each, lines) for each in findings] == ["sed", "poem", "nowhere", "40"]


def test_the_shipped_pages_are_read_in_their_order() -> None:
    report = Report()
    city = next(each for each in read_editions(ROOT, report) if each.id == "rumoi")
    pages = read_pages(city, project().booklet, report)
    assert report.ordered() == ()
    assert [page.id for page in pages] == list(NUMBERS)
    assert pages == tuple(order(name) for name in NUMBERS)
