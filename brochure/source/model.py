"""The base of every class an author's mapping is read into, and the values it is fed with.

Scalars reach a field as `Words`: a `str` that knows its place and its key. A mapping reaches a class as `Record`: a
`dict` that knows its node. A field's own type turns words into values and says `Refused` where they will not do.
"""

from __future__ import annotations

from typing import Any, Literal, Self, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from brochure.diagnostics import Message, Span
from brochure.source.nodes import MappingNode, Path, ScalarNode, find, first_place


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


class Model(BaseModel):
    """What an author writes as a mapping: frozen, and closed to keys it does not name.

    Read from a file, it remembers where: `span` is the place of its first key, `place_of` that of a value inside.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, allow_inf_nan=False)

    _node: MappingNode | None = PrivateAttr(default=None)

    @property
    def span(self) -> Span | None:
        """Where it begins in its file; None where it was not read from one."""
        return first_place(self._node) if self._node else None

    def place_of(self, *path: str | int) -> Span | None:
        """Where the value under a key (and so on inward) stands; the model's own place where it is not written."""
        found = find(self._node, path) if self._node else None
        return first_place(found) if found else self.span

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(data, Record):
            return handler(data)
        numbers = _numbers(cls)
        for name in numbers:
            if name in data:
                data[name] = _counted(data[name])
        model = handler(data)
        model._node = data.node
        return model


_NUMBERS: dict[type[Model], tuple[str, ...]] = {}


def _numbers(model: type[Model]) -> tuple[str, ...]:
    """The fields whose choices are numbers (`Literal[1, 2]`): pydantic compares those without reading the words."""
    found = _NUMBERS.get(model)
    if found is None:
        found = _NUMBERS[model] = tuple(
            name for name, field in model.model_fields.items() if _is_choice_of_numbers(field.annotation)
        )
    return found


def _is_choice_of_numbers(annotation: Any) -> bool:
    if get_origin(annotation) is Literal:
        return any(type(choice) is int for choice in get_args(annotation))
    return any(_is_choice_of_numbers(part) for part in get_args(annotation))


def _counted(words: Any) -> Any:
    text = cast(str, words)
    return int(text) if isinstance(words, str) and text.isascii() and text.isdecimal() else words


def path_of(location: tuple[str | int, ...]) -> Path:
    """A pydantic location without the marks it adds of its own."""
    return tuple(step for step in location if step != "[key]")
