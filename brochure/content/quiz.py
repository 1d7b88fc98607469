"""A quiz: questions with their choices, and where in the booklet a reader finds the answer."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import CityId, EventId, ExchangeId, Id, MunicipalityId, PartnershipId, StoryId, TalkId
from brochure.content.text import Text
from brochure.source.model import Model


class Choice(Model):
    """One of the answers to choose from."""

    id: Id
    text: Text


class Found(Model):
    """Where the answer is told: a story, a talk, a city, an exchange (and in it an `entry`), a tie, a town, a date."""

    story: StoryId | None = None
    talk: TalkId | None = None
    city: CityId | None = None
    exchange: ExchangeId | None = None
    entry: str = ""
    tie: PartnershipId | None = None
    municipality: MunicipalityId | None = None
    event: EventId | None = None


class Question(Model):
    """A question of the quiz; `answer` is the id of the right choice, `explanation` is printed with it."""

    id: Id
    question: Text
    choices: Annotated[tuple[Choice, ...], Meta(min_length=2)]
    answer: str
    explanation: Text
    found: Found = Found()
    note: str = ""

    @property
    def answer_number(self) -> int:
        """The place of the right choice, from 1; 0 where the answer is none of them."""
        return next((number for number, each in enumerate(self.choices, 1) if each.id == self.answer), 0)
