"""The slips of a hand that types YAML, looked for line by line before the YAML reader sees the file.

Half of them YAML reads without a word, and differently from what was meant; at the others it stops. Here each is a
finding, and is mended in memory, so that one run finds what is wrong in the whole file. What stands in a text after
`|-`, in quotes or in a comment is nobody's slip.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct, field

from brochure.diagnostics import Diagnostic, Report
from brochure.source import slips
from brochure.source.block_text import INDENT, KEY, STRUCTURE, WIDE, BlockText
from brochure.source.brackets import Brackets, quote_end, quoted_start
from brochure.source.colons import ENTRY, KEY_LINE, mend_colon
from brochure.source.hidden_characters import drop_hidden
from brochure.source.lines import Lines, Repair

_DASH = re.compile(r"-(?:[ ]+|$)")
_DASH_TAB = re.compile(r"-[ ]*\t[ \t]*")
_TIGHT_DASH = re.compile(rf"-(?={KEY}:(?:[ \t]|$))")
_WRONG_DASH = re.compile(rf"(?P<sign>[‐‑‒–—―−－ー・•●◆■＊])(?:[ {WIDE}]+(?=\S)|(?={KEY}[ \t]*[:：]))")
_BLOCK = re.compile(r"[|>][+-]?(?P<steps>[1-9]?)[+-]?[ \t]*(?:#.*)?$")
_PROPERTIES = re.compile(r"(?:[&!][\w!:.-]*[ \t]+)+(?=\S)", re.ASCII)  # refused when the reader comes upon them
_COLON = re.compile(r"(?<=\S):(?=[ \t]|$)")
_HASH = re.compile(r"(?<=[ \t])#(?P<next>.?)")
_WIDE_HASH = re.compile(rf"[ \t]*(?P<sign>[{WIDE}])[ \t{WIDE}]*#")
_QUOTES = (("“", "”"), ("”", "”"), ("„", "“"), ("＂", "＂"), ("‘", "’"), ("〝", "〟"))


class _Level(Struct):
    """A list or a mapping that is open: the column its dashes or keys begin in, and the last key."""

    column: int
    kind: Literal["list", "mapping"]
    key: str = ""


class _Walker(Struct):
    lines: Lines
    report: Report
    levels: list[_Level] = field(default_factory=list[_Level])
    is_awaiting: bool = True  # the last key has no value yet: a deeper line may begin one
    plain: int = -1  # the column of the key whose words may go on in deeper lines; -1: none
    text: BlockText | None = None  # the text after `|` that is being read
    moved: tuple[int, int] = (0, 0)  # a line begun too far right or left: its column, and by how much it was moved

    def walk(self) -> None:
        number = 0
        while number < len(self.lines.texts):
            number = self._line(number)

    def _found(self, finding: Diagnostic) -> None:
        self.report.add(finding)

    def _line(self, number: int) -> int:
        """Look at a line; the number of the next to look at."""
        text = self.lines.line(number)
        if not text.strip(" \t" + WIDE):
            return number + 1
        if self.text is not None:
            if self.text.takes(self.lines, number, self.report):
                return number + 1
            self.text = None
        bare = text.lstrip(" \t" + WIDE)
        if bare.startswith("#"):
            return number + 1
        if bare.startswith(("---", "...", "%")) and bare == text:
            self._begin_document()
            return number + 1
        self._mend_indent(number)
        return self._structure(number)

    def _begin_document(self) -> None:
        self.levels.clear()
        self.is_awaiting, self.plain = True, -1

    # indents

    def _mend_indent(self, number: int) -> None:
        """Tabs and wide spaces before the first word, made into the indent they most likely stand for."""
        text = self.lines.line(number)
        white = INDENT.match(text)
        end = white.end() if white else 0
        wrong = next((column for column in range(end) if text[column] != " "), None)
        if wrong is None:
            return
        self._found(slips.white(self.lines.span(number, wrong), text[wrong]))
        wide = sum(1 if sign == " " else 2 for sign in text[:end])
        self.lines.mend(Repair(number, 0, end, " " * self._likely(wide, text[end] == "-")))

    def _likely(self, column: int, is_dash: bool) -> int:
        """The column nearest to one at which a line may begin here."""
        columns = [each.column for each in self.levels if (each.kind == "list") == is_dash]
        if self.is_awaiting and self.levels:
            columns.append(self.levels[-1].column + 2)
        elif self.plain >= 0 and not is_dash and not columns:
            columns.append(self.plain + 2)
        return min(columns, key=lambda each: (abs(each - column), -each), default=column)

    # lines with keys and dashes

    def _structure(self, number: int) -> int:
        text = self.lines.line(number)
        column = self._move(number, len(text) - len(text.lstrip(" ")))
        column = self._mend_dash(number, column)
        if self.plain >= 0 and column > self.plain:
            text = self.lines.line(number)
            if not (STRUCTURE.match(text, column) and ENTRY.match(text, column)):
                self._words(number, column)
                return number + 1
        self.plain = -1
        while _DASH.match(self.lines.line(number), column):
            column = self._settle(number, column, "list")
            found = _DASH.match(self.lines.line(number), column)
            self.is_awaiting = True
            column = found.end() if found else column + 1
            column = self._mend_dash(number, column)
        if not self.lines.line(number)[column:].strip():
            return number + 1
        return self._entry(number, column)

    def _move(self, number: int, column: int) -> int:
        """Move a line along with the one above that began in a wrong column, as long as it is not left of it."""
        wrong, by = self.moved
        if not by or column < wrong or self._wants_key(column):
            self.moved = (0, 0)
            return column
        self.lines.mend(Repair(number, 0, column, " " * (column + by)))
        return column + by

    def _mend_dash(self, number: int, column: int) -> int:
        text = self.lines.line(number)
        if found := _DASH_TAB.match(text, column):
            self._found(slips.tab(self.lines.span(number, text.index("\t", column))))
            self.lines.mend(Repair(number, column + 1, found.end() - column - 1, " "))
        elif _TIGHT_DASH.match(text, column):
            self._found(slips.no_space_after_dash(self.lines.span(number, column)))
            self.lines.mend(Repair(number, column + 1, 0, " "))
        elif (found := _WRONG_DASH.match(text, column)) and (self.plain < 0 or column <= self.plain):
            self._found(slips.wrong_dash(self.lines.span(number, column), found["sign"]))
            self.lines.mend(Repair(number, column, found.end() - column, "- "))
        return column

    def _settle(self, number: int, column: int, kind: Literal["list", "mapping"], key: str = "") -> int:
        """Enter a dash or a key into the levels that are open; gives its column, mended where it was off."""
        before = list(self.levels)
        self._leave(column, kind)
        top = self.levels[-1] if self.levels else None
        if top and top.column == column and top.kind == kind:
            top.key = key
            return column
        begins_list_below_key = kind == "list" and top and top.column == column and self.is_awaiting
        if top is None or begins_list_below_key or (self.is_awaiting and column > top.column and top == before[-1]):
            self.levels.append(_Level(column, kind, key))
            return column
        return self._mend_column(number, column, kind, key, before)

    def _leave(self, column: int, kind: Literal["list", "mapping"]) -> None:
        while self.levels:
            top = self.levels[-1]
            is_below = top.column > column
            is_list_of_key = top.column == column and top.kind == "list" and kind == "mapping"
            if not (is_below or is_list_of_key):
                return
            if is_list_of_key and len(self.levels) == 1:
                return
            self.levels.pop()

    def _mend_column(
        self, number: int, column: int, kind: Literal["list", "mapping"], key: str, before: list[_Level]
    ) -> int:
        near = [level for level in before if level.kind == kind]
        if not near:
            self.levels.append(_Level(column, kind, key))  # the YAML reader will say what is wrong
            return column
        meant = min(near, key=lambda level: (abs(level.column - column), -level.column))
        above = meant.key if kind == "mapping" else ""
        self._found(slips.indent(self.lines.span(number, column), meant.column + 1, above))
        self.lines.mend(Repair(number, 0, column, " " * meant.column))
        self.moved = (column, meant.column - column)
        self.levels = before
        self._leave(meant.column, kind)
        if self.levels:
            self.levels[-1].key = key
        return meant.column

    def _entry(self, number: int, column: int) -> int:
        """A key and its value, or a value alone; the number of the next line."""
        mend_colon(self.lines, number, column, self._wants_key(column), self.report)
        text = self.lines.line(number)
        found = None if text[column] in "[{" else ENTRY.match(text, column)
        if found is None:
            return self._value(number, column, self._owner(column))
        settled = self._settle(number, column, "mapping", found["key"])
        if settled != column:
            column = settled
            found = ENTRY.match(self.lines.line(number), column)
        end = found.end() if found else column
        text = self.lines.line(number)
        start = end + len(text[end:]) - len(text[end:].lstrip(" \t"))
        return self._value(number, start, column)

    def _owner(self, column: int) -> int:
        """The column deeper than which a value without a key of its own may go on."""
        inside = [level.column for level in self.levels if level.column < column]
        return inside[-1] if inside else -1

    def _wants_key(self, column: int) -> bool:
        """Whether only a key can begin in this column: others of its mapping stand above."""
        return any(level.kind == "mapping" and level.column == column for level in self.levels)

    # values

    def _value(self, number: int, column: int, owner: int) -> int:
        """What stands after a colon or a dash; the number of the next line."""
        text = self.lines.line(number)
        if properties := _PROPERTIES.match(text, column):
            column = properties.end()
        self._mend_note(number, column)
        rest = self.lines.line(number)[column:].lstrip(" ")
        column = len(self.lines.line(number)) - len(rest)
        self.is_awaiting, self.plain = False, -1
        if not rest.strip() or rest.startswith(("# ", "##")) or rest == "#":
            self.is_awaiting = True
        elif rest[0] in "|>":
            self._bar(number, column, owner)
        elif rest[0] in "\"'":
            return self._quoted(number, column, owner)
        elif rest[0] in "[{":
            return self._bracketed(number, column, owner)
        else:
            self._plain(number, column, owner)
        return number + 1

    def _bar(self, number: int, column: int, owner: int) -> None:
        text = self.lines.line(number)
        if bar := _BLOCK.match(text, column):
            steps = int(bar["steps"] or 0)
            columns = tuple(level.column for level in self.levels)
            self.text = BlockText(owner, columns, max(owner, 0) + steps if steps else 0)
            return
        sign = re.match(r"[|>][+-]?", text[column:])
        width = sign.end() if sign else 1
        rest = column + width + len(text[column + width :]) - len(text[column + width :].lstrip())
        self._found(
            slips.text_after_bar(self.lines.span(number, rest, len(text) - rest), text[column : column + width])
        )
        self.lines.mend(Repair(number, column, rest - column, ""))
        self._plain(number, column, owner)

    def _quoted(self, number: int, column: int, owner: int) -> int:
        """A value in quotes, which may go on in deeper lines; the number of the next line."""
        text = self.lines.line(number)
        last, end = number, quote_end(text, column)
        while end < 0:
            following = self.lines.line(last + 1)
            indent = len(following) - len(following.lstrip(" "))
            if last + 1 >= len(self.lines.texts) or (
                following.strip() and (indent <= owner or KEY_LINE.match(following, indent))
            ):
                return self._close_quote(number, column)
            last += 1
            end = quote_end(text[column] + following, 0) - 1
            end = end if end >= 0 else -1
        self._mend_note(last, end + 1)
        rest = self.lines.line(last)[end + 1 :]
        if rest.strip() and not rest.lstrip().startswith("#"):
            self._after_quote(number, column, last, end)
        return last + 1

    def _close_quote(self, number: int, column: int) -> int:
        text = self.lines.line(number)
        self._found(slips.unclosed_quote(self.lines.span(number, column), text[column]))
        self.lines.mend(Repair(number, len(text.rstrip()), 0, text[column]))
        return number + 1

    def _after_quote(self, number: int, column: int, last: int, end: int) -> None:
        text = self.lines.line(last)
        at = end + 1 + len(text[end + 1 :]) - len(text[end + 1 :].lstrip())
        self._found(slips.after_quote(self.lines.span(last, at, len(text.rstrip()) - at)))
        self.lines.mend(Repair(last, at, len(text) - at, ""))

    def _bracketed(self, number: int, column: int, owner: int) -> int:
        brackets = Brackets(self.lines, number, column, owner)
        last, end = brackets.read()
        self.report.extend(brackets.found)
        self._mend_note(last, end)
        rest = self.lines.line(last)[end:]
        if not rest.strip() or rest.lstrip().startswith(("#", ":")):
            return last + 1
        at = end + len(rest) - len(rest.lstrip())
        self._found(slips.after_bracket(self.lines.span(last, at, len(rest.strip()))))
        self.lines.mend(Repair(last, end - 1, 1, "］"))
        self.lines.mend(Repair(number, column, 1, "［"))  # words, as they were meant
        self._words(last, end)
        return last + 1

    def _plain(self, number: int, column: int, owner: int) -> None:
        """Words without quotes."""
        text = self.lines.line(number)
        first, following = text[column], text[column + 1 : column + 2]
        self.plain = owner
        if first == "#":
            lost = quoted_start(text[column:])
            self._found(slips.hash_in_text(self.lines.span(number, column), lost))
            self.lines.mend(Repair(number, column, 1, "＃"))
        elif first == "-" and following in (" ", "\t"):
            self._found(slips.list_on_key_line(self.lines.span(number, column)))
            self._put_in_brackets(number, column)
            return
        elif first in "@`%]},?" or (first in "*&!" and (following in ("", " ") or not following.isascii())):
            self._found(slips.reserved_start(self.lines.span(number, column), first))
            self.lines.mend(Repair(number, column, 1, chr(ord(first) + 0xFEE0)))
        elif first in "［｛":
            self._wide_bracket(number, column, owner)
        self._quotes(number, column)
        self._words(number, column)

    def _put_in_brackets(self, number: int, column: int) -> None:
        """`- ja` after a key, as the list it is meant for."""
        text = self.lines.line(number)
        self.lines.mend(Repair(number, len(text.rstrip()), 0, "]"))
        self.lines.mend(Repair(number, column, len(text[column:]) - len(text[column + 1 :].lstrip()), "["))
        self.plain = -1

    def _wide_bracket(self, number: int, column: int, owner: int) -> None:
        text = self.lines.line(number)
        closing = {"［": "］]", "｛": "｝}"}[text[column]]
        is_meant = text.rstrip()[-1] in closing and re.search(rf"[,，]|{KEY}[:：]", text[column:])
        if is_meant:
            self._found(slips.wide_bracket(self.lines.span(number, column), text[column]))
            self.lines.mend(Repair(number, column, 1, chr(ord(text[column]) - 0xFEE0)))
            end = len(self.lines.line(number).rstrip()) - 1
            self.lines.mend(Repair(number, end, 1, closing[1]))
            self.plain = -1
            self._bracketed(number, column, owner)

    def _quotes(self, number: int, column: int) -> None:
        """Quotes a word processor made round, around the whole of the words."""
        words = self.lines.line(number)[column:].rstrip()
        for opening, closing in _QUOTES:
            inner = words[1:-1]
            if len(words) > 1 and words[0] == opening and words[-1] == closing and not {opening, closing} & {*inner}:
                self._found(slips.smart_quotes(self.lines.span(number, column), opening, closing))
                self.lines.mend(Repair(number, column + len(words) - 1, 1, ""))
                self.lines.mend(Repair(number, column, 1, ""))
                return

    def _mend_note(self, number: int, column: int) -> None:
        """A wide space before the note that begins here: YAML would not take it for a note."""
        if found := _WIDE_HASH.match(self.lines.line(number), column):
            self._found(slips.wide_space_before_note(self.lines.span(number, found.start("sign"))))
            self.lines.mend(Repair(number, found.start(), found.end() - found.start(), " # "))

    def _words(self, number: int, column: int) -> None:
        """Signs inside plain words that YAML takes for its own."""
        text = self.lines.line(number)
        wide, note = _WIDE_HASH.search(text, column), _HASH.search(text, column)
        if wide and not (note and note.start() < wide.start("sign")):
            self._mend_note(number, wide.start())
            text = self.lines.line(number)
        for found in _HASH.finditer(text, column):
            if found["next"] in ("", " ", "\t", "#", "\u3000", "!"):
                break
            at = found.start()
            self._found(slips.hash_in_text(self.lines.span(number, at), quoted_start(text[at:])))
            self.lines.mend(Repair(number, at, 1, "＃"))
        text = self.lines.line(number)
        note = _HASH.search(text, column)
        for found in _COLON.finditer(text, column, note.start() if note else len(text)):
            self._found(slips.colon_in_text(self.lines.span(number, found.start())))
            self.lines.mend(Repair(number, found.start(), 1, "："))


def mend_slips(lines: Lines, report: Report) -> None:
    """Find the slips in a file's lines and mend them there, in memory; the author's places are kept."""
    drop_hidden(lines, report)
    _Walker(lines, report).walk()
