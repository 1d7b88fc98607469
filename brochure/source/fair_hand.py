"""A file in a fair hand (清書): read line by line into the nodes the YAML reader would give, in a fifth of the time.

Most files hold nothing but keys, items, words on one line, texts after `|` and short brackets, each in its column.
Where anything else stands, or anything that could be a slip, nothing is read: `handwriting` and `compose` look at the
file.
"""

from __future__ import annotations

import re
from sys import maxsize

from msgspec import Struct

from brochure.patterns import pattern
from brochure.source.block_text import KEY
from brochure.source.lines import Lines
from brochure.source.nodes import MappingNode, Node, Place, ScalarNode, SequenceNode

_UNUSUAL = pattern(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd-\uffff\ud800-\udfff]"
)
"""Tabs, what nobody sees, and what the YAML reader refuses."""
_WORDS = (
    r"(?:-?[0-9A-Za-z]|[^\x00-\x7f\s［｛“”„＂‘’〝〟‐‑‒–—―−－ー・•●◆■＊])"  # how they begin
    r"[^#:\n]*(?::(?! |$)[^#:\n]*)*(?<!\s)"
)
"""Words without quotes, to the end of the line."""
_KEY = rf"{KEY}(?:-[a-z]+)?"  # zh_CN-gothic, too
_ROW = re.compile(rf"^( *)(- )?(?:({_KEY}):(?: (?:({_WORDS})|(.+)))?|(.*))$", re.MULTILINE)
"""A line: white, the dash of an item, a key, the words after it or whatever else is there, and what has no key."""
_FIRST = r"(?!、)(?!，)[^\x00-/:-@\[-`{-\x7f\s]"  # a set of signs beyond ASCII takes long to compile
_ITEM = rf"(?:\"[^\"\\]*\"|'[^']*'|{_FIRST}[^,\[\]{{}}\"'#:、，]*)"
_NEXT = re.compile(rf"({_ITEM})(, (?=[^\]])|\])")
_PAIR = re.compile(rf"({_KEY}): (?:({_ITEM})(, |\}})|(?=[\[{{]))")
_WHOLE_WORDS = pattern(_WORDS)
_ID = pattern(r"[0-9A-Za-z][0-9A-Za-z_-]*")
_DEEPEST = 20


class _NotFair(Exception):
    """Something stands here that this reader does not know."""


class _Open(Struct):
    """A list or a mapping that is open: the line it begins in (from 1), its column (from 0), what is in it, the keys
    that stand on a line of their own, and the one of these that has no value yet.
    """

    line: int
    column: int
    values: dict[str, Node] | None
    items: list[Node]
    keys: dict[str, ScalarNode] = {}
    key: ScalarNode | None = None

    def put(self, node: Node) -> None:
        """Take in an item, or the value of the key that waits for one."""
        if self.values is None:
            self.items.append(node)
        elif self.key is None:
            raise _NotFair
        else:
            self.values[self.key.text] = node
            self.keys = {**self.keys, self.key.text: self.key}
            self.key = None

    def closed(self) -> Node:
        """The node it has become."""
        if self.key is not None:
            raise _NotFair
        values = self.values
        last = self.items[-1] if values is None else values[next(reversed(values))]
        file, _, _, end_line, end_column = last.place
        place = file, self.line, self.column + 1, end_line, end_column
        return SequenceNode(tuple(self.items), place) if values is None else MappingNode(values, place, self.keys)


def read_fair(lines: Lines) -> Node | None:
    """The root of a file in a fair hand; None where it is for the other readers to look at."""
    text = lines.text
    try:
        return None if _has_unusual(text) else _root(lines, text)
    except _NotFair:
        return None


def _has_unusual(text: str) -> bool:
    """Whether anything unusual is there. Few files need the expression, which takes long to compile."""
    rest = text.replace("\n", "").replace("\u3000", "")
    return "\ufffd" in rest or (not rest.isprintable() and _UNUSUAL.search(text) is not None)


def _root(lines: Lines, text: str) -> Node:
    file, total = lines.file, len(lines.texts)
    rows = _ROW.findall(text)
    opened: list[_Open] = []
    values, at = dict[str, Node](), -1  # of the mapping that is open, and its column
    words_at = maxsize  # the column of the words above; a deeper line would go on with them
    number = 0
    while number < total:
        white, dash, name, words, other, bare = rows[number]
        number += 1
        column = len(white)
        if not (words and column == at and name not in values and not dash):
            if not (name or dash or bare):
                if white:
                    raise _NotFair
                continue
            if bare and bare[0] == "#" and not dash:
                continue
            if column > words_at:
                raise _NotFair
            if opened and opened[-1].column > column:
                _close(opened, column)
            if dash:
                top = _begun(opened, number, column, True)
                column += 2
                if not name:
                    top.put(_bare(file, number, column, bare))
                    words_at, at = column - 2, -1
                    continue
                top = _Open(number, column, {}, [])
                opened.append(top)
            elif name:
                top = _begun(opened, number, column, False)
            else:
                raise _NotFair
            values, at = top.values, column
            if top.key is not None or values is None or name in values:
                raise _NotFair
            if not words:
                words_at = column
                begin = column + len(name) + 2
                if not other:
                    top.key = ScalarNode(name, (file, number, column + 1, number, begin - 1))
                    words_at, at = maxsize, -1
                elif other[0] == "|":
                    values[name], number = _block(lines, number, column, begin, other)
                    words_at = maxsize
                else:
                    values[name] = _other(file, number, begin, other)
                continue
        begin = column + len(name) + 3
        values[name] = ScalarNode(words, (file, number, begin, number, begin + len(words)))
        words_at = column
    if not opened:
        raise _NotFair
    _close(opened, opened[0].column)
    return opened[0].closed()


