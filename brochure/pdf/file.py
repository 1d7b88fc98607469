"""The file as objects: each under a name of its own, in the order of their first mention. ReportLab writes it out.

Only ReportLab's object writer is used: its canvas begins every page with a font that is not embedded, and its pages
know no bleed.
"""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

_LEVEL = 3  # deflate: 6 saves eight percent of the file and takes most of the time there is


class _Document(PDFDocument):
    """ReportLab's writer without its catalogue of standard fonts, with an identifier of our own."""

    def __init__(self, identifier: str, version: tuple[int, int]) -> None:
        super().__init__(invariant=1, pdfVersion=version)  # pyright: ignore[reportUnknownMemberType]
        self.objectcounter = 0
        self.idToObjectNumberAndVersion = {}
        self.idToObject = {}
        self.numberToId = {}
        self._identifier = identifier

    def ID(self) -> bytes:  # ReportLab's spelling
        return f"\n[<{self._identifier}> <{self._identifier}>]\n".encode("ascii")


class PdfFile:
    """A file being written. `document` is ReportLab's, for what takes one (fonts)."""

    def __init__(self, identifier: str, version: tuple[int, int]) -> None:
        self.document: Any = _Document(identifier, version)  # ReportLab has no types

    def put(self, name: str, what: str | bytes) -> str:
        """An object under a name of its own; put twice, it is written once. Gives the mention of it."""
        mention = self.reserve(name)
        self.document.idToObject[name] = what.encode("ascii") if isinstance(what, str) else what
        return mention

    def reserve(self, name: str) -> str:
        """The mention of an object that may be yet to come."""
        if name in self.document.idToObject:
            return self.mention(PDFObjectReference(name))
        return self.mention(self.document.Reference(b"null", name))

    def mention(self, reference: Any) -> str:
        """`12 0 R`, of a reference of ReportLab's."""
        return reference.format(self.document).decode("ascii")

    def stream(self, name: str, entries: str, data: bytes) -> str:
        """A compressed stream with more entries in its dictionary."""
        packed = zlib.compress(data, _LEVEL)
        return self.raw_stream(name, f"{entries}/Filter /FlateDecode ", packed)

    def raw_stream(self, name: str, entries: str, data: bytes) -> str:
        """A stream as it is."""
        head = f"<< {entries}/Length {len(data)} >>\nstream\n".encode("ascii")
        return self.put(name, head + data + b"\nendstream\n")

    def bytes(self) -> bytes:
        """The whole file; `catalog` and `information` have been put."""
        self.document.Catalog = PDFObjectReference("catalog")
        self.document.info = PDFObjectReference("information")
        return self.document.format()


def pairs(values: dict[str, str]) -> str:
    """The inside of a dictionary of names."""
    return " ".join(f"/{name} {value}" for name, value in values.items())
