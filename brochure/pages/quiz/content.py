"""What the author orders for the quiz."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from brochure.content.identity import QuestionId
from brochure.content.page_content import PageContent


class Answers(StrEnum):
    """Where the answers stand: at the foot upside down, or on the last page."""

    UPSIDE_DOWN = "upside-down"
    LAST_PAGE = "last-page"


class QuizContent(PageContent):
    """The questions, all of them where none is named, where their answers stand, and on how many pages they
    are asked at the least.
    """

    questions: tuple[QuestionId, ...] = ()
    answers: Answers = Answers.LAST_PAGE
    art: str = ""
    pages: Annotated[int, Meta(ge=1, le=4)] = 1
