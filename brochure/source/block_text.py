"""The text after `|` and `>`: which lines belong to it, and those whose indent is off."""

from __future__ import annotations

import re

from msgspec import Struct

from brochure.diagnostics import Report
from brochure.patterns import pattern
from brochure.source import slips
from brochure.source.lines import Lines, Repair

KEY = r"(?:[a-z][a-z0-9_-]*|zh_[A-Z]{2})"
"""The keys authors write, as far as a slip is to be told from words."""
WIDE = "\u3000\u00a0\u2002\u2003\u2007\u2009\u202f\u205f"
"""Spaces that YAML does not count as such."""
INDENT = pattern(rf"[ \t{WIDE}]*")
STRUCTURE = pattern(rf"(?:[-‐‑–—−－・] *)?{KEY}[ \t]*[:：]|-(?: |$)|---|\.\.\.|#", re.ASCII)
"""How a line begins that is a key, an item or a note, with the slips that are mended later."""


class BlockText(Struct):
    """A text that is being read: the column of its key, the columns open around it, and that of its own lines.

    Columns count from 0; `indent` is 0 until the first line is seen.
    """

    owner: int
    columns: tuple[int, ...]
    indent: int = 0

    def takes(self, lines: Lines, number: int, report: Report) -> bool:
        """Whether a line belongs to the text; its indent is mended where it should and does not."""
        text = lines.line(number)
        white = INDENT.match(text)
        end = white.end() if white else 0
        spaces = len(text) - len(text.lstrip(" "))
        wanted = self.indent or self.owner + 2
        if spaces < wanted and spaces < end and not STRUCTURE.match(text, end):
            report.add(slips.white(lines.span(number, spaces), text[spaces]))
            lines.mend(Repair(number, 0, end, " " * wanted))
            return True
        if spaces <= self.owner or spaces < self.indent:
            if self._is_the_end(text, spaces):
                return False
            report.add(slips.block_indent(lines.span(number, spaces), wanted + 1))
            lines.mend(Repair(number, 0, spaces, " " * wanted))
        self.indent = self.indent or spaces
        return True

    def _is_the_end(self, text: str, column: int) -> bool:
        """Whether a line begins something new: a key or an item at the text's own margin or in a column open there."""
        if not STRUCTURE.match(text, column):
            return False
        return column <= self.owner or (column in self.columns and text[column] != "#")
