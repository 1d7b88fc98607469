"""The whole path: files asked for, bytes that do not change, mistakes that leave the last good files alone."""

from __future__ import annotations

import json
import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from projects import ROOT, copied, edited

from brochure import pipeline
from brochure.cli.findings import Sources, as_json
from brochure.cli.speaker import speaker
from brochure.diagnostics import BrochureError, Report, Severity, UsageError
from brochure.drawing.frame import text_of
from brochure.press.jobs import Job
from brochure.press.orders import Wishes
from brochure.works.build import build, check

EDITION = "content/editions/rumoi.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copied(tmp_path)


def _build(root: Path, out: Path, languages: tuple[str, ...] = ("ja",), media: tuple[str, ...] = ("screen",)):
    report = Report()
    return build(root, (), languages, media, out, report).paths, report


def test_a_file_for_each_language_and_medium(project: Path, tmp_path: Path) -> None:
    begun: list[Job] = []
    paths = build(project, ("rumoi",), (), (), tmp_path / "out", Report(), begun.append).paths
    assert [path.name for path in paths] == [
        f"rumoi-{language}-{medium}.pdf"
        for language in ("ja", "zh_CN", "zh_TW", "en")
        for medium in ("screen", "press")
    ]
    assert [job.file_name for job in begun] == [path.name for path in paths]
    assert all(path.read_bytes().startswith(b"%PDF-1.") for path in paths)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(path.name for path in paths)


def test_equal_content_gives_equal_bytes_wherever_it_lies(tmp_path: Path) -> None:
    first, second = copied(tmp_path / "one"), copied(tmp_path / "another" / "deeper")
    one, _ = _build(first, tmp_path / "a")
    other, _ = _build(second, tmp_path / "b")
    assert one[0].read_bytes() == other[0].read_bytes()
    assert str(tmp_path).encode() not in one[0].read_bytes()


