"""`brochure i18n status --by edition|page`: what is unfinished, and on which pages it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from projects import copied, edited

from brochure.cli import main

Capture = pytest.CaptureFixture[str]
KEY = "exchanges.rumoi-yingkou.background.meeting-yingkou.title"
CATALOG = "locales/zh_TW/LC_MESSAGES/content.po"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = copied(tmp_path)
    edited(root, CATALOG, f'msgctxt "{KEY}"\n', f'# 草稿\nmsgctxt "{KEY}"\n')
    monkeypatch.chdir(root)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return root


def rows(capsys: Capture, *words: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["i18n", "status", "--lang", "zh_TW", "--format", "json", *words]) == 0
    return json.loads(capsys.readouterr().out)


def test_each_page_tells_what_it_places_and_what_of_it_is_unfinished(project: Path, capsys: Capture) -> None:
    found = rows(capsys, "--by", "page")
    assert [row["page"] for row in found] == list(range(1, 9))
    unfinished = [row for row in found if row["total"] != row["translated"]]
    assert [(row["page"], row["title"], row["draft"]) for row in unfinished] == [(4, "友好港湾への道のり", 1)]
    assert unfinished[0]["doubts"] == [f"p.4 友好港湾への道のり: “{KEY}” is a draft in zh_TW"]


def test_an_edition_counts_each_text_once_and_none_it_does_not_place(project: Path, capsys: Capture) -> None:
    (edition,) = rows(capsys, "--by", "edition")
    pages = rows(capsys, "--by", "page")
    whole = rows(capsys)
    total = edition["total"]
    assert isinstance(total, int)
    assert total <= sum(int(str(row["total"])) for row in pages)
    assert total < sum(int(str(row["total"])) for row in whole)  # the timeline is not among the eight pages
    assert (edition["edition"], edition["draft"]) == ("rumoi", 1)


def test_pages_are_told_in_words(project: Path, capsys: Capture) -> None:
    assert main(["i18n", "status", "--lang", "zh_TW", "--by", "page"]) == 0
    said = capsys.readouterr().out
    assert "rumoi zh_TW p.4 友好港湾への道のり: " in said
    assert f"p.4 友好港湾への道のり: “{KEY}” is a draft in zh_TW" in said
