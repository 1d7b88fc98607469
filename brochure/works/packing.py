"""Matter as bytes: as processes hand it on, and as it is kept from one build to the next.

They are MessagePack read into the very classes that were written, so whoever wrote them, nothing else comes of them:
and they are read in a third of the time pickles take.
"""

from __future__ import annotations

from functools import cache

import msgspec
from msgspec import Raw, Struct
from msgspec.msgpack import Decoder, Encoder

from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Size
from brochure.layout.page import Bookmark, Page, Side
from brochure.matter import Matter
from brochure.pdf.forme import Forme

NOT_OURS = msgspec.DecodeError
"""Raised where bytes are of another make."""

_encoder = Encoder(enc_hook=str)  # words that know their key have said it by now: they are words


class _Page(Struct, array_like=True):
    """What is left of a page: no items, no running heads."""

    size: Size
    role: str
    bookmarks: tuple[Bookmark, ...]
    has_folio: bool
    side: Side
    order: str
    copy_depth: float


class _Packed(Struct, array_like=True):
    number: int
    pages: tuple[_Page, ...]
    anchors: tuple[tuple[str, ...], ...]
    photographs: tuple[tuple[str, ...], ...]
    copy: tuple[str, ...]
    seen: tuple[tuple[str, str], ...]
    formes: tuple[tuple[Forme, ...], ...]


def packed(matter: Matter) -> bytes:
    """Matter as bytes."""
    pages = tuple(
        _Page(each.frame.size, each.role, each.bookmarks, each.has_folio, each.side, each.order, each.copy_depth)
        for each in matter.pages
    )
    facts = matter.anchors, matter.photographs, matter.copy, matter.seen, matter.formes
    return _encoder.encode(_Packed(matter.number, pages, *facts))


def unpacked(data: bytes | Raw) -> Matter:
    """Matter that was packed. Raises NOT_OURS where it is anything else."""
    found = _decoder().decode(data)
    pages = tuple(
        Page(Frame(each.size), each.role, each.bookmarks, (), each.has_folio, each.side, each.order, each.copy_depth)
        for each in found.pages
    )
    return Matter(found.number, pages, found.anchors, found.photographs, found.copy, found.seen, found.formes)


@cache
def _decoder() -> Decoder[_Packed]:
    return Decoder(_Packed)
