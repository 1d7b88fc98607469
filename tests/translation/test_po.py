"""PO files as five tools save them: read as polib and Babel read them, written back byte for byte but for a change."""

from __future__ import annotations

import difflib
import io
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po as babel_read
from hypothesis import given
from hypothesis import strategies as st

from brochure.translation.extract import SourceEntry
from brochure.translation.marks import Mark, mark_of
from brochure.translation.po import BrokenPo, PoFile, read_po
from brochure.translation.po_changes import restored, retired, with_fuzzy, with_text
from brochure.translation.update import filled, updated

FOLDER = Path(__file__).parent / "po"
TOOLS = ("poedit", "weblate", "omegat", "msgmerge", "babel")
MOTTO = "cities.rumoi.motto"


def bytes_of(tool: str) -> bytes:
    return (FOLDER / f"{tool}.po").read_bytes()


def read(data: bytes) -> PoFile:
    return read_po(data.decode("utf-8-sig"), data.startswith(b"\xef\xbb\xbf"))


def sources(file: PoFile) -> list[SourceEntry]:
    """What an extraction would give if nothing had changed since the file was saved."""
    return [SourceEntry(entry.source, entry.context, former="") for entry in file.entries if not entry.is_obsolete]


def without_places(file: PoFile) -> list[SourceEntry]:
    from brochure.diagnostics import Span

    places = {entry.context: entry.references[0] for entry in file.entries if entry.references}
    return [SourceEntry(each.source, each.context, Span(places[each.context])) for each in sources(file)]


def changed_lines(before: bytes, after: bytes) -> list[str]:
    """The lines of a difference, `-` and `+` before them."""
    old, new = before.decode().split("\n"), after.decode().split("\n")
    return [line.rstrip("\r") for line in difflib.ndiff(old, new) if line[:1] in "-+"]


@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_read_is_written_byte_for_byte(tool: str) -> None:
    assert read(bytes_of(tool)).encoded() == bytes_of(tool)


@pytest.mark.parametrize("tool", TOOLS)
def test_entries_are_those_polib_and_babel_read(tool: str) -> None:
    file = read(bytes_of(tool))
    theirs = polib.pofile(bytes_of(tool).decode("utf-8-sig").replace("\r\n", "\n"))
    assert [(each.context, each.source, each.text, each.is_obsolete, each.flags) for each in file.entries] == [
        (each.msgctxt or "", each.msgid, each.msgstr, bool(each.obsolete), tuple(each.flags)) for each in theirs
    ]
    assert [each.previous for each in file.entries] == [each.previous_msgid or "" for each in theirs]
    assert ["\n".join(each.comments) for each in file.entries] == [each.tcomment for each in theirs]
    catalog = babel_read(io.BytesIO(bytes_of(tool).removeprefix(b"\xef\xbb\xbf")), ignore_obsolete=True)
    assert {(each.context, each.source): each.text for each in file.entries if not each.is_obsolete} == {
        (each.context or "", each.id): each.string for each in catalog if each.id
    }
    assert file.metadata()["Language"] == "zh_CN"


@pytest.mark.parametrize("tool", TOOLS)
def test_an_update_without_a_change_of_the_content_changes_no_byte(tool: str) -> None:
    file = read(bytes_of(tool))
    again, change = updated(file, without_places(file), "zh_CN")
    assert again.encoded() == bytes_of(tool)
    assert not change.new + change.changed + change.gone


@pytest.mark.parametrize("tool", TOOLS)
def test_a_changed_translation_changes_its_own_lines_alone(tool: str) -> None:
    file, _ = filled(read(bytes_of(tool)), {MOTTO: "夕阳与港口之城"})
    assert changed_lines(bytes_of(tool), file.encoded()) == [
        '- msgstr "日本海落日与港口之城"',
        '+ msgstr "夕阳与港口之城"',
    ]


@pytest.mark.parametrize("tool", TOOLS)
def test_a_changed_source_changes_its_own_entry_alone(tool: str) -> None:
    file = read(bytes_of(tool))
    wanted = [
        SourceEntry("港のまち", each.context, each.span) if each.context == MOTTO else each
        for each in without_places(file)
    ]
    again, _ = updated(file, wanted, "zh_CN")
    assert changed_lines(bytes_of(tool), again.encoded()) == [
        "+ #, fuzzy",
        '+ #| msgid "日本海に沈む夕陽と、港のまち"',
        '- msgid "日本海に沈む夕陽と、港のまち"',
        '+ msgid "港のまち"',
    ]


