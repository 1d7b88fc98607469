"""From nodes to the author's records: every value typed by its field, every mistake told in our own words.

A key path is made of the mapping's keys, and of ids where it goes through a list, never of positions:
`cities.rumoi.sections.position.text`. An item that says `was: old-id` gives its texts their former key beside it,
`cities.rumoi.sections.place.text`, so that translations follow a rename.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from msgspec import ValidationError, convert

from brochure.diagnostics import Diagnostic, Report, Severity, Span, error, message
from brochure.source.feeding import Pass, form_of
from brochure.source.model import Model
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode, first_place
from brochure.source.words import Refused

__all__ = ["Model", "Refused", "validate"]

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
    own = Pass()
    form = form_of(model)
    fed = form.fed(node, key, former or _former(node, key), own)
    twins = tuple(_twins(node)) if own.may_have_twins else ()
    report.extend(twins)
    try:
        record = convert(fed, model)
    except ValidationError:
        report.extend(_mistakes(model, fed, node))
        return None
    form.place(record, node)
    return None if twins else record


def _mistakes(model: type[Model], fed: dict[str, Any], node: MappingNode) -> list[Diagnostic]:
    """All that is wrong with a mapping; only a mistake needs pydantic, so it is loaded by the first. Raises
    AssertionError where it finds nothing wrong.
    """
    from brochure.source.complaints import told
    from brochure.source.judge import problems

    found = problems(model, fed)
    assert found, f"a {model.__name__} that only one of its two readers takes"
    return list(told(found, model, node))


def _former(node: MappingNode, key: str) -> str:
    """The key a record's path began with before it was renamed; the present one where it was not."""
    was, name = node.text("was"), node.text("id")
    return f"{key.removesuffix(name)}{was}" if was and name and key.endswith(f".{name}") else key


def _twins(node: Node) -> Iterator[Diagnostic]:
    """Ids that two items of one list share: the second is at fault, and the first is shown."""
    if isinstance(node, MappingNode):
        for value in node.values.values():
            if type(value) is not ScalarNode:
                yield from _twins(value)
    elif isinstance(node, SequenceNode):
        yield from twins_among(node.items)
        for item in node.items:
            if type(item) is not ScalarNode:
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
