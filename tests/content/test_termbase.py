"""The termbase is read, and what cannot be meant is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.booklet import read_booklet
from brochure.diagnostics import Report

HEAD = "termbase:\n"
PORT = "  - id: a\n    source: 港\n"


def found(tmp_path: Path, items: str) -> list[tuple[str, int]]:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/termbase.yaml").write_text(HEAD + items, "utf-8")
    report = Report()
    read_booklet(tmp_path, report)
    return [(each.code, each.span.line) for each in report if each.span and each.span.file == "content/termbase.yaml"]


def test_a_word_may_stand_without_brackets(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    text = "termbase:\n  - id: port\n    source: 友好港湾\n    zh_CN: {must: 友好港口, must_not: [友谊港, 友好港湾]}\n"
    (tmp_path / "content/termbase.yaml").write_text(text, "utf-8")
    (term,) = read_booklet(tmp_path, Report()).termbase.values()
    wording = term.wording("zh_CN")
    assert wording is not None
    assert (term.source, wording.must, wording.must_not) == (("友好港湾",), ("友好港口",), ("友谊港", "友好港湾"))
    assert term.wording("zh_TW") is None


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("  - id: a\n    source: 港\n", [("content.term-without-wording", 2)]),
        ("  - id: a\n    zh_CN: {must: 港口}\n", [("content.term-without-source", 3)]),
        (
            f"{PORT}    zh_CN: {{must: 港口, must_not: [港, 港口]}}\n",
            [("content.term-contradiction", 4)],
        ),
        (
            f"{PORT}    zh_CN: {{must: 港口}}\n  - id: b\n    source: [市, 港]\n    zh_TW: {{must: 港}}\n",
            [("content.term-twice", 6)],
        ),
        ("  - id: a\n    source: 港\n    zh_CN: {must: 港口}\n    zh_TW: {must_not: 港口}\n", []),
        ("  - id: a\n    sorce: 港\n    zh_CN: {must_not: 港口}\n", [("content.unknown-key", 3)]),
        ("  - id: a\n    zh_HK: {must_not: 港口}\n", [("content.unknown-key", 3)]),
    ],
)
def test_what_cannot_be_meant_is_told(tmp_path: Path, items: str, expected: list[tuple[str, int]]) -> None:
    assert found(tmp_path, items) == expected
