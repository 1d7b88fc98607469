"""The shipped stories, quiz, phrasebook and samples: as many as promised, of the length of a page, true to the data."""

from __future__ import annotations

import re

import pytest

from brochure.content.text import iterate_texts
from content.test_shipped_reference import shipped


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
