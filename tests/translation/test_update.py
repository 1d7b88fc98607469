"""An update goes by key: no translation is lost, none given to another text, none left unmarked on a changed one."""

from __future__ import annotations

from pathlib import Path

import polib
from hypothesis import given
from hypothesis import strategies as st

from brochure.content.text import Text
from brochure.diagnostics import Span
from brochure.translation.extract import SourceEntry, content_entries, label_entries, template
from brochure.translation.labels import Label
from brochure.translation.update import fill, save, updated

A, B = SourceEntry("港", "a"), SourceEntry("市", "b")


def catalog(*rows: tuple[SourceEntry, str]) -> polib.POFile:
    file, _ = updated(None, [source for source, _ in rows], "zh_CN")
    fill(file, {source.key: text for source, text in rows})
    return file


def texts(file: polib.POFile) -> dict[str, str]:
    return {entry.msgctxt: entry.msgstr for entry in file if not entry.obsolete}


def test_new_texts_are_empty_and_in_the_order_of_the_content() -> None:
    file, change = updated(catalog((B, "市")), [A, B], "zh_CN")
    assert list(texts(file).items()) == [("a", ""), ("b", "市")]
    assert change.new == ("a",)
    assert not change.changed
    assert not change.gone


def test_two_keys_with_the_same_words_keep_each_their_own_translation() -> None:
    one, two = SourceEntry("港", "one"), SourceEntry("港", "two")
    file, _ = updated(catalog((one, "港口"), (two, "港湾")), [two, one], "zh_CN")
    assert texts(file) == {"two": "港湾", "one": "港口"}


def test_a_changed_text_keeps_its_translation_marked_with_what_it_was_made_from() -> None:
    file, change = updated(catalog((A, "港口")), [SourceEntry("港湾", "a")], "zh_CN")
    (entry,) = file
    assert (entry.msgid, entry.msgstr, entry.previous_msgid, entry.flags) == ("港湾", "港口", "港", ["fuzzy"])
    assert change.changed == ("a",)


def test_after_two_changes_the_words_it_was_made_from_are_still_the_first() -> None:
    once, _ = updated(catalog((A, "港口")), [SourceEntry("港湾", "a")], "zh_CN")
    twice, _ = updated(once, [SourceEntry("大きな港", "a")], "zh_CN")
    assert twice[0].previous_msgid == "港"
    back, _ = updated(twice, [A], "zh_CN")
    assert (back[0].flags, back[0].previous_msgid, back[0].msgstr) == ([], None, "港口")


def test_an_untranslated_text_that_changes_is_not_fuzzy() -> None:
    file, _ = updated(catalog((A, "")), [SourceEntry("港湾", "a")], "zh_CN")
    assert (file[0].msgid, file[0].flags) == ("港湾", [])


def test_a_text_that_is_gone_is_kept_and_taken_back() -> None:
    without, change = updated(catalog((A, "港口"), (B, "市")), [B], "zh_CN")
    assert change.gone == ("a",)
    assert [entry.msgctxt for entry in without.obsolete_entries()] == ["a"]
    again, change = updated(polib.pofile(str(without)), [A, B], "zh_CN")
    assert texts(again) == {"a": "港口", "b": "市"}
    assert change.new == ("a",)
    still, change = updated(without, [B], "zh_CN")
    assert not change.gone  # told once, not at every update
    assert len(still) == 2


def test_comments_flags_and_header_of_other_tools_survive() -> None:
    old = catalog((A, "港口"))
    old.metadata["X-Generator"] = "Poedit 3.4"
    old[0].tcomment = "asked the port office"
    old[0].flags = ["no-wrap"]
    file, _ = updated(old, [A], "zh_CN")
    assert file.metadata["X-Generator"] == "Poedit 3.4"
    assert (file[0].tcomment, file[0].flags) == ("asked the port office", ["no-wrap"])


def test_a_second_save_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "content.po"
    file, _ = updated(None, [A, B], "zh_CN")
    assert save(file, path)
    before = path.read_bytes()
    again, _ = updated(polib.pofile(before.decode(), wrapwidth=0), [A, B], "zh_CN")
    assert not save(again, path)
    assert path.read_bytes() == before
    assert b"Date" not in before


def test_translations_without_an_entry_are_named() -> None:
    file, _ = updated(None, [A], "zh_CN")
    assert fill(file, {"a": "港口", "x": "?"}) == ("x",)
    assert texts(file) == {"a": "港口"}


keys = st.text("abc", min_size=1, max_size=2)
books = st.dictionaries(keys, st.sampled_from("港市海"), max_size=6)


@given(books, books)
def test_no_key_ever_gets_the_translation_of_another(before: dict[str, str], after: dict[str, str]) -> None:
    old = catalog(*((SourceEntry(words, key), f"{key}={words}") for key, words in before.items()))
    file, _ = updated(old, [SourceEntry(words, key) for key, words in after.items()], "zh_CN")
    found = {entry.msgctxt: entry for entry in file}
    assert set(found) == set(before) | set(after)
    for key, entry in found.items():
        assert entry.msgstr == (f"{key}={before[key]}" if key in before else "")
        assert entry.obsolete == (key not in after)
        if key in after and key in before:
            assert ("fuzzy" in entry.flags) == (before[key] != after[key])


def test_texts_are_extracted_once_a_key_in_the_order_of_their_places() -> None:
    second = Text("市", "b", Span("content/a.yaml", 9))
    first = Text("港", "a", Span("content/a.yaml", 2))
    entries = content_entries([second, first, first, Text("", "empty", Span("x")), Text("?", "")])
    assert [entry.key for entry in entries] == ["a", "b"]
    assert "#: content/a.yaml:2" in str(template(entries))


def test_a_label_tells_the_translator_its_fields() -> None:
    (entry,) = label_entries([Label("k", "{b}と{a}")])
    assert entry.fields == ("a", "b")
    assert "#. {a} {b}" in str(template([entry]))
