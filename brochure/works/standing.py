"""Standing type (存版): a build whose inputs have not changed is not made again; its files are taken from the store.

What a build depends on: the program's own files, the libraries installed, every file of the project, the files outside
it that were read (fonts, profiles), the words of the command, and SOURCE_DATE_EPOCH. Only builds without a finding are
kept, so that none is ever silenced, and of those the ones before and after which the project's files were the same.
"""

from __future__ import annotations

import os
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import chain
from operator import attrgetter
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct, json

from brochure.source.files import bytes_of, write_safely
from brochure.store import Store, key_of

FOLDER = ".brochure-cache"
_PROGRAM = Path(__file__).resolve().parent.parent
_INPUTS = ("content", "locales", "fonts")  # the project's folders that a build reads
_LARGE = 1 << 20  # bytes from which a file is known by its size and time instead of its bytes
_MOMENT = 100_000_000  # nanoseconds for which a file's time does not yet tell its last change from the next


class Made(Struct, frozen=True):
    """A file of a build: its name in the output folder, and the SHA-256 of its bytes, under which they are kept."""

    name: str
    key: str


class _Kept(Struct, frozen=True):
    """What is kept of a build: its files, and the state of each file outside the project, by its path's bytes."""

    files: tuple[Made, ...]
    outside: tuple[tuple[bytes, str], ...]


def store_in(root: Path) -> Store:
    """The store of a project: the folder BROCHURE_CACHE names, else `.brochure-cache` beside its content."""
    named = os.environ.get("BROCHURE_CACHE", "")
    return Store(Path(named) if named else root / FOLDER)


def fingerprint(files: Mapping[str, str], words: Sequence[str]) -> str:
    """The key of a build: all it depends on inside the project, whose files are known by these, and the words it was
    asked with."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return key_of((program_key(), _told(files), epoch, *words))


@cache
def program_key() -> str:
    """The key of the program: Python, the libraries installed, and its own files."""
    found: dict[str, str] = {}
    _note(str(_PROGRAM), "", found, lambda path, known: _state_of(known))
    return key_of((sys.version, *sorted(_libraries()), _told(found)))


def _told(files: Mapping[str, str]) -> str:
    """Files and what they are known by as one text: a sign parts them that is in no name."""
    return "\0".join(chain.from_iterable(files.items()))


def files_of(root: Path) -> dict[str, str]:
    """What every file of a project that a build reads is known by, by its name from the root: 64 digits, and once more
    as many for each file whose name differs from it in nothing but how its signs are put together."""
    found: dict[str, str] = {}
    settled = time.time_ns() - _MOMENT

    def known_by(path: str, known: os.stat_result) -> str:
        read = _read if known.st_mtime_ns < settled else _read.__wrapped__
        return read(path, known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino)

    for folder in _INPUTS:
        _note(str(root / folder), f"{folder}/", found, known_by)
    return found


def _note(folder: str, name: str, found: dict[str, str], known_by: Callable[[str, os.stat_result], str]) -> None:
    """Note what the files in a folder and the folders inside it are known by, each folder's in the order of their
    names; `name` is the folder's own. `known_by` is asked by a file's path and what the file system knows of it; one
    that it does not let us see is gone."""
    try:
        with os.scandir(folder) as inside:
            entries = sorted(inside, key=attrgetter("name"))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                _note(entry.path, f"{name}{entry.name}/", found, known_by)
            continue
        own = name + entry.name
        if not own.isascii():
            own = unicodedata.normalize("NFC", own)
        try:
            known = entry.stat()
        except OSError:
            found[own] = f"{found.get(own, '')}gone"
        else:
            if S_ISREG(known.st_mode):
                found[own] = found.get(own, "") + known_by(entry.path, known)


@cache
def _read(path: str, size: int, time: int, changed: int, number: int) -> str:
    """What a file in a state is known by, its bytes read once: however often it is looked at, until they change."""
    try:
        return key_of([bytes_of(path) if size < _LARGE else f"{size} {time}"])
    except OSError:
        return "gone"


def _libraries() -> set[str]:
    """The names and versions of the distributions installed, as their folders bear them."""
    return {name for folder in sys.path if os.path.isdir(folder) for name in os.listdir(folder) if "-info" in name}


def recalled(store: Store, key: str) -> tuple[Made, ...]:
    """The files of a build made before; none where anything it depends on has changed."""
    entry = store.get(key)
    if entry is None:
        return ()
    kept = json.decode(entry, type=_Kept)
    if any(_state(Path(os.fsdecode(path))) != state for path, state in kept.outside):
        return ()
    return kept.files


def keep(store: Store, key: str, made: Iterable[tuple[Path, str]], outside: Iterable[Path]) -> None:
    """Keep the files of a build, each with its SHA-256, under the build's key, and the state of the files outside the
    project it read."""
    files: list[Made] = []
    for path, digest in made:
        store.put(digest, bytes_of(path), bytes.fromhex(digest))
        files.append(Made(path.name, digest))
    states = tuple((os.fsencode(path), _state(path)) for path in sorted(set(outside)))
    store.put(key, json.encode(_Kept(tuple(files), states)))


def _state(path: Path) -> str:
    try:
        return _state_of(path.stat())
    except OSError:
        return "gone"


def _state_of(known: os.stat_result) -> str:
    return f"{known.st_size} {known.st_mtime_ns}"


def lay_down(made: Made, store: Store, out: Path) -> Path | None:
    """The path of a recalled file, written from the store where it is not lying there already byte for byte; None where
    the store no longer has it whole. Files are taken one by one: however many there are, one is in memory.
    """
    path = out / made.name
    try:
        if sha256(bytes_of(path)).hexdigest() == made.key:
            return path
    except OSError:
        pass
    data = store.get(made.key)
    if data is None:
        return None
    write_safely(path, data)
    return path
