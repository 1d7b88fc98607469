"""The documents say what is so: links lead somewhere, commands are understood, the READMEs agree, samples are real."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from brochure.cli import main
from brochure.cli.arguments import read_arguments
from brochure.cli.speaker import Speaker
from brochure.content.exchange import Kind
from brochure.content.shelves import FOLDERS, LISTS
from brochure.pages import PAGE_TYPES
from brochure.translation.extract import fields_of
from docs.follow import PYTHON, ROOT, commands, copied, fences, run

READMES = tuple(ROOT / name for name in ("README.md", "README.ja.md", "README.zh.md"))
DOCUMENTS = (*READMES, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")))
KINDS = {"sh", "text", "diff", "yaml", "python", "po", ""}
SAFE = ("check", "list", "i18n status", "i18n check")
"""The commands that only read."""
ALLOWED = (
    r"python3 -m venv \.venv && \.venv/bin/python -m pip install -q -e (\.|'\.\[test\]') && "
    r"\.venv/bin/python (make_pdf\.py|-m pytest -n auto)",
    r"\.venv/bin/python -m pytest -q( tests/[\w/.]+)+",
    r"\.venv/bin/python -m tests\.docs\.follow docs/[\w./-]+",
)
"""The commands that are not the program's own."""
LARGEST_PICTURE = 350 * 1024

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prose(document: Path) -> str:
    """A document without what is fenced or in backquotes."""
    text = document.read_text("utf-8")
    for fence in reversed(fences(text)):
        text = text[: fence.begin] + text[fence.end :]
    return re.sub(r"(?<!\[)`[^`\n]*`(?!\])", "", text)


def links(document: Path) -> list[str]:
    return [target for target in _LINK.findall(prose(document)) if not re.match(r"https?:|mailto:", target)]


def anchors(document: Path) -> set[str]:
    """The anchors GitHub gives the headings of a document."""
    headings = re.findall(r"(?m)^#+ +(.+?) *$", document.read_text("utf-8"))
    return {_slug(heading) for heading in headings}


def _slug(heading: str) -> str:
    kept = (sign for sign in heading.lower() if sign in " -_" or unicodedata.category(sign)[0] in "LNM")
    return "".join(kept).replace(" ", "-")


def said() -> list[tuple[Path, int, str]]:
    """Every command of every document."""
    return [
        (document, fence.line, command)
        for document in DOCUMENTS
        for fence in fences(document.read_text("utf-8"))
        if fence.kind == "sh"
        for command in commands(fence)
    ]


def words_of(command: str) -> list[str] | None:
    """The words the program gets by a command; None where it is not the program's."""
    start = f"{PYTHON} make_pdf.py"
    return command.removeprefix(start).split() if command.startswith(start) else None


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_lead_to_files_and_headings(document: Path) -> None:
    for target in links(document):
        path, _, anchor = target.partition("#")
        found = document if not path else (document.parent / path).resolve()
        assert found.exists(), f"{name_of(document)}: {target}"
        assert found.is_relative_to(ROOT), f"{name_of(document)}: {target} leaves the project"
        if anchor:
            assert anchor in anchors(found), f"{name_of(document)}: {target}: no such heading"


