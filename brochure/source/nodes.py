"""What a YAML file holds, as plain data: mappings, sequences and scalars, each with its place.

A scalar is text and nothing else: `NO`, `9:30` and `0164` stay what the author typed; the field that takes them in
gives them a type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from msgspec import Struct

from brochure.diagnostics import Span

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What a plain scalar says when it says nothing."""

Place: TypeAlias = tuple[str, int, int, int, int]
"""A span as nodes keep it, of which there are many and few are asked for: file, line, column, last line and column."""


def place_of(span: Span) -> Place:
    """A span as nodes keep it."""
    return span.file, span.line, span.column, span.end_line, span.end_column


class ScalarNode(Struct, frozen=True, gc=False):
    """Words between the lines: `style` is "" (plain), "'", '"', "|" or ">".

    `indent` is the column at which the words of a block scalar ("|", ">") begin, counted from 1; 0 for the others.
    """

    text: str
    place: Place
    style: str = ""
    indent: int = 0

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(*self.place)

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
        return self.place[4] - self.place[2] == len(self.text) + 2 * bool(self.style)


class SequenceNode(Struct, frozen=True, gc=False):
    """A list, in order."""

    items: tuple[Node, ...]
    place: Place

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(*self.place)


class MappingNode(Struct, frozen=True, eq=False, gc=False):
    """Keys and their values, in the author's order; every key occurs once. A key that is not among the `keys` stands
    with its colon and a space right before its value.
    """

    values: dict[str, Node]
    place: Place
    keys: dict[str, ScalarNode]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(*self.place)

    @property
    def entries(self) -> tuple[tuple[ScalarNode, Node], ...]:
        """The keys with their places, and their values."""
        return tuple([(self._key(name, value), value) for name, value in self.values.items()])

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return self.values.get(key)

    def key(self, key: str) -> ScalarNode | None:
        """The key itself, with its place, or None."""
        value = self.values.get(key)
        return None if value is None else self._key(key, value)

    def text(self, key: str) -> str:
        """The text of a scalar value, or "" where there is none."""
        value = self.values.get(key)
        if type(value) is not ScalarNode or (value.text in NOTHING and not value.style):
            return ""
        return value.text

    def _key(self, name: str, value: Node) -> ScalarNode:
        known = self.keys.get(name)
        if known is not None:
            return known
        file, line, column, _, _ = value.place
        return ScalarNode(name, (file, line, column - 2 - len(name), line, column - 2))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MappingNode) and (self.entries, self.place) == (other.entries, other.place)

    def __hash__(self) -> int:
        return hash((self.entries, self.place))


def mapping(entries: Iterable[tuple[ScalarNode, Node]], place: Place) -> MappingNode:
    """A mapping of these keys and values."""
    entries = tuple(entries)
    return MappingNode({key.text: value for key, value in entries}, place, {key.text: key for key, _ in entries})


Node: TypeAlias = MappingNode | SequenceNode | ScalarNode


def is_nothing(node: Node) -> bool:
    """Whether a value was left out."""
    return isinstance(node, ScalarNode) and node.is_nothing


def plain(node: Node) -> Any:
    """What a node holds, without places: words, lists and mappings of words."""
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return {name: plain(value) for name, value in node.values.items() if not is_nothing(value)}


def held(node: Node) -> Any:
    """All a node holds, without places: nodes that hold the same are read as the same, wherever they stand."""
    if type(node) is ScalarNode:
        return node.style, node.text
    if type(node) is SequenceNode:
        return [held(item) for item in node.items]
    assert type(node) is MappingNode
    return tuple(
        [
            (name, value.style, value.text) if type(value) is ScalarNode else (name, held(value))
            for name, value in node.values.items()
        ]
    )


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
    if isinstance(node, MappingNode):
        first = next((node.key(name) for name in node.values), None)
        return first.span if first else node.span
    return node.span


def scalars(node: Node) -> Iterator[ScalarNode]:
    """Every value that is a scalar, in the file's order; keys are not among them."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from scalars(item)
    else:
        for value in node.values.values():
            yield from scalars(value)


def laid_over(over: MappingNode, under: MappingNode) -> MappingNode:
    """Every key of both; where both have a mapping these are laid over each other, else the upper one's value holds."""
    values, keys = dict(under.values), dict(under.keys)
    for name, mine in over.values.items():
        below = values.get(name)
        if isinstance(mine, MappingNode) and isinstance(below, MappingNode):
            values[name] = laid_over(mine, below)
        else:
            values[name] = mine
        keys.pop(name, None)
        if name in over.keys:
            keys[name] = over.keys[name]
    return MappingNode(values, over.place, keys)
