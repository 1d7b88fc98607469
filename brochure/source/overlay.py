"""One language's override laid over a record: what it says holds, what it does not say stays.

Items of lists are found by their `id`. In an item, `is_left_out: true` leaves it out, `after: id` and `before: id` say
where it stands, and an id the list does not have is a new item where one of the two is given. `without: [key]` takes
keys away, in items and in records. Lists whose items have no ids are replaced whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brochure.diagnostics import Report, Span, error, message
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode, first_place, mapping
from brochure.source.validate import twins_among

ORDERS = ("after", "before", "is_left_out", "without")
"""The keys that say what is to be done; they belong to no record."""


def overlaid(over: MappingNode, under: MappingNode, report: Report) -> MappingNode:
    """The record with the override's values in it, each with its own place; what cannot be done goes to the report."""
    gone = _without(over, under, report)
    entries: list[tuple[ScalarNode, Node]] = []
    for key, value in under.entries:
        mine = over.get(key.text)
        if key.text in gone and mine is None:
            continue
        if mine is None:
            entries.append((key, value))
        else:
            entries.append((over.key(key.text) or key, _value(over, key.text, mine, value, report)))
    for key, value in over.entries:
        if key.text not in ORDERS and under.get(key.text) is None:
            entries.append((key, _value(over, key.text, value, None, report)))
    return mapping(entries, over.place)


def _value(over: MappingNode, key: str, mine: Node, under: Node | None, report: Report) -> Node:
    """What holds under a key: mappings and lists of items are laid over each other, all else is the override's."""
    if isinstance(mine, ScalarNode) and mine.is_nothing:
        name = over.key(key)
        cure = message("write the value, or take the key away with “without: [{key}]”", key=key)
        report.add(
            error("content.no-value", message("“{key}” has no value", key=key), name.span if name else mine.span, cure)
        )
        return under or mine
    if isinstance(mine, MappingNode):
        return overlaid(mine, under if isinstance(under, MappingNode) else mapping((), mine.place), report)
    if isinstance(mine, SequenceNode):
        below = under.items if isinstance(under, SequenceNode) else ()
        if any(_id(item) for item in below or mine.items):
            return SequenceNode(items_overlaid(mine.items, below, report), mine.place)
    return mine


def items_overlaid(over: Iterable[Node], under: Sequence[Node], report: Report) -> tuple[Node, ...]:
    """A list with the override's items in it: changed, moved, put in and left out by their ids."""
    over = tuple(over)
    twins = tuple(twins_among(over))
    report.extend(twins)
    again = {each.span for each in twins}
    items, placed = list(under), dict[str, set[str]]()
    for item in over:
        if not isinstance(item, MappingNode):
            items.append(item)  # the record's own class says what is wrong with it
        elif not _id(item):
            what = message("the key “{key}” is missing here", key="id")
            cure = message("add a line “{key}: …” with the same indent", key="id")
            report.add(error("content.missing-key", what, first_place(item), cure))
        elif (name := item.get("id")) is None or name.span not in again:
            _take(item, items, placed, bool(under), report)
    return tuple(items)


def is_left_out(item: Node, report: Report) -> bool:
    """Whether an item says that it is left out."""
    value = item.get("is_left_out") if isinstance(item, MappingNode) else None
    if value is None:
        return False
    said = value.text if isinstance(value, ScalarNode) else "[…]"
    if said in ("true", "True", "TRUE"):
        return True
    what = message("“{key}” takes true or false, but here is “{value}”", key="is_left_out", value=said)
    if said not in ("false", "False", "FALSE"):
        report.add(error("content.wrong-type", what, first_place(value), message("write {word}", word="true")))
    return False


def _take(item: MappingNode, items: list[Node], placed: dict[str, set[str]], has_others: bool, report: Report) -> None:
    """Do what one item of an override says."""
    name = _id(item)
    index = _index(name, items)
    if is_left_out(item, report):
        if index is None:
            _unknown(item.get("id"), items, report)
        else:
            del items[index]
        return
    at = _anchor(item, items, report)
    if index is None and at is None and has_others:
        if item.get("after") is None and item.get("before") is None:
            _unknown(item.get("id"), items, report)
        return
    if index is None:
        record: Node = overlaid(item, mapping((), item.place), report)
    else:
        below = items[index]
        record = overlaid(item, below, report) if isinstance(below, MappingNode) else item
        if at is None:
            items[index] = record
            return
        del items[index]
    items.insert(_place(name, at, items, placed) if at else len(items), record)


def _anchor(item: MappingNode, items: Sequence[Node], report: Report) -> tuple[str, bool] | None:
    """The id beside which an item is to stand, and whether it follows it; None where it says nothing that can be."""
    for key in ("after", "before"):
        anchor = item.get(key)
        if anchor is None:
            continue
        if isinstance(anchor, ScalarNode) and anchor.text != _id(item) and _index(anchor.text, items) is not None:
            return anchor.text, key == "after"
        _unknown(anchor, [each for each in items if _id(each) != _id(item)], report)
        return None
    return None


def _place(name: str, at: tuple[str, bool], items: Sequence[Node], placed: dict[str, set[str]]) -> int:
    """Where in a list an item goes: several that follow the same one keep the order they are written in."""
    anchor, follows = at
    index = _index(anchor, items) or 0
    if not follows:
        return index
    before = placed.setdefault(anchor, set())
    index += 1
    while index < len(items) and _id(items[index]) in before:
        index += 1
    before.add(name)
    return index


def _unknown(written: Node | None, items: Sequence[Node], report: Report) -> None:
    """A finding for an id no item has."""
    name = written.text if isinstance(written, ScalarNode) else "[…]"
    meant = nearest(name, filter(None, map(_id, items)))
    cure = message("a new item says beside which it stands: “after: id” or “before: id”")
    hints = (message("did you mean “{meant}”?", meant=meant), cure) if meant else (cure,)
    place = written.span if written else Span("")
    report.add(error("content.unknown-item", message("there is no item “{id}” to be changed", id=name), place, *hints))


def _without(over: MappingNode, under: MappingNode, report: Report) -> frozenset[str]:
    """The keys an override takes away; a finding for one that is not there."""
    value = over.get("without")
    named = value.items if isinstance(value, SequenceNode) else (value,) if value is not None else ()
    known = tuple(under.values)
    for each in named:
        key = each.text if isinstance(each, ScalarNode) else "[…]"
        if key not in known:
            meant = nearest(key, known)
            cure = message("did you mean “{meant}”?", meant=meant) if meant else None
            listed = message("the keys here are: {known}", known=", ".join(known))
            what = message("there is no key “{key}” here", key=key)
            report.add(error("content.unknown-key", what, first_place(each), cure or listed))
    return frozenset(each.text for each in named if isinstance(each, ScalarNode))


def _id(item: Node) -> str:
    return item.text("id") if isinstance(item, MappingNode) else ""


def _index(name: str, items: Sequence[Node]) -> int | None:
    return next((index for index, item in enumerate(items) if _id(item) == name), None)
