"""An update goes by key: no translation is lost, none given to another text, none left unmarked on a changed one."""

from __future__ import annotations

from pathlib import Path

from brochure.content.text import Text
from brochure.diagnostics import Span
from brochure.translation.extract import SourceEntry, content_entries, label_entries, template
from brochure.translation.labels import Label
from brochure.translation.po import PoFile, read_po
from brochure.translation.update import filled, rename_cycles, save, updated

A, B = SourceEntry("港", "a"), SourceEntry("市", "b")


def catalog(*rows: tuple[SourceEntry, str]) -> PoFile:
    file, _ = updated(None, [source for source, _ in rows], "zh_CN")
    return filled(file, {source.key: text for source, text in rows})[0]


def texts(file: PoFile) -> dict[str, str]:
    return {entry.context: entry.text for entry in file.entries if not entry.is_obsolete}


def gone(file: PoFile) -> list[str]:
    return [entry.context for entry in file.entries if entry.is_obsolete]


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


def test_what_has_moved_follows_the_content_and_nothing_else_moves() -> None:
    rows = [(SourceEntry(sign, sign), sign) for sign in "abcdef"]
    file, _ = updated(catalog(*rows), [SourceEntry(sign, sign) for sign in "aebcdf"], "zh_CN")
    assert "".join(texts(file)) == "aebcdf"


def test_a_file_in_an_order_of_its_own_keeps_it() -> None:
    rows = [(SourceEntry(sign, sign), sign) for sign in "fedcba"]
    file, _ = updated(catalog(*rows), [SourceEntry(sign, sign) for sign in "abcxdef"], "zh_CN")
    assert "".join(texts(file)) == "fedcxba"


def test_a_changed_text_keeps_its_translation_marked_with_what_it_was_made_from() -> None:
    file, change = updated(catalog((A, "港口")), [SourceEntry("港湾", "a")], "zh_CN")
    (entry,) = file.entries
    assert (entry.source, entry.text, entry.previous, entry.flags) == ("港湾", "港口", "港", ("fuzzy",))
    assert change.changed == ("a",)


def test_after_two_changes_the_words_it_was_made_from_are_still_the_first() -> None:
    once, _ = updated(catalog((A, "港口")), [SourceEntry("港湾", "a")], "zh_CN")
    twice, _ = updated(once, [SourceEntry("大きな港", "a")], "zh_CN")
    assert twice.entries[0].previous == "港"
    back, _ = updated(twice, [A], "zh_CN")
    (entry,) = back.entries
    assert (entry.flags, entry.previous, entry.text) == ((), "", "港口")


def test_a_translators_own_doubt_outlives_a_change_that_is_taken_back() -> None:
    doubtful = read_po(str(catalog((A, "港口"))).replace("msgctxt", "#, fuzzy\nmsgctxt"))
    once, _ = updated(doubtful, [SourceEntry("港湾", "a")], "zh_CN")
    assert once.entries[0].previous == "港"
    back, _ = updated(read_po(str(once)), [A], "zh_CN")
    assert back.entries[0].is_fuzzy


def test_an_approval_is_of_the_words_it_was_given_for() -> None:
    approved = read_po(str(catalog((A, "港口"))).replace("msgctxt", "# approved 王\n# port office\nmsgctxt"))
    file, _ = updated(approved, [SourceEntry("港湾", "a")], "zh_CN")
    assert file.entries[0].comments == ("port office",)
    same, _ = updated(approved, [A], "zh_CN")
    assert same.entries[0].comments == ("approved 王", "port office")


def test_an_untranslated_text_that_changes_is_not_fuzzy() -> None:
    file, _ = updated(catalog((A, "")), [SourceEntry("港湾", "a")], "zh_CN")
    assert (file.entries[0].source, file.entries[0].flags) == ("港湾", ())


def test_a_text_that_is_gone_is_kept_and_taken_back() -> None:
    without, change = updated(catalog((A, "港口"), (B, "市")), [B], "zh_CN")
    assert change.gone == ("a",)
    assert gone(without) == ["a"]
    again, change = updated(read_po(str(without)), [A, B], "zh_CN")
    assert texts(again) == {"a": "港口", "b": "市"}
    assert change.new == ("a",)
    still, change = updated(without, [B], "zh_CN")
    assert not change.gone  # told once, not at every update
    assert gone(still) == ["a"]


def test_a_renamed_text_takes_its_translation_along() -> None:
    old = catalog((A, "港口"), (B, "市"))
    file, change = updated(old, [SourceEntry("港", "c", former="a"), B], "zh_CN")
    assert list(texts(file).items()) == [("c", "港口"), ("b", "市")]
    assert (change.renamed, change.new, change.gone) == ((("c", "a"),), (), ())
    again, change = updated(file, [SourceEntry("港", "c", former="a"), B], "zh_CN")
    assert str(again) == str(file)
    assert not change.renamed


