"""The raw lines of a file while it is being read, and where each of their characters stood before it was mended.

A mistake that is recognised is mended in memory so that the reading goes on and finds what else is wrong; places are
always told in the file as the author has it.
"""

from __future__ import annotations

from msgspec import Struct, field

from brochure.diagnostics import Span
from brochure.patterns import pattern
from brochure.source.nodes import Place

_BREAK = pattern(r"\r\n|\r|\n")


class Repair(Struct, frozen=True):
    """Put `replacement` in the place of `length` characters; line and column count from 0, in the mended text."""

    line: int
    column: int
    length: int
    replacement: str


class Lines(Struct):
    """Lines of text without their ends. `origins` holds, for each mended line, the old column of every character."""

    file: str
    texts: list[str]
    origins: dict[int, list[int]] = field(default_factory=dict[int, list[int]])

    @classmethod
    def of(cls, file: str, text: str) -> Lines:
        """The lines of a file's text."""
        return cls(file, _BREAK.split(text) if "\r" in text else text.split("\n"))

    @property
    def text(self) -> str:
        """The whole text as mended, with plain line feeds."""
        return "\n".join(self.texts)

    def line(self, number: int) -> str:
        """A line by its number from 0; "" beyond the end."""
        return self.texts[number] if 0 <= number < len(self.texts) else ""

    def mend(self, repair: Repair) -> None:
        """Apply one repair."""
        line, start, end = repair.line, repair.column, repair.column + repair.length
        text = self.texts[line]
        origin = self.origins.setdefault(line, list(range(len(text) + 1)))
        old = origin[min(start, len(origin) - 1)]
        origin[start:end] = [old] * len(repair.replacement)
        self.texts[line] = text[:start] + repair.replacement + text[end:]

    def column(self, line: int, column: int) -> int:
        """The column (from 0) in the author's file of a column in the mended line."""
        origin = self.origins.get(line)
        if origin is None:
            return column
        return origin[column] if column < len(origin) else origin[-1] + column - len(origin) + 1

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """The place of some characters of one line, line and column from 0, as the author's file has them."""
        end = max(column + length, column + 1)
        return self.stretch(line, column, line, end)

    def stretch(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        """The place from one position to another, both from 0; never empty."""
        return Span(*self.place(line, column, end_line, end_column))

    def place(self, line: int, column: int, end_line: int, end_column: int) -> Place:
        """The same as nodes keep it."""
        first = self.column(line, column)
        last = self.column(end_line, end_column)
        if line == end_line and last <= first:
            last = first + 1
        return self.file, line + 1, first + 1, end_line + 1, last + 1
