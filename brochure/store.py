"""A store of bytes by key: what was made before and may be used again, in a folder of bounded size.

An entry bears the digest of its bytes, so one that was cut off or altered is taken for missing and thrown away, never
trusted. Entries are written under another name and renamed, so builds at the same time and builds that are killed
leave nothing half-written. The store may be deleted at any time; it only saves work.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

LARGEST = 1 << 30  # bytes the store may hold
_MAGIC = b"brochure store 1\n"
_DIGEST = 32


def key_of(parts: Iterable[bytes | str]) -> str:
    """The key of what depends on these parts, in this order: 64 hexadecimal digits."""
    whole = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.hexdigest()


class Store(Struct, frozen=True):
    """The store in a folder, which is made with the first entry; `largest` is in bytes."""

    folder: Path
    largest: int = LARGEST

    def get(self, key: str) -> bytes | None:
        """The bytes under a key, or None; an entry that is not whole is removed."""
        path = self._path(key)
        try:
            with path.open("rb", buffering=0) as file:  # the payload is read into its own bytes at once
                head, payload = file.read(len(_MAGIC) + _DIGEST), file.readall()
        except OSError:
            return None
        if head != _MAGIC + sha256(payload).digest():
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # the entries used longest ago go first
        return payload

    def put(self, key: str, payload: bytes, digest: bytes = b"") -> None:
        """Keep bytes under a key; `digest` is their SHA-256 where it is known. A disk that is full or may not be
        written costs the saving, not the build."""
        path = self._path(key)
        partial = path.with_name(f".partial-{os.getpid()}-{os.urandom(4).hex()}")
        try:
            with _made(partial) as file:
                file.writelines((_MAGIC + (digest or sha256(payload).digest()), payload))
            partial.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                partial.unlink()

    def drop(self, key: str) -> None:
        """Remove what is kept under a key, if anything is."""
        with contextlib.suppress(OSError):
            self._path(key).unlink()

    def trim(self) -> None:
        """Remove the entries used longest ago until the rest is within the bound; partial files of a day ago too."""
        entries: list[tuple[float, str, int, str]] = []
        for folder in _listed(self.folder):
            for each in _listed(folder.path) if len(folder.name) == 2 else ():
                with contextlib.suppress(OSError):
                    known = each.stat(follow_symlinks=False)
                    entries.append((known.st_mtime, each.name, known.st_size, each.path))
        total = sum(size for _, _, size, _ in entries)
        newest = max((when for when, *_ in entries), default=0.0)
        if total <= self.largest and not any(name.startswith(".") for _, name, _, _ in entries):
            return
        for when, name, size, path in sorted(entries):
            is_stale = name.startswith(".") and newest - when > 86_400
            if total <= self.largest and not is_stale:
                continue
            with contextlib.suppress(OSError):
                os.unlink(path)
                total -= size

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _listed(folder: Path | str) -> list[os.DirEntry[str]]:
    """What is in a folder; nothing where it cannot be looked into."""
    try:
        with os.scandir(folder) as found:
            return [*found]
    except OSError:
        return []


def _made(path: Path) -> BinaryIO:
    """A new file, in a folder that may have to be made first."""
    try:
        return path.open("xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")
