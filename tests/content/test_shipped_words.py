"""The shipped stories, quiz, phrasebook and samples: as many as promised, of the length of a page, true to the data."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import asdict
from projects import ROOT

from brochure.content.text import Text, iterate_texts, parse_marks
from brochure.diagnostics import Report
from brochure.translation.catalogs import read_catalog
from brochure.typesetting.pinyin import split_pinyin
from content.test_shipped_reference import shipped

HAN = re.compile("[々一-鿿]")
QUOTED_JAPANESE = re.compile("[“「]卓球[”」]")


def _digits(text: str) -> str:
    return text.translate(str.maketrans("〇一二三四五六七八九", "0123456789"))


def test_there_are_ten_stories_of_the_exchange() -> None:
    stories = shipped().stories
    assert len(stories) == 10
    for story in stories.values():
        assert story.exchange == "rumoi-yingkou"
        assert story.cities == ("rumoi", "yingkou")
        assert story.lead is not None


@pytest.mark.parametrize("name", sorted(shipped().stories))
def test_a_story_has_the_length_of_a_page(name: str) -> None:
    story = shipped().stories[name]
    assert story.text is not None
    assert 300 <= len(story.text.plain.replace("\n", "")) <= 700


@pytest.mark.parametrize("name", sorted(shipped().stories))
def test_every_year_of_a_story_is_one_of_the_timeline(name: str) -> None:
    """Or of the year a story looks forward to: 2030, the fortieth since the agreement."""
    exchange = shipped().exchanges["rumoi-yingkou"]
    years = {entry.date.year for entry in (*exchange.timeline, *exchange.citizens.entries)}
    story = shipped().stories[name]
    assert story.text is not None
    told = {int(year) for year in re.findall(r"(\d{4})年", _digits(story.text.plain))}
    assert told
    assert told <= years | {exchange.tie.date.year + 40}


def test_people_in_stories_are_records() -> None:
    people = tuple(person.name.ja for person in shipped().people.values())
    for story in shipped().stories.values():
        assert story.text is not None
        for found in re.finditer(r"さんを団長|さんは|さんが|総裁ら", story.text.plain):
            before = story.text.plain[: found.start()]
            assert before.endswith((*people, "港務集団の")), (story.id, before[-8:])


def test_the_two_who_were_sent_in_2001_are_not_named() -> None:
    words = "".join(
        text.source for shelf in shipped().shelves() for each in shelf.values() for text in iterate_texts(each)
    )
    assert "川原" not in words
    assert "熊谷" not in words


def _childrens() -> list[Text]:
    booklet = shipped()
    shelves = (booklet.characters, booklet.talks, booklet.quiz)
    return [text for shelf in shelves for each in shelf.values() for text in iterate_texts(each)]


def test_children_find_a_reading_over_every_character() -> None:
    for text in _childrens():
        bare = "".join(piece.base for piece in text.pieces if not piece.ruby)
        assert not HAN.search(bare), (text.key, bare)


@pytest.mark.parametrize(("language", "is_reading"), [("zh_CN", "[a-zà-ǜ]+"), ("zh_TW", "˙?[ㄅ-ㄩ]+[ˊˇˋ]?")])
def test_children_find_a_reading_over_every_chinese_character(language: str, is_reading: str) -> None:
    catalog = read_catalog(ROOT, language, "content", Report())
    assert catalog is not None
    for text in _childrens():
        entry = catalog[text.key]
        assert entry is not None
        for piece in parse_marks(QUOTED_JAPANESE.sub("", entry.text)):
            if not piece.ruby:
                assert not HAN.search(piece.base), (text.key, piece.base)
                continue
            parts = piece.ruby.split("|")
            assert len(parts) == len(piece.base), (text.key, piece)
            assert all(re.fullmatch(is_reading, part) for part in parts), (text.key, piece)


def test_the_quiz_has_ten_questions_or_more_each_with_a_place_to_look() -> None:
    questions = shipped().quiz.values()
    assert len(questions) >= 10
    places = [{name for name, value in asdict(question.found).items() if value} for question in questions]
    assert all(places)
    assert {question.found.story for question in questions} - {None} >= {
        "first-voyage",
        "ping-pong-1981",
        "library-in-yingkou",
    }
    numbers = [question.answer_number for question in questions]
    assert all(numbers)
    assert len(set(numbers)) == 3  # not always the second


def test_numbers_in_the_quiz_are_those_of_the_data() -> None:
    quiz, entries = shipped().quiz, shipped().exchanges["rumoi-yingkou"].timeline
    entry = {each.id: each for each in entries}
    assert _answer("first-voyage") == f"{entry['1984-10-first-voyage'].people}人"
    assert _answer("children") == f"{entry['1996-08-children'].breakdown[0].people}人"
    duration = entry["1991-11-training"].duration
    assert duration is not None
    assert _answer("months-of-training") == f"{duration.months}か月"
    assert _answer("municipalities") == f"{len(shipped().municipalities)}"
    assert _answer("signing-year") == f"{shipped().exchanges['rumoi-yingkou'].tie.date.year}年"
    for question in quiz.values():
        if question.found.entry:
            assert str(entry[question.found.entry].date.year) in question.question.plain + question.explanation.plain


def _answer(name: str) -> str:
    question = shipped().quiz[name]
    return question.choices[question.answer_number - 1].text.plain


def test_phrases_have_pinyin_with_a_syllable_for_every_character() -> None:
    phrases = [phrase for situation in shipped().phrasebook.values() for phrase in situation.phrases]
    assert len(phrases) >= 30
    for phrase in phrases:
        for copy, pinyin in ((phrase.zh_CN, phrase.pinyin), (phrase.zh_TW, phrase.pinyin_in("zh_TW"))):
            letters = re.sub(r"[.?!,○]", "", pinyin).strip()
            characters = len(HAN.findall(copy))
            assert len(split_pinyin(letters, characters)) == characters, (copy, pinyin)


def test_samples_say_that_they_are_samples_and_name_nobody() -> None:
    booklet = shipped()
    for greeting in booklet.greetings.values():
        assert greeting.is_sample
        assert greeting.text.plain.startswith("【見本】")
        assert greeting.name.ja == "（氏名）"
    for roster in booklet.rosters.values():
        assert roster.is_sample
        assert {member.name.ja for member in roster.members} == {"（氏名）"}
    for programme in booklet.programmes.values():
        assert programme.is_sample
        assert programme.lead is not None
        assert "見本" in programme.lead.plain
