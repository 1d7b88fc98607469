"""Objects packed into a stream (ISO 32000-1, 7.5.7): what is only looked up, and there by the ten thousand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, chain

from msgspec import Struct

from brochure.pdf.deflate import deflated
from brochure.pdf.file import Data

MOST = 200  # objects in a stream, where nothing else parts them


class ObjectStream(Struct, frozen=True):
    """Objects of these numbers, deflated; in what was deflated the first begins at `begins`."""

    numbers: Sequence[int]
    begins: int
    data: Data

    @property
    def entries(self) -> str:
        """The entries of its dictionary."""
        return f"/Type /ObjStm /N {len(self.numbers)} /First {self.begins}"


def packed(numbers: Sequence[int], objects: Sequence[str]) -> ObjectStream:
    """Objects as a stream, by their numbers."""
    begins, words = joined(numbers, objects)
    return ObjectStream(numbers, begins, deflated(words))


def joined(numbers: Sequence[int], objects: Sequence[str]) -> tuple[int, bytes]:
    """Where the first of some objects begins in their stream, and the stream."""
    starts = accumulate([len(each) + 1 for each in objects[:-1]], initial=0)
    head = ("%d %d " * len(objects) % tuple(chain.from_iterable(zip(numbers, starts, strict=True))))[:-1]
    return len(head) + 1, "\n".join((head, *objects)).encode("ascii")


def lines(stream: int, count: int, width: int) -> bytes:
    """The cross-references of all objects in a stream, by its number; `width` is in bytes, of an offset."""
    kind = b"\x02" + stream.to_bytes(width, "big")
    return b"".join((kind, kind.join(_places(-(-count // MOST) * MOST)[:count]))) if count else b""


@cache
def _places(count: int) -> list[bytes]:
    """The places of objects in their stream, as tables have them."""
    return [place.to_bytes(2, "big") for place in range(count)]
