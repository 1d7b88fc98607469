"""The gate: of what was read, what may not be printed, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.termbase import BoundTerm, Wording
from brochure.content.text import Text
from brochure.diagnostics import Report, Severity, Span, error, message
from brochure.translation.catalogs import catalog_name
from brochure.translation.gate import Doubt, Fault, as_draft, doubts_of
from brochure.translation.labels import Label
from brochure.translation.manuscript import read_manuscript
from brochure.translation.termbase import Termbase, termbase

VISIT = Text("代表団9名が来訪", "timeline.visit", Span("content/a.yaml", 3, 8))
LABEL = Label("kind.visit", "来訪団")
CODES = {
    Fault.MISSING: "translation.missing",
    Fault.STALE: "translation.stale",
    Fault.FUZZY: "translation.fuzzy",
    Fault.DRAFT: "translation.draft",
}
GOOD = 'msgctxt "timeline.visit"\nmsgid "代表団9名が来訪"\nmsgstr "代表团9人来访"\n'
LABELS = 'msgctxt "kind.visit"\nmsgid "来訪団"\nmsgstr "来访团"\n'


def doubts(
    root: Path, content: str, labels: str = LABELS, terms: Termbase | None = None, read: bool = True
) -> list[Doubt]:
    for domain, text in (("content", content), ("labels", labels)):
        path = root / catalog_name("zh_CN", domain)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    manuscript = read_manuscript(root, (VISIT,), "zh_CN", Report())
    if read:
        manuscript.read(VISIT, "zh_CN")
        manuscript.say(LABEL, "zh_CN")
    return list(doubts_of(manuscript, terms or Termbase("zh_CN")))


def test_what_is_translated_and_approved_passes(tmp_path: Path) -> None:
    assert doubts(tmp_path, GOOD) == []
    assert doubts(tmp_path, "# approved 王\n" + GOOD) == []


@pytest.mark.parametrize(
    ("content", "fault", "told", "line"),
    [
        (GOOD.replace("9人", "").replace("代表团来访", ""), Fault.MISSING, "is not translated into zh_CN", 3),
        ("", Fault.MISSING, "is not translated into zh_CN", 3),
        (GOOD.replace("9名", "7名"), Fault.STALE, "has changed since it was translated into zh_CN: 「7名」→「9名」", 3),
        ("#, fuzzy\n" + GOOD, Fault.FUZZY, "is marked fuzzy in zh_CN", 4),
        ('#, fuzzy\n#| msgid "代表団7名が来訪"\n' + GOOD, Fault.FUZZY, "is to be checked in zh_CN: 「7名」→「9名」", 5),
        ("# 草稿 待核\n" + GOOD, Fault.DRAFT, "is a draft in zh_CN", 4),
    ],
)
def test_what_may_not_be_printed_is_told_with_its_page_its_key_and_its_line(
    tmp_path: Path, content: str, fault: Fault, told: str, line: int
) -> None:
    (doubt,) = doubts(tmp_path, content)
    assert doubt.fault is fault
    found = doubt.diagnostic("p.7 年表")
    assert found.code == CODES[fault]
    assert str(found.message) == f"p.7 年表: “timeline.visit” {told}"
    assert found.span is not None
    assert found.span.line == line
    if content:
        assert [span for span, _ in found.related] == [VISIT.span]


def test_a_text_nobody_reads_hinders_nobody(tmp_path: Path) -> None:
    assert doubts(tmp_path, "", "", read=False) == []


def test_words_of_the_program_are_looked_at_too(tmp_path: Path) -> None:
    (doubt,) = doubts(tmp_path, GOOD, "#, fuzzy\n" + LABELS)
    assert (doubt.key, doubt.fault, doubt.printed) == ("kind.visit", Fault.FUZZY, ("来访团",))


def test_a_word_that_is_bound_otherwise_is_told_with_the_place_that_binds_it(tmp_path: Path) -> None:
    term = BoundTerm(id="delegation", source=("代表団",), zh_CN=Wording(must=("访华团",), must_not=("代表团",)))
    missing, forbidden = doubts(tmp_path, GOOD, terms=termbase([term], "zh_CN"))
    assert str(missing.diagnostic("p.7").message) == "p.7: “timeline.visit”: “代表団” must be “访华团”"
    assert str(forbidden.diagnostic("p.7").message) == "p.7: “timeline.visit” says “代表团”, which is not to be printed"
    assert {missing.fault, forbidden.fault} == {Fault.TERM}


def test_without_a_catalog_nothing_more_is_told_than_that(tmp_path: Path) -> None:
    report = Report()
    manuscript = read_manuscript(tmp_path, (VISIT,), "zh_TW", report)
    manuscript.read(VISIT, "zh_TW")
    assert doubts_of(manuscript, Termbase("zh_TW")) == ()
    assert [each.code for each in report] == ["translation.no-catalog"] * 2


def test_a_draft_shows_what_print_refuses_and_refuses_the_rest() -> None:
    shown = error("translation.fuzzy", message("x"))
    assert as_draft(shown).severity is Severity.WARNING
    for code in ("typesetting.missing-glyph", "pages.overset", "translation.term"):
        assert as_draft(error(code, message("x"))).severity is Severity.WARNING
    assert as_draft(error("content.sum", message("x"))).severity is Severity.ERROR
