"""Changes to an author's file: what is not changed stays byte for byte, comments, order, line ends and all."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from brochure.diagnostics import Span
from brochure.source.files import write_safely


class Edit(Struct, frozen=True, order=True):
    """Put `text` in the place of the characters from `start` to `end` (offsets in the file's text)."""

    start: int
    end: int
    text: str


class Manuscript(Struct, frozen=True):
    """A file's text as it lies on the disk, with where its lines begin; line ends stand in it as they are."""

    text: str
    begins: tuple[int, ...]
    has_mark: bool = False

    @classmethod
    def of(cls, text: str, has_mark: bool = False) -> Manuscript:
        """A text with its lines, as `Lines` counts them."""
        begins = (0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text)))
        return cls(text, begins, has_mark)

    @classmethod
    def read(cls, path: Path) -> Manuscript:
        """A file that is known to be UTF-8."""
        data = path.read_bytes()
        return cls.of(data.decode("utf-8-sig"), data.startswith(codecs.BOM_UTF8))

    @property
    def line_end(self) -> str:
        """How the file's first line ends."""
        found = re.search(r"\r\n|\r|\n", self.text)
        return found[0] if found else "\n"

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and a column, both from 1."""
        return self.begins[line - 1] + column - 1

    def line_after(self, line: int) -> int:
        """The offset at which the line after a line begins; the text's end where it is the last."""
        return self.begins[line] if line < len(self.begins) else len(self.text)

    def replaced(self, span: Span, text: str) -> Edit:
        """The edit that puts other words in a place."""
        return Edit(self.offset(span.line, span.column), self.offset(span.end_line, span.end_column), text)

    def lines_put_in(self, line: int, lines: Iterable[str]) -> Edit:
        """The edit that puts lines below a line (0: before the first), with the file's own line ends."""
        at = self.line_after(line) if line else 0
        body = "".join(each + self.line_end for each in lines)
        is_open = at == len(self.text) and at > 0 and self.text[-1] not in "\r\n"
        return Edit(at, at, self.line_end + body[: -len(self.line_end)] if is_open else body)

    def applied(self, edits: Iterable[Edit]) -> Manuscript:
        """The text with edits that do not overlap; those at one place in the order given."""
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        text, end = "", 0
        for edit in ordered:
            assert edit.start >= end, "edits overlap"
            text += self.text[end : edit.start] + edit.text
            end = edit.end
        return Manuscript.of(text + self.text[end:], self.has_mark)

    def write(self, path: Path) -> None:
        """Write the text as it was read: with its mark, if it had one."""
        write_safely(path, (codecs.BOM_UTF8 if self.has_mark else b"") + self.text.encode("utf-8"))


_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`“”„＂‘’〝［｛-][^\n]*")


def scalar(text: str, is_in_brackets: bool = False) -> str:
    """Words as a YAML scalar on one line: plain where that reads back the same, else in quotes."""
    needs = (
        not _PLAIN.fullmatch(text)
        or text != text.strip()
        or ": " in text
        or text.endswith(":")
        or " #" in text
        or text in ("~", "null", "Null", "NULL", "---", "...")
        or (is_in_brackets and re.search(r"[,\[\]{}、，]", text) is not None)
    )
    if not needs:
        return text
    if "\n" in text or "\t" in text:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{escaped}"'
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
