"""`brochure i18n …` on the sample project."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import polib
import pytest

from brochure.cli import main
from brochure.cli.speaker import PROGRAM

Capture = pytest.CaptureFixture[str]
CATALOG = Path("locales/zh_TW/LC_MESSAGES/content.po")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample's content and catalogs, which one stands in."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for folder in ("content", "locales"):
        shutil.copytree(PROGRAM / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def status(capsys: Capture) -> dict[tuple[str, str], dict[str, int]]:
    capsys.readouterr()
    assert main(["i18n", "status", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    return {(row["language"], row["catalog"]): row for row in rows}


def test_the_sample_is_completely_translated_and_passes_every_check(project: Path, capsys: Capture) -> None:
    assert all(row["translated"] == row["total"] > 0 for (tag, _), row in status(capsys).items() if tag != "en")
    assert main(["i18n", "check", "--lang", "zh_CN", "--lang", "zh_TW"]) == 0
    said = capsys.readouterr()
    assert said.err == ""


def test_texts_no_page_in_a_language_prints_are_no_mistake(project: Path, capsys: Capture) -> None:
    """The city booklet alone is ordered in English; what it does not print is untranslated, and says so."""
    missing = status(capsys)["en", "content"]["missing"]
    assert missing > 0
    assert main(["i18n", "check", "--lang", "en", "--format", "json"]) == 0
    (note,) = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert (note["severity"], note["code"]) == ("note", "translation.not-asked-for")
    assert str(missing) in note["message"]
    catalog = project / "locales/en/LC_MESSAGES/content.po"
    wanted = 'msgctxt "cities.rumoi.motto"'
    head, entry = catalog.read_text("utf-8").split(wanted)
    emptied = re.sub(r'msgstr "[^"]+"', 'msgstr ""', entry, count=1)
    catalog.write_text(head + wanted + emptied, "utf-8")
    assert main(["i18n", "check", "--lang", "en", "--format", "json"]) == 1
    codes = {json.loads(line)["code"] for line in capsys.readouterr().err.splitlines()}
    assert codes == {"translation.not-asked-for", "translation.incomplete"}


def test_an_update_of_what_is_up_to_date_writes_nothing(project: Path, capsys: Capture) -> None:
    main(["i18n", "update"])
    capsys.readouterr()
    assert main(["i18n", "update"]) == 0
    assert capsys.readouterr().out == ""


def test_a_changed_text_is_marked_and_refused_until_revised(project: Path, capsys: Capture) -> None:
    edition = project / "content" / "editions" / "rumoi.yaml"
    edition.write_text(edition.read_text("utf-8").replace("title: 目次", "title: もくじ"), "utf-8")
    assert status(capsys)["zh_TW", "content"]["stale"] == 1
    assert main(["i18n", "update", "--lang", "zh_TW"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [str(CATALOG)]
    assert "content.po: 0 new, 1 changed, 0 gone, 0 renamed" in said.err
    entry = next(entry for entry in polib.pofile(str(CATALOG)) if "fuzzy" in entry.flags)
    assert (entry.msgid, entry.previous_msgid, entry.msgstr) == ("もくじ", "目次", "目錄")
    assert main(["i18n", "check", "--lang", "zh_TW"]) == 1
    assert "1 texts cannot be printed: 0 missing, 0 draft, 1 fuzzy, 0 stale" in capsys.readouterr().err


def test_a_catalog_that_is_missing_is_written_with_every_text(project: Path, capsys: Capture) -> None:
    CATALOG.unlink()
    assert main(["i18n", "update", "--lang", "zh_TW"]) == 0
    capsys.readouterr()
    row = status(capsys)["zh_TW", "content"]
    assert row["missing"] == row["total"] > 100


def test_a_broken_catalog_is_never_overwritten(project: Path, capsys: Capture) -> None:
    broken = CATALOG.read_text("utf-8").replace('msgstr "', "msgstr ", 1)
    CATALOG.write_text(broken, "utf-8")
    assert main(["i18n", "update"]) == 1
    assert CATALOG.read_text("utf-8") == broken
    assert "[translation.broken-catalog]" in capsys.readouterr().err


def test_content_with_mistakes_updates_nothing(project: Path, capsys: Capture) -> None:
    before = CATALOG.read_bytes()
    (project / "content" / "exchanges" / "rumoi-yingkou.yaml").write_text("id: [\n", "utf-8")
    assert main(["i18n", "update"]) == 1
    assert CATALOG.read_bytes() == before


def test_an_unknown_language_is_refused(project: Path, capsys: Capture) -> None:
    assert main(["i18n", "update", "--lang", "zh_HK"]) == 1
    assert "there is no language “zh_HK”" in capsys.readouterr().err


def test_a_renamed_entry_takes_its_translations_along(project: Path, capsys: Capture) -> None:
    missing = status(capsys)["en", "content"]["missing"]
    exchange = project / "content" / "exchanges" / "rumoi-yingkou.yaml"
    text = exchange.read_text("utf-8")
    old = next(line for line in text.splitlines() if line.startswith("  - id: 1985"))
    name = old.removeprefix("  - id: ")
    exchange.write_text(text.replace(old, f"  - id: a-new-name\n    was: {name}"), "utf-8")
    assert main(["i18n", "update"]) == 0
    assert "content.po: 0 new, 0 changed, 0 gone, 0 renamed" not in capsys.readouterr().err
    assert all(row["translated"] == row["total"] for (tag, _), row in status(capsys).items() if tag != "en")
    assert status(capsys)["en", "content"]["missing"] == missing


def test_a_rename_nobody_told_of_is_pointed_out_and_can_be_told_later(project: Path, capsys: Capture) -> None:
    exchange = project / "content" / "exchanges" / "rumoi-yingkou.yaml"
    text = exchange.read_text("utf-8")
    old = next(line for line in text.splitlines() if line.startswith("  - id: 1985"))
    name = old.removeprefix("  - id: ")
    exchange.write_text(text.replace(old, "  - id: a-new-name"), "utf-8")
    assert main(["i18n", "update", "--lang", "zh_TW"]) == 0
    said = capsys.readouterr().err
    assert "[translation.alike]" in said
    assert (
        f"a-new-name.headline” says word for word what “exchanges.rumoi-yingkou.timeline.{name}.headline” said" in said
    )
    assert status(capsys)["zh_TW", "content"]["missing"] > 0
    exchange.write_text(text.replace(old, f"  - id: a-new-name\n    was: {name}"), "utf-8")
    assert main(["i18n", "update", "--lang", "zh_TW"]) == 0
    assert status(capsys)["zh_TW", "content"]["missing"] == 0


def test_two_that_took_each_others_names_are_refused(project: Path, capsys: Capture) -> None:
    exchange = project / "content" / "exchanges" / "rumoi-yingkou.yaml"
    text = exchange.read_text("utf-8")
    one, two = [line.removeprefix("  - id: ") for line in text.splitlines() if line.startswith("  - id: ")][:2]
    swapped = text.replace(f"  - id: {one}\n", "  - id: *\n").replace(
        f"  - id: {two}\n", f"  - id: {one}\n    was: {two}\n"
    )
    exchange.write_text(swapped.replace("  - id: *\n", f"  - id: {two}\n    was: {one}\n"), "utf-8")
    before = CATALOG.read_bytes()
    assert main(["i18n", "update"]) == 1
    assert "[translation.rename-cycle]" in capsys.readouterr().err
    assert CATALOG.read_bytes() == before


def test_a_draft_is_counted_and_not_printable(project: Path, capsys: Capture) -> None:
    text = CATALOG.read_text("utf-8")
    CATALOG.write_text(text.replace("#: content/cities/rumoi.yaml", "# 草稿\n#: content/cities/rumoi.yaml", 1), "utf-8")
    row = status(capsys)["zh_TW", "content"]
    assert (row["draft"], row["total"] - row["translated"]) == (1, 1)
    assert main(["i18n", "check", "--lang", "zh_TW"]) == 1
    assert "0 missing, 1 draft" in capsys.readouterr().err


def test_templates_for_a_new_language_are_extracted(project: Path, capsys: Capture) -> None:
    assert main(["i18n", "extract"]) == 0
    assert capsys.readouterr().out.split() == [str(Path("locales/content.pot")), str(Path("locales/labels.pot"))]
    entries = polib.pofile("locales/content.pot")
    assert all(entry.msgctxt and entry.msgid and not entry.msgstr for entry in entries)
    assert "editions.rumoi.pages.cover.title" in {entry.msgctxt for entry in entries}
