"""Whether the font files are the ones fonts.yaml names: their sha256, taken when the findings are asked for.

A variable CJK font is 10 to 18 MB, 5 to 25 ms of hashing: no work for the way to a page, and nothing may stand in for
it (size and date do not show damage). So it is `check` that asks; each file is hashed whole, once a run, in a thread of
its own, for hashing lets go of the interpreter.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path


def hash_of(path: Path) -> str:
    """The sha256 of a file in hexadecimal; empty where it is empty or cannot be read."""
    from mmap import ACCESS_READ, mmap

    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as whole:
            return sha256(whole).hexdigest()
    except (OSError, ValueError):
        return ""


class HashChecks:
    """The hashes files should have, and those they were found to have."""

    def __init__(self) -> None:
        self._hashes: dict[Path, str] = {}
        self._wanted: list[tuple[Path, str, Callable[[], None]]] = []

    def want(self, path: Path, expected: str, on_mismatch: Callable[[], None]) -> None:
        """Remember what a file should come to and whom to tell."""
        if expected:
            self._wanted.append((path, expected.lower(), on_mismatch))

    def settle(self) -> None:
        """Take the hashes and tell of each file that is not the one expected, in the order of asking."""
        from threading import Thread

        wanted, self._wanted = self._wanted, []
        new = {path for path, _, _ in wanted} - self._hashes.keys()
        threads = [Thread(target=self._take, args=(path,), daemon=True) for path in new]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for path, expected, on_mismatch in wanted:
            if self._hashes[path] != expected:
                on_mismatch()

    def _take(self, path: Path) -> None:
        self._hashes[path] = hash_of(path)
