"""Series: one form, a booklet for each record; translated once, built together or alone, mistakes at their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import edited

from benchmarks.our_project import FORM, write_office
from benchmarks.towns import towns
from brochure.cli import main
from brochure.cli.i18n.sources import read_sources
from brochure.diagnostics import Report, UsageError
from brochure.drawing.frame import text_of
from brochure.pipeline import Project, read_project, set_book
from brochure.press.jobs import jobs

LANGUAGES = ("ja", "zh_CN")
FILE = f"content/editions/{FORM}.yaml"
PARTS = """\
  - id: of-towns
    type: half-title
    title: 町のページ
  - for_each: exchanges
    where: {id: "{id}-partner"}
    pages:
      - {id: ties, type: timeline, title: "{name}の年表", exchange: "{id}", pages: 2}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_office(tmp_path, towns(3), LANGUAGES)
    return tmp_path


def _read(root: Path) -> tuple[Project | None, Report]:
    report = Report()
    return read_project(root, report), report


def test_each_record_that_is_meant_has_an_edition_in_the_order_wished_for(root: Path) -> None:
    edited(root, FILE, "where:", "order_by: population\nwhere:")
    project, report = _read(root)
    assert project is not None, list(report)
    by_size = sorted(towns(3), key=lambda town: town.population)
    assert [each.id for each in project.editions] == [f"{FORM}-{town.id}" for town in by_size]
    assert {each.form for each in project.editions} == {FORM}


def test_an_edition_has_the_records_name_on_its_pages_and_in_the_file(root: Path) -> None:
    project, report = _read(root)
    assert project is not None, list(report)
    for language in LANGUAGES:
        for edition, town in zip(project.editions, towns(3), strict=True):
            book = set_book(project, edition, language, report)
            assert book.title == town.name[language]
            assert book.name == f"{FORM}-{town.id}-{language}"
            printed = text_of(book.pages[0].page.frame.items)
            assert town.name[language] in printed
            assert town.lead[language][:8] in printed.replace("\n", "")
    assert not list(report)


def test_copy_is_translated_once_for_all(root: Path) -> None:
    report = Report()
    sources = read_sources(root, (), report)
    keys = [entry.key for entry in sources.entries["content"] if entry.key.startswith("editions.")]
    assert keys == [f"editions.{FORM}.{name}" for name in ("title", "pages.profile.title", "pages.years.title")]
    assert not list(report)


def test_a_group_within_is_of_its_own_records_those_the_form_says(root: Path) -> None:
    path = root / FILE
    path.write_text(path.read_text("utf-8").partition("  - {id: years")[0] + PARTS, "utf-8")
    project, report = _read(root)
    assert project is not None, list(report)
    for edition, town in zip(project.editions, towns(3), strict=True):
        ids = [page.id for page in project.pages[edition.id]]
        assert ids == ["profile", "of-towns", f"{town.id}-partner-ties"]
        keys = {page.title.key for page in project.pages[edition.id]}
        assert keys == {f"editions.{FORM}.pages.{name}.title" for name in ("profile", "of-towns", "ties")}


def test_a_booklets_exchange_may_be_its_records(root: Path) -> None:
    edited(root, FILE, "for_each: cities", "for_each: cities\nexchange: '{id}-partner'")
    project, report = _read(root)
    assert project is not None, list(report)
    assert [each.exchange for each in project.editions] == [f"{town.id}-partner" for town in towns(3)]


def test_all_can_be_ordered_by_the_forms_id_and_each_by_its_own(root: Path) -> None:
    project, _ = _read(root)
    assert project is not None
    assert [job.edition for job in jobs(project.editions, [FORM], ["ja"], ())] == [
        f"{FORM}-{town.id}" for town in towns(3)
    ]
    (job,) = jobs(project.editions, [f"{FORM}-town-002"], ["zh_CN"], ())
    assert job.file_name == f"{FORM}-town-002-zh_CN-screen.pdf"
    with pytest.raises(UsageError, match="town-0022"):
        jobs(project.editions, [f"{FORM}-town-0022"], (), ())


def test_the_files_are_made_side_by_side_as_one_by_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert main(["build", FORM, "--jobs", "1", "--no-cache", "-q", "-o", "one"]) == 0
    assert main(["build", FORM, "--jobs", "2", "--no-cache", "-q", "-o", "two"]) == 0
    made = {path.name: path.read_bytes() for path in (root / "one").iterdir()}
    assert len(made) == 3 * len(LANGUAGES)
    assert made == {path.name: path.read_bytes() for path in (root / "two").iterdir()}


def test_what_is_kept_of_one_build_is_not_taken_for_another_records(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    words = ["build", FORM, "--lang", "ja", "--jobs", "1", "-q"]
    assert main([*words, "-o", "kept"]) == 0
    edited(root, FILE, "{name}のすがた", "{name}の様子")
    city = root / "content/cities/town-003.yaml"
    city.write_text(city.read_text("utf-8").replace(towns(3)[2].name.ja, "新しい町"), "utf-8")
    assert main([*words, "-o", "kept"]) == 0
    assert main([*words, "-o", "fresh", "--no-cache"]) == 0
    kept, fresh = ({path.name: path.read_bytes() for path in (root / name).iterdir()} for name in ("kept", "fresh"))
    assert len(fresh) == 3
    assert kept == fresh


def test_the_list_shows_the_form(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    assert main(["list"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split() == [FORM, "a4", "unbound", "ja,zh_CN", "screen", "…"]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("for_each: cities", "for_each: citys", "edition.group", 2, 11),
        ("country: japan", "land: japan", "edition.group", 3, 9),
        ("country: japan", "country: france", "edition.group", 2, 11),
        ("for_each: cities\n", "", "edition.group", 2, 9),
        ("city: '{id}'", "city: '{id}x'", "content.dangling-reference", 12, 66),
    ],
)
def test_mistakes_are_told_at_their_place(root: Path, old: str, new: str, code: str, line: int, column: int) -> None:
    edited(root, FILE, old, new)
    project, report = _read(root)
    assert project is None
    found = next(each for each in report if each.code == code)
    assert found.span is not None
    assert (found.span.file, found.span.line, found.span.column) == (FILE, line, column)


def test_two_editions_of_one_name_are_told(root: Path) -> None:
    other = (root / FILE).read_text("utf-8").replace(f"id: {FORM}\nfor_each: cities\nwhere: {{country: japan}}\n", "")
    other = other.replace("{name}", "町").replace("{id}", "town-002")
    (root / f"content/editions/{FORM}-town-002.yaml").write_text(f"id: {FORM}-town-002\n{other}", "utf-8")
    project, report = _read(root)
    assert project is None
    (found,) = [each for each in report if each.code == "edition.twice"]
    assert dict(found.message.values) == {"id": f"{FORM}-town-002"}
