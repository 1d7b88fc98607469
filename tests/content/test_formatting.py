"""`brochure fmt`: ids and readings are written, and nothing else is touched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brochure.cli import main

ROOT = Path(__file__).parent.parent.parent
Capture = pytest.CaptureFixture[str]

CITY = """# 東町。
id: east     # 変えない
country: japan
name: {ja: 東町, zh_CN: 东町, zh_TW: 東町}
lead: "{東町|ひがしまち}は、海の町。"   # 読みを付ける
sections:
  # 港
  -   title: 港の歩み
      text: |-
        {港|みなと}は古い。｜船《ふね》も来る。
        \\{港|みなと}はそのまま。

  - id: hills
    title: "丘"
    text: 丘がある。
  - id:
    title: 丘
    text: もう一つの丘。
facts: [{label: 面積, value: 広い}]
queries:
  - text: "{そのまま|残る}"
"""
FORMED = """# 東町。
id: east     # 変えない
country: japan
name: {ja: 東町, zh_CN: 东町, zh_TW: 東町}
lead: "｜東町《ひがしまち》は、海の町。"   # 読みを付ける
sections:
  # 港
  -   id: 港の歩み
      title: 港の歩み
      text: |-
        ｜港《みなと》は古い。｜船《ふね》も来る。
        \\{港|みなと}はそのまま。

  - id: hills
    title: "丘"
    text: 丘がある。
  - id: 丘
    title: 丘
    text: もう一つの丘。
facts: [{id: 面積, label: 面積, value: 広い}]
queries:
  - id: そのまま-残る
    text: "{そのまま|残る}"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/mistakes/project", root)
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ids_and_readings_are_written_and_all_else_stays(project: Path, capsys: Capture, end: str) -> None:
    path = project / "content/cities/east.yaml"
    path.write_bytes(CITY.replace("\n", end).encode())
    assert main(["fmt"]) == 0
    assert capsys.readouterr().out == "content/cities/east.yaml\n"
    assert path.read_bytes() == FORMED.replace("\n", end).encode()


def test_what_is_in_form_is_not_written_again(project: Path, capsys: Capture) -> None:
    (project / "content/cities/east.yaml").write_text(FORMED, "utf-8")
    assert main(["fmt"]) == 0
    assert main(["fmt", "--check"]) == 0
    assert capsys.readouterr().out == ""


def test_check_names_the_file_and_writes_nothing(project: Path, capsys: Capture) -> None:
    path = project / "content/cities/east.yaml"
    path.write_text(CITY, "utf-8")
    assert main(["fmt", "--check", "content/cities/east.yaml"]) == 1
    said = capsys.readouterr()
    assert said.out == "content/cities/east.yaml\n"
    assert "[content.form]" in said.err
    assert path.read_text("utf-8") == CITY


def test_a_timeline_entry_gets_the_id_of_its_month_and_kind(project: Path, capsys: Capture) -> None:
    path = project / "content/exchanges/pair.yaml"
    text = path.read_text("utf-8")
    path.write_text(text + text[text.index("  - id: 1984-first") :].replace("id: 1984-first\n    ", ""), "utf-8")
    assert main(["fmt"]) == 0
    capsys.readouterr()
    assert "  - id: 1984-10-delegation-out\n    date: 1984-10\n" in path.read_text("utf-8")


def test_pages_of_an_edition_are_brought_into_form_by_their_type(project: Path, capsys: Capture) -> None:
    path = project / "content/editions/leaflet.yaml"
    path.write_text(path.read_text("utf-8").replace("    title: 二つの港", '    title: "{二つ|ふたつ}の港"'), "utf-8")
    assert main(["fmt"]) == 0
    capsys.readouterr()
    assert '    title: "｜二つ《ふたつ》の港"' in path.read_text("utf-8")


def test_a_file_that_cannot_be_read_is_told_and_left_alone(project: Path, capsys: Capture) -> None:
    path = project / "content/cities/east.yaml"
    wrong = CITY.replace("country: japan", "country：japan")
    path.write_text(wrong, "utf-8")
    assert main(["fmt"]) == 1
    assert "source.wide-colon" in capsys.readouterr().err
    assert path.read_text("utf-8") == wrong


def test_a_file_that_is_none_of_the_content_is_refused(project: Path, capsys: Capture) -> None:
    assert main(["fmt", "content/cities/none.yaml"]) == 2
    assert "content/cities/none.yaml" in capsys.readouterr().err


def test_the_shipped_content_is_in_form(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["fmt", "--check"]) == 0
    assert capsys.readouterr().out == ""


def test_an_override_gets_its_readings_and_no_ids(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id in an override names what stands elsewhere: a guessed one would make a new item of a slip."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/mistakes/project", root)
    monkeypatch.chdir(root)
    folder = root / "content/overrides/zh_TW"
    (folder / "cities").mkdir(parents=True)
    city, terms = folder / "cities/east.yaml", folder / "glossary.yaml"
    city.write_bytes("id: east  # 東町\r\nsections:\r\n  - text: '{東町|ㄉㄨㄥ}'\r\n".encode())
    terms.write_text("glossary:\n  - id: port\n    text: '{港|ㄍㄤˇ}'\n", "utf-8")
    assert main(["fmt", "--check"]) == 1
    assert "content/overrides/zh_TW/cities/east.yaml" in capsys.readouterr().out
    assert main(["fmt"]) == 0
    assert city.read_bytes().decode() == "id: east  # 東町\r\nsections:\r\n  - text: '｜東町《ㄉㄨㄥ》'\r\n"
    assert "text: '｜港《ㄍㄤˇ》'" in terms.read_text("utf-8")
    assert main(["fmt"]) == 0
    assert capsys.readouterr().out.count("east.yaml") == 1
