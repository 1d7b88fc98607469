"""Matter as bytes: as processes hand it on, and as it is kept from one build to the next.

They are MessagePack read into the very classes that were written, so whoever wrote them, nothing else comes of them:
and they are read in a third of the time pickles take. Ornaments are apart: a book's pages show the same few everywhere.
Streams and words, most of what there is, are not copied out of the bytes: fresh memory costs more than all the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

import msgspec
from msgspec import Raw, Struct
from msgspec.msgpack import Decoder, Encoder
from msgspec.structs import astuple

from brochure.drawing.frame import Frame, Gradient, Picture
from brochure.drawing.geometry import Point, Size
from brochure.layout.page import Bookmark, Page, Side
from brochure.matter import Matter
from brochure.pdf.canvas import PlacedLink
from brochure.pdf.fonts import Sorts, Use
from brochure.pdf.forme import Ambiguous, Forme
from brochure.pdf.ornaments import Ornament
from brochure.pdf.recital import Loose, Recital

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


class _Recital(Struct, array_like=True):
    """A recital whose words lie among the bytes that are unpacked."""

    number: int
    count: int
    begins: int
    words: memoryview
    kids: tuple[int | Loose, ...]
    levels: bytes
    links: tuple[tuple[int, int], ...]
    notes: tuple[int, ...]
    brackets: tuple[int, ...]
    digest: bytes


class _Forme(Struct, array_like=True):
    """A forme whose ornaments are told by their places among the matter's, and whose stream lies among the bytes that
    are unpacked."""

    stream: memoryview
    digest: bytes
    fonts: dict[str, Use]
    pictures: tuple[Picture, ...]
    gradients: tuple[Gradient, ...]
    ornaments: tuple[int, ...]
    spaces: tuple[str, ...]
    sorts: dict[Use, Sorts]
    odd: Ambiguous
    links: tuple[PlacedLink, ...]
    anchors: dict[str, Point]
    says: dict[str, str]
    recital: _Recital | None


class _Packed(Struct, array_like=True):
    """Matter; `ornaments` are the digests of those its formes show."""

    number: int
    pages: tuple[_Page, ...]
    anchors: tuple[tuple[str, ...], ...]
    photographs: tuple[tuple[str, ...], ...]
    copy: tuple[str, ...]
    seen: tuple[tuple[str, str], ...]
    ornaments: tuple[bytes, ...]
    formes: tuple[tuple[_Forme, ...], ...]


Art: TypeAlias = dict[bytes, Ornament]
"""Ornaments by their digests."""


def packed(matter: Matter, art: Art) -> bytes:
    """Matter as bytes; its ornaments are added to the art."""
    pages = tuple(
        _Page(each.frame.size, each.role, each.bookmarks, each.has_folio, each.side, each.order, each.copy_depth)
        for each in matter.pages
    )
    places: dict[bytes, int] = {}

    def packed_forme(forme: Forme) -> tuple[object, ...]:
        for each in forme.ornaments:
            art.setdefault(each.digest, each)
        shown = tuple([places.setdefault(each.digest, len(places)) for each in forme.ornaments])
        return (
            forme.stream,
            forme.digest,
            forme.fonts,
            forme.pictures,
            forme.gradients,
            shown,
            forme.spaces,
            forme.sorts,
            forme.odd,
            forme.links,
            forme.anchors,
            forme.says,
            forme.recital,
        )

    formes = tuple(tuple(map(packed_forme, own)) for own in matter.formes)
    facts = matter.anchors, matter.photographs, matter.copy, matter.seen
    return _encoder.encode((matter.number, pages, *facts, tuple(places), formes))


def unpacked(data: bytes | Raw, art: Art) -> Matter:
    """Matter that was packed, the bulk of it left among the data. Raises NOT_OURS where that is anything else, or of
    other art."""
    found = _decoder().decode(data)
    try:
        own = [art[digest] for digest in found.ornaments]
        formes = tuple(tuple([_unpacked(forme, own) for forme in each]) for each in found.formes)
    except (KeyError, IndexError) as missing:
        raise NOT_OURS from missing
    pages = tuple(
        Page(Frame(each.size), each.role, each.bookmarks, (), each.has_folio, each.side, each.order, each.copy_depth)
        for each in found.pages
    )
    return Matter(found.number, pages, found.anchors, found.photographs, found.copy, found.seen, formes)


def _unpacked(forme: _Forme, art: Sequence[Ornament]) -> Forme:
    return Forme(
        forme.stream,
        forme.digest,
        forme.fonts,
        forme.pictures,
        forme.gradients,
        tuple([art[place] for place in forme.ornaments]),
        forme.spaces,
        forme.sorts,
        forme.odd,
        forme.links,
        forme.anchors,
        forme.says,
        Recital(*astuple(forme.recital)) if forme.recital else None,
    )


@cache
def _decoder() -> Decoder[_Packed]:
    return Decoder(_Packed)
