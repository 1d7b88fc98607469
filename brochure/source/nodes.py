"""What a YAML file holds, as plain data: mappings, sequences and scalars, each with its place.

A scalar is text and nothing else: `NO`, `9:30` and `0164` stay what the author typed; the field that takes them in
gives them a type.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from brochure.diagnostics import Span

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What a plain scalar says when it says nothing."""


class ScalarNode(Struct, frozen=True):
    """Words between the lines: `style` is "" (plain), "'", '"', "|" or ">".

    `indent` is the column at which the words of a block scalar ("|", ">") begin, counted from 1; 0 for the others.
    """

    text: str
    span: Span
    style: str = ""
    indent: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether the author left the value out (`title:`) or wrote `null`."""
        return not self.style and self.text in NOTHING

    def at(self, offset: int, length: int = 1) -> Span:
        """The place of part of the text: exact in one-line and literal (`|`) scalars, else the whole scalar's."""
        span = self.span
        if self.style == "|" and self.indent:
            before = self.text[:offset]
            line = span.line + 1 + before.count("\n")
            column = self.indent + offset - (before.rfind("\n") + 1)
        elif span.line == span.end_line and self.style in ("", "'", '"') and self._is_as_typed:
            line, column = span.line, span.column + offset + bool(self.style)
        else:
            return span
        return Span(span.file, line, column, line, column + max(1, length))

    @property
    def _is_as_typed(self) -> bool:
        return self.span.end_column - self.span.column == len(self.text) + 2 * bool(self.style)


class SequenceNode(Struct, frozen=True):
    """A list, in order."""

    items: tuple[Node, ...]
    span: Span


class MappingNode(Struct, frozen=True):
    """Keys and their values, in the author's order; every key occurs once."""

    entries: tuple[tuple[ScalarNode, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> ScalarNode | None:
        """The key itself, with its place, or None."""
        return next((name for name, _ in self.entries if name.text == key), None)

    def text(self, key: str) -> str:
        """The text of a scalar value, or "" where there is none."""
        value = self.get(key)
        return value.text if isinstance(value, ScalarNode) and not value.is_nothing else ""


Node: TypeAlias = MappingNode | SequenceNode | ScalarNode

Path: TypeAlias = tuple[str | int, ...]
"""Keys and positions (from 0) that lead from a node to one inside it."""


def find(node: Node, path: Path) -> Node | None:
    """The node a path leads to, or None where it ends in the air."""
    for step in path:
        inner: Node | None = None
        if isinstance(node, MappingNode) and isinstance(step, str):
            inner = node.get(step)
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            inner = node.items[step]
        if inner is None:
            return None
        node = inner
    return node


def first_place(node: Node) -> Span:
    """Where a finding about a whole node points: a mapping's first key, a list's first item, the scalar itself."""
    if isinstance(node, MappingNode) and node.entries:
        return node.entries[0][0].span
    return node.span


def scalars(node: Node) -> Iterator[ScalarNode]:
    """Every value that is a scalar, in the file's order; keys are not among them."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from scalars(item)
    else:
        for _, value in node.entries:
            yield from scalars(value)


def laid_over(over: MappingNode, under: MappingNode) -> MappingNode:
    """Every key of both; where both have a mapping these are laid over each other, else the upper one's value holds."""
    entries: list[tuple[ScalarNode, Node]] = []
    for key, value in under.entries:
        mine = over.get(key.text)
        if mine is None:
            entries.append((key, value))
        elif isinstance(mine, MappingNode) and isinstance(value, MappingNode):
            entries.append((over.key(key.text) or key, laid_over(mine, value)))
        else:
            entries.append((over.key(key.text) or key, mine))
    entries += [(key, value) for key, value in over.entries if under.get(key.text) is None]
    return MappingNode(tuple(entries), over.span)
