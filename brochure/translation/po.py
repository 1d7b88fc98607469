"""PO files without loss: every entry keeps the lines it was read from, and only what is changed is written anew.

Poedit, Weblate, OmegaT, msgmerge and Babel each have their own ways with wrapping, comments, line ends and blank lines.
A library that reads a file into values and writes them out again puts its own ways in their place, and an update of one
entry becomes a change of a thousand lines. Here an entry is its lines; a change takes the place of the lines it is of.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from brochure.patterns import pattern


class Kind(IntEnum):
    """What a part of an entry is; the numbers are the order the parts stand in."""

    GOES_ON = -1  # a string that began in the line before
    BLANK = 0
    COMMENT = 1  # "# ", a translator's
    EXTRACTED = 2  # "#.", the author's
    REFERENCE = 3  # "#:"
    FLAGS = 4  # "#,"
    PREVIOUS = 5  # "#|", what the source was before
    CONTEXT = 6
    SOURCE = 7
    PLURAL = 8
    TEXT = 9


FUZZY = "fuzzy"

_MARKS = {".": Kind.EXTRACTED, ":": Kind.REFERENCE, ",": Kind.FLAGS, "|": Kind.PREVIOUS}
KEYWORDS = {"msgctxt": Kind.CONTEXT, "msgid": Kind.SOURCE, "msgid_plural": Kind.PLURAL, "msgstr": Kind.TEXT}
_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_STRING = pattern(
    r'(?:(?P<word>msgctxt|msgid_plural|msgid|msgstr)(?:\[\d\])?\s+)?"(?P<value>(?:[^"\\]|\\.)*)"', re.ASCII
)
_PREVIOUS = pattern(r"#~?\s*\|\s*")
_AFTER = {  # what may come after a part, before the entry is whole
    None: {Kind.CONTEXT, Kind.SOURCE},
    Kind.CONTEXT: {Kind.SOURCE},
    Kind.SOURCE: {Kind.PLURAL, Kind.TEXT},
    Kind.PLURAL: {Kind.TEXT},
    Kind.TEXT: {Kind.TEXT},
}


class BrokenPo(Exception):
    """Lines, counted from 1, that no PO file has, or not there."""

    def __init__(self, lines: tuple[int, ...]) -> None:
        super().__init__(f"lines {lines}")
        self.lines = lines


class Part(NamedTuple):
    """Lines of one kind that stand together, with their line ends."""

    kind: Kind
    lines: tuple[str, ...]


class PoEntry(Struct, frozen=True, dict=True):
    """One entry: its parts in order, the blank lines after it, the number of its first line (0: not from a file)."""

    parts: tuple[Part, ...]
    gap: str = ""
    line: int = 0

    @cached_property
    def context(self) -> str:
        """The msgctxt, "" for none."""
        return self._value(Kind.CONTEXT)

    @cached_property
    def source(self) -> str:
        """The msgid."""
        return self._value(Kind.SOURCE)

    @cached_property
    def text(self) -> str:
        """The msgstr; of several, the first."""
        return self._value(Kind.TEXT)

    @cached_property
    def key(self) -> str:
        """What an entry is found by: its msgctxt, or its msgid where it has none."""
        return self.context or self.source

    @cached_property
    def is_obsolete(self) -> bool:
        """Whether it is kept though its source is gone ("#~")."""
        return self.parts[-1].lines[0].startswith("#~")

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """What stands after "#,"."""
        words = ",".join(line.strip().lstrip("#~ ")[1:] for line in self.lines_of(Kind.FLAGS))
        return tuple(word.strip() for word in words.split(",") if word.strip())

    @property
    def is_fuzzy(self) -> bool:
        """Whether it is marked as not yet looked at."""
        return FUZZY in self.flags

    @cached_property
    def comments(self) -> tuple[str, ...]:
        """The translator's comments, a line each, without their mark."""
        return tuple(line.strip()[1:].strip() for line in self.lines_of(Kind.COMMENT))

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The places after "#:"."""
        return tuple(word for line in self.lines_of(Kind.REFERENCE) for word in line.strip()[2:].split())

    @cached_property
    def previous(self) -> str:
        """The source before the change a translation has not followed yet, "" where none is told."""
        return self._previous("msgid")

    @cached_property
    def previous_context(self) -> str:
        """The key before, where it is told: the translation was in doubt apart from the change of its source."""
        return self._previous("msgctxt")

    @property
    def text_line(self) -> tuple[int, str]:
        """The number of the line the translation begins in, and that line without its end."""
        before = 0
        for part in self.parts:
            if part.kind is Kind.TEXT:
                return self.line + before, part.lines[0].rstrip("\r\n")
            before += len(part.lines)
        return self.line, ""

    def lines_of(self, kind: Kind) -> tuple[str, ...]:
        """All lines of a kind."""
        return tuple(line for part in self.parts if part.kind is kind for line in part.lines)

    def __str__(self) -> str:
        return "".join(line for part in self.parts for line in part.lines) + self.gap

    def _previous(self, word: str) -> str:
        pieces: list[str] = []
        is_wanted = False
        for line in self.lines_of(Kind.PREVIOUS):
            found = _STRING.match(_PREVIOUS.sub("", line.strip(), count=1))
            if found:
                is_wanted = found["word"] == word if found["word"] else is_wanted
                pieces += [_unescaped(found["value"])] if is_wanted else []
        return "".join(pieces)

    def _value(self, kind: Kind) -> str:
        part = next((part for part in self.parts if part.kind is kind), None)
        return "".join(map(read_string, part.lines)) if part else ""


class PoFile(Struct, frozen=True):
    """A whole file: its header, its entries, the comments after the last; how it ends its lines, and its first mark."""

    header: PoEntry | None = None
    entries: tuple[PoEntry, ...] = ()
    tail: str = ""
    newline: str = "\n"
    has_mark: bool = False

    def __str__(self) -> str:
        return f"{self.header or ''}{''.join(map(str, self.entries))}{self.tail}"

    def encoded(self) -> bytes:
        """The file's bytes: those it was read from where nothing was changed."""
        return (b"\xef\xbb\xbf" if self.has_mark else b"") + str(self).encode()

    def metadata(self) -> dict[str, str]:
        """What the header says, by its names."""
        lines = self.header.text.splitlines() if self.header else []
        pairs = (line.partition(":") for line in lines if ":" in line)
        return {name.strip(): value.strip() for name, _, value in pairs}

    def by_key(self) -> dict[str, PoEntry]:
        """The entries by key; a live one goes before an obsolete one of the same key, an earlier before a later."""
        found: dict[str, PoEntry] = {}
        for entry in sorted(self.entries, key=lambda entry: entry.is_obsolete):
            found.setdefault(entry.key, entry)
        return found


