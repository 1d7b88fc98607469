"""What the author orders for a story."""

from enum import StrEnum
from typing import Literal

from brochure.content.identity import StoryId
from brochure.content.page_content import ProseContent


class Writing(StrEnum):
    """Which way its lines run."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


class Reader(StrEnum):
    """Who reads it: for a child the type is large, and spaces part the phrases."""

    ADULT = "adult"
    CHILD = "child"


class StoryContent(ProseContent):
    """The story that is told, which way its lines run, and on how many pages.

    The story's own title stands on the page; `title` names it in the contents. `art` fills what the copy leaves free.
    `shows_grid` draws the characters and lines of the type area under the copy, for judging it.
    """

    story: StoryId
    reader: Reader = Reader.ADULT
    shows_grid: bool = False
    writing: Writing = Writing.HORIZONTAL
    pages: Literal[1, 2, 3, 4] = 1
