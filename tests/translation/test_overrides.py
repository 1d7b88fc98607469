"""What overrides say: printed in their language as it stands, in no other, and not asked of translators."""

from __future__ import annotations

from pathlib import Path

from brochure.content.booklet import Booklet, read_booklet
from brochure.diagnostics import Report
from brochure.translation.catalogs import State
from brochure.translation.gate import doubts_of
from brochure.translation.manuscript import Manuscript, read_manuscript
from brochure.translation.overrides import override_findings, settled_keys
from brochure.translation.termbase import Termbase

CITY = """\
id: east
country: japan
name: {ja: 東町, zh_CN: 东町, zh_TW: 東町}
motto: 海とともに
lead: 東町は港の町です。
"""
MOTTO, LEAD = "cities.east.motto", "cities.east.lead"


def project(root: Path, **overrides: str) -> Booklet:
    for name, text in {"": CITY, **overrides}.items():
        folder = root / "content" / (f"overrides/{name}" if name else "") / "cities"
        folder.mkdir(parents=True)
        (folder / "east.yaml").write_text(text, "utf-8")
    report = Report()
    found = read_booklet(root, report)
    assert not report.has_errors, list(report)
    return found


def manuscript(root: Path, booklet: Booklet, language: str, entries: str = "") -> Manuscript:
    folder = root / "locales" / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "content.po").write_text(f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n{entries}')
    (folder / "labels.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    return read_manuscript(root, booklet.in_(language).texts(), language, Report())


def said(made: Manuscript, booklet: Booklet, language: str) -> str:
    motto = booklet.in_(language).cities["east"].motto
    assert motto
    return made.read(motto, made.language).text


def test_the_words_are_printed_as_they_stand_and_need_no_entry(tmp_path: Path) -> None:
    booklet = project(tmp_path, zh_TW="id: east\nmotto: 與海同行\n")
    made = manuscript(tmp_path, booklet, "zh_TW")
    assert said(made, booklet, "zh_TW") == "與海同行"
    assert made.standing_of(MOTTO) == (State.SOURCE, False)
    assert doubts_of(made, Termbase("zh_TW")) == ()
    assert str(made.span_of(MOTTO)) == "content/overrides/zh_TW/cities/east.yaml:2:8"


def test_an_older_translation_does_not_come_before_them(tmp_path: Path) -> None:
    booklet = project(tmp_path, zh_TW="id: east\nmotto: 與海同行\n")
    entry = f'msgctxt "{MOTTO}"\nmsgid "海とともに"\nmsgstr "舊譯"\n'
    assert said(manuscript(tmp_path, booklet, "zh_TW", entry), booklet, "zh_TW") == "與海同行"


def test_another_language_never_sees_them(tmp_path: Path) -> None:
    """Not even on a page the language of the override leads: there the other's own translation stands."""
    booklet = project(
        tmp_path, zh_TW="id: east\nmotto: 與海同行\nspecialities:\n  - {id: kelp, name: 昆布, text: 鮮美}\n"
    )
    entry = f'msgctxt "{MOTTO}"\nmsgid "海とともに"\nmsgstr "与海同行吧"\n'
    made = manuscript(tmp_path, booklet, "zh_CN", entry)
    assert said(made, booklet, "zh_TW") == said(made, booklet, "zh_CN") == "与海同行吧"
    assert said(read_manuscript(tmp_path, booklet.texts(), "ja", Report()), booklet, "zh_TW") == "海とともに"
    shown = made.read(booklet.in_("zh_TW").cities["east"].specialities[0].name, "zh_CN")
    assert (shown.text, shown.state) == ("〓", State.MISSING)


def test_the_author_s_own_language_can_say_otherwise_and_no_translation_ages(tmp_path: Path) -> None:
    booklet = project(tmp_path, ja="id: east\nmotto: 海と生きる\n")
    assert said(read_manuscript(tmp_path, booklet.in_("ja").texts(), "ja", Report()), booklet, "ja") == "海と生きる"
    entry = f'msgctxt "{MOTTO}"\nmsgid "海とともに"\nmsgstr "与海同行"\n'
    made = manuscript(tmp_path, booklet, "zh_CN", entry)
    assert said(made, booklet, "ja") == said(made, booklet, "zh_CN") == "与海同行"
    assert made.standing_of(MOTTO) == (State.TRANSLATED, False)


def test_translators_are_not_asked_for_what_is_settled(tmp_path: Path) -> None:
    booklet = project(tmp_path, zh_TW="id: east\nmotto: 與海同行\nwithout: [lead]\n")
    assert set(settled_keys(booklet, "zh_TW", is_beside=False)) == {MOTTO, LEAD}
    assert set(settled_keys(booklet, "zh_TW", is_beside=True)) == {MOTTO}
    assert set(settled_keys(booklet, "zh_CN", is_beside=False)) == set()


def test_signs_the_language_does_not_write_are_told_at_their_place(tmp_path: Path) -> None:
    booklet = project(tmp_path, zh_TW="id: east\nmotto: 與海のまち\nlead: 东町，港之町。\n")
    told = [(each.code, str(each.span)) for each in override_findings(booklet)]
    name = "content/overrides/zh_TW/cities/east.yaml"
    assert told == [("translation.kana", f"{name}:2:10"), ("translation.script", f"{name}:3:7")]


def test_a_folder_of_no_language_is_told(tmp_path: Path) -> None:
    (found,) = override_findings(project(tmp_path, zh_tw="id: east\nmotto: 與海同行\n"))
    assert (found.code, [str(hint) for hint in found.hints]) == (
        "translation.override-language",
        ["did you mean “zh_TW”?"],
    )
    assert found.span is not None
    assert found.span.file == "content/overrides/zh_tw"
