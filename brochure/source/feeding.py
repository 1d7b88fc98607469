"""What classes are fed with, made in one pass over a mapping's nodes: each value as its field takes it.

What a field cannot take is given as it is written, so that the field's own complaint is told. A type that reads itself
is asked by its `taken`; if it refuses, the refusal stands in the place of the value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from msgspec import Struct, field

from brochure.source.model import Model, hints_of, is_record, set_node
from brochure.source.nodes import NOTHING, MappingNode, Node, ScalarNode, SequenceNode, is_nothing, plain
from brochure.source.words import Checked, OneOrMany, Refused

NO_ID = "\0"  # the path through a list item that has no id: no text may hang on it


class Pass(Struct):
    """One pass over a record's nodes. Two items of a list may have the same id where a list says so, or was given as
    it is written.
    """

    may_have_twins: bool = False


Feeder: TypeAlias = Callable[[str, Node, str, str, Pass], Any]
"""Makes a field's value: of its name, what stands in it, the path its texts' keys begin with, and that before a rename.
"""


class Form(Struct):
    """How the mappings of a class are fed to it: a feeder for each field, made when one stands in a file; `nested` are
    those among them that hold other records.
    """

    model: type[Model]
    feeders: dict[str, Feeder] = field(default_factory=dict[str, Feeder])
    nested: list[str] = field(default_factory=list[str])

    def fed(self, node: MappingNode, key: str, former: str, own: Pass) -> dict[str, Any]:
        """A mapping for its class; keys without a value are left out, as if they were not written, if it knows them."""
        record, feeders = dict[str, Any](), self.feeders
        for name, value in node.values.items():
            feeder = feeders.get(name) or self._feeder(name)
            if type(value) is ScalarNode:
                text = value.text
                if len(text) <= _LONGEST and text in NOTHING and not value.style:
                    if feeder is _unknown:
                        record[name] = None
                elif feeder is _plain:
                    record[name] = text
                else:
                    record[name] = feeder(name, value, key, former, own)
            else:
                record[name] = feeder(name, value, key, former, own)
        return record

    def place(self, record: Model, node: MappingNode) -> None:
        """Let a record that was made of a mapping know where it stands, and all that is in it."""
        set_node(record, node)
        for name in self.nested:
            value = node.values.get(name)
            if value is not None:
                _place(getattr(record, name), value)

    def _feeder(self, name: str) -> Feeder:
        known = hints_of(self.model).get(name)
        if known is None:
            return _unknown
        if _holds_records(known):
            self.nested.append(name)
        feeder = self.feeders[name] = feeder_of(known)
        return feeder


_LONGEST = max(map(len, NOTHING))


def _place(value: Any, node: Node) -> None:
    """The same of what stands under a key, which may have been left out: then the value is the class's own."""
    if type(node) is SequenceNode:
        for own, item in zip(value, node.items, strict=True):
            _place(own, item)
    elif type(node) is not MappingNode:
        return
    elif isinstance(value, Model):
        form_of(type(value)).place(value, node)
    else:
        for name, own in value.items():
            _place(own, node.values[name])


@cache
def form_of(model: type[Model]) -> Form:
    """How a class is fed."""
    return Form(model)


def feeder_of(annotation: Any) -> Feeder:
    """The feeder of a type; of one that may be left out, that of the rest."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(feeder_of(parts[0]), parts[1:])
    if origin in (UnionType, Union):
        return feeder_of(next(part for part in parts if part is not NoneType))
    if origin is Literal:
        return _of_words(_choice) if any(type(part) is int for part in parts) else _plain
    if origin is tuple:
        return _list_of(parts[0])
    if origin is dict:
        return _table(feeder_of(parts[1]))
    if annotation in _TYPES:
        return _of_words(_TYPES[annotation])
    if annotation is Any:
        return _as_written
    if is_record(annotation):
        return _record(annotation)
    return _own(annotation.taken) if hasattr(annotation, "taken") else _plain


def _marked(feeder: Feeder, marks: tuple[Any, ...]) -> Feeder:
    for mark in marks:
        if isinstance(mark, Checked):
            return _checked(mark.check)
        if isinstance(mark, OneOrMany):
            return _several
    return feeder


def _holds_records(annotation: Any) -> bool:
    return is_record(annotation) or any(map(_holds_records, get_args(annotation)))


def _unknown(name: str, node: Node, key: str, former: str, own: Pass) -> Any:
    own.may_have_twins = True
    return None


def _as_written(name: str, node: Node, key: str, former: str, own: Pass) -> Node:
    own.may_have_twins = True
    return node


def _plain(name: str, node: Node, key: str, former: str, own: Pass) -> Any:
    """Words as they are; lists and mappings of them."""
    if type(node) is ScalarNode:
        return node.text
    own.may_have_twins = True
    return plain(node)


class _Unread:
    """Words in the place of a number or of true and false: no type takes it, so the field's own complaint is told."""


