"""What a printer is sent: whole files under ASCII names, sheets that say what they are, with and without a profile."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from projects import copied, edited

from brochure.cli.program import main
from brochure.press.conditions import SHIPPED, shipped_profile

EDITION = "content/editions/rumoi.yaml"
NAME = b"ISO Coated v2 300% (basICColor)"
OWN = shipped_profile(SHIPPED).replace(NAME, b"Japan Color 2001 Coated".ljust(len(NAME)))  # a stand-in for the user's


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copied(tmp_path_factory.mktemp("package"))
    (project / "icc").mkdir()
    (project / "icc/JapanColor.icc").write_bytes(OWN)
    return project


def _packed(root: Path, *words: str) -> tuple[int, dict[str, bytes]]:
    out = root / "out" / str(abs(hash(words)))
    code = main(["package", "rumoi", "--lang", "ja", "--project", str(root), "-o", str(out), "-q", *words])
    return code, {path.name: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_a_stitched_booklet_is_sent_as_cover_and_body_with_its_sheets(root: Path) -> None:
    code, files = _packed(root)
    assert code == 0
    assert sorted(files) == [
        "rumoi-ja-body-check-ja.html",
        "rumoi-ja-body-check-zh.html",
        "rumoi-ja-body.pdf",
        "rumoi-ja-cover-check-ja.html",
        "rumoi-ja-cover-check-zh.html",
        "rumoi-ja-cover.pdf",
        "rumoi-ja-fonts.csv",
        "rumoi-ja-ink.csv",
        "rumoi-ja-specification-ja.html",
        "rumoi-ja-specification-zh.html",
    ]
    assert all(name.isascii() for name in files)
    cover, body = (pikepdf.open(BytesIO(files[f"rumoi-ja-{part}.pdf"])) for part in ("cover", "body"))
    assert (len(cover.pages), len(body.pages)) == (2, 4)  # the outer sheet's two sides, then pages 3 to 6 of eight
    width = float(cover.pages[0].TrimBox[2]) - float(cover.pages[0].TrimBox[0])
    assert width == pytest.approx(2 * 182 * 72 / 25.4, abs=0.1)


@pytest.mark.parametrize(
    ("short", "words"),
    [("ja", ("仕様書", "中綴じ", "塗り足し", "3 mm", "角トンボ")), ("zh", ("印刷规格单", "骑马订", "出血"))],
)
def test_the_specification_says_what_is_ordered_in_both_languages(
    root: Path, short: str, words: tuple[str, ...]
) -> None:
    _, files = _packed(root)
    sheet = files[f"rumoi-ja-specification-{short}.html"].decode()
    for word in (*words, "JIS B5", "182 × 257 mm", "PDF/X-4", "NotoSansJP", "SHA-256"):
        assert word in sheet, word
    assert "{" not in sheet.partition("</style>")[2]


def test_japan_color_with_a_profile_of_the_user_s_is_embedded(root: Path) -> None:
    code, files = _packed(root, "--preset", "japan-color", "--icc", "icc/JapanColor.icc")
    assert code == 0
    file = pikepdf.open(BytesIO(files["rumoi-ja-body.pdf"]))
    assert str(file.Root.OutputIntents[0].OutputConditionIdentifier) == "JC200103"
    assert file.Root.OutputIntents[0].DestOutputProfile.read_bytes() == OWN
    assert "Japan Color 2001 Coated（JC200103）" in files["rumoi-ja-specification-ja.html"].decode()


def test_japan_color_without_a_profile_is_made_for_the_one_that_ships_and_says_so(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = root / "out/without"
    words = ["package", "rumoi", "--lang", "ja", "--project", str(root), "-o", str(out), "--preset", "japan-color"]
    assert main(words) == 0
    assert "press.profile-missing" in capsys.readouterr().err
    file = pikepdf.open(out / "rumoi-ja-package/rumoi-ja-body.pdf")
    assert str(file.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA39"
    sheet = (out / "rumoi-ja-package/rumoi-ja-specification-ja.html").read_text("utf-8")
    assert "Japan Color 2001 Coated（JC200103）" in sheet  # what is ordered
    assert "ISO Coated v2 300% (ECI)（FOGRA39）" in sheet  # what the file is made for


def test_a_zip_holds_the_same_files_and_is_the_same_every_time(root: Path) -> None:
    _, loose = _packed(root)
    _, zipped = _packed(root, "--zip")
    (data,) = zipped.values()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {name.rpartition("/")[2]: archive.read(name) for name in archive.namelist()} == loose
    again = root / "out/again"
    main(["package", "rumoi", "--lang", "ja", "--project", str(root), "-o", str(again), "-q", "--zip"])
    assert (again / "rumoi-ja-package.zip").read_bytes() == data


def test_a_preset_that_is_wrong_sends_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = root / "out/nothing"
    words = ["package", "rumoi", "--project", str(root), "-o", str(out), "--preset", "japan-colour"]
    assert main(words) == 1
    assert "“japan-color”" in capsys.readouterr().err
    assert not out.exists()


def test_paper_nobody_knows_is_told_at_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = copied(tmp_path, ("cover", "back"))
    line = edited(project, EDITION, "theme: harbour\n", "theme: harbour\npaper: mat-110\n") + 1
    assert main(["check", "--project", str(project)]) == 1
    said = capsys.readouterr().err
    assert f"rumoi.yaml:{line}:8" in said
    assert "“matt-110”" in said
