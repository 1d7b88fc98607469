"""Whether the font files are the ones fonts.yaml names: their sha256, taken aside while pages are being set.

A variable CJK font is 10 to 18 MB, 13 to 25 ms of hashing: no work for the way to the first page, and nothing may
stand in for it (size and date do not show damage). So each file is hashed whole, once a run, in a thread of its own;
hashing lets go of the interpreter, and the answer is waited for only when the findings are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path
from threading import Thread


def hash_of(path: Path) -> str:
    """The sha256 of a file in hexadecimal; empty where it is empty or cannot be read."""
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as whole:
            return sha256(whole).hexdigest()
    except (OSError, ValueError):
        return ""


class HashChecks:
    """Hashes being taken; `mismatched` waits for them all."""

    def __init__(self) -> None:
        self._hashes: dict[Path, str] = {}
        self._threads: dict[Path, Thread] = {}
        self._wanted: list[tuple[Path, str, Callable[[], None]]] = []

    def want(self, path: Path, expected: str, on_mismatch: Callable[[], None]) -> None:
        """Begin to hash a file (once), and remember what it should come to and whom to tell."""
        if not expected:
            return
        self._wanted.append((path, expected.lower(), on_mismatch))
        if path not in self._threads:
            self._threads[path] = Thread(target=self._take, args=(path,), daemon=True)
            self._threads[path].start()

    def settle(self) -> None:
        """Wait for the hashes and tell of each file that is not the one expected, in the order of asking."""
        wanted, self._wanted = self._wanted, []
        for path, expected, on_mismatch in wanted:
            self._threads[path].join()
            if self._hashes[path] != expected:
                on_mismatch()

    def _take(self, path: Path) -> None:
        self._hashes[path] = hash_of(path)
