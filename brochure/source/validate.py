"""From nodes to the author's records: every value typed by its field, every mistake told in our own words.

A key path is made of the mapping's keys, and of ids where it goes through a list, never of positions:
`cities.rumoi.sections.position.text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from brochure.diagnostics import Diagnostic, Report, Severity, Span, error, message
from brochure.source.complaints import told
from brochure.source.model import Model, Record, Refused, Words
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode, first_place

__all__ = ["Model", "Refused", "Words", "validate"]

M = TypeVar("M", bound=Model)


def validate(model: type[M], node: Node, report: Report, key: str = "") -> M | None:
    """The record a node holds, or None where anything in it is wrong; all that is wrong goes to the report.

    `key` is the path the keys of the record's texts begin with (`editions.rumoi.cover`).
    """
    if not isinstance(node, MappingNode):
        what = message("a mapping is expected here: lines of “key: value”")
        report.add(error("content.wrong-type", what, first_place(node)))
        return None
    twins = tuple(_twins(node))
    report.extend(twins)
    try:
        record = model.model_validate(_record(node, key))
    except ValidationError as problem:
        report.extend(told(problem.errors(include_url=False), model, node))
        return None
    return None if twins else record


def _data(node: Node, key: str) -> Any:
    if isinstance(node, ScalarNode):
        return Words(node, key)
    if isinstance(node, MappingNode):
        return _record(node, key)
    return [_data(item, _item_key(item, key)) for item in node.items]


def _record(node: MappingNode, key: str) -> Record:
    """The mapping with its keys' paths; keys without a value are left out, as if they were not written."""
    record = Record()
    record.node = node
    is_rooted = key != _NO_ID
    for name, value in node.entries:
        if not (isinstance(value, ScalarNode) and value.is_nothing):
            inner = f"{key}.{name.text}" if key and is_rooted else name.text if is_rooted else _NO_ID
            record[name.text] = _data(value, inner)
    return record


_NO_ID = "\0"  # the path through a list item that has no id: no text may hang on it


def _item_key(item: Node, key: str) -> str:
    name = item.text("id") if isinstance(item, MappingNode) else ""
    if not name or key == _NO_ID:
        return _NO_ID
    return f"{key}.{name}" if key else name


def _twins(node: Node) -> Iterator[Diagnostic]:
    """Ids that two items of one list share: the second is at fault, and the first is shown."""
    if isinstance(node, MappingNode):
        for _, value in node.entries:
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
