"""What fields are fed with: words and mappings with their places, and the refusal of what will not do.

Nothing here knows pydantic: what only speaks of dates or names need not load it.
"""

from __future__ import annotations

from typing import Any

from brochure.diagnostics import Message
from brochure.source.nodes import MappingNode, ScalarNode


class Words(str):
    """A scalar's text on its way into a field. `key` is its stable path; "" where a list item on the way has no id.
    `former` is the path it had before a rename that says `was`, "" for none.
    """

    __slots__ = ("former", "key", "node")
    node: ScalarNode
    key: str
    former: str

    def __new__(cls, node: ScalarNode, key: str, former: str = "") -> Words:
        words = super().__new__(cls, node.text)
        words.node = node
        words.key = key
        words.former = former
        return words


class Record(dict[str, Any]):
    """A mapping on its way into a class."""

    __slots__ = ("node",)
    node: MappingNode


class Refused(ValueError):
    """What a field's type says of words that will not do: the code, the sentence, the cures, the part of the text."""

    def __init__(self, code: str, what: Message, *hints: Message, offset: int = 0, length: int = 0) -> None:
        super().__init__(str(what))
        self.code = code
        self.what = what
        self.hints = hints
        self.offset = offset
        self.length = length
