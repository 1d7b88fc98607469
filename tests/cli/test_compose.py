"""`brochure compose`: lines as text, as an account, as a drawing; what is wrong with the text is told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from brochure.cli.program import main

COPY = "「友好」という言葉が、まだ｜約束《やく|そく》でしかなかった1984年10月、留萌の11人が営口の土を踏んだ。"
PLAIN = "「友好」という言葉が、まだ約束でしかなかった1984年10月、留萌の11人が営口の土を踏んだ。"


def _told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["compose", "--format", "json", *words]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_lines_are_told_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compose", "--lang", "ja", "--measure", "12em", COPY]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "".join(lines) == PLAIN
    assert len(lines) > 3
    assert not any(line[0] in "、。」" for line in lines)


def test_every_character_is_accounted_for(capsys: pytest.CaptureFixture[str]) -> None:
    told = _told(capsys, "--lang", "ja", "--measure", "12em", COPY)
    assert (told["em"], told["measure"]) == (10.0, 120.0)
    characters = [each for line in told["lines"] for each in line["characters"]]
    assert "".join(each["text"] for each in characters) == PLAIN
    for line in told["lines"]:
        for before, after in zip(line["characters"], line["characters"][1:], strict=False):
            assert before["x"] + before["body"] + before["gap"] == pytest.approx(after["x"], abs=0.02)
            assert (before["step"] in ("solid", "natural")) == (before["gap"] == before["natural"])
    assert [round(line["length"], 2) for line in told["lines"][:-1]] == [120.0] * (len(told["lines"]) - 1)


@pytest.mark.parametrize(
    ("options", "copy", "step"),
    [
        (("--lang", "ja", "--measure", "12em"), "「友好」という言葉が、まだ約束でしかない。", "bracket"),
        (("--lang", "ja", "--measure", "12em"), "港町の人が船を見に来たあー。海へ行く。", "parted"),
        (("--lang", "ja", "--measure", "12em", "--align", "spread"), "留萌の港", "spread"),
    ],
)
def test_a_gap_that_was_changed_says_by_which_step(
    options: tuple[str, ...], copy: str, step: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _told(capsys, *options, copy)
    assert step in {each["step"] for line in told["lines"] for each in line["characters"]}


def test_options_change_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    copy = "港、町、船、鰊、海、空、雲、鳥、人、友、道、春。"

    def lines(*options: str) -> list[str]:
        return [line["text"] for line in _told(capsys, "--measure", "9em", *options, copy)["lines"]]

    assert lines("--conventions", "jis") != lines("--conventions", "taiwan")
    told = _told(capsys, "--measure", "5em", "--hanging", "force", "海辺の町に、船が来た。")
    assert any(line["hung"] for line in told["lines"])
    assert _told(capsys, "--vertical", "--measure", "8em", "1984年10月")["lines"][0]["characters"][0]["body"] == 10.0


def test_a_text_is_read_from_the_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stream:
        class buffer:
            @staticmethod
            def read() -> bytes:
                return "港町。\r\n\r\n船が来た。".encode("utf-8-sig")

    monkeypatch.setattr("sys.stdin", Stream)
    told = _told(capsys, "-")
    assert [(line["paragraph"], line["text"]) for line in told["lines"]] == [(1, "港町。"), (2, "船が来た。")]


@pytest.mark.parametrize("way", [(), ("--vertical",)])
def test_the_lines_are_drawn(way: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lines.pdf"
    assert main(["compose", "--measure", "12em", "--pdf", str(path), *way, COPY]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1
        box = [float(side) for side in pdf.pages[0].MediaBox]
        along = box[3] if way else box[2]
        assert along == pytest.approx((12 + 4) * 28.0, abs=0.1)
        content = pdf.pages[0].Contents.read_bytes()
    assert len(re.findall(rb" re S\b", content)) >= len(PLAIN) - 2  # two figures across are one body


def test_what_is_wrong_with_the_text_is_told_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang-ui", "en", "compose", "港の\n\n｜留萌《る|も|い》。"]) == 1
    said = capsys.readouterr().err
    assert "TEXT:3:1: error: the reading “る|も|い” has 3 parts, but “留萌” has 2 characters" in said


@pytest.mark.parametrize("measure", ["wide", "0em", "-3em", "20furlong"])
def test_a_measure_that_is_none_is_refused(measure: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang-ui", "en", "compose", f"--measure={measure}", "港"]) == 2
    assert "is no measure [usage.measure]" in capsys.readouterr().err


def test_a_text_that_is_not_utf_8_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stream:
        class buffer:
            @staticmethod
            def read() -> bytes:
                return "港町".encode("shift_jis")

    monkeypatch.setattr("sys.stdin", Stream)
    assert main(["--lang-ui", "en", "compose", "-"]) == 2
    assert "[usage.not-utf-8]" in capsys.readouterr().err


def test_a_language_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang-ui", "en", "compose", "--lang", "xx", "港"]) == 2
    assert "there is no language “xx”" in capsys.readouterr().err


ODD = {
    "ten thousand characters no line may end between": ("20em", "国\u2060" * 5_000, "forced-break", 0),
    "ten thousand opening brackets": ("20em", "「" * 10_000, "forced-break", 0),
    "a measure of one em": ("1em", "港町の灯り、「海」。", "forced-break", 0),
    "a measure smaller than a character": ("0.4em", "港町の灯り、", "overfull", 0),
    "only punctuation": ("4em", "、。」』）】」。、！？…", "forced-break", 0),
    "only spaces": ("10em", "   \u3000\u3000 ", "usage.nothing-to-set", 0),
    "nothing": ("10em", "", "usage.nothing-to-set", 0),
    "a lone surrogate": ("10em", "港\udcff町", "TEXT:1:2: error: this cannot be printed: U+DCFF", 1),
    "a control character": ("10em", "港\n\na\x01b", "TEXT:3:2: error: this cannot be printed: U+0001", 1),
    "a mark of direction": ("10em", "港\u202e町", "TEXT:1:2: error: this cannot be printed: U+202E", 1),
}


@pytest.mark.parametrize("way", [(), ("--vertical",), ("--lang", "zh_CN"), ("--format", "json")])
@pytest.mark.parametrize("odd", list(ODD))
def test_odd_copy_is_set_and_what_gave_way_is_told(
    odd: str, way: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    measure, copy, finding, code = ODD[odd]
    assert main(["--lang-ui", "en", "compose", "--measure", measure, *way, copy]) == code
    said = capsys.readouterr()
    assert finding.rpartition(": ")[2] in said.err if way[:1] == ("--format",) else finding in said.err
    assert "missing-glyph" not in said.err
    if not way:
        assert re.sub(r"\s|\ufffd", "", said.out) == re.sub(r"\s|[\x01\udcff]", "", copy)


def test_no_file_is_drawn_of_blanks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compose", "--pdf", str(tmp_path / "lines.pdf"), " \u3000"]) == 0
    assert capsys.readouterr().out == ""
    assert not list(tmp_path.iterdir())
