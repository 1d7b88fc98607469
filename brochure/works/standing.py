"""Standing type (存版): a build whose inputs have not changed is not made again; its files are taken from the store.

What a build depends on: the program's own files, the libraries installed, every file of the project, the files outside
it that were read (fonts, profiles), the words of the command, and SOURCE_DATE_EPOCH. Only builds without a finding are
kept, so that none is ever silenced.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from brochure.source.files import write_safely
from brochure.store import Store, key_of

FOLDER = ".brochure-cache"
_PROGRAM = Path(__file__).resolve().parent.parent
_INPUTS = ("content", "locales", "fonts")  # the project's folders that a build reads
_LARGE = 1 << 20  # bytes from which a file is known by its size and time instead of its bytes


class Made(Struct, frozen=True):
    """A file of a build: its name in the output folder, and the key its bytes are kept under."""

    name: str
    key: str


def store_in(root: Path) -> Store:
    """The store of a project: the folder BROCHURE_CACHE names, else `.brochure-cache` beside its content."""
    named = os.environ.get("BROCHURE_CACHE", "")
    return Store(Path(named) if named else root / FOLDER)


def fingerprint(root: Path, words: Sequence[str]) -> str:
    """The key of a build: all it depends on inside the project, and the words it was asked with."""
    return key_of(_parts(root, words))


def _parts(root: Path, words: Sequence[str]) -> Iterator[bytes | str]:
    yield program_key()
    for each in known_files(root):
        yield from each
    yield os.environ.get("SOURCE_DATE_EPOCH", "")
    yield from words


@cache
def program_key() -> str:
    """The key of the program: Python, the libraries installed, and its own files."""
    files = (part for each in _known(_PROGRAM, sorted(_PROGRAM.rglob("*.*")), 0) for part in each)
    return key_of((sys.version, *sorted(_libraries()), *files))


def known_files(root: Path) -> Iterator[tuple[str, bytes | str]]:
    """Every file of a project that a build reads: its name from the root, and what it is known by."""
    for name in _INPUTS:
        yield from _known(root, sorted((root / name).rglob("*")), _LARGE)


def _libraries() -> set[str]:
    """The names and versions of the distributions installed, as their folders bear them."""
    return {name for folder in sys.path if os.path.isdir(folder) for name in os.listdir(folder) if "-info" in name}


def _known(base: Path, paths: Iterable[Path], large: int) -> Iterator[tuple[str, bytes | str]]:
    """What each file is known by: its name and its bytes, or from `large` bytes on its size and time."""
    for path in paths:
        name = path.relative_to(base).as_posix()
        try:
            known = path.stat()
            if path.suffix == ".pyc" or not os.path.isfile(path):
                continue
            data = path.read_bytes() if known.st_size < large else f"{known.st_size} {known.st_mtime_ns}"
        except OSError:
            data = "gone"
        yield name, data


def recalled(store: Store, key: str) -> tuple[Made, ...]:
    """The files of a build made before; none where anything it depends on has changed."""
    entry = store.get(key)
    if entry is None:
        return ()
    kept = json.loads(entry)
    if any(_state(Path(path)) != state for path, state in kept["outside"]):
        return ()
    return tuple(Made(name, data_key) for name, data_key in kept["files"])


def keep(store: Store, key: str, paths: Iterable[Path], outside: Iterable[Path]) -> None:
    """Keep the files of a build under its key, with the state of the files outside the project it read."""
    names: list[tuple[str, str]] = []
    for path in paths:
        data = path.read_bytes()
        data_key = key_of([data])
        store.put(data_key, data)
        names.append((path.name, data_key))
    states = [(str(path), _state(path)) for path in sorted(set(outside))]
    store.put(key, json.dumps({"files": names, "outside": states}).encode("utf-8"))
    store.trim()


def _state(path: Path) -> str:
    try:
        known = path.stat()
    except OSError:
        return "gone"
    return f"{known.st_size} {known.st_mtime_ns}"


def lay_down(made: Made, store: Store, out: Path) -> Path | None:
    """The path of a recalled file, written from the store where it is not lying there already byte for byte; None where
    the store no longer has it whole. Files are taken one by one: however many there are, one is in memory.
    """
    path = out / made.name
    try:
        if key_of([path.read_bytes()]) == made.key:
            return path
    except OSError:
        pass
    data = store.get(made.key)
    if data is None:
        return None
    write_safely(path, data)
    return path