def read_po(text: str, has_mark: bool = False) -> PoFile:
    """A file's text as entries; raises BrokenPo."""
    lines: list[str] = _LINE.findall(text)
    entries, tail = _entries(lines)
    newline = re.search(r"\r\n|\r|\n", text)
    header = entries.pop(0) if entries and _is_header(entries[0]) else None
    return PoFile(header, tuple(entries), tail, newline[0] if newline else "\n", has_mark)


def _is_header(entry: PoEntry) -> bool:
    return not entry.context and not entry.source and not entry.is_obsolete


def _entries(lines: list[str]) -> tuple[list[PoEntry], str]:
    """The entries of a file's lines, and what stands after the last."""
    kinds = [_kind(line) for line in lines]
    wrong = tuple(number for number, kind in enumerate(kinds, 1) if kind is None)
    if wrong:
        raise BrokenPo(wrong)
    entries: list[PoEntry] = []
    parts: list[tuple[Kind, list[str]]] = []
    last: Kind | None = None
    first = 1
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True), 1):
        if kind is Kind.GOES_ON:
            if not parts or parts[-1][0] < Kind.CONTEXT:
                raise BrokenPo((number,))
            parts[-1][1].append(line)
            continue
        assert kind is not None
        if last is Kind.TEXT and kind is not Kind.TEXT:
            entries.append(_made(parts, first))
            parts, last, first = [], None, number
        if kind >= Kind.CONTEXT:
            if kind not in _AFTER[last]:
                raise BrokenPo((number,))
            last = kind
        elif last is not None and kind is not Kind.BLANK:
            raise BrokenPo((number,))
        if parts and parts[-1][0] is kind and kind < Kind.CONTEXT:
            parts[-1][1].append(line)
        else:
            parts.append((kind, [line]))
    if last is Kind.TEXT:
        entries.append(_made(parts, first))
        parts = []
    elif last is not None:
        raise BrokenPo((len(lines),))
    tail = "".join(line for _, part in parts for line in part)
    return _with_gaps(entries), tail


def _with_gaps(entries: list[PoEntry]) -> list[PoEntry]:
    """The entries with the blank lines at the head of each given to the one before, so that it may be moved alone."""
    done: list[PoEntry] = []
    for entry in entries:
        head = entry.parts[0]
        if done and head.kind is Kind.BLANK:
            done[-1] = replace(done[-1], gap="".join(head.lines))
            entry = replace(entry, parts=entry.parts[1:], line=entry.line + len(head.lines))
        done.append(entry)
    return done


def _made(parts: list[tuple[Kind, list[str]]], line: int) -> PoEntry:
    return PoEntry(tuple(Part(kind, tuple(lines)) for kind, lines in parts), "", line)


def _kind(line: str) -> Kind | None:
    """What a line is; None: nothing a PO file has."""
    body = line.strip()
    if not body:
        return Kind.BLANK
    if body.startswith("#"):
        if not body.startswith("#~"):
            return _MARKS.get(body[1:2], Kind.COMMENT)
        body = body[2:].lstrip()
        if body.startswith("|"):
            return Kind.PREVIOUS
        if body.startswith("#") or not body:
            return Kind.COMMENT
    found = _STRING.fullmatch(body)
    if found is None:
        return None
    word = found["word"]
    return KEYWORDS[word] if word else Kind.GOES_ON


def read_string(line: str) -> str:
    begin, end = line.index('"') + 1, line.rindex('"')
    return _unescaped(line[begin:end])


def _unescaped(value: str) -> str:
    if "\\" not in value:
        return value
    from polib import unescape

    return unescape(value)
