"""The base of every class an author's mapping is read into; what it is fed with stands in `words`."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import UnionType
from typing import Annotated, Any, Literal, Self, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from brochure.diagnostics import Span
from brochure.source.nodes import MappingNode, Path, find, first_place
from brochure.source.words import Record, Refused, Words

__all__ = ["Model", "Record", "Refused", "Words", "path_of"]


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
        for key in data.node.values:
            if key not in cls.model_fields:
                data.setdefault(key, None)  # unknown and without a value: it was left out, and must be told
        for name, reader in _readers(cls):
            if isinstance(data.get(name), Words):
                data[name] = reader(data[name])
        model = handler(data)
        model._node = data.node
        return model


class _Unread:
    """Words in the place of a number or of true and false: no type takes it, so the field's own complaint is told."""


_WHOLE = re.compile(r"-?(?:0|[1-9]\d*)", re.ASCII)
_FRACTION = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_TRUTHS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}


def _whole(words: Words) -> object:
    """A whole number, in one spelling: pydantic would read 0164, 1_000, +5 and 12.0 too."""
    return int(words) if _WHOLE.fullmatch(words) else _Unread()


def _fraction(words: Words) -> object:
    return float(words) if _FRACTION.fullmatch(words) else _Unread()


def _truth(words: Words) -> object:
    """True or false in one spelling each: pydantic would read yes, off, t and 1 too."""
    return _TRUTHS.get(words, _Unread())


def _choice(words: Words) -> object:
    """A choice among numbers (`Literal[1, 2]`): pydantic compares those without reading the words."""
    return int(words) if _WHOLE.fullmatch(words) else words


_Reader = Callable[[Words], object]
_READERS: dict[type[Model], tuple[tuple[str, _Reader], ...]] = {}


def _readers(model: type[Model]) -> tuple[tuple[str, _Reader], ...]:
    """The fields that hold no words, each with the function that reads it."""
    found = _READERS.get(model)
    if found is None:
        readers = ((name, _reader(field.annotation)) for name, field in model.model_fields.items())
        found = _READERS[model] = tuple((name, reader) for name, reader in readers if reader is not None)
    return found


def _reader(annotation: Any) -> _Reader | None:
    if annotation in _TYPES:
        return _TYPES[annotation]
    if get_origin(annotation) is Literal:
        return _choice if any(type(choice) is int for choice in get_args(annotation)) else None
    if get_origin(annotation) in (UnionType, Union, Annotated):
        return next((reader for part in get_args(annotation) if (reader := _reader(part))), None)
    return None


_TYPES: dict[Any, _Reader] = {int: _whole, float: _fraction, bool: _truth}


def path_of(location: tuple[str | int, ...]) -> Path:
    """A pydantic location without the marks it adds of its own."""
    return tuple(step for step in location if step != "[key]")
