"""Overrides in a whole project: printed in their language alone, and asked of no translator."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from projects import copied

from brochure import pipeline
from brochure.cli import main
from brochure.diagnostics import Report
from brochure.drawing.frame import text_of

CITY = """\
id: rumoi
facts:
  - id: mascot
    value: KAZUMO，造型是鯡魚卵
  - id: friendship-port
    is_left_out: true
  - id: romaji
    after: main-industries
    label: 羅馬拼音
    value: Rumoi
"""
MASCOT, PORT = "cities.rumoi.facts.mascot.value", "cities.rumoi.facts.friendship-port.value"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = copied(tmp_path, ("cover", "rumoi"))
    path = root / "content/overrides/zh_TW/cities/rumoi.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(CITY, "utf-8")
    monkeypatch.chdir(root)
    return root


def test_the_pages_of_the_language_alone_say_it(project: Path) -> None:
    report = Report()
    read = pipeline.read_project(project, report)
    assert read is not None
    (edition,) = read.editions
    said = {}
    for language in ("ja", "zh_CN", "zh_TW"):
        galleys = pipeline.set_galleys(read, edition, language, report)
        said[language] = "".join(text_of(page.page.frame.items) for page in galleys.pages)
    assert "造型是鯡魚卵" in said["zh_TW"]
    assert "羅馬拼音" in said["zh_TW"]
    assert said["zh_TW"].count("1990年4月17日") == 1  # on the cover alone
    for other in ("ja", "zh_CN"):
        assert "造型是" not in said[other]
        assert "羅馬拼音" not in said[other]
        assert said[other].count("1990年4月17日") == 2


def test_no_translator_is_asked_for_it(project: Path) -> None:
    for language in ("zh_CN", "zh_TW"):
        assert main(["i18n", "update", "--lang", language, "-q"]) == 0
    catalogs = {tag: polib.pofile(f"locales/{tag}/LC_MESSAGES/content.po") for tag in ("zh_CN", "zh_TW")}
    keys = {tag: {entry.msgctxt for entry in file if not entry.obsolete} for tag, file in catalogs.items()}
    assert keys["zh_CN"] - keys["zh_TW"] >= {MASCOT, PORT}
    assert {key for key in keys["zh_CN"] ^ keys["zh_TW"] if "facts" not in key} == set()
    assert not any("romaji" in key for key in keys["zh_CN"] | keys["zh_TW"])


def test_the_template_has_the_author_s_words_only(project: Path) -> None:
    assert main(["i18n", "extract", "-q"]) == 0
    template = polib.pofile("locales/content.pot")
    assert MASCOT in {entry.msgctxt for entry in template}
    assert not any("造型" in entry.msgid or "羅馬" in entry.msgid for entry in template)


def test_a_record_a_page_names_cannot_be_left_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content/overrides/zh_TW/cities/rumoi.yaml").write_text("id: rumoi\nis_left_out: true\n", "utf-8")
    assert main(["check", "--lang-ui", "en"]) == 1
    told = capsys.readouterr().err
    assert "content/overrides/zh_TW/cities/rumoi.yaml:2:1: error: “rumoi” is left out here" in told
    assert "content/editions/rumoi.yaml" in told
    assert "errors: 2, warnings: 0" in told
