"""The file as objects: each under a name of its own, numbered in the order of their first mention, written one by one.

ReportLab's writer would do, but a tagged book of 540 pages has sixty thousand objects, and its layer of objects about
objects takes longer over them than all the lines take to set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from brochure.pdf.deflate import deflated

Data: TypeAlias = bytes | memoryview
"""A stream's data, or where it lies among other bytes."""

BINARY = b"%\xe2\xe3\xcf\xd3\n"  # so that a transfer takes the file for what it is (ISO 32000-1, 7.5.2)


class PdfFile:
    """A file being written, of a PDF version. What is put in is its objects' text, their streams' data apart."""

    def __init__(self, version: tuple[int, int]) -> None:
        self.version = version
        self._numbers: dict[str, int] = {}
        self._words: dict[int, str] = {}
        self._data: dict[int, Data] = {}

    def put(self, name: str, what: str) -> str:
        """An object under a name of its own; put twice, it is written once. Gives the mention of it."""
        number = self._number(name)
        self._words[number] = what
        return self._mention(number)

    def reserve(self, name: str) -> str:
        """The mention of an object that may be yet to come."""
        return self._mention(self._number(name))

    def stream(self, name: str, entries: str, data: bytes) -> str:
        """A compressed stream with more entries in its dictionary."""
        return self.deflated(name, entries, deflated(data))

    def deflated(self, name: str, entries: str, data: Data) -> str:
        """A stream that is compressed already."""
        return self.raw_stream(name, f"{entries}/Filter /FlateDecode ", data)

    def raw_stream(self, name: str, entries: str, data: Data) -> str:
        """A stream as it is."""
        self._data[self._number(name)] = data
        return self.put(name, f"<< {entries}/Length {len(data)} >>")

    def bytes(self, identifier: str) -> bytes:
        """The whole file; `catalog` and `information` have been put."""
        parts = [header(self.version)]
        at = len(parts[0])
        lines = ["0000000000 65535 f \n"]
        for number in range(1, len(self._numbers) + 1):
            lines.append(f"{at:010} 00000 n \n")
            parts.append(written(number, self._words.get(number, "null"), self._data.get(number)))
            at += len(parts[-1])
        entries = f"/Size {len(lines)} /Root {self.reserve('catalog')} /Info {self.reserve('information')}"
        trailer = f"trailer\n<< {entries} {named(identifier)} >>\nstartxref\n{at}\n%%EOF\n"
        parts.append(f"xref\n0 {len(lines)}\n{''.join(lines)}{trailer}".encode("ascii"))
        return b"".join(parts)

    def _mention(self, number: int) -> str:
        return f"{number} 0 R"

    def _number(self, name: str) -> int:
        numbers = self._numbers
        return numbers.get(name) or numbers.setdefault(name, len(numbers) + 1)


def header(version: tuple[int, int]) -> bytes:
    """The first two lines of a file."""
    return f"%PDF-{version[0]}.{version[1]}\n".encode("ascii") + BINARY


def written(number: int, words: str, data: Data | None = None) -> bytes:
    """An object as it stands in the file."""
    return b"".join(parts_of(number, words, data))


def parts_of(number: int, words: str, data: Data | None = None) -> tuple[Data, ...]:
    """The same in parts, its data not copied."""
    if data is None:
        return (f"{number} 0 obj\n{words}\nendobj\n".encode("ascii"),)
    return f"{number} 0 obj\n{words}\nstream\n".encode("ascii"), data, b"\nendstream\nendobj\n"


def named(identifier: str) -> str:
    """The trailer's entry of a file's identifier, 32 hexadecimal digits."""
    return f"/ID [<{identifier}> <{identifier}>]"


def pairs(values: Mapping[str, str] | Iterable[tuple[str, str]]) -> str:
    """The inside of a dictionary of names."""
    return " ".join([f"/{name} {value}" for name, value in dict(values).items()])
