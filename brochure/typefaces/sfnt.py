"""The wrapping of a font file (sfnt): the directory of its tables, read by hand and checked against the file's length.

HarfBuzz opens whatever it is given and draws nothing where a table is cut off; these forty lines are what tells a
damaged file from a sound one before a page is set. ISO/IEC 14496-22, 4.5 (organisation of an OpenType font).
"""

from __future__ import annotations

from collections.abc import Mapping
from os import SEEK_END
from pathlib import Path
from struct import unpack_from
from typing import BinaryIO

from brochure.diagnostics import Message, message

Directory = Mapping[str, tuple[int, int]]
"""A table's tag → (offset, length) in bytes from the file's head."""

_HEAD = 12  # bytes before the table records: signature, count, three search hints
_RECORD = 16  # bytes a record: tag, check sum, offset, length
_COLLECTION = b"ttcf"
_OUTLINES = {b"\x00\x01\x00\x00", b"OTTO", b"true"}
_WEB = {b"wOFF", b"wOF2"}
_WEB_FONT = message("it is packed for the web (WOFF); use the .ttf or .otf file of the same font")
_NO_FONT = message("it does not begin as a font does")
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
_SHAPES = {"glyf", "CFF ", "CFF2"}


class NotAFontError(ValueError):
    """The bytes are no font we can use; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class NoSuchFaceError(ValueError):
    """The collection has fewer faces than the index asks for; `count` is how many it has."""

    def __init__(self, count: int) -> None:
        super().__init__(f"the collection has {count} faces")
        self.count = count


def read_directory(path: Path, index: int = 0) -> Directory:
    """The tables of face `index` of a font file, each proven to lie in it.

    Raises NotAFontError, NoSuchFaceError, OSError.
    """
    with path.open("rb") as file:
        length = file.seek(0, SEEK_END)
        start = _face_start(file, index)
        file.seek(start)
        head = file.read(_HEAD)
        count = _count(head)
        if head[:4] not in _OUTLINES:
            raise NotAFontError(_WEB_FONT if head[:4] in _WEB else _NO_FONT)
        tables = directory(head + file.read(_RECORD * count))
    for tag, (offset, size) in tables.items():
        if offset + size > length:
            raise NotAFontError(message("its table {table} is cut off", table=tag.strip()))
    for tag in _NEEDED:
        if tag not in tables:
            raise NotAFontError(message("its table {table} is missing", table=tag))
    if tables.keys().isdisjoint(_SHAPES):
        raise NotAFontError(message("it has no outlines"))
    return tables


def directory(font: bytes) -> Directory:
    """The tables of a single font whose directory begins at the first byte; lengths are not checked."""
    records = range(_HEAD, _HEAD + _RECORD * _count(font), _RECORD)
    if len(font) < records.stop:
        raise NotAFontError(message("its list of tables is cut off"))
    return {font[at : at + 4].decode("latin-1"): unpack_from(">II", font, at + 8) for at in records}


def table(font: bytes, tag: str) -> bytes:
    """One table of a single font, bare. Raises KeyError where it has none."""
    offset, length = directory(font)[tag]
    return font[offset : offset + length]


def _count(head: bytes) -> int:
    if len(head) < _HEAD:
        raise NotAFontError(message("it is too short to be a font"))
    return int(unpack_from(">H", head, 4)[0])


def _face_start(file: BinaryIO, index: int) -> int:
    file.seek(0)
    head = file.read(_HEAD)
    if head[:4] != _COLLECTION:
        if index:
            raise NoSuchFaceError(1)
        return 0
    count = int(unpack_from(">I", head, 8)[0]) if len(head) == _HEAD else 0
    if not 0 <= index < count:
        raise NoSuchFaceError(count)
    file.seek(_HEAD + 4 * index)
    offset = file.read(4)
    if len(offset) < 4:
        raise NotAFontError(message("its list of faces is cut off"))
    return int.from_bytes(offset, "big")
