"""Findings as people, programs and GitHub are told them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brochure.cli.display import LONGEST, shown, underlined, width
from brochure.cli.findings import Sources, as_github, as_json, as_text
from brochure.cli.speaker import Speaker, speaker
from brochure.diagnostics import Diagnostic, Severity, Span, error, message

CURE = message("write the keys out")


def told(tmp_path: Path, line: str, span: Span, *, language: str = "en") -> list[str]:
    (tmp_path / "a.yaml").write_text(f"first\n{line}\n", "utf-8")
    found = error("test.code", message("the file is empty"), span, CURE)
    return list(as_text([found], speaker(language), Sources(tmp_path)))


def test_a_finding_is_place_gravity_words_code_then_line_caret_and_cure(tmp_path: Path) -> None:
    assert told(tmp_path, "date: 1980-13", Span("a.yaml", 2, 12, 2, 14)) == [
        "a.yaml:2:12: error: the file is empty [test.code]",
        "    2 | date: 1980-13",
        "      |            ^~",  # six characters of “date: ” and five of “1980-” before it
        "  → write the keys out",
    ]


def test_the_caret_stands_under_wide_signs(tmp_path: Path) -> None:
    lines = told(tmp_path, "題名：港のまち", Span("a.yaml", 2, 4, 2, 6))
    assert lines[2] == "      | " + " " * 6 + "^~~~"  # 題名： six columns before; ：is the third, 港の four columns


def test_a_tab_is_as_wide_below_as_above(tmp_path: Path) -> None:
    lines = told(tmp_path, "\tkey: 1", Span("a.yaml", 2, 2, 2, 5))
    assert lines[1:3] == ["    2 |     key: 1", "      |     ^~~"]


def test_a_place_of_several_lines_is_marked_to_the_end_of_its_first(tmp_path: Path) -> None:
    lines = told(tmp_path, "text: |-", Span("a.yaml", 2, 7, 5, 3))
    assert lines[2] == "      |       ^~"


def test_a_place_beyond_the_lines_end_has_its_caret(tmp_path: Path) -> None:
    lines = told(tmp_path, "key:", Span("a.yaml", 2, 6))
    assert lines[2] == "      |      ^"


def test_a_file_that_cannot_be_shown_is_named_all_the_same(tmp_path: Path) -> None:
    lines = told(tmp_path, "x", Span("content/none.yaml", 7, 1))
    assert lines == ["content/none.yaml:7:1: error: the file is empty [test.code]", "  → write the keys out"]


@pytest.mark.parametrize("begin", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1", b"%PDF-1.7"])
def test_a_row_of_a_workbook_is_named_and_not_shown(tmp_path: Path, begin: bytes) -> None:
    (tmp_path / "back.xlsx").write_bytes(begin + b"\n\x00\x1b\n" * 9)
    found = error("test.code", message("the file is empty"), Span("back.xlsx", 3), CURE)
    assert list(as_text([found], Speaker(), Sources(tmp_path))) == [
        "back.xlsx:3:1: error: the file is empty [test.code]",
        "  → write the keys out",
    ]


def test_the_language_changes_words_and_not_places(tmp_path: Path) -> None:
    lines = told(tmp_path, "x: 1", Span("a.yaml", 2, 1), language="ja")
    assert lines[0] == "a.yaml:2:1: エラー: ファイルが空です [test.code]"


def test_a_related_place_is_shown_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: x\nid: x\n", "utf-8")
    first = ((Span("a.yaml", 1, 1, 1, 3), message("the first one is here")),)
    found = Diagnostic(Severity.WARNING, "c", message("the file is empty"), Span("a.yaml", 2, 1, 2, 3), (), first)
    lines = list(as_text([found], Speaker(), Sources(tmp_path)))
    assert lines[3:] == ["  a.yaml:1:1: the first one is here", "    1 | id: x", "      | ^~"]
    assert "warning" in lines[0]


def test_the_authors_text_cannot_command_the_terminal(tmp_path: Path) -> None:
    lines = told(tmp_path, "a: \x1b[2J\u202e\x07", Span("a.yaml", 2, 1))
    assert "\x1b" not in lines[1]
    assert "\x07" not in lines[1]
    assert "<U+202E>" in lines[1]


@pytest.mark.parametrize("column", [1, 150, 390])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    line = "".join(chr(0x4E00 + index) for index in range(400))
    text, marks = underlined(line, column - 1, column + 1)
    assert width(text) <= LONGEST + 4
    start = marks.index("^")
    at = next(index for index in range(len(text)) if width(text[:index]) == start)
    assert text[at : at + 2] == line[column - 1 : column + 1]
    assert marks.strip() == "^~~~"


def test_width_counts_columns() -> None:
    assert [width(text) for text in ("abc", "港", "ｶﾅ", "ガ", "が")] == [
        3,
        2,
        2,
        2,
        2,
    ]  # the last with a combining mark
    assert shown("a\tb") == "a    b"


def test_json_keeps_the_template_and_the_values() -> None:
    found = error("c.d", message("there is no year 0"), Span("a.yaml", 2, 3, 2, 5), CURE)
    (line,) = as_json([found], speaker("ja"), Sources(Path()))
    data = json.loads(line)
    assert data["place"] == {"file": "a.yaml", "line": 2, "column": 3, "end_line": 2, "end_column": 5}
    assert (data["severity"], data["code"], data["template"]) == ("error", "c.d", "there is no year 0")
    assert "0年" in data["message"]
    assert len(data["hints"]) == 1
    (line,) = as_json([error("c", message("there is no year 0"))], Speaker(), Sources(Path()))
    assert json.loads(line)["place"] is None


def test_github_is_told_in_its_own_escapes() -> None:
    what = message("“{text}” is not a date", text="100%, a:b\n::x")
    (line,) = as_github([error("c", what, Span("a,b.yaml", 2, 3, 2, 5), CURE)], Speaker(), Sources(Path()))
    assert line == (
        "::error file=a%2Cb.yaml,line=2,endLine=2,col=3,endColumn=4,title=c::"
        "“100%25, a:b%0A::x” is not a date%0A→ write the keys out"
    )


def test_a_note_is_a_notice_for_github() -> None:
    note = Diagnostic(Severity.NOTE, "c", message("the file is empty"))
    assert next(as_github([note], Speaker(), Sources(Path()))) == "::notice title=c::the file is empty"
