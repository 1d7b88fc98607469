"""`brochure new`: what it writes builds at once, and nothing that is there is written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from projects import copied

from brochure.cli import main

Capture = pytest.CaptureFixture[str]
BUILD = ["--medium", "screen", "--no-cache", "--lang-ui", "en"]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = copied(tmp_path, ("cover", "back"))
    edition = root / "content/editions/rumoi.yaml"
    edition.write_text(edition.read_text("utf-8").replace("saddle-stitch", "single-sheet"), "utf-8")
    monkeypatch.chdir(root)
    return root


def built(capsys: Capture, *words: str) -> list[str]:
    code = main(["build", *words, *BUILD])
    said = capsys.readouterr()
    assert code == 0, said.err
    return said.out.splitlines()


def test_a_new_project_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "project", "minato", "--title", "みなと町"]) == 0
    made = capsys.readouterr().out.splitlines()
    assert "minato/content/editions/minato.yaml" in made
    monkeypatch.chdir(tmp_path / "minato")
    assert main(["check", "--lang-ui", "en"]) == 0
    assert "[" not in capsys.readouterr().err
    assert built(capsys) == ["out/minato-ja-screen.pdf"]


def test_a_folder_may_be_called_what_an_id_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "project", "港の 冊子_1"]) == 0
    assert (tmp_path / "港の 冊子_1/content/editions/港の-冊子-1.yaml").is_file()
    capsys.readouterr()
    monkeypatch.chdir(tmp_path / "港の 冊子_1")
    assert built(capsys) == ["out/港の-冊子-1-ja-screen.pdf"]


@pytest.mark.parametrize("words", ["new city otaru", "new language en", "fmt", "i18n update"])
def test_nothing_is_written_into_the_programs_own_project_from_afar(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*words.split(), "--lang-ui", "en"]) == 2
    assert "there is no project here" in capsys.readouterr().err


def test_a_new_city_is_content_without_a_mistake_and_has_its_page(project: Path, capsys: Capture) -> None:
    assert main(["new", "city", "minato", "--title", "みなと町"]) == 0
    assert main(["new", "edition", "town", "--title", "みなと町の本"]) == 0
    edition = project / "content/editions/town.yaml"
    edition.write_text(edition.read_text("utf-8").replace("city: rumoi", "city: minato"), "utf-8")
    text = edition.read_text("utf-8")
    assert "city: minato" in text, text
    capsys.readouterr()
    assert built(capsys, "town") == ["out/town-ja-screen.pdf"]


def test_a_new_story_is_told_on_a_page(project: Path, capsys: Capture) -> None:
    assert main(["new", "story", "harbour", "--title", "港の話"]) == 0
    assert main(["new", "edition", "tale", "--title", "港の話"]) == 0
    edition = project / "content/editions/tale.yaml"
    head, _, _ = edition.read_text("utf-8").partition("  - id: city\n")
    edition.write_text(head + "  - id: tale\n    type: story\n    title: 港の話\n    story: harbour\n", "utf-8")
    capsys.readouterr()
    assert built(capsys, "tale") == ["out/tale-ja-screen.pdf"]


def test_an_edition_made_of_another_builds_in_all_its_languages(project: Path, capsys: Capture) -> None:
    old = (project / "content/editions/rumoi.yaml").read_text("utf-8")
    assert main(["new", "edition", "fortieth", "--from", "rumoi", "--date", "2030-04"]) == 0
    capsys.readouterr()
    new = (project / "content/editions/fortieth.yaml").read_text("utf-8")
    assert new == old.replace("id: rumoi\n", "id: fortieth\n", 1).replace("date: 2026-11", "date: 2030-04")
    assert (project / "content/editions/rumoi.yaml").read_text("utf-8") == old
    assert built(capsys, "fortieth") == [f"out/fortieth-{tag}-screen.pdf" for tag in ("ja", "zh_CN", "zh_TW", "en")]


def test_what_has_aged_is_told_with_its_place(project: Path, capsys: Capture) -> None:
    assert main(["new", "edition", "fortieth", "--from", "rumoi", "--date", "2030-04", "--format", "json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert {each["code"] for each in found} == {"edition.aged"}
    told = {each["message"]: f"{each['place']['file']}" for each in found}
    assert told["rumoi.population: as of 2010, 20 years before"] == "content/cities/rumoi.yaml"
    timeline = "the timeline of rumoi-yingkou ends with 2010-07, 19 years before"  # the 20th is full in July
    assert told[timeline] == "content/exchanges/rumoi-yingkou.yaml"
    assert "the tie of rumoi-yingkou will be 40 years old" in told  # 1990-04-17 to 2030-04: the day is not known
    assert any("still in office?" in what for what in told)


def test_translations_of_the_old_edition_are_copied_once(project: Path, capsys: Capture) -> None:
    path = project / "locales/zh_CN/LC_MESSAGES/content.po"
    before = path.read_text("utf-8")
    assert main(["new", "edition", "fortieth", "--from", "rumoi"]) == 0
    after = path.read_text("utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert after.count('msgctxt "editions.fortieth.') == before.count('msgctxt "editions.rumoi.')
    assert 'msgctxt "editions.rumoi.' not in after[len(before) :]


def test_a_language_is_added_to_an_edition_and_builds(project: Path, capsys: Capture) -> None:
    path = project / "content/editions/rumoi.yaml"
    path.write_text(path.read_text("utf-8").replace("[ja, zh_CN, zh_TW, en]", "[ja]"), "utf-8")
    assert main(["new", "language", "zh_TW"]) == 0
    capsys.readouterr()
    assert "languages: [ja, zh_TW]" in path.read_text("utf-8")
    assert built(capsys, "--lang", "zh_TW") == ["out/rumoi-zh_TW-screen.pdf"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["city", "rumoi"], "usage.exists"),
        (["city", "る もい"], "usage.name"),
        (["edition", "next", "--from", "none"], "usage.unknown"),
        (["edition", "next", "--from", "rumoi", "--date", "2030-13"], "usage.name"),
        (["language", "xx"], "usage.unknown"),
    ],
)
def test_what_will_not_do_is_refused_and_nothing_written(
    project: Path, capsys: Capture, words: list[str], code: str
) -> None:
    before = {path: path.read_bytes() for path in (project / "content").rglob("*.yaml")}
    assert main(["new", *words, "--lang-ui", "en"]) == 2
    assert f"[{code}]" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in (project / "content").rglob("*.yaml")} == before


def test_the_programs_own_words_are_translated_in_a_new_projects_new_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "project", "minato"]) == 0
    monkeypatch.chdir(tmp_path / "minato")
    assert main(["new", "language", "zh_TW"]) == 0
    capsys.readouterr()
    main(["i18n", "status", "--lang-ui", "en"])
    assert "0 missing" in next(line for line in capsys.readouterr().out.splitlines() if "labels" in line)
