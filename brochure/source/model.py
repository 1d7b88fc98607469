"""The base of every class an author's mapping is read into; what it is fed with is made in `feeding`.

A class is a `msgspec.Struct`: msgspec takes what is right, without anything being built beforehand. Where it does not,
`judge` has pydantic find all that is wrong. Modules of such classes do without `from __future__ import annotations`:
what it leaves as words would have to be read at every start.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, dataclass_transform, get_args

from msgspec import NODEFAULT, Struct, StructMeta, field
from msgspec.structs import replace

from brochure.diagnostics import Span
from brochure.source.nodes import MappingNode, find, first_place
from brochure.source.words import Refused

__all__ = ["Model", "Refused", "changed", "hints_of", "is_record", "is_required", "set_node"]


class _Placed:
    """Knows the mapping it was read from, which is no part of what it is."""

    __slots__ = ("_node",)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class _RecordClass(StructMeta):
    """Fields are given by name alone, so that they stand in the order an author writes them in."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any) -> _RecordClass:
        return super().__new__(cls, name, bases, namespace, kw_only=True, **options)


class Model(_Placed, Struct, metaclass=_RecordClass, frozen=True, forbid_unknown_fields=True):
    """What an author writes as a mapping: frozen, and closed to keys it does not name.

    Read from a file, it remembers where: `span` is the place of its first key, `place_of` that of a value inside.
    """

    @property
    def node(self) -> MappingNode | None:
        """The mapping it was read from; None where it was not read from a file."""
        return getattr(self, "_node", None)

    @property
    def span(self) -> Span | None:
        """Where it begins in its file; None where it was not read from one."""
        return first_place(self.node) if self.node else None

    def place_of(self, *path: str | int) -> Span | None:
        """Where the value under a key (and so on inward) stands; the model's own place where it is not written."""
        found = find(self.node, path) if self.node else None
        return first_place(found) if found else self.span


set_node = _Placed.__dict__["_node"].__set__
"""Lets a record, of which nothing changes, know the mapping it was read from."""

M = TypeVar("M", bound=Model)


def changed(record: M, **fields: Any) -> M:
    """The record with other values in some of its fields; it stands where it stood."""
    found = replace(record, **fields)
    if record.node is not None:
        set_node(found, record.node)
    return found


@cache
def hints_of(model: type[Model]) -> dict[str, Any]:
    """The types of a class's fields with their marks, in the order of the fields. Where words stand for them they are
    put in the words' place, where msgspec finds them and need not read those again.
    """
    found = dict[str, Any]()
    for each in reversed(model.__mro__):
        if issubclass(each, Model):
            if any(isinstance(hint, str) for hint in each.__annotations__.values()):
                from inspect import get_annotations

                each.__annotations__.update(get_annotations(each, eval_str=True))
            found.update(each.__annotations__)
    return {name: found[name] for name in model.__struct_fields__}


def is_record(hint: Any) -> bool:
    """Whether a type is a class of records itself, not a list or a choice of them."""
    return isinstance(hint, type) and not get_args(hint) and issubclass(hint, Model)


def is_required(model: type[Model], name: str) -> bool:
    """Whether an author must write the field."""
    fields, defaults = model.__struct_fields__, model.__struct_defaults__
    place = fields.index(name) - len(fields) + len(defaults)
    return place < 0 or defaults[place] is NODEFAULT
