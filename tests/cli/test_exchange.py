"""`brochure i18n export · import · pseudo · compile` on the sample project: out, edited, in again."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import polib
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from brochure.cli import main
from cli.test_catalogs import CATALOG, Capture, project

__all__ = ["project"]
KEYS = ("cities.rumoi.motto", "editions.rumoi.pages.contents.title")
LABEL = "timeline.leader"


def translation(key: str, path: Path = CATALOG) -> polib.POEntry:
    return next(entry for entry in polib.pofile(str(path)) if entry.msgctxt == key and not entry.obsolete)


def edit_csv(path: Path, texts: dict[str, str]) -> None:
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    for row in rows[1:]:
        row[5] = texts.get(row[0], "")
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    path.write_text(out.getvalue(), "utf-8", newline="")


def edit_xlsx(path: Path, texts: dict[str, str]) -> None:
    """What a spreadsheet program does: everything is read and written anew."""
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Sheet1")
        for number, row in enumerate(rows):
            cells = [str(cell) for cell in row]
            if number:
                cells[5] = texts.get(cells[0], "")
            sheet.write_row(number, 0, cells)


def edit_po(path: Path, texts: dict[str, str]) -> None:
    file = polib.pofile(str(path))
    for entry in file:
        if entry.msgctxt in texts:
            entry.msgstr = texts[entry.msgctxt]
            entry.flags = []
    file.save(str(path))


EDITORS = {"csv": edit_csv, "xlsx": edit_xlsx, "po": edit_po}


@pytest.mark.parametrize("kind", EDITORS)
def test_each_kind_of_file_goes_out_and_comes_back_and_a_changed_row_is_refused_by_name(
    project: Path, capsys: Capture, kind: str
) -> None:
    assert main(["i18n", "update"]) == 0
    before = CATALOG.read_text("utf-8")
    capsys.readouterr()
    assert main(["i18n", "export", "--lang", "zh_TW", "--all", "--as", kind]) == 0
    path = Path("out") / f"zh_TW.{kind}"
    assert capsys.readouterr().out.split() == [str(path)]
    EDITORS[kind](path, {KEYS[0]: "夕陽與港口之城", KEYS[1]: "目次", LABEL: "團長：{name}"})
    city = project / "content/cities/rumoi.yaml"
    city.write_text(city.read_text("utf-8").replace("夕陽と、港のまち", "夕陽と、港の町"), "utf-8")
    assert main(["i18n", "import", str(path)]) == 1
    said = capsys.readouterr()
    assert f"the text of “{KEYS[0]}” has changed since it was sent out: 「まち」→「町」" in said.err
    assert said.err.count("[translation.row-changed]") == 1
    assert translation(KEYS[1]).msgstr == "目次"
    assert translation(LABEL, CATALOG.with_name("labels.po")).msgstr == "團長：{name}"
    refused = translation(KEYS[0])
    assert "fuzzy" in refused.flags  # its old translation stays, marked, with what it was made from
    assert refused.previous_msgid.endswith("港のまち")
    assert len(before.splitlines()) + 2 == len(CATALOG.read_text("utf-8").splitlines())


def test_what_is_unfinished_goes_out_and_nothing_else(project: Path, capsys: Capture) -> None:
    assert main(["i18n", "export", "--lang", "zh_TW"]) == 0
    assert capsys.readouterr().out == ""
    city = project / "content/cities/rumoi.yaml"
    city.write_text(city.read_text("utf-8").replace("夕陽と、港のまち", "夕陽と、港の町"), "utf-8")
    assert main(["i18n", "export", "--lang", "zh_TW", "-o", "todo.csv"]) == 0
    (head, row) = csv.reader(io.StringIO(Path("todo.csv").read_text("utf-8-sig"), newline=""))
    assert head[5] == "新譯文 zh_TW"
    assert row[0] == KEYS[0]
    assert row[1] in ("", "rumoi 4")  # without fonts in the project nothing is set, and no page known
    assert row[2] == "待確認"
    assert row[7].endswith("港のまち")


def test_a_dry_run_writes_nothing(project: Path, capsys: Capture) -> None:
    main(["i18n", "export", "--lang", "zh_TW", "--all", "--as", "csv"])
    edit_csv(Path("out/zh_TW.csv"), {KEYS[1]: "目次"})
    before = CATALOG.read_bytes()
    assert main(["i18n", "import", "--dry-run", "out/zh_TW.csv"]) == 0
    assert "content.po: 1 taken in, 0 unchanged, 0 refused" in capsys.readouterr().err
    assert CATALOG.read_bytes() == before


def test_what_comes_back_is_checked(project: Path, capsys: Capture) -> None:
    main(["i18n", "export", "--lang", "zh_TW", "--all", "--as", "csv"])
    edit_csv(Path("out/zh_TW.csv"), {LABEL: "團長"})
    assert main(["i18n", "import", "out/zh_TW.csv"]) == 1
    assert "[translation.fields]" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["csv", "xlsx", "po"])
def test_what_a_dry_run_finds_is_told_by_the_row_it_stands_in(project: Path, capsys: Capture, kind: str) -> None:
    main(["i18n", "export", "--lang", "zh_TW", "--all", "--as", kind])
    EDITORS[kind](Path(f"out/zh_TW.{kind}"), {LABEL: "團長"})
    capsys.readouterr()
    assert main(["i18n", "import", "--dry-run", f"out/zh_TW.{kind}"]) == 1
    (found,) = [line for line in capsys.readouterr().err.splitlines() if "[translation.fields]" in line]
    assert found.startswith(f"out/zh_TW.{kind}:")


def test_a_file_without_a_language_or_without_heads_is_refused(project: Path, capsys: Capture) -> None:
    Path("a.csv").write_text("Entry,Source,New translation\na,b,c\n", "utf-8")
    Path("b.csv").write_text("x,y\n", "utf-8")
    assert main(["i18n", "import", "a.csv", "b.csv", "c.csv"]) == 1
    said = capsys.readouterr().err
    for code in ("translation.no-language", "translation.no-table", "source.unreadable-file"):
        assert f"[{code}]" in said


def test_pseudo_catalogs_are_complete_and_go_into_a_folder_of_their_own(project: Path, capsys: Capture) -> None:
    before = CATALOG.read_bytes()
    assert main(["i18n", "pseudo", "--lang", "zh_TW"]) == 0
    assert CATALOG.read_bytes() == before
    texts = [entry.msgstr for entry in polib.pofile(str("out/pseudo" / CATALOG))]
    assert len(texts) > 100
    assert all(text.startswith("【") and text.endswith("】") for text in texts)


def test_compiled_catalogs_are_written_once(project: Path, capsys: Capture) -> None:
    assert main(["i18n", "compile", "--lang", "zh_TW"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["i18n", "compile", "--lang", "zh_TW"]) == 0
    assert capsys.readouterr().out == ""
    assert {entry.msgctxt for entry in polib.mofile(str(CATALOG.with_suffix(".mo")))} >= set(KEYS)