_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)  # what fits a machine's word: Python reads no more than 4300
_FRACTION = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_TRUTHS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}


def _whole(words: str) -> object:
    """A whole number, in one spelling: never 0164, 1_000, +5 or 12.0."""
    return int(words) if _WHOLE.fullmatch(words) else _Unread()


def _fraction(words: str) -> object:
    return float(words) if _FRACTION.fullmatch(words) else _Unread()


def _truth(words: str) -> object:
    """True or false in one spelling each: never yes, off, t or 1."""
    return _TRUTHS.get(words, _Unread())


def _choice(words: str) -> object:
    """A choice among numbers (`Literal[1, 2]`): those are compared without reading the words."""
    return int(words) if _WHOLE.fullmatch(words) else words


_TYPES: dict[Any, Callable[[str], object]] = {int: _whole, float: _fraction, bool: _truth}


def _of_words(read: Callable[[str], object]) -> Feeder:
    def fed(name: str, node: Node, key: str, former: str, own: Pass) -> Any:
        return read(node.text) if type(node) is ScalarNode else _plain(name, node, key, former, own)

    return fed


def _checked(check: Callable[[str], str]) -> Feeder:
    def fed(name: str, node: Node, key: str, former: str, own: Pass) -> Any:
        if type(node) is not ScalarNode:
            return _plain(name, node, key, former, own)
        try:
            return check(node.text)
        except Refused as refusal:
            return refusal

    return fed


def _several(name: str, node: Node, key: str, former: str, own: Pass) -> Any:
    """A list of words, where one word may stand without brackets."""
    return [node.text] if type(node) is ScalarNode else _plain(name, node, key, former, own)


def _own(taken: Callable[[Node, str, str], Any]) -> Feeder:
    def fed(name: str, node: Node, key: str, former: str, own: Pass) -> Any:
        path = inner(key, name)
        try:
            return taken(node, path, path if former is key else inner(former, name))
        except Refused as refusal:
            own.may_have_twins = True
            return refusal

    return fed


def _record(model: type[Model]) -> Feeder:
    def fed(name: str, node: Node, key: str, former: str, own: Pass) -> Any:
        if type(node) is not MappingNode:
            return _plain(name, node, key, former, own)
        path = inner(key, name)
        return form_of(model).fed(node, path, path if former is key else inner(former, name), own)

    return fed


def _table(feeder: Feeder) -> Feeder:
    """The feeder of a mapping whose keys the author chooses."""

    def fed(name: str, node: Node, key: str, former: str, own: Pass) -> Any:
        if type(node) is not MappingNode:
            return _plain(name, node, key, former, own)
        path = inner(key, name)
        was = path if former is key else inner(former, name)
        return {
            word: feeder(word, value, path, was, own) for word, value in node.values.items() if not is_nothing(value)
        }

    return fed


def _list_of(kind: Any) -> Feeder:
    form = form_of(kind) if is_record(kind) else None
    feeder = feeder_of(kind)

    def fed(name: str, node: Node, key: str, former: str, own: Pass) -> Any:
        if type(node) is not SequenceNode:
            return _plain(name, node, key, former, own)
        if form is not None:
            return _records(form, name, node, key, former, own)
        return [feeder(name, item, NO_ID, NO_ID, own) for item in node.items]

    return fed


def _records(form: Form, name: str, node: SequenceNode, key: str, former: str, own: Pass) -> list[Any]:
    outer = inner(key, name)
    outer_former = outer if former is key else inner(former, name)
    seen: set[str] = set()
    found: list[Any] = []
    for item in node.items:
        if type(item) is not MappingNode:
            found.append(_plain(name, item, key, former, own))
            continue
        word = item.text("id")
        if word in seen:
            own.may_have_twins = True
        seen.add(word)
        path = item_key(word, outer)
        if outer_former is outer and "was" not in item.values:
            found.append(form.fed(item, path, path, own))
        else:
            found.append(form.fed(item, path, item_key(item.text("was") or word, outer_former), own))
    return found


def inner(key: str, name: str) -> str:
    """The path of a value under a key of a mapping."""
    return NO_ID if key == NO_ID else f"{key}.{name}" if key else name


def item_key(word: str, key: str) -> str:
    """The path of a list item by its id, or by the one it had."""
    if not word or key == NO_ID:
        return NO_ID
    return f"{key}.{word}" if key else word
