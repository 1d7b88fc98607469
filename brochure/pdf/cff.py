"""A CFF font's charset, written anew: which CID each glyph of a CID-keyed font answers to (Adobe Technical Note 5176).

A CID-keyed CFF may be cut down to the glyphs used and still be called by the old glyph numbers: they become its CIDs.
Padding a CFF with empty glyphs instead costs 30 to 70 kB a face, for their offsets do not deflate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from struct import pack

_CHARSET = 15
_ROS = 0x0C1E  # 12 30: registry, ordering, supplement; only CID-keyed fonts have it
_ESCAPE = 12  # the operator goes on in the next byte
_LAST_OPERATOR = 21
_LONG = 29  # a four-byte integer follows


def is_cid_keyed(cff: bytes) -> bool:
    """Whether glyphs are called by CID; else they have names, and PDF takes a CID for the glyph's number (9.7.4.2)."""
    return any(operator == _ROS for operator, _ in _top_dict(cff))


def with_charset(cff: bytes, cids: Iterable[int]) -> bytes:
    """The font with the glyphs after .notdef answering to these CIDs, in their order. It must be CID-keyed.

    The new charset (format 0, section 13) is put at the end, and the top DICT's offset to it is written over in place.
    """
    at = next(start for operator, start in _top_dict(cff) if operator == _CHARSET)
    if cff[at] != _LONG:
        raise ValueError("the charset's offset is not written in four bytes")
    charset = b"\0" + b"".join(pack(">H", cid) for cid in cids)
    return cff[: at + 1] + pack(">i", len(cff)) + cff[at + 5 :] + charset


def _top_dict(cff: bytes) -> Iterator[tuple[int, int]]:
    """Each operator of the first font's top DICT and where its last operand begins in the file (section 4)."""
    _, names_end = _first_of_index(cff, cff[2])
    (at, end), _ = _first_of_index(cff, names_end)
    operand = at
    while at < end:
        byte = cff[at]
        if byte > _LAST_OPERATOR:
            operand, at = at, at + _operand_length(cff, at)
        else:
            length = 2 if byte == _ESCAPE else 1
            yield int.from_bytes(cff[at : at + length], "big"), operand
            at += length


def _operand_length(cff: bytes, at: int) -> int:
    byte = cff[at]
    if byte == 30:  # a real number: nibbles until one is 15
        end = at + 1
        while cff[end] & 0x0F != 0x0F and cff[end] >> 4 != 0x0F:
            end += 1
        return end + 1 - at
    return {28: 3, _LONG: 5}.get(byte, 1 if byte < 247 else 2)


def _first_of_index(cff: bytes, at: int) -> tuple[tuple[int, int], int]:
    """The first object of an INDEX, from and to, and where the INDEX ends (section 5)."""
    count = int.from_bytes(cff[at : at + 2], "big")
    if not count:
        return (at + 2, at + 2), at + 2
    size = cff[at + 2]
    offsets = [int.from_bytes(cff[at + 3 + size * n : at + 3 + size * (n + 1)], "big") for n in (0, 1, count)]
    base = at + 3 + size * (count + 1) - 1
    return (base + offsets[0], base + offsets[1]), base + offsets[2]
