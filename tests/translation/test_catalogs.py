"""Catalogs on disk: what is read of them, and what is said of those that are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.diagnostics import Report
from brochure.translation.catalogs import Catalog, State, catalog_name, read_catalog

ENTRY = 'msgctxt "a.title"\nmsgid "港"\nmsgstr "港口"\n'


def read(root: Path, text: str | bytes) -> tuple[Catalog | None, Report]:
    path = root / catalog_name("zh_CN", "content")
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    report = Report()
    return read_catalog(root, "zh_CN", "content", report), report


def test_an_entry_is_found_by_its_key_and_knows_the_line_of_its_translation(tmp_path: Path) -> None:
    catalog, report = read(tmp_path, "# by hand\n#: content/a.yaml:3\n" + ENTRY)
    assert catalog is not None
    entry = catalog["a.title"]
    assert entry is not None
    assert (entry.text, str(entry.span)) == ("港口", "locales/zh_CN/LC_MESSAGES/content.po:5:1")
    assert catalog["a.other"] is None
    assert not report.diagnostics


@pytest.mark.parametrize(
    ("text", "source", "state"),
    [
        (ENTRY, "港", State.TRANSLATED),
        (ENTRY, "港湾", State.STALE),
        ("#, fuzzy\n" + ENTRY, "港", State.FUZZY),
        (ENTRY.replace("港口", ""), "港", State.MISSING),
        (ENTRY.replace("港口", "港"), "港", State.TRANSLATED),  # the same word in both languages is a translation
    ],
)
def test_the_state_tells_whether_it_can_be_printed(tmp_path: Path, text: str, source: str, state: State) -> None:
    catalog, _ = read(tmp_path, text)
    entry = catalog["a.title"] if catalog else None
    assert entry is not None
    assert entry.state_for(source) is state


def test_a_missing_catalog_is_told_with_its_cure(tmp_path: Path) -> None:
    report = Report()
    assert read_catalog(tmp_path, "zh_TW", "content", report) is None
    (found,) = report
    assert found.code == "translation.no-catalog"
    assert "i18n update" in str(found.hints[0])


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        (ENTRY.replace('"港口"', '"港口'), 3),
        (ENTRY.replace('"港口"', '"港"口"'), 3),
        (ENTRY.replace("msgid", "msgidd"), 2),
        ("<<<<<<< ours\n" + ENTRY, 1),
        (ENTRY + "\nmsgstr without quotes\n", 5),
        (ENTRY + '\nmsgstr "no msgid before"\n', 5),
    ],
)
def test_a_broken_line_is_told_with_its_number(tmp_path: Path, broken: str, line: int) -> None:
    catalog, report = read(tmp_path, broken)
    assert catalog is None
    assert [(each.code, each.span and each.span.line) for each in report] == [("translation.broken-catalog", line)]


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    catalog, report = read(tmp_path, ENTRY.encode("gb18030"))
    assert catalog is None
    assert [each.code for each in report] == ["source.not-utf8"]


def test_a_key_that_comes_twice_is_an_error(tmp_path: Path) -> None:
    _, report = read(tmp_path, ENTRY + "\n" + ENTRY.replace("港口", "码头"))
    (found,) = report
    assert (found.code, found.span and found.span.line) == ("translation.duplicate-key", 7)


def test_retired_entries_are_not_used(tmp_path: Path) -> None:
    catalog, report = read(tmp_path, "".join(f"#~ {line}\n" for line in ENTRY.splitlines()))
    assert catalog is not None
    assert catalog["a.title"] is None
    assert not report.diagnostics


def test_line_ends_and_byte_order_mark_of_windows_are_no_mistake(tmp_path: Path) -> None:
    catalog, report = read(tmp_path, b"\xef\xbb\xbf" + ENTRY.replace("\n", "\r\n").encode())
    assert catalog is not None
    entry = catalog["a.title"]
    assert entry is not None
    assert (entry.text, entry.span.line) == ("港口", 3)
    assert not report.diagnostics


def test_an_entry_without_a_key_belongs_to_no_text(tmp_path: Path) -> None:
    catalog, report = read(tmp_path, ENTRY + '\nmsgid "港"\nmsgstr "港口"\n')
    assert catalog is not None
    assert [each.code for each in report] == ["translation.no-key"]
    assert catalog["港"] is None
