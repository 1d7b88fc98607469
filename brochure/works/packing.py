"""Matter as bytes: as processes hand it on, and as it is kept from one build to the next.

They are MessagePack read into the very classes that were written, so whoever wrote them, nothing else comes of them:
and they are read in a third of the time pickles take. Ornaments are apart: a book's pages show the same few everywhere.
Streams, most of what there is, are not copied out of the bytes: fresh memory costs more than all the rest. As much are
the words of recitals, which few ever ask for, so they lie behind the matter and can be kept apart from it.
"""

# Without `from __future__ import annotations`: what it leaves as words msgspec would have to read at every start.

from collections.abc import Callable, Sequence
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
from brochure.pdf.file import Data
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


class Words(Struct, frozen=True, eq=False):
    """The words of a recital, from a place to another among all of its matter; `lying` gives those when they are asked
    for."""

    lying: Callable[[], Data]
    begin: int
    end: int

    def __bytes__(self) -> bytes:
        return bytes(self.lying()[self.begin : self.end])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, bytes | Words) and bytes(self) == bytes(other)


class _Recital(Struct, array_like=True):
    """A recital whose words stand apart, from a place to another."""

    number: int
    count: int
    begins: int
    place: tuple[int, int]
    kids: tuple[int | Loose, ...]
    mentions: str
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


class Pack(Struct, array_like=True):
    """Packed matter, and the words of all its recitals."""

    matter: Raw
    words: memoryview


Art: TypeAlias = dict[bytes, Ornament]
"""Ornaments by their digests."""


def packed(matter: Matter, art: Art) -> bytes:
    """Matter as bytes; its ornaments are added to the art."""
    pages = tuple(
        _Page(each.frame.size, each.role, each.bookmarks, each.has_folio, each.side, each.order, each.copy_depth)
        for each in matter.pages
    )
    places: dict[bytes, int] = {}
    words = bytearray()

    def packed_recital(recital: Recital) -> tuple[object, ...]:
        begin = len(words)
        words.extend(bytes(recital.words))
        number, count, begins, _, *rest = astuple(recital)
        return (number, count, begins, (begin, len(words)), *rest)

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
            packed_recital(forme.recital) if forme.recital else None,
        )

    formes = tuple(tuple(map(packed_forme, own)) for own in matter.formes)
    facts = matter.anchors, matter.photographs, matter.copy, matter.seen
    data = _encoder.encode((matter.number, pages, *facts, tuple(places), formes))
    return _encoder.encode((Raw(data), words))


def parted(data: bytes) -> Pack:
    """Matter that was packed, and its words. Raises NOT_OURS where the data are anything else."""
    return _pack_decoder().decode(data)


def unpacked(data: bytes, art: Art) -> Matter:
    """Matter that was packed. Raises NOT_OURS where that is anything else, or of other art."""
    pack = parted(data)
    return put_together(pack.matter, lambda: pack.words, art)


def put_together(packed: Raw, words: Callable[[], Data], art: Art) -> Matter:
    """Matter without its words, which `words` gives when one of them is asked for. Raises NOT_OURS where it is anything
    else, or of other art."""
    found = _decoder().decode(packed)
    try:
        own = [art[digest] for digest in found.ornaments]
        formes = tuple(tuple([_unpacked(forme, words, own) for forme in each]) for each in found.formes)
    except (KeyError, IndexError) as missing:
        raise NOT_OURS from missing
    pages = tuple(
        Page(Frame(each.size), each.role, each.bookmarks, (), each.has_folio, each.side, each.order, each.copy_depth)
        for each in found.pages
    )
    return Matter(found.number, pages, found.anchors, found.photographs, found.copy, found.seen, formes)


def _unpacked(forme: _Forme, words: Callable[[], Data], art: Sequence[Ornament]) -> Forme:
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
        _recital(forme.recital, words) if forme.recital else None,
    )


def _recital(packed: _Recital, words: Callable[[], Data]) -> Recital:
    number, count, begins, place, *rest = astuple(packed)
    return Recital(number, count, begins, Words(words, *place), *rest)


@cache
def _pack_decoder() -> Decoder[Pack]:
    return Decoder(Pack)


@cache
def _decoder() -> Decoder[_Packed]:
    return Decoder(_Packed)
