"""The refusal of words that will not do, and the marks on fields whose words are looked at."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from brochure.diagnostics import Message


class Refused(ValueError):
    """What a field's type says of words that will not do: the code, the sentence, the cures, the part of the text."""

    def __init__(self, code: str, what: Message, *hints: Message, offset: int = 0, length: int = 0) -> None:
        super().__init__(str(what))
        self.code = code
        self.what = what
        self.hints = hints
        self.offset = offset
        self.length = length


class Checked(Struct, frozen=True):
    """A mark on a field of words: `check` gives them in their one spelling, or raises Refused."""

    check: Callable[[str], str]


class OneOrMany(Struct, frozen=True):
    """A mark on a list of words: one word may stand without brackets."""
