"""The parser's events made into nodes: what is well formed but not allowed here is found on the way.

Refused: anchors, aliases, tags, merge keys, complex keys, keys written twice, a second document. Each is a finding; the
rest of the file is read on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import yaml
from msgspec import Struct, field

from brochure.diagnostics import Diagnostic, Report, Severity, Span, error, message
from brochure.source.lines import Lines
from brochure.source.nodes import Node, ScalarNode, SequenceNode, mapping

DEEPEST = 40  # nesting no brochure needs; deeper is a slip, and would exhaust the stack of whoever walks the tree
MOST_ALIASES = 20  # that are followed for the sake of other findings

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, 8 times faster than the pure reader


class Complaint(Struct, frozen=True):
    """What the parser says when it gives up: its words, and the places it names (lines and columns from 0)."""

    problem: str
    line: int
    column: int
    context: str = ""
    context_line: int = 0
    context_column: int = 0


class _Open(Struct):
    """A collection whose end has not come yet; in a mapping keys and values alternate."""

    is_mapping: bool
    line: int
    column: int
    is_flow: bool
    anchor: str = ""
    children: list[Node] = field(default_factory=list[Node])


def compose(lines: Lines, report: Report) -> Node | Complaint | None:
    """The document's root, None where it is empty, or the parser's complaint."""
    builder = _Builder(lines, report)
    try:
        for event in _events(lines.text):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as problem:
        return _complaint(problem)
    except yaml.reader.ReaderError as problem:
        return Complaint(str(cast(Any, problem).reason), 0, 0)
    return builder.root


def _events(text: str) -> Iterator[Any]:
    parse: Any = cast(Any, yaml).parse
    return parse(text, Loader=_LOADER)


def _complaint(problem: yaml.MarkedYAMLError) -> Complaint:
    mark, context = cast(Any, problem.problem_mark), cast(Any, problem.context_mark)
    return Complaint(
        problem.problem or "",
        mark.line if mark else 0,
        mark.column if mark else 0,
        problem.context or "",
        context.line if context else 0,
        context.column if context else 0,
    )


class _Builder:
    """A tree that grows event by event, without recursion."""

    def __init__(self, lines: Lines, report: Report) -> None:
        self.lines = lines
        self.report = report
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.documents = 0
        self.anchored: dict[str, Node] = {}
        self.aliases = 0

    def take(self, event: Any) -> bool:
        """Take one event in; False where reading should stop."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_properties(event)
            self._put(self._remembered(self._scalar(event), event.anchor))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_properties(event)
            mark = cast(Any, event).start_mark
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            self.open.append(
                _Open(is_mapping, mark.line, mark.column, bool(cast(Any, event).flow_style), event.anchor or "")
            )
            if len(self.open) > DEEPEST:
                what = message("the brackets or indents go more than {most} levels deep", most=DEEPEST)
                self.report.add(error("source.too-deep", what, self.lines.span(mark.line, mark.column)))
                return False
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self.open.pop()
            self._put(self._remembered(self._closed(closed, event), closed.anchor))
        elif isinstance(event, yaml.AliasEvent):
            self._put(self._alias(event))
        elif isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        return True

    def _document(self, event: Any) -> bool:
        self.documents += 1
        if self.documents == 1:
            return True
        what = message("a second document begins here; a file holds one")
        cure = message("take the line “---” away, or move what follows to a file of its own")
        self.report.add(error("source.second-document", what, self.lines.span(event.start_mark.line, 0, 3), cure))
        return False

    def _put(self, node: Node) -> None:
        if self.open:
            self.open[-1].children.append(node)
        elif self.root is None:
            self.root = node

    def _scalar(self, event: Any) -> ScalarNode:
        start, end, style = event.start_mark, event.end_mark, event.style or ""
        lines = self.lines
        if style not in ("|", ">"):
            return ScalarNode(event.value, lines.place(start.line, start.column, end.line, end.column), style)
        last = end.line if end.column else end.line - 1
        while last > start.line and not lines.line(last).strip():
            last -= 1
        place = lines.place(start.line, start.column, last, len(lines.line(last)))
        return ScalarNode(event.value, place, style, self._indent(start.line + 1, last))

    def _indent(self, line: int, last: int) -> int:
        """The column (from 1) at which a block scalar's words begin."""
        while line < last and not self.lines.line(line).strip():
            line += 1
        text = self.lines.line(line)
        return len(text) - len(text.lstrip(" ")) + 1

    def _remembered(self, node: Node, anchor: str | None) -> Node:
        """A node that an alias may stand for; none is kept once aliases were put in, so that they cannot multiply."""
        if anchor and not self.aliases:
            self.anchored[anchor] = node
        return node

    def _alias(self, event: Any) -> Node:
        """What an alias stands for, so that its being refused is the only thing told of it."""
        start, end = event.start_mark, event.end_mark
        place = self.lines.place(start.line, start.column, end.line, end.column)
        words = "*" + str(event.anchor)
        self.report.add(
            error(
                "source.alias",
                message("“{words}” would repeat another part of the file, which is not allowed here", words=words),
                Span(*place),
                message("write the words out; where the text itself begins with *, put it in quotes"),
            )
        )
        self.aliases += 1
        known = self.anchored.get(str(event.anchor)) if self.aliases <= MOST_ALIASES else None
        return known or ScalarNode(words, place, "'")

    def _refuse_properties(self, event: Any) -> None:
        start = event.start_mark
        if event.anchor:
            self.report.add(
                error(
                    "source.anchor",
                    message("“&{name}” marks this part for repeating, which is not allowed here", name=event.anchor),
                    self.lines.span(start.line, start.column, len(event.anchor) + 1),
                    message("take it away; where the text itself begins with &, put it in quotes"),
                )
            )
        if event.tag:
            column = self.lines.line(start.line).find("!", start.column)
            self.report.add(
                error(
                    "source.tag",
                    message("a word that begins with “!” is a command to the YAML reader, which is not allowed here"),
                    self.lines.span(start.line, max(column, start.column)),
                    message("take it away; where the text itself begins with !, put it in quotes"),
                )
            )

    def _closed(self, opened: _Open, event: Any) -> Node:
        children = opened.children
        if opened.is_flow or not children:
            end_line, end_column = event.end_mark.line, event.end_mark.column
            place = self.lines.place(opened.line, opened.column, end_line, end_column)
            if not opened.is_flow:
                place = self.lines.place(opened.line, opened.column, opened.line, opened.column + 1)
        else:
            start = self.lines.span(opened.line, opened.column)
            file, _, _, end_line, end_column = children[-1].place
            place = file, start.line, start.column, end_line, end_column
        if not opened.is_mapping:
            return SequenceNode(tuple(children), place)
        return mapping(self._entries(children), place)

    def _entries(self, children: list[Node]) -> Iterator[tuple[ScalarNode, Node]]:
        """Keys with their values; a key that is no word, or comes a second time, is a finding and left out."""
        seen: dict[str, ScalarNode] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, ScalarNode):
                self.report.add(_complex_key(key))
            elif key.text == "<<":
                what = message("“<<” would merge another part of the file in, which is not allowed here")
                self.report.add(error("source.merge-key", what, key.span, message("write the keys out")))
            elif key.text in seen:
                self.report.add(_duplicate(key, seen[key.text]))
            else:
                seen[key.text] = key
                yield key, value


def _complex_key(key: Node) -> Diagnostic:
    return error(
        "source.complex-key",
        message("a list or a mapping stands where a key should be"),
        key.span,
        message("where the text itself begins with {{ or [, put it in quotes"),
    )


def _duplicate(key: ScalarNode, first: ScalarNode) -> Diagnostic:
    return Diagnostic(
        Severity.ERROR,
        "source.duplicate-key",
        message("“{key}” is written twice in the same place", key=key.text),
        key.span,
        (message("take one of the two away"),),
        ((first.span, message("the first one is here")),),
    )
