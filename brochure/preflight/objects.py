"""Words out of PDF objects: names and strings as text, whatever bytes somebody put into them."""

from __future__ import annotations

from typing import Any


def text(thing: Any) -> str:
    """A name with its slash, a string or a number as text; names in an old encoding (Shift JIS) byte for byte."""
    if thing is None:
        return ""
    try:
        return str(thing)
    except UnicodeDecodeError:
        raw: bytes = thing.unparse()
        return raw.decode("latin-1")
