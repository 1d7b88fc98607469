"""The hints of a linearised file: where each page's objects lie, for a reader that fetches the file in parts.

ISO 32000-1, F.4. Offsets are told as if the hints themselves were not there. Every list begins at a full byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from struct import pack

from msgspec import Struct

_DENOMINATOR = 4  # of the place in a page where a shared object is wanted; we name none


class PageHint(Struct, frozen=True):
    """A page's objects of its own, which follow one another: how many, how long; and what it shares, by index among
    the shared groups."""

    objects: int
    length: int
    shared: tuple[int, ...] = ()


class Run(Struct, frozen=True):
    """Objects that follow one another: the number of the first, its offset, and the length of each."""

    first: int
    offset: int
    lengths: tuple[int, ...]


def hints(pages: Sequence[PageHint], opening: Run, shared: Run, outline: Run | None) -> tuple[str, bytes]:
    """The hint stream's own dictionary entries and its data. `opening` are the first page's objects, `shared` those
    that other pages share with one another, `outline` the bookmarks'."""
    data = _page_hints(pages, opening.offset, len(opening.lengths) + len(shared.lengths))
    entries = f"/S {len(data)} "
    data += _shared_hints(opening, shared)
    if outline is not None:
        entries += f"/O {len(data)} "
        data += pack(">IIII", outline.first, outline.offset, len(outline.lengths), sum(outline.lengths))
    return entries, data


def _page_hints(pages: Sequence[PageHint], offset: int, groups: int) -> bytes:
    """The page offset hint table (F.4.1); contents are told to be as long as their pages, as Acrobat does."""
    objects, lengths = [each.objects for each in pages], [each.length for each in pages]
    counts = [len(each.shared) for each in pages]
    object_bits, length_bits = _spread(objects), _spread(lengths)
    count_bits, index_bits = max(counts).bit_length(), groups.bit_length()
    head = pack(
        ">IIHIHIHIHHHHH",
        min(objects),
        offset,
        object_bits,
        min(lengths),
        length_bits,
        0,
        0,
        min(lengths),
        length_bits,
        count_bits,
        index_bits,
        0,
        _DENOMINATOR,
    )
    return b"".join(
        (
            head,
            _bits(_above(objects), object_bits),
            _bits(_above(lengths), length_bits),
            _bits(counts, count_bits),
            _bits(chain.from_iterable([each.shared for each in pages]), index_bits),
            _bits(_above(lengths), length_bits),
        )
    )


def _shared_hints(opening: Run, shared: Run) -> bytes:
    """The shared object hint table (F.4.2): every object is a group of its own, unsigned."""
    lengths = opening.lengths + shared.lengths
    bits = _spread(lengths)
    first, offset = (shared.first, shared.offset) if shared.lengths else (0, 0)
    head = pack(">IIIIHIH", first, offset, len(opening.lengths), len(lengths), 0, min(lengths), bits)
    return b"".join((head, _bits(_above(lengths), bits), _bits([0] * len(lengths), 1)))


def _spread(values: Sequence[int]) -> int:
    """The bits the greatest difference from the least value takes."""
    return (max(values) - min(values)).bit_length()


def _above(values: Sequence[int]) -> Iterable[int]:
    least = min(values)
    return (value - least for value in values)


def _bits(values: Iterable[int], width: int) -> bytes:
    """Numbers of so many bits one after another, filled up with zeros to a full byte."""
    if not width:
        return b""
    each = [*values]
    said = {value: f"{value:0{width}b}" for value in {*each}}  # pages share the same few things
    digits = "".join(map(said.__getitem__, each))
    if not digits:
        return b""
    count = -(-len(digits) // 8)
    return int(digits.ljust(count * 8, "0"), 2).to_bytes(count, "big")