def test_every_document_can_be_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        document = waiting.pop()
        if document in reached or document.suffix != ".md":
            continue
        reached.add(document)
        waiting += [(document.parent / target.partition("#")[0]).resolve() for target in links(document)]
    assert {name_of(each) for each in DOCUMENTS} - {name_of(each) for each in reached} <= {"CHANGELOG.md"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_fence_says_what_it_is(document: Path) -> None:
    for fence in fences(document.read_text("utf-8")):
        assert fence.kind in KINDS, f"{name_of(document)}:{fence.line}"
        assert fence.kind or PYTHON not in fence.body, f"{name_of(document)}:{fence.line}: commands want “sh”"


@pytest.mark.parametrize(("document", "line", "command"), said(), ids=lambda value: None)
def test_commands_are_understood(document: Path, line: int, command: str) -> None:
    words = words_of(command)
    if words is None:
        script = re.fullmatch(r"\.venv/bin/python (\w+\.py)", command)
        if script:  # one the document itself writes
            assert script[1] in {fence.title for fence in fences(document.read_text("utf-8"))}, command
            return
        assert any(re.fullmatch(form, command) for form in ALLOWED), f"{name_of(document)}:{line}: {command}"
    else:
        read_arguments(words, Speaker())


def test_a_command_that_is_off_is_noticed() -> None:
    with pytest.raises(Exception, match="--mediun"):
        read_arguments(["build", "--mediun", "screen"], Speaker())


@pytest.mark.parametrize(
    "command",
    sorted(
        {" ".join(words) for _, _, each in said() if (words := words_of(each)) and " ".join(words).startswith(SAFE)}
    ),
)
def test_commands_that_only_read_run(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if "zh_HK" in command:
        pytest.skip("a language the how-to adds; test_followed.py adds it")
    monkeypatch.chdir(ROOT)
    assert main(command.split()) == 0


def test_the_readmes_have_the_same_two_command_lines() -> None:
    lines = {name_of(each): re.findall(r"(?m)^python3 -m venv .*$", each.read_text("utf-8")) for each in READMES}
    first, second = lines["README.md"]
    assert first.endswith("make_pdf.py")
    assert second.endswith("pytest -n auto")
    assert all(each == [first, second] for each in lines.values()), lines


@pytest.mark.parametrize("document", READMES, ids=name_of)
def test_each_command_line_of_a_readme_stands_alone(document: Path) -> None:
    alone = [fence.body for fence in fences(document.read_text("utf-8")) if "python3 -m venv" in fence.body]
    assert len(alone) == 2
    assert all(body.count("\n") == 1 for body in alone)


def test_the_readmes_sample_finding_is_what_the_program_says(tmp_path: Path) -> None:
    root = copied(tmp_path)
    path = root / "content/exchanges/rumoi-yingkou.yaml"
    path.write_text(path.read_text("utf-8").replace("    date: 1980-10\n", "    date: 1980-13\n", 1), "utf-8")
    for document, language in zip(READMES, ("en", "ja", "zh_CN"), strict=True):
        (told,) = [fence for fence in fences(document.read_text("utf-8")) if fence.kind == "text"]
        assert run(f"{PYTHON} make_pdf.py check --lang-ui {language}", root).stdout == told.body, name_of(document)


def test_pictures_of_the_readmes_are_light() -> None:
    pictures = [
        document.parent / target for document in READMES for target in links(document) if target.endswith("png")
    ]
    assert len(pictures) == 3
    for picture in pictures:
        assert picture.stat().st_size <= LARGEST_PICTURE, picture.name


def test_the_changelog_knows_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert re.search(rf"(?m)^## {re.escape(version)}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"))


@pytest.mark.parametrize("name", ["docs/editors.ja.md", "docs/how-to/edition.md"])
def test_every_page_type_is_told_of(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert [each for each in PAGE_TYPES if f"`{each}`" not in text] == []


def test_editors_are_told_of_every_kind_and_every_shelf() -> None:
    text = (ROOT / "docs/editors.ja.md").read_text("utf-8")
    assert [kind.value for kind in Kind if f"`{kind.value}`" not in text] == []
    shelves = [f"content/{kind}.yaml" for kind in LISTS] + [f"content/{kind}/" for kind in FOLDERS if kind != "stories"]
    assert [shelf for shelf in shelves if shelf not in text] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_codes_that_are_named_exist(document: Path) -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "brochure").rglob("*.py"))
    rooms = "content|edition|translation|typesetting|pages|book|theme|source|usage"
    for code in re.findall(rf"[`\[]((?:{rooms})\.[a-z]+(?:-[a-z]+)*)[`\]]", document.read_text("utf-8")):
        if code.endswith((".po", ".py", ".md")) or code == "content.title-without-leader":  # files; the how-to’s own
            continue
        if (ROOT / "brochure" / (code.replace(".", "/") + ".py")).exists():  # a module
            continue
        states = re.search(r"translation\.(missing|fuzzy|stale)", code)
        assert states or f'"{code}"' in source, f"{name_of(document)}: {code}"


def test_translators_are_told_of_every_field_that_labels_have() -> None:
    assert fields_of("団長 {name}") == ("name",)  # the guides’ example
    for name in ("docs/translators.ja.md", "docs/translators.zh.md"):
        assert "`{name}`" in (ROOT / name).read_text("utf-8")