def test_the_date_is_the_edition_s_or_the_environment_s(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    ours, _ = _build(project, tmp_path / "a")
    assert b"<xmp:CreateDate>2026-11-01T00:00:00" in ours[0].read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    theirs, _ = _build(project, tmp_path / "b")
    assert b"<xmp:CreateDate>1970-01-01T00:00:00" in theirs[0].read_bytes()


@pytest.mark.parametrize(
    ("editions", "languages", "media"),
    [(("rumio",), (), ()), ((), ("fr",), ()), ((), (), ("paper",))],
)
def test_what_is_not_there_cannot_be_asked_for(
    project: Path,
    tmp_path: Path,
    editions: tuple[str, ...],
    languages: tuple[str, ...],
    media: tuple[str, ...],
) -> None:
    with pytest.raises(UsageError):
        build(project, editions, languages, media, tmp_path / "out", Report())
    assert not (tmp_path / "out").exists()


def test_a_mistake_in_the_content_leaves_the_last_good_file(project: Path, tmp_path: Path) -> None:
    paths, _ = _build(project, tmp_path / "out")
    before = paths[0].read_bytes()
    line = edited(
        project,
        "content/exchanges/rumoi-yingkou.yaml",
        "date: 1990-04-17\n  signed_at",
        "date: 1990-13-17\n  signed_at",
    )
    with pytest.raises(BrochureError) as caught:
        _build(project, tmp_path / "out")
    first = caught.value.diagnostics[0]
    assert first.code == "content.bad-date"
    assert first.span is not None
    assert (first.span.file, first.span.line) == ("content/exchanges/rumoi-yingkou.yaml", line)
    assert paths[0].read_bytes() == before
    assert [path.name for path in (tmp_path / "out").iterdir()] == [paths[0].name]


def test_copy_that_finds_no_room_is_an_error_and_no_file(project: Path, tmp_path: Path) -> None:
    edited(project, "content/exchanges/rumoi-yingkou.yaml", "  - id: meeting-yingkou\n", _long_section())
    paths, report = _build(project, tmp_path / "out")
    assert paths == ()
    overset = next(each for each in report if each.code == "pages.overset")
    assert overset.span is not None
    assert overset.span.file == EDITION
    assert dict(overset.message.values)["lines"] > 40  # type: ignore[operator]


def _long_section() -> str:
    copy = "海をはさんだ二つの港のあいだで、人が行き来しました。" * 80
    return f"  - id: long\n    title: 長い話\n    text: {copy}\n  - id: meeting-yingkou\n"


def test_a_missing_translation_stops_only_its_own_language(project: Path, tmp_path: Path) -> None:
    edited(project, "content/exchanges/rumoi-yingkou.yaml", "title: 営口市との出会い", "title: 営口との出会い")
    paths, report = _build(project, tmp_path / "out", ("ja", "zh_CN"))
    assert [path.name for path in paths] == ["rumoi-ja-screen.pdf"]
    (found,) = [each for each in report if each.code == "translation.stale"]
    assert found.span is not None
    assert found.span.file == "locales/zh_CN/LC_MESSAGES/content.po"


def test_a_page_count_the_binding_cannot_take_is_an_error(tmp_path: Path) -> None:
    root = copied(tmp_path, ("cover", "contents", "map"))
    paths, report = _build(root, tmp_path / "out")
    assert paths == ()
    assert [each.code for each in report] == ["edition.page-count"]


def test_a_language_nobody_knows_is_found_at_its_place(project: Path) -> None:
    edited(project, EDITION, "languages: [ja, zh_CN, zh_TW, en]", "languages: [ja, zh_HK]")
    report = Report()
    assert pipeline.read_project(project, report) is None
    (found,) = report
    assert found.span is not None
    assert (found.code, found.span.column) == ("edition.language", 17)


@pytest.mark.parametrize("lines", ["languages: [ja]", "languages: [ja, zh_CN]\nmode: parallel"])
def test_plates_asked_to_be_shared_with_nobody_are_told_and_turn_nothing_black(project: Path, lines: str) -> None:
    edited(project, EDITION, "languages: [ja, zh_CN, zh_TW, en]", lines)
    report = Report()
    read = pipeline.read_project(project, report)
    (found,) = [each for each in report if each.code == "edition.shares-with-none"]
    assert found.span is not None
    assert (found.span.file, found.span.line) == (EDITION, 8)
    assert read is not None
    (edition,) = [each for each in read.editions if each.id == "rumoi"]
    assert read.theme(edition) == read.themes[edition.theme]


def test_a_name_not_written_in_the_language_stops_its_edition_and_is_told(tmp_path: Path) -> None:
    root = copied(tmp_path, ("cover", "citizens"))
    path = root / "content/organisations.yaml"
    path.write_text(re.sub(r", en: [^}]*}", "}", path.read_text("utf-8")), "utf-8")
    order = root / EDITION
    order.write_text(re.sub("languages: .*", "languages: [ja, en]", order.read_text("utf-8")), "utf-8")
    with pytest.raises(BrochureError) as stopped:
        _build(root, tmp_path / "out", ("en",))
    (found,) = stopped.value.diagnostics
    assert found.code == "content.name-not-written"
    assert [str(hint) for hint in found.hints] == ["write en: … beside ja: 留萌日中友好協会"]


def test_a_city_without_a_place_cannot_be_drawn_on_the_map(project: Path, tmp_path: Path) -> None:
    path = project / "content/cities/yingkou.yaml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("location:")]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    paths, report = _build(project, tmp_path / "out")
    assert paths == ()
    assert [each.code for each in report] == ["pages.no-location"]


def test_checking_sets_every_page_and_writes_nothing(project: Path) -> None:
    report = Report()
    before = sorted(path.name for path in project.iterdir())
    assert check(project, report) == 32
    assert len(report) == 0
    assert sorted(path.name for path in project.iterdir()) == before


def test_the_clock_is_never_asked(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            raise AssertionError("the clock was asked")

    monkeypatch.setattr(pipeline, "datetime", Stopped)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    _build(project, tmp_path / "out")


CATALOG = "locales/zh_CN/LC_MESSAGES/content.po"


def _fuzzy(project: Path, key: str) -> None:
    edited(project, CATALOG, f'msgctxt "{key}"\n', f'#, fuzzy\nmsgctxt "{key}"\n')


def test_a_fuzzy_text_stops_its_file_and_is_told_with_its_page(project: Path, tmp_path: Path) -> None:
    _fuzzy(project, "exchanges.rumoi-yingkou.background.meeting-yingkou.title")
    paths, report = _build(project, tmp_path / "out", ("zh_CN",), ("screen", "press"))
    assert paths == ()
    (found,) = report
    assert (found.code, found.severity) == ("translation.fuzzy", Severity.ERROR)
    assert dict(found.message.values)["places"] == "p.4 友好港湾への道のり"


def test_where_there_are_several_editions_the_page_is_told_with_its_edition(project: Path, tmp_path: Path) -> None:
    first = project / "content/editions/rumoi.yaml"
    (project / "content/editions/small.yaml").write_text(
        first.read_text("utf-8").replace("id: rumoi\n", "id: small\n", 1), "utf-8"
    )
    for catalog in (project / "locales").glob("zh_*/LC_MESSAGES/content.po"):
        text = catalog.read_text("utf-8")
        own = [entry for entry in text.split("\n\n") if '"editions.rumoi.' in entry]
        again = "\n\n".join(own).replace('"editions.rumoi.', '"editions.small.')
        catalog.write_text(f"{text.rstrip()}\n\n{again}\n", "utf-8")
    _fuzzy(project, "exchanges.rumoi-yingkou.background.meeting-yingkou.title")
    report = Report()
    read = pipeline.read_project(project, Report())
    assert read is not None
    for edition in read.editions:
        pipeline.set_book(read, edition, "zh_CN", report)
    told = {dict(found.message.values).get("places") for found in report if found.code == "translation.fuzzy"}
    assert told == {"rumoi p.4 友好港湾への道のり", "small p.4 友好港湾への道のり"}


def test_a_draft_shows_what_print_refuses(project: Path, tmp_path: Path) -> None:
    _fuzzy(project, "exchanges.rumoi-yingkou.background.meeting-yingkou.title")
    report = Report()
    built = build(project, (), ("zh_CN",), (), tmp_path / "out", report, wishes=Wishes(is_draft=True))
    assert [path.name for path in built.paths] == ["rumoi-zh_CN-screen-draft.pdf"]
    assert [(found.code, found.severity) for found in report] == [("translation.fuzzy", Severity.WARNING)]
    read = pipeline.read_project(project, Report())
    assert read is not None
    book = pipeline.set_book(read, read.editions[0], "zh_CN", Report(), is_draft=True)
    heads = {page.number: text_of(page.page.frame.items)[-40:] for page in book.pages}
    assert [number for number, head in heads.items() if "fuzzy 1" in head] == [4]
    assert all("DRAFT" in head for head in heads.values())


def test_a_text_no_page_places_hinders_nothing(project: Path, tmp_path: Path) -> None:
    _fuzzy(project, "exchanges.rumoi-yingkou.timeline.1985-06-visit.headline")  # there is no timeline among the eight
    paths, report = _build(project, tmp_path / "out", ("zh_CN",), ("screen",))
    assert len(paths) == 1
    assert not report.diagnostics


def test_a_draft_is_for_the_screen_alone(project: Path, tmp_path: Path) -> None:
    wishes = Wishes(is_draft=True)
    with pytest.raises(UsageError, match="nothing to build"):
        build(project, (), (), ("press",), tmp_path / "out", Report(), wishes=wishes)


def test_other_catalogs_may_take_the_place_of_the_projects(project: Path, tmp_path: Path) -> None:
    shutil.move(project / "locales", tmp_path / "elsewhere" / "locales")
    report = Report()
    wishes = Wishes(catalogs=str(tmp_path / "elsewhere"))
    built = build(project, (), ("zh_CN",), ("screen",), tmp_path / "out", report, wishes=wishes)
    assert (len(built.paths), len(report)) == (1, 0)


def test_a_spread_that_begins_on_the_right_is_told(project: Path) -> None:
    order = project / EDITION
    spread = """  - id: photographs
    type: photo-spread
    title: 写真で見る
    pictures:
      - {id: one, art: snow, caption: 雪}
      - {id: two, art: herring, caption: ニシン}
"""
    head, back = order.read_text("utf-8").split("  - id: map\n")
    order.write_text(f"{head}{spread}  - id: map\n{back}", "utf-8")
    edited(project, EDITION, "languages: [ja, zh_CN, zh_TW, en]", "languages: [ja]")
    report = Report()
    check(project, report)
    assert "book.wrong-side" in [each.code for each in report]


def test_a_title_the_foot_of_the_page_has_no_room_for_is_told_at_its_page(project: Path) -> None:
    line = edited(project, EDITION, "title: 市民が結ぶ縁", f"title: {'市民が結ぶ縁' * 20}")
    edited(project, EDITION, "languages: [ja, zh_CN, zh_TW, en]", "languages: [ja]")
    report = Report()
    check(project, report)
    (found,) = [each for each in report if each.code == "book.long-running-head"]
    assert found.span is not None
    assert found.span.line == line - 3  # where the order begins


def test_a_doubt_on_the_spine_is_told_with_the_spine_and_on_the_edition_s_own_line(tmp_path: Path) -> None:
    own = tmp_path / "project"
    for name in ("content", "locales", "fonts"):
        shutil.copytree(ROOT / name, own / name)
    key = "editions.rumoi-yingkou-40th.pages.spine.title"
    _fuzzy(own, key)
    project = pipeline.read_project(own, Report())
    assert project is not None
    report = Report()
    pipeline.set_book(project, next(each for each in project.editions if each.id == "rumoi-yingkou-40th"), "ja", report)
    (found,) = report
    assert found.code == "translation.fuzzy"
    for language, place in (("en", "the spine"), ("ja", "背"), ("zh_CN", "书脊"), ("zh_TW", "書背")):
        assert speaker(language).say(found.message).startswith(f"rumoi-yingkou-40th {place}")
    ((written, _),) = found.related
    lines = (own / "content/editions/rumoi-yingkou-40th.yaml").read_text("utf-8").splitlines()
    assert (written.file, lines[written.line - 3].strip()) == (
        "content/editions/rumoi-yingkou-40th.yaml",
        "- id: spine",
    )
    (told,) = as_json([found], speaker("ja"), Sources(own))
    assert json.loads(told)["values"]["places"] == "rumoi-yingkou-40th the spine"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (
            EDITION,
            "    title: 友好港湾への道のり\n",
            "    title: 友好港湾への道のり{note:水。}\n",
        ),  # set, and a bookmark
        (EDITION, "    title: 目次\n", "    title: 目次\n    bookmark: 目次{note:水。}\n"),  # a running head alone
        (EDITION, "    kicker: 交流のはじまり\n", "    kicker: 交流のはじまり{note:水。}\n"),  # one line
        (
            EDITION,
            "subtitle: 北海道留萌市と中国営口市の交流\nsize",
            "subtitle: 交流{note:水。}\nsize",
        ),  # the file's own
        (EDITION, "    note: 留萌港・営口港　", "    note: 留萌港{note:水。}・営口港　"),  # the cover
        ("content/exchanges/rumoi-yingkou.yaml", "title: 営口市との出会い", "title: 営口市{note:水。}との出会い"),
    ],
)
def test_a_note_where_none_can_stand_is_told_at_its_mark(project: Path, file: str, old: str, new: str) -> None:
    line = edited(project, file, old, new) + new[: new.index("{note")].count("\n")
    report = Report()
    read = pipeline.read_project(project, report)
    assert read is not None, report.ordered()
    pipeline.set_book(read, read.editions[0], "ja", report)
    found = [each for each in report if each.code == "typesetting.note-unplaced"]
    if "出会い" in old:  # a heading between the paragraphs has its notes with theirs
        assert found == []
        return
    assert [(each.severity, str(each.span).rpartition(":")[0]) for each in found] == [
        (Severity.ERROR, f"{file}:{line}")
    ]
    (place,) = [each.span for each in found]
    assert place is not None
    assert (project / file).read_text("utf-8").splitlines()[line - 1][place.column - 1 :].startswith("{note:水。}")
