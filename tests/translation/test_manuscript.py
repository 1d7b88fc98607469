"""The manuscript: what is read of it is what is printed, and nothing of another language in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.marks import Piece
from brochure.content.text import Text
from brochure.diagnostics import Report, Span
from brochure.translation.catalogs import State, catalog_name
from brochure.translation.labels import Label
from brochure.translation.manuscript import GETA, Manuscript, read_manuscript

TITLE = Text("海の港", "a.title", Span("content/a.yaml", 3, 8))
LEADER = Label("timeline.leader", "団長 {name}")
LABELS = 'msgctxt "timeline.leader"\nmsgid "団長 {name}"\nmsgstr "团长 {name}"\n'


def manuscript(root: Path, content: str, report: Report, labels: str = LABELS) -> Manuscript:
    for domain, text in (("content", content), ("labels", labels)):
        path = root / catalog_name("zh_CN", domain)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return read_manuscript(root, (TITLE,), "zh_CN", report)


def entry(source: str, text: str, flags: str = "") -> str:
    return f'{flags}msgctxt "a.title"\nmsgid "{source}"\nmsgstr "{text}"\n'


def test_the_authors_language_needs_no_catalog(tmp_path: Path) -> None:
    report = Report()
    read = read_manuscript(tmp_path, (TITLE,), "ja", report)
    ruby = Text("｜留萌《るもい》の港", "a.lead", Span("content/a.yaml", 4))
    assert read.read(ruby, "ja").text == "留萌の港"
    assert read.say(LEADER, "ja", name="澤泉") == "団長 澤泉"
    assert read.span_of("a.title") == TITLE.span
    assert not report.diagnostics


def test_a_translation_is_read_with_its_place(tmp_path: Path) -> None:
    report = Report()
    read = manuscript(tmp_path, entry("海の港", "海港"), report)
    copy = read.read(TITLE, "zh_CN")
    assert (copy.text, copy.state) == ("海港", State.TRANSLATED)
    assert read.span_of("a.title") == Span("locales/zh_CN/LC_MESSAGES/content.po", 3, 1, 3, 12)
    assert read.say(LEADER, "zh_CN", name="泽泉") == "团长 泽泉"
    assert not report.diagnostics


@pytest.mark.parametrize(
    ("content", "words", "state"),
    [
        ('msgctxt "b"\nmsgid "x"\nmsgstr "y"\n', GETA, State.MISSING),  # one 〓: half of three characters, at least one
        (entry("海の港", ""), GETA, State.MISSING),
        (entry("山の港", "山港"), "山港", State.STALE),
        (entry("海の港", "海港", "#, fuzzy\n"), "海港", State.FUZZY),
        (entry("海の港", "海港", "# draft\n"), "海港", State.DRAFT),
        (entry("海の港", "海港", "# approved\n"), "海港", State.APPROVED),
    ],
)
def test_what_is_unsure_is_seen_and_what_is_missing_is_never_japanese(
    tmp_path: Path, content: str, words: str, state: State
) -> None:
    report = Report()
    read = manuscript(tmp_path, content, report)
    copy = read.read(TITLE, "zh_CN")
    assert (copy.text, copy.state) == (words, state)
    assert not report.diagnostics  # what may be printed the gate says, of what was read


def test_the_ledger_knows_what_was_read_for_which_order(tmp_path: Path) -> None:
    read = manuscript(tmp_path, entry("海の港", "海港"), Report())
    assert list(read.ledger) == []
    read.ledger.order = "cover"
    read.read(TITLE, "zh_CN")
    read.ledger.order = "timeline"
    read.read(TITLE, "zh_CN")
    read.say(LEADER, "zh_CN", name="泽泉")
    read.say(LEADER, "zh_CN", name="王")
    assert {key: read.ledger.orders_of(key) for key in read.ledger} == {
        "a.title": ("cover", "timeline"),
        "timeline.leader": ("timeline",),
    }
    assert read.ledger.printed("timeline.leader") == ("团长 泽泉", "团长 王")


def test_a_label_with_a_field_of_its_own_is_an_error_and_no_crash(tmp_path: Path) -> None:
    report = Report()
    labels = LABELS.replace("团长 {name}", "团长 {nome}")
    read = manuscript(tmp_path, entry("海の港", "海港"), report, labels)
    assert "団長" not in read.say(LEADER, "zh_CN", name="泽泉")
    assert [each.code for each in report] == ["translation.bad-field"]


def test_without_a_catalog_the_catalog_alone_is_reported(tmp_path: Path) -> None:
    report = Report()
    read = read_manuscript(tmp_path, (TITLE,), "zh_TW", report)
    assert TITLE.source not in read.read(TITLE, "zh_TW").text
    read.say(LEADER, "zh_TW", name="")
    assert [each.code for each in report] == ["translation.no-catalog"] * 2


def test_marks_of_a_translation_are_its_own(tmp_path: Path) -> None:
    read = manuscript(tmp_path, entry("海の港", "｜海港《hǎigǎng》"), Report())
    copy = read.read(TITLE, "zh_CN")
    assert (copy.text, copy.pieces) == ("海港", (Piece("海港", "hǎigǎng"),))
    assert not manuscript(tmp_path, entry("海の港", "海港"), Report()).read(TITLE, "zh_CN").pieces


def test_a_broken_mark_in_a_translation_is_an_error_where_it_is_printed(tmp_path: Path) -> None:
    report = Report()
    read = manuscript(tmp_path, entry("海の港", "{strong:海港"), report)
    assert read.read(TITLE, "zh_CN").text == "{strong:海港"
    (found,) = report
    assert (found.code, found.span) == ("translation.reading", read.span_of("a.title"))


@pytest.mark.parametrize(
    ("source", "translation", "codes"),
    [
        ("{years}年の春に", "{anniversary}之春", []),
        ("{years}年の春に", "40周年之春", ["translation.fields"]),
        ("{years}年の春に", "{yaers}年之春", ["translation.reading", "translation.fields"]),
        ("春に", "{years}年之春", ["translation.fields"]),
    ],
)
def test_a_translation_has_the_fields_of_its_source(
    tmp_path: Path, source: str, translation: str, codes: list[str]
) -> None:
    for domain, words in (("content", translation), ("labels", "x")):
        path = tmp_path / catalog_name("zh_CN", domain)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'msgctxt "a.title"\nmsgid "{source}"\nmsgstr "{words}"\n', "utf-8")
    report = Report()
    text = Text(source, "a.title")
    read_manuscript(tmp_path, (text,), "zh_CN", report).read(text, "zh_CN")
    assert [each.code for each in report] == codes
