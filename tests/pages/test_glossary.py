"""The glossary: each word with the reading of the word its language has for it."""

from __future__ import annotations

import pytest

from brochure.drawing.frame import text_of
from brochure.pages import PAGE_TYPES
from brochure.typesetting.pinyin import split_pinyin
from pages.setting import project, setting

DIGEST = project().pages["hokkaido-china"]


def _words(language: str) -> str:
    content = next(page for page in DIGEST if page.type == "glossary")
    own = setting(language, pages=DIGEST, edition=next(e for e in project().editions if e.id == "hokkaido-china"))
    pages = PAGE_TYPES["glossary"].lay_out(content, own)
    return "".join(text_of(page.frame.items) for page in pages)


@pytest.mark.parametrize(
    ("language", "own", "others"),
    [
        ("ja", "訪中団（ほうちゅうだん）", "fǎng"),
        ("zh_CN", "访华团（fǎng Huá tuán）", "Zhōng"),
        ("zh_TW", "訪中團（fǎng Zhōng tuán）", "Huá"),
    ],
)
def test_a_word_is_read_as_its_language_has_it(language: str, own: str, others: str) -> None:
    words = _words(language)
    assert own in words
    assert others not in words


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_every_reading_shipped_has_a_syllable_a_character(language: str) -> None:
    terms = project().booklet.glossary.values()
    assert terms
    for term in terms:
        name = term.name.in_(language)
        assert len(split_pinyin(term.pinyin_in(language), len(name))) == len(name), term.id