def _close(opened: list[_Open], column: int) -> None:
    """Close all that is deeper than a column."""
    while opened[-1].column > column:
        closed = opened.pop().closed()
        if not opened:
            raise _NotFair
        opened[-1].put(closed)


def _begun(opened: list[_Open], line: int, column: int, is_list: bool) -> _Open:
    """The list or the mapping whose items begin in a column; it is opened where it is not."""
    top = opened[-1] if opened else None
    if top is None:
        if column:
            raise _NotFair
    elif top.column == column:
        if (top.values is None) is not is_list:
            raise _NotFair
        return top
    elif top.key is None or len(opened) > _DEEPEST:
        raise _NotFair
    opened.append(_Open(line, column, None if is_list else {}, []))
    return opened[-1]


def _bare(file: str, line: int, column: int, text: str) -> Node:
    """An item without a key: words, or what stands in quotes or brackets."""
    if text[:1] in _SIGNS:
        return _other(file, line, column, text)
    if not (_ID.fullmatch(text) or text[:1] > "\x7f") or not _WHOLE_WORDS.fullmatch(text):
        raise _NotFair
    return ScalarNode(text, _place(file, line, column, text))


_SIGNS = frozenset("\"'[{")


def _other(file: str, line: int, column: int, text: str) -> Node:
    """What stands in quotes or brackets on one line."""
    if text[0] in "\"'":
        return _quoted(file, line, column, text)
    if text[0] not in "[{":
        raise _NotFair
    flat = _flat(file, line, column, text) if text[0] == "{" else None
    if flat is not None:
        return flat
    node, end = _bracketed(file, line, column, text, 0, 0)
    if end != len(text):
        raise _NotFair
    return node


def _flat(file: str, line: int, column: int, text: str) -> MappingNode | None:
    """A mapping of words alone that begins with a text and ends with it, as lists of pages have one a line; None where
    anything else stands there."""
    pairs: list[tuple[str, str, str]] = _PAIR.findall(text, 1)
    values: dict[str, Node] = {}
    end, sign = 1, ""
    for name, words, sign in pairs:
        begin = end + len(name) + 2
        end = begin + len(words)
        if not words or words[-1].isspace():
            return None
        if words[0] in "\"'":
            values[name] = _quoted(file, line, column + begin, words)
        else:
            values[name] = ScalarNode(words, (file, line, column + begin + 1, line, column + end + 1))
        end += len(sign)
        if sign == "}":
            break
    if sign != "}" or end != len(text) or len(values) < len(pairs):
        return None
    return MappingNode(values, (file, line, column + 1, line, column + end + 1), {})


def _bracketed(file: str, line: int, column: int, text: str, start: int, depth: int) -> tuple[Node, int]:
    """The list or the mapping that begins at a place of a text, and where it ends there."""
    if text[start] == "[":
        items, end = _listed(file, line, column, text, start + 1)
        return SequenceNode(tuple(items), (file, line, column + start + 1, line, column + end + 1)), end
    if depth > _DEEPEST:
        raise _NotFair
    values: dict[str, Node] = {}
    at = start + 1
    close = "}" if text[at : at + 1] == "}" else ""
    while not close:
        found = _PAIR.match(text, at)
        if found is None or found[1] in values:
            raise _NotFair
        name, words, sign = found.groups()
        at = found.end()
        if words is not None:
            values[name] = _item(file, line, column + found.start(2), words)
            at -= len(sign)
        else:
            values[name], at = _bracketed(file, line, column, text, at, depth + 1)
        if text.startswith(", ", at):
            at += 2
        elif text[at : at + 1] == "}":
            close = "}"
        else:
            raise _NotFair
    return MappingNode(values, (file, line, column + start + 1, line, column + at + 2), {}), at + 1


def _listed(file: str, line: int, column: int, text: str, at: int) -> tuple[list[Node], int]:
    """The items of a list from a place of a text on, words alone, and where it ends."""
    items: list[Node] = []
    if text[at : at + 1] == "]":
        return items, at + 1
    while True:
        found = _NEXT.match(text, at)
        if found is None:
            raise _NotFair
        items.append(_item(file, line, column + at, found[1]))
        at = found.end()
        if found[2] == "]":
            return items, at


def _place(file: str, line: int, column: int, text: str) -> Place:
    return file, line, column + 1, line, column + len(text) + 1


def _quoted(file: str, line: int, column: int, text: str) -> ScalarNode:
    """Words in quotes, without anything in them that means something else."""
    mark, inner = text[0], text[1:-1]
    if len(text) < 2 or text[-1] != mark or mark in inner or "\\" in inner:
        raise _NotFair
    return ScalarNode(inner, _place(file, line, column, text), mark)


def _item(file: str, line: int, column: int, text: str) -> ScalarNode:
    """Words between brackets."""
    if text[0] in "\"'":
        return _quoted(file, line, column, text)
    if text[-1].isspace():
        raise _NotFair
    return ScalarNode(text, _place(file, line, column, text))


def _block(lines: Lines, number: int, owner: int, column: int, bar: str) -> tuple[ScalarNode, int]:
    """The text after `|` or `|-`, which begins in a line by its number from 0, and the number of the line after it;
    `owner` is the column of its key.
    """
    texts = lines.texts
    first = texts[number] if number < len(texts) else ""
    indent = len(first) - len(first.lstrip(" "))
    if bar not in ("|", "|-") or not first.strip() or indent < owner + 2:
        raise _NotFair
    margin, last, after = first[:indent], number, number + 1
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
    text = "\n".join([each[indent:] for each in texts[number : last + 1]])
    place = lines.file, number, column + 1, last + 1, len(texts[last]) + 1
    return ScalarNode(text if bar == "|-" else text + "\n", place, "|", indent + 1), after
