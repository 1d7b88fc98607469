"""The schemas editors are given: what the code makes, valid for what is shipped, and quick to see a mistake."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from brochure.cli import main
from brochure.cli.schemas import FOLDER, SIGN, as_file, schema_line, schemas
from brochure.diagnostics import Report
from brochure.source.reader import read_document, read_yaml
from schemas.judge import as_json, faults

ROOT = Path(__file__).parent.parent.parent
CONTENT = sorted((ROOT / "content").rglob("*.yaml"))
MISTAKES = ROOT / "tests/mistakes"
SCHEMAS = schemas()


def schema_for(path: Path) -> dict[str, object]:
    name = schema_line(path, ROOT).rpartition("/")[2]
    return SCHEMAS[name]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_files_are_what_the_code_makes(name: str) -> None:
    path = ROOT / FOLDER / name
    assert path.is_file(), "run “brochure schema”"
    assert path.read_bytes() == as_file(SCHEMAS[name]), "run “brochure schema”"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT / "content").as_posix())
def test_shipped_content_is_valid(path: Path) -> None:
    node = read_document(path, path.name, Report())
    assert node is not None
    schema = schema_for(path)
    assert list(faults(as_json(node), schema, schema)) == []


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT / "content").as_posix())
def test_shipped_content_names_its_schema(path: Path) -> None:
    first = path.read_text("utf-8").split("\n", 1)[0]
    assert first == schema_line(path, ROOT)
    assert (path.parent / first.removeprefix(SIGN)).resolve().is_file()


@pytest.mark.parametrize(
    "name",
    [
        "unknown-key",
        "unknown-value",
        "missing-key",
        "thirteenth-month",
        "negative-party",
        "wide-digits",
        "yes",
        "list-for-words",
        "word-for-list",
        "list-for-mapping",
        "mapping-for-list",
        "latitude-and-longitude",
        "unknown-page-type",
        "page-without-type",
        "unknown-size",
        "slashes",
        "no-id",
    ],
)
def test_what_an_editor_can_see_it_is_shown(name: str) -> None:
    text = (MISTAKES / f"{name}.yaml").read_text("utf-8")
    file = text.split("#~ file ", 1)[1].split("\n", 1)[0]
    node = read_yaml(text, file, Report())
    assert node is not None
    schema = schema_for(ROOT / file)
    assert list(faults(as_json(node), schema, schema))


def test_the_command_writes_the_schemas_and_the_line_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "project"
    shutil.copytree(MISTAKES / "project", root)
    monkeypatch.chdir(root)
    before = (root / "content/people.yaml").read_text("utf-8")
    assert main(["schema"]) == 0
    made = capsys.readouterr().out.splitlines()
    assert f"{FOLDER}/people.json" in made
    assert "content/cities/east.yaml" in made
    after = (root / "content/people.yaml").read_text("utf-8")
    assert after == f"{SIGN}../{FOLDER}/people.json\n{before}"
    assert json.loads((root / FOLDER / "people.json").read_text("utf-8"))["required"] == ["people"]
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == ""
