"""The refusal of words that will not do, and how it reaches pydantic.

Nothing here knows pydantic: what only speaks of dates or names need not load it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from brochure.diagnostics import Message

T = TypeVar("T")


class Refused(ValueError):
    """What a field's type says of words that will not do: the code, the sentence, the cures, the part of the text."""

    def __init__(self, code: str, what: Message, *hints: Message, offset: int = 0, length: int = 0) -> None:
        super().__init__(str(what))
        self.code = code
        self.what = what
        self.hints = hints
        self.offset = offset
        self.length = length


def given(kind: type[T], parse: Callable[[str], T]) -> Callable[[Any], T]:
    """What pydantic is to call for a type that was read beforehand: its values pass, a refusal is raised, words are
    parsed.
    """

    def passed(value: Any) -> T:
        if isinstance(value, kind):
            return value
        if isinstance(value, Refused):
            raise value
        return parse(str(value))

    return passed
