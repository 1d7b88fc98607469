"""Slips between brackets, `[…]` and `{…}`: read character by character, mended in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from brochure.diagnostics import Diagnostic
from brochure.source import slips
from brochure.source.block_text import KEY
from brochure.source.lines import Lines, Repair

_CLOSING = {"[": "]", "{": "}"}
_WIDE_COLON = re.compile(rf"[ \t\u3000]*(?P<key>{KEY})[ \t]*(?P<sign>：)")
_NO_SPACE = re.compile(rf"[ \t\u3000]*(?P<key>{KEY})(?P<sign>:)(?=[^ \t,\[\]{{}}/])")
_NEXT_KEY = re.compile(rf"(?P<sign>[、，])[ \t\u3000]*{KEY}[ \t]*[:：]")
_ITEM = re.compile(
    r"[ \t\u3000]*(?:\"[^\"]*\"[ \t]*:|'[^']*'[ \t]*:|"
    + KEY
    + r"[ \t]*[:：]|[^,\[\]{}]*?[^\s,\[\]{}]:(?:[ \t]|$)|[}#]|$)"
)
"""What may follow a comma between braces: a key with its colon, the end, a note, or the next line."""
_STRUCTURE = re.compile(r"(?:- |[A-Za-z_][\w-]*:(?: |$))", re.ASCII)


class Brackets(Struct):
    """A bracketed value while it is read: the brackets open at the moment, each with its sign and place."""

    lines: Lines
    number: int
    column: int
    owner: int  # the column of the key the value belongs to; lines of the value are indented deeper
    found: list[Diagnostic] = field(default_factory=list[Diagnostic])
    opened: list[tuple[str, int, int]] = field(default_factory=list[tuple[str, int, int]])

    def read(self) -> tuple[int, int]:
        """Where the value ends (line, column after it), both from 0; what was found is in `found`."""
        while True:
            text = self.lines.line(self.number)
            if self.column >= len(text):
                if not self._goes_on():
                    return self._close()
                self.number, self.column = self.number + 1, 0
                continue
            self._take(text[self.column], text)
            if not self.opened:
                return self.number, self.column

    def _goes_on(self) -> bool:
        """Whether the next line still belongs to the value."""
        following = self.lines.line(self.number + 1)
        if self.number + 1 >= len(self.lines.texts):
            return False
        bare = following.lstrip(" ")
        is_deeper = len(following) - len(bare) > self.owner
        expects_more = self.lines.line(self.number).rstrip().endswith((",", "[", "{"))
        return not bare or bare[0] in "]}" or (is_deeper and (expects_more or not _STRUCTURE.match(bare)))

    def _close(self) -> tuple[int, int]:
        """End every bracket left open at the end of the line, as the author should have."""
        text = self.lines.line(self.number)
        end = len(text.rstrip())
        sign, line, column = self.opened[-1]
        self.found.append(slips.unclosed_bracket(self.lines.span(line, column), _CLOSING[sign]))
        closing = "".join(_CLOSING[each] for each, _, _ in reversed(self.opened))
        self.lines.mend(Repair(self.number, end, 0, closing))
        self.opened.clear()
        return self.number, end + len(closing)

    def _take(self, sign: str, text: str) -> None:
        if sign in _CLOSING:
            self.opened.append((sign, self.number, self.column))
            self.column += 1
            self._begin_item()
        elif sign in "]}":
            self._end(sign)
        elif sign in "\"'":
            self._quoted(sign, text)
        elif sign == ",":
            if self.opened[-1][0] == "{" and not _ITEM.match(text, self.column + 1):
                self.found.append(slips.comma_in_words(self.lines.span(self.number, self.column)))
                self.lines.mend(Repair(self.number, self.column, 1, "，"))
            self.column += 1
            self._begin_item()
        elif sign in "、，":
            self._comma(sign, text)
        elif sign == "#" and text[self.column - 1] in " \t":
            self._hash(text)
        else:
            self.column += 1

    def _end(self, sign: str) -> None:
        opening = self.opened.pop()[0]
        if sign != _CLOSING[opening]:
            place = self.lines.span(self.number, self.column)
            self.found.append(slips.wrong_bracket(place, sign, _CLOSING[opening]))
            self.lines.mend(Repair(self.number, self.column, 1, _CLOSING[opening]))
        self.column += 1

    def _begin_item(self) -> None:
        """Look at the key an item of a mapping begins with."""
        if not self.opened or self.opened[-1][0] != "{":
            return
        text = self.lines.line(self.number)
        if found := _WIDE_COLON.match(text, self.column):
            at = found.start("sign")
            self.found.append(slips.wide_colon(self.lines.span(self.number, at), found["key"]))
            self.lines.mend(Repair(self.number, at, 1, ": "))
            self.column = at + 2
        elif found := _NO_SPACE.match(text, self.column):
            at = found.end("sign")
            self.found.append(slips.no_space_after_colon(self.lines.span(self.number, at - 1), found["key"]))
            width = 1 if text[at] in "\u3000\u00a0" else 0
            self.lines.mend(Repair(self.number, at, width, " "))
            self.column = at + 1

    def _quoted(self, mark: str, text: str) -> None:
        before = text[: self.column].rstrip(" \t")[-1:]
        if before not in ("[", "{", ",", ":", ""):
            self.column += 1  # a mark inside plain words
            return
        end = quote_end(text, self.column)
        if end < 0:
            stop = min((at for sign in ",]}" if (at := text.find(sign, self.column)) > 0), default=len(text))
            self.found.append(slips.unclosed_quote(self.lines.span(self.number, self.column), mark))
            self.lines.mend(Repair(self.number, stop, 0, mark))
            end = stop
        self.column = end + 1

    def _comma(self, sign: str, text: str) -> None:
        """A full-width comma parts items where a key follows it, or where every item of a list is a word in ASCII."""
        is_mapping = self.opened[-1][0] == "{"
        parts = bool(_NEXT_KEY.match(text, self.column)) if is_mapping else self._is_between_words(text)
        if parts:
            self.found.append(slips.wide_comma(self.lines.span(self.number, self.column), sign))
            self.lines.mend(Repair(self.number, self.column, 1, ", "))
            self.column += 2
            self._begin_item()
        else:
            self.column += 1

    def _is_between_words(self, text: str) -> bool:
        before, after = text[self.column - 1 : self.column], text[self.column + 1 :].lstrip(" \u3000")[:1]
        return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()

    def _hash(self, text: str) -> None:
        lost = text[self.column :]
        if len(lost) > 1 and lost[1] not in " \t#":
            self.found.append(slips.hash_in_text(self.lines.span(self.number, self.column), quoted_start(lost)))
            self.lines.mend(Repair(self.number, self.column, 1, "＃"))
            self.column += 1
        else:
            self.column = len(text)


def quoted_start(words: str, most: int = 12) -> str:
    """The beginning of some words, as a message quotes it."""
    return words if len(words) <= most else words[: most - 1] + "…"


def quote_end(text: str, start: int) -> int:
    """The column of the mark that ends the quote begun at `start` on the same line, or -1."""
    return next(iter(_ends(text, start)), -1)


def _ends(text: str, start: int) -> Iterator[int]:
    mark, column = text[start], start + 1
    while column < len(text):
        if text[column] == "\\" and mark == '"':
            column += 1
        elif text[column] == mark:
            if mark == "'" and text[column + 1 : column + 2] == "'":
                column += 1
            else:
                yield column
        column += 1
