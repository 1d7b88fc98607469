"""Translations that are there already are taken over where key and words are the same, and nowhere else."""

from brochure.translation.copying import filled_from
from brochure.translation.po import PoFile, read_po

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
OURS = read_po(
    HEAD + 'msgctxt "a"\nmsgid "甲"\nmsgstr "A"\n\nmsgctxt "b"\nmsgid "乙"\nmsgstr "B"\n\n'
    '#, fuzzy\nmsgctxt "c"\nmsgid "丙"\nmsgstr "C"\n'
)


def _texts(file: PoFile) -> dict[str, str]:
    return {entry.key: entry.text for entry in file.entries if entry.key}


def test_what_is_lacking_is_filled_and_what_is_translated_stays() -> None:
    file = read_po(HEAD + 'msgctxt "a"\nmsgid "甲"\nmsgstr ""\n\nmsgctxt "b"\nmsgid "乙"\nmsgstr "mine"\n')
    assert _texts(filled_from(file, OURS)) == {"a": "A", "b": "mine"}


def test_other_words_under_the_same_key_and_what_is_in_doubt_are_left_to_the_translator() -> None:
    file = read_po(HEAD + 'msgctxt "a"\nmsgid "申"\nmsgstr ""\n\nmsgctxt "c"\nmsgid "丙"\nmsgstr ""\n')
    assert filled_from(file, OURS) == file
