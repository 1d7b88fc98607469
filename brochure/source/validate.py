"""From nodes to the author's records: every value typed by its field, every mistake told in our own words.

A key path is made of the mapping's keys, and of ids where it goes through a list, never of positions:
`cities.rumoi.sections.position.text`. An item that says `was: old-id` gives its texts their former key beside it,
`cities.rumoi.sections.place.text`, so that translations follow a rename.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from brochure.diagnostics import Diagnostic, Report, Severity, Span, error, message
from brochure.source.complaints import told
from brochure.source.model import Model
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode, first_place
from brochure.source.words import Record, Refused, Words

__all__ = ["Model", "Refused", "Words", "validate"]

M = TypeVar("M", bound=Model)


def validate(model: type[M], node: Node, report: Report, key: str = "", former: str = "") -> M | None:
    """The record a node holds, or None where anything in it is wrong; all that is wrong goes to the report.

    `key` is the path the keys of the record's texts begin with (`editions.rumoi.cover`), `former` that before a rename;
    where none is given, the record's own `was` tells.
    """
    if not isinstance(node, MappingNode):
        what = message("a mapping is expected here: lines of “key: value”")
        report.add(error("content.wrong-type", what, first_place(node)))
        return None
    twins = tuple(_twins(node))
    report.extend(twins)
    try:
        record = model.model_validate(_record(node, key, former or _former(node, key)))
    except ValidationError as problem:
        report.extend(told(problem.errors(include_url=False), model, node))
        return None
    return None if twins else record


def _data(node: Node, key: str, former: str) -> Any:
    if isinstance(node, ScalarNode):
        return Words(node, key, former if former != key else "")
    if isinstance(node, MappingNode):
        return _record(node, key, former)
    return [_data(item, _item_key(item, key), _item_key(item, former, "was")) for item in node.items]


def _record(node: MappingNode, key: str, former: str) -> Record:
    """The mapping with its keys' paths; keys without a value are left out, as if they were not written."""
    record = Record()
    record.node = node
    for name, value in node.values.items():
        if not (isinstance(value, ScalarNode) and value.is_nothing):
            record[name] = _data(value, _inner(key, name), _inner(former, name))
    return record


_NO_ID = "\0"  # the path through a list item that has no id: no text may hang on it


def _inner(key: str, name: str) -> str:
    """The path of a value under a key of a mapping."""
    return _NO_ID if key == _NO_ID else f"{key}.{name}" if key else name


def _item_key(item: Node, key: str, field: str = "id") -> str:
    """The path of a list item by its id, or by the one it had."""
    name = (item.text(field) or item.text("id")) if isinstance(item, MappingNode) else ""
    if not name or key == _NO_ID:
        return _NO_ID
    return f"{key}.{name}" if key else name


def _former(node: MappingNode, key: str) -> str:
    """The key a record's path began with before it was renamed; the present one where it was not."""
    was, name = node.text("was"), node.text("id")
    return f"{key.removesuffix(name)}{was}" if was and name and key.endswith(f".{name}") else key


def _twins(node: Node) -> Iterator[Diagnostic]:
    """Ids that two items of one list share: the second is at fault, and the first is shown."""
    if isinstance(node, MappingNode):
        for value in node.values.values():
            yield from _twins(value)
    elif isinstance(node, SequenceNode):
        yield from twins_among(node.items)
        for item in node.items:
            yield from _twins(item)


def twins_among(items: tuple[Node, ...]) -> Iterator[Diagnostic]:
    """A finding for each item whose `id` an item before it has."""
    seen: dict[str, Span] = {}
    for item in items:
        name = item.get("id") if isinstance(item, MappingNode) else None
        if not isinstance(name, ScalarNode) or name.is_nothing:
            continue
        if name.text in seen:
            yield duplicate_id(name, seen[name.text])
        else:
            seen[name.text] = name.span


def duplicate_id(name: ScalarNode, first: Span) -> Diagnostic:
    """The finding that an id is taken: at the second, with the first one's place."""
    return Diagnostic(
        Severity.ERROR,
        "content.duplicate-id",
        message("the id “{id}” is taken", id=name.text),
        name.span,
        (message("give this one an id of its own; ids that are in use should stay, translations hang on them"),),
        ((first, message("the first one is here")),),
    )
