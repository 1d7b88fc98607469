"""A file in a fair hand (清書): read line by line into the nodes the YAML reader would give, in a fifth of the time.

Most files hold nothing but keys, items, words on one line, texts after `|` and short brackets, each in its column.
Where anything else stands, or anything that could be a slip, nothing is read: `handwriting` and `compose` look at the
file.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct, field

from brochure.diagnostics import Span
from brochure.source.block_text import KEY
from brochure.source.lines import Lines
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

_UNUSUAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd-\uffff\ud800-\udfff]"
)
"""Tabs, what nobody sees, and what the YAML reader refuses."""
_KEY = rf"{KEY}(?:-[a-z]+)?"  # zh_CN-gothic, too
_LINE = re.compile(rf"( *)(- )?(?:({_KEY}):(?: (\S.*))?|([^ ].*))", re.ASCII)
_FIRST = r"[^\x00-/:-@\[-`{-\x7f\s、，]"
_ITEM = rf"(?:\"[^\"\\]*\"|'[^']*'|{_FIRST}[^,\[\]{{}}\"'#:、，]*)"
_NEXT = re.compile(rf"({_ITEM})(, (?=[^\]])|\])")
_PAIR = re.compile(rf"({_KEY}): (?:({_ITEM})(, |\}})|(?=[\[{{]))")
_WORDS_BEGIN = re.compile(r"-?[0-9A-Za-z]|[^\x00-\x7f\s［｛“”„＂‘’〝〟‐‑‒–—―−－ー・•●◆■＊]")
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]*")
_DEEPEST = 20


class _NotFair(Exception):
    """Something stands here that this reader does not know."""


class _Open(Struct):
    """A list or a mapping that is open: where it begins (from 0), what is in it, the key that has no value yet."""

    line: int
    column: int
    is_list: bool
    items: list[Node] = field(default_factory=list["Node"])
    entries: dict[str, tuple[ScalarNode, Node]] = field(default_factory=dict[str, tuple[ScalarNode, "Node"]])
    key: ScalarNode | None = None

    def put(self, node: Node) -> None:
        """Take in an item, or the value of the key that waits for one."""
        if self.is_list:
            self.items.append(node)
        elif self.key is None or self.key.text in self.entries:
            raise _NotFair
        else:
            self.entries[self.key.text] = (self.key, node)
            self.key = None

    def closed(self) -> Node:
        """The node it has become."""
        if self.key is not None:
            raise _NotFair
        entries = tuple(self.entries.values())
        last = (self.items[-1] if self.is_list else entries[-1][1]).span
        span = Span(last.file, self.line + 1, self.column + 1, last.end_line, last.end_column)
        return SequenceNode(tuple(self.items), span) if self.is_list else MappingNode(entries, span)


def read_fair(lines: Lines) -> Node | None:
    """The root of a file in a fair hand; None where it is for the other readers to look at."""
    try:
        return None if any(map(_UNUSUAL.search, lines.texts)) else _root(lines)
    except _NotFair:
        return None


def _root(lines: Lines) -> Node:
    file, texts = lines.file, lines.texts
    opened: list[_Open] = []
    number, total = 0, len(texts)
    plain = total  # the column of the words above; a deeper line would go on with them
    while number < total:
        text = texts[number]
        found = _LINE.fullmatch(text)
        if found is None:
            if text:
                raise _NotFair
            number += 1
            continue
        white, dash, name, value, words = found.groups()
        column = len(white)
        if words is not None and words[0] == "#" and not dash:
            number += 1
            continue
        if column > plain:
            raise _NotFair
        while opened and opened[-1].column > column:
            closed = opened.pop().closed()
            if not opened:
                raise _NotFair
            opened[-1].put(closed)
        if dash:
            _begin(opened, number, column, True)
            column += 2
        if words is not None:
            if not dash or not (_ID.fullmatch(words) or words[0] > "\x7f" or words[0] in _READERS):
                raise _NotFair
            opened[-1].put(_READERS.get(words[0], _words)(file, number, column, words))
            plain = column - 2
            number += 1
            continue
        if dash:
            opened.append(_Open(number, column, False))
        else:
            _begin(opened, number, column, False)
        top, end = opened[-1], column + len(name)
        if top.key is not None:
            raise _NotFair
        top.key = ScalarNode(name, Span(file, number + 1, column + 1, number + 1, end + 1))
        plain = total
        number += 1
        if value is None:
            continue
        if value[0] == "|":
            node, number = _block(lines, number - 1, column, end + 2, value)
        else:
            node = _READERS.get(value[0], _words)(file, number - 1, end + 2, value)
            plain = column
        top.put(node)
    while len(opened) > 1:
        closed = opened.pop().closed()
        opened[-1].put(closed)
    if not opened:
        raise _NotFair
    return opened[0].closed()


def _begin(opened: list[_Open], line: int, column: int, is_list: bool) -> None:
    """See to it that a list or a mapping whose items begin in a column is open."""
    top = opened[-1] if opened else None
    if top is None:
        if column:
            raise _NotFair
    elif top.column == column:
        if top.is_list is not is_list:
            raise _NotFair
        return
    elif top.key is None or len(opened) > _DEEPEST:
        raise _NotFair
    opened.append(_Open(line, column, is_list))


def _words(file: str, line: int, column: int, text: str) -> ScalarNode:
    """Words without quotes, to the end of the line."""
    is_plain = _WORDS_BEGIN.match(text) and "#" not in text and ": " not in text
    if not is_plain or text[-1] == ":" or text[-1].isspace():
        raise _NotFair
    return ScalarNode(text, Span(file, line + 1, column + 1, line + 1, column + len(text) + 1))


def _quoted(file: str, line: int, column: int, text: str) -> ScalarNode:
    """Words in quotes, without anything in them that means something else."""
    mark, inner = text[0], text[1:-1]
    if len(text) < 2 or text[-1] != mark or mark in inner or "\\" in inner:
        raise _NotFair
    return ScalarNode(inner, Span(file, line + 1, column + 1, line + 1, column + len(text) + 1), mark)


def _item(file: str, line: int, column: int, text: str) -> ScalarNode:
    """Words between brackets."""
    if text[0] in "\"'":
        return _quoted(file, line, column, text)
    if text[-1].isspace():
        raise _NotFair
    return ScalarNode(text, Span(file, line + 1, column + 1, line + 1, column + len(text) + 1))


def _bracketed(file: str, line: int, column: int, text: str) -> Node:
    """What stands between brackets, to the end of the line."""
    node, end = (_list if text[0] == "[" else _mapping)(file, line, column, text, 0)
    if end != len(text):
        raise _NotFair
    return node


def _list(file: str, line: int, column: int, text: str, start: int) -> tuple[Node, int]:
    """The list that begins at a place of the text, and where it ends; words alone may stand in it."""
    items: list[Node] = []
    at = start + 1
    more = text[at : at + 1] != "]"
    while more:
        found = _NEXT.match(text, at)
        if found is None:
            raise _NotFair
        items.append(_item(file, line, column + at, found[1]))
        at, more = found.end(), found[2] != "]"
    end = at if items else at + 1
    return SequenceNode(tuple(items), Span(file, line + 1, column + start + 1, line + 1, column + end + 1)), end


def _mapping(file: str, line: int, column: int, text: str, start: int, depth: int = 0) -> tuple[Node, int]:
    """The mapping that begins at a place of the text, and where it ends."""
    entries: dict[str, tuple[ScalarNode, Node]] = {}
    at = start + 1
    more = text[at : at + 1] != "}"
    while more:
        found = _PAIR.match(text, at)
        if found is None or found[1] in entries or depth > _DEEPEST:
            raise _NotFair
        key, value, close = found.groups()
        name = ScalarNode(key, Span(file, line + 1, column + at + 1, line + 1, column + at + len(key) + 1))
        if value is not None:
            entries[key] = name, _item(file, line, column + found.start(2), value)
            at = found.end()
        else:
            begin = found.end()
            inner, at = (
                _list(file, line, column, text, begin)
                if text[begin] == "["
                else _mapping(file, line, column, text, begin, depth + 1)
            )
            entries[key] = name, inner
            close = text[at : at + 1] if text[at : at + 1] == "}" else text[at : at + 2]
            at += len(close)
        if close not in (", ", "}"):
            raise _NotFair
        more = close == ", "
    end = at if entries else at + 1
    span = Span(file, line + 1, column + start + 1, line + 1, column + end + 1)
    return MappingNode(tuple(entries.values()), span), end


def _block(lines: Lines, number: int, owner: int, column: int, bar: str) -> tuple[ScalarNode, int]:
    """The text after `|` or `|-` and the number of the line after it; `owner` is the column of its key."""
    texts = lines.texts
    first = texts[number + 1] if number + 1 < len(texts) else ""
    indent = len(first) - len(first.lstrip(" "))
    if bar not in ("|", "|-") or not first.strip() or indent < owner + 2:
        raise _NotFair
    margin, last, after = first[:indent], number + 1, number + 2
    while after < len(texts) and (texts[after].startswith(margin) or not texts[after]):
        if texts[after]:
            last = after
            if not texts[after].strip():
                raise _NotFair
        after += 1
    if after < len(texts):
        below = texts[after]
        if len(below) - len(below.lstrip(" ")) > owner:
            raise _NotFair
    elif last + 1 == len(texts):
        raise _NotFair  # the file ends within the text
    text = "\n".join([each[indent:] for each in texts[number + 1 : last + 1]])
    span = Span(lines.file, number + 1, column + 1, last + 1, len(texts[last]) + 1)
    return ScalarNode(text if bar == "|-" else text + "\n", span, "|", indent + 1), after


_READERS: dict[str, Callable[[str, int, int, str], Node]] = {
    '"': _quoted,
    "'": _quoted,
    "[": _bracketed,
    "{": _bracketed,
}