def test_a_text_renamed_and_changed_at_once_is_marked() -> None:
    file, _ = updated(catalog((A, "港口")), [SourceEntry("港湾", "c", former="a")], "zh_CN")
    (entry,) = file.entries
    assert (entry.text, entry.previous, entry.is_fuzzy) == ("港口", "港", True)


def test_was_may_be_written_after_an_update_that_did_not_know_of_it() -> None:
    lost, change = updated(catalog((A, "港口")), [SourceEntry("港", "c")], "zh_CN")
    assert (change.alike, gone(lost)) == ((("c", "a"),), ["a"])
    found, _ = updated(lost, [SourceEntry("港", "c", former="a")], "zh_CN")
    assert (texts(found), gone(found)) == ({"c": "港口"}, [])


def test_ten_twins_renamed_keep_each_their_own_text() -> None:
    twins = [(SourceEntry("営口市の代表団が来訪", f"e{number}"), f"第{number}次来访") for number in range(10)]
    renamed = [SourceEntry("営口市の代表団が来訪", f"visit-{number}", former=f"e{number}") for number in range(10)]
    file, change = updated(catalog(*twins), renamed[::-1], "zh_CN")
    assert texts(file) == {f"visit-{number}": f"第{number}次来访" for number in range(10)}
    assert len(change.renamed) == 10


def test_a_chain_of_names_is_followed() -> None:
    """b becomes c and a becomes b at once: both keep their own words, now and at the next update."""
    wanted = [SourceEntry("港", "b", former="a"), SourceEntry("市", "c", former="b")]
    file, _ = updated(catalog((A, "港口"), (B, "城市")), wanted, "zh_CN")
    assert texts(file) == {"b": "港口", "c": "城市"}
    again, _ = updated(file, wanted, "zh_CN")
    assert texts(again) == texts(file)


def test_a_former_name_in_use_again_gives_nobody_the_others_words() -> None:
    reused = [SourceEntry("市", "a"), SourceEntry("港", "c", former="a")]
    file, _ = updated(catalog((A, "港口")), reused, "zh_CN")
    assert texts(file) == {"a": "", "c": "港口"}
    translated, _ = filled(file, {"a": "城市"})
    bare = PoFile(file.header, tuple(entry for entry in translated.entries if entry.key == "a"))
    assert texts(updated(bare, reused, "zh_CN")[0]) == {"a": "城市", "c": ""}


def test_a_former_name_in_use_again_by_a_twin_is_marked() -> None:
    reused = [A, SourceEntry("港", "c", former="a")]
    file, _ = updated(catalog((A, "港口")), reused, "zh_CN")
    found = {entry.key: entry for entry in file.entries}
    assert found["a"].text == ""
    assert (found["c"].text, found["c"].is_fuzzy, found["c"].previous_context) == ("港口", True, "a")


def test_names_changed_with_each_other_are_found() -> None:
    swapped = [
        SourceEntry("港", "a", former="b"),
        SourceEntry("市", "b", former="a"),
        SourceEntry("海", "c", former="a"),
    ]
    assert [each.key for each in rename_cycles(swapped)] == ["a", "b"]
    assert not rename_cycles([SourceEntry("港", "c", former="a"), SourceEntry("市", "d", former="b")])


def test_a_second_save_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "content.po"
    file, _ = updated(None, [A, B], "zh_CN")
    assert save(file, path)
    before = path.read_bytes()
    again, _ = updated(read_po(before.decode()), [A, B], "zh_CN")
    assert not save(again, path)
    assert path.read_bytes() == before
    assert b"Date" not in before


def test_translations_without_an_entry_are_named() -> None:
    file, unknown = filled(updated(None, [A], "zh_CN")[0], {"a": "港口", "x": "?"})
    assert unknown == ("x",)
    assert texts(file) == {"a": "港口"}


def test_a_translation_written_in_is_no_longer_in_doubt() -> None:
    old, _ = updated(catalog((A, "港口")), [SourceEntry("港湾", "a")], "zh_CN")
    file, _ = filled(old, {"a": "港湾"})
    (entry,) = file.entries
    assert (entry.text, entry.flags, entry.previous) == ("港湾", (), "")


def test_texts_are_extracted_once_a_key_in_the_order_of_their_places() -> None:
    second = Text("市", "b", Span("content/a.yaml", 9))
    first = Text("港", "a", Span("content/a.yaml", 2))
    entries = content_entries([second, first, first, Text("", "empty", Span("x")), Text("?", "")])
    assert [entry.key for entry in entries] == ["a", "b"]
    assert "#: content/a.yaml\n" in str(template(entries))


def test_a_label_tells_the_translator_its_fields() -> None:
    (entry,) = label_entries([Label("k", "{b}と{a}")])
    assert entry.fields == ("a", "b")
    assert "#. {a} {b}" in str(template([entry]))