@pytest.mark.parametrize("tool", TOOLS)
def test_a_new_text_is_put_after_the_one_before_it_in_the_tools_own_line_ends(tool: str) -> None:
    file = read(bytes_of(tool))
    wanted = without_places(file)
    wanted.insert(1, SourceEntry("一行目\n二行目", "cities.rumoi.new"))
    again, change = updated(file, wanted, "zh_CN")
    assert change.new == ("cities.rumoi.new",)
    assert sorted(changed_lines(bytes_of(tool), again.encoded())) == [
        "+ ",
        '+ "一行目\\n"',
        '+ "二行目"',
        '+ msgctxt "cities.rumoi.new"',
        '+ msgid ""',
        '+ msgstr ""',
    ]
    assert (b"\r\n" in again.encoded()) == (b"\r\n" in bytes_of(tool))
    assert again.encoded().count(b"\r") in (0, again.encoded().count(b"\n"))
    assert read(again.encoded()).entries[1].source == "一行目\n二行目"


@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_retired_comes_back_as_it_was(tool: str) -> None:
    for entry in read(bytes_of(tool)).entries:
        old = retired(entry)
        assert old.is_obsolete
        assert (old.context, old.source, old.text, old.previous) == (
            entry.context,
            entry.source,
            entry.text,
            entry.previous,
        )
        assert polib.pofile(str(old).replace("\r\n", "\n"))[0].obsolete
        back = restored(old)
        assert not back.is_obsolete
        assert (back.context, back.source, back.text, back.flags) == (
            entry.context,
            entry.source,
            entry.text,
            entry.flags,
        )


def test_other_flags_stay_when_the_mark_of_doubt_comes_and_goes() -> None:
    entry = read_po('#, no-wrap\nmsgctxt "a"\nmsgid "港"\nmsgstr "港口"\n').entries[0]
    doubtful = with_fuzzy(entry, True)
    assert str(doubtful).startswith("#, fuzzy, no-wrap\n")
    assert str(with_fuzzy(doubtful, False)) == str(entry)


def test_of_several_forms_only_the_first_is_changed() -> None:
    text = 'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "一"\nmsgstr[1] "多"\n'
    entry = with_text(read_po(text).entries[0], "壱")
    assert str(entry) == text.replace("一", "壱")


def test_entries_without_blank_lines_between_them_stay_so() -> None:
    text = 'msgctxt "a"\nmsgid "港"\nmsgstr "港口"\nmsgctxt "b"\nmsgid "市"\nmsgstr "市"\n'
    file = read_po(text)
    again, _ = updated(file, [*sources(file), SourceEntry("海", "c")], "zh_CN")
    assert str(again) == text + 'msgctxt "c"\nmsgid "海"\nmsgstr ""\n'


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('msgid "a"\n\nmsgid "b"\nmsgstr ""\n', (3,)),
        ('msgctxt "a"\nmsgstr "b"\n', (2,)),
        ('"goes on"\n', (1,)),
        ('msgid "a"\n# inside\nmsgstr ""\n', (2,)),
        ('msgid "a"\n', (1,)),
        ("=======\nmsgid\n", (1, 2)),
    ],
)
def test_what_is_no_po_is_told_with_its_lines(text: str, lines: tuple[int, ...]) -> None:
    with pytest.raises(BrokenPo) as caught:
        read_po(text)
    assert caught.value.lines == lines


words = st.text(st.sampled_from('港"\\\n\t市 a{}｜《》'), max_size=8)


@given(words, words)
def test_any_words_come_back_from_a_file(source: str, text: str) -> None:
    file, _ = updated(None, [SourceEntry(source or "x", "k")], "zh_CN")
    file, _ = filled(file, {"k": text})
    (entry,) = read_po(str(file)).entries
    assert (entry.source, entry.text) == (source or "x", text)
    assert polib.pofile(str(file))[0].msgstr == text


@pytest.mark.parametrize(
    ("comments", "mark"),
    [
        (("draft",), Mark.DRAFT),
        (("草稿：待市政府核对",), Mark.DRAFT),
        (("asked the port", "下書き"), Mark.DRAFT),
        (("approved 2026-01-10 王",), Mark.APPROVED),
        (("已审定", "draft"), Mark.DRAFT),
        (("the draft of the treaty",), Mark.NONE),
        (("草稿纸",), Mark.NONE),
        ((), Mark.NONE),
    ],
)
def test_the_first_word_of_a_comment_may_be_a_mark(comments: tuple[str, ...], mark: Mark) -> None:
    assert mark_of(comments) is mark
