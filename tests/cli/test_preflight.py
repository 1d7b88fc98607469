"""`preflight`, `diff` and `plates` as a person meets them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Dictionary, Pdf

from brochure.cli import main
from tests.preflight.files import image, made, x4

Capture = pytest.CaptureFixture[str]
_RGB = b"1 0 0 rg 100 100 50 50 re f "
_WORD = b"/Over gs BT /F1 10 Tf 0 0 0 1 k 80 120 Td (%s) Tj ET "


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _file(name: str, content: bytes = b"", pages: int = 2) -> str:
    Path(name).write_bytes(made(content, pages=pages, bad=2))
    return name


def _with_a_picture(pdf: Pdf) -> None:
    """Page 2 with a picture of 200 pixels, 360 to the inch where it is drawn 40 points wide."""
    resources: Any = pdf.pages[1].obj.Resources
    resources.XObject = Dictionary(P1=image(pdf, 200, 200))


def test_a_clean_file_is_said_to_be_clean(capsys: Capture) -> None:
    assert main(["preflight", _file("clean.pdf")]) == 0
    assert capsys.readouterr().err == "clean.pdf: 2 pages, nothing found\n"


def test_errors_are_told_with_their_place_and_cure(capsys: Capture) -> None:
    assert main(["preflight", _file("rgb.pdf", _RGB)]) == 1
    told = capsys.readouterr().err
    assert "error: words or drawings are in RGB [preflight.colour.rgb]" in told
    assert "in rgb.pdf on page 2: 17.6 × 17.6 mm at 35.3, 35.3 mm" in told


@pytest.mark.parametrize(
    ("limit", "rule"),
    [
        ("safe_area_mm: 12", "text.safe-area"),
        ("least: {text_pt: 11}", "text.tiny"),
        ("least: {line_pt: 1.5}", "line.hairline"),
        ("ink_limit: 200", "ink.limit"),
        ("resolution: {warning: 700, error: 600}", "image.resolution"),
    ],
)
def test_a_presets_own_limits_are_judged_by(limit: str, rule: str, folder: Path, capsys: Capture) -> None:
    (folder / "content/presets").mkdir()
    own = "id: own\nextends: standard\ntitle: Our printer\n"
    drawn = b"1 w 0 0 0 1 K 80 90 m 140 90 l S 0.9 0.6 0.6 0.1 k 90 240 60 60 re f q 40 0 0 40 170 100 cm /P1 Do Q "
    Path("job.pdf").write_bytes(made(drawn, x4, _with_a_picture, pages=2, bad=2))
    for lines, expected in (("", False), (f"{limit}\n", True)):
        (folder / "content/presets/own.yaml").write_text(own + lines, "utf-8")
        main(["preflight", "--format", "json", "--preset", "own", "job.pdf"])
        (line,) = capsys.readouterr().out.splitlines()
        rules = {finding["rule"] for finding in json.loads(line)["findings"]}
        assert (rule in rules) == expected, rules


def test_json_gives_one_object_a_file(capsys: Capture) -> None:
    assert main(["preflight", "--format", "json", _file("rgb.pdf", _RGB), _file("clean.pdf")]) == 1
    rgb, clean = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    (finding,) = rgb["findings"]
    assert (finding["rule"], finding["page"], finding["severity"]) == ("colour.rgb", 2, "error")
    assert finding["boxes"] == [[100, 100, 150, 150]]
    assert clean["findings"] == []


@pytest.mark.parametrize(
    ("language", "title"), [("ja", "入稿チェックシート"), ("zh", "印前交付检查表"), ("en", "check sheet")]
)
def test_the_check_sheet_is_one_file_in_the_readers_language(language: str, title: str, capsys: Capture) -> None:
    main(["preflight", "--lang-ui", language, "--sheet", "sheet.html", _file("rgb.pdf", _RGB)])
    assert capsys.readouterr().out == "sheet.html\n"
    sheet = Path("sheet.html").read_text("utf-8")
    assert title in sheet
    assert "colour.rgb" in sheet
    assert sheet.count("data:image/jpeg;base64,") == 2
    assert "http" not in sheet


def test_a_file_that_is_not_there_is_the_command_lines_mistake(capsys: Capture) -> None:
    assert main(["preflight", "nothing.pdf"]) == 2
    assert "“nothing.pdf” cannot be read" in capsys.readouterr().err


def test_plates_tells_that_black_alone_differs(capsys: Capture) -> None:
    assert main(["plates", _file("ja.pdf", _WORD % b"Minato"), _file("zh.pdf", _WORD % b"Gangkou")]) == 0
    said = capsys.readouterr()
    assert said.out == "page 2: Black\n"
    assert "black plate alone" in said.err


def test_plates_of_another_trim_cannot_be_shared(capsys: Capture) -> None:
    wide = made(b"", lambda pdf: [page.obj.__setitem__("/TrimBox", [50, 50, 240, 350]) for page in pdf.pages], pages=2)
    Path("wide.pdf").write_bytes(wide)
    assert main(["plates", _file("one.pdf"), "wide.pdf"]) == 1
    assert "page 1 has another trim" in capsys.readouterr().err


def test_diff_tells_pages_words_and_plates(capsys: Capture) -> None:
    assert main(["diff", _file("one.pdf", _WORD % b"Minato"), _file("other.pdf", _WORD % b"Harbour")]) == 0
    assert capsys.readouterr().out == "page 2 has changed on these plates: Black\n  - Minato\n  + Harbour\n"


def test_diff_takes_two_files(capsys: Capture) -> None:
    assert main(["diff", _file("one.pdf")]) == 2
    assert "two files are compared" in capsys.readouterr().err


def test_ink_is_estimated_where_ghostscript_makes_no_plates(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    from brochure.preflight import ghostscript

    def refuse(*_: object) -> None:
        raise ghostscript.GhostscriptError

    monkeypatch.setattr(ghostscript, "plates", refuse)
    main(["preflight", _file("a.pdf"), "--ghostscript", "--lang-ui", "en"])
    assert "[preflight.no-plates]" in capsys.readouterr().err
