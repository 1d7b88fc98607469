"""Streams that were made before, known again by what they were made of: an edit leaves most of a book's alone."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from msgspec import DecodeError, Struct, field
from msgspec.msgpack import decode, encode

from brochure.pdf.deflate import MAKER
from brochure.pdf.file import Data
from brochure.store import Store, key_of


class KnownStreams(Struct):
    """Those of a file, kept under a key from one time it is made to the next."""

    store: Store
    key: str
    _known: dict[bytes, memoryview] = field(default_factory=dict[bytes, memoryview])
    _used: dict[bytes, Data] = field(default_factory=dict[bytes, Data])

    @classmethod
    def of(cls, store: Store, *file: str) -> KnownStreams:
        """Those of the file that these words tell from others; it need not be told from all of them."""
        key = key_of(("streams 5", MAKER, *file))
        try:
            return cls(store, key, decode(store.get(key) or b"", type=dict[bytes, memoryview]))
        except DecodeError:  # none, or of another make
            return cls(store, key)

    def made(self, what: bytes, make: Callable[[], bytes]) -> Data:
        """A stream as it stands in the file, made where nobody has made one of `what` before."""
        digest = sha256(what).digest()
        found = self._used[digest] = self._known.get(digest) or make()
        return found

    def keep(self) -> None:
        """Keep those that were asked for."""
        if self._used.keys() != self._known.keys():
            self.store.put(self.key, encode(self._used))
