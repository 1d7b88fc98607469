"""Words and data out of PDF objects: names and strings as text, streams unpacked, whatever bytes are in them."""

from __future__ import annotations

import zlib
from typing import Any

from pikepdf import Name


class DamagedError(ValueError):
    """A stream's data cannot be unpacked to their end."""


def text(thing: Any) -> str:
    """A name with its slash, a string or a number as text; names in an old encoding (Shift JIS) byte for byte."""
    if thing is None:
        return ""
    try:
        return str(thing)
    except UnicodeDecodeError:
        raw: bytes = thing.unparse()
        return raw.decode("latin-1")


def unpacked(stream: Any) -> bytes:
    """A stream's data. Raises DamagedError where deflated data break off, which qpdf passes over in silence."""
    if isinstance(stream.get("/Filter"), Name) and text(stream["/Filter"]) == "/FlateDecode":
        parameters = stream.get("/DecodeParms")
        if parameters is None:
            machine = zlib.decompressobj()
            try:
                data = machine.decompress(bytes(stream.read_raw_bytes()))
            except zlib.error as problem:
                raise DamagedError(str(problem)) from problem
            if not machine.eof:
                raise DamagedError("the data break off")
            return data
    return bytes(stream.read_bytes())
