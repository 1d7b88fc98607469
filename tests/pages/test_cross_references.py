"""What “→ p. 12” leads to: the page that tells what a question asks, never one that is only ordered with its record."""

from __future__ import annotations

from typing import Any

import pytest

from brochure.content.page_content import PageContent
from brochure.content.quiz import Found
from brochure.pages import PAGE_TYPES
from brochure.pages.cross_references import page_of_found
from brochure.pages.page_type import Setting
from brochure.source.model import changed
from pages.setting import NUMBERS, project, setting

DIGEST = project().pages["hokkaido-china"]


def digest(**more: Any) -> Setting:
    return setting(pages=DIGEST, references={page.id: number for number, page in enumerate(DIGEST, 1)}, **more)


def place(kind: str) -> int:
    return next(number for number, page in enumerate(DIGEST, 1) if page.type == kind)


def test_an_entry_is_told_on_the_timeline_not_on_another_page_of_its_exchange() -> None:
    found = Found(exchange="rumoi-yingkou", entry="1990-04-friendship-port")
    assert page_of_found(found, setting(references=NUMBERS)) == NUMBERS["timeline"]
    without = tuple(page for page in project().pages["rumoi"] if page.type != "timeline")
    assert page_of_found(found, setting(references=NUMBERS, pages=without)) == 0


@pytest.mark.parametrize(("entry", "at"), [("1990-04-friendship-port", 20), ("1996-08-children", 22), ("none", 0)])
def test_of_the_spreads_of_a_timeline_it_is_the_one_with_the_entrys_year(entry: str, at: int) -> None:
    spreads: list[PageContent] = [
        page for page in project().pages["rumoi-yingkou-40th"] if page.type == "timeline-spread"
    ]
    references = {page.id: 18 + 2 * number for number, page in enumerate(spreads)}
    known = setting(pages=tuple(spreads), references=references)
    assert page_of_found(Found(exchange="rumoi-yingkou", entry=entry), known) == at


def test_the_surest_page_is_named_where_several_tell_of_it() -> None:
    assert page_of_found(Found(event="1972-10-saplings", municipality="engaru"), digest()) == place("chronology")
    assert page_of_found(Found(tie="sapporo-shenyang", event="1972-10-saplings"), digest()) == place("ties-map")
    assert page_of_found(Found(municipality="engaru"), digest()) == place("finder")
    assert page_of_found(Found(talk="two-harbours", city="rumoi"), digest()) == place("kids")
    assert page_of_found(Found(), digest()) == 0


def test_every_question_that_is_asked_is_answered_in_the_booklet_it_stands_in() -> None:
    quiz = next(page for page in DIGEST if page.type == "quiz")
    asked = [project().booklet.quiz[name] for name in getattr(quiz, "questions", ())]
    assert len(asked) >= 10
    assert all(page_of_found(each.found, digest()) for each in asked)


def test_a_question_no_page_answers_is_told() -> None:
    quiz = changed(next(page for page in DIGEST if page.type == "quiz"), questions=("kazunoko", "monument"))
    own = digest()
    PAGE_TYPES["quiz"].lay_out(quiz, own)
    told = [each for each in own.report if each.code == "pages.unanswered-question"]
    assert [dict(each.message.values)["question"] for each in told] == ["monument"]
    first_pass = setting(pages=DIGEST)
    PAGE_TYPES["quiz"].lay_out(quiz, first_pass)
    assert not [each for each in first_pass.report if each.code == "pages.unanswered-question"]
