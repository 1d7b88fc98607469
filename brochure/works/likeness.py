"""Likeness: what the bytes of a file depend on beside its inputs; two machines are held against each other by it."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct

from brochure import __version__
from brochure.store import key_of
from brochure.typefaces.integrity import hash_of
from brochure.typefaces.library import TypefaceLibrary

_PROGRAM = Path(__file__).resolve().parent.parent
_KINDS = frozenset((".py", ".tsv", ".yaml", ".json", ".icc"))
_LIBRARIES = (
    "reportlab",
    "uharfbuzz",
    "deflate",
    "pikepdf",
    "pillow",
    "babel",
    "budoux",
    "pyphen",
    "segno",
    "pydantic",
    "msgspec",
    "pyyaml",
    "polib",
    "distributed",
)
"""The distributions whose versions can be seen in a file, or without whose likeness two processes do not understand
each other.
"""
_ABSENT = "–"


class Likeness(Struct, frozen=True):
    """Versions by name, those worth telling first; the program's own files last, by digest."""

    parts: tuple[tuple[str, str], ...]


@cache
def own_likeness() -> Likeness:
    """The likeness of the program that runs here."""
    python = ".".join(platform.python_version_tuple()[:2])
    libraries = tuple((name, _version(name)) for name in _LIBRARIES)
    program = key_of(_program())[:12]
    return Likeness(
        (
            ("brochure", __version__),
            ("Python", python),
            *libraries,
            ("brochure/", program),
        )
    )


def differences(ours: Iterable[tuple[str, str]], theirs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """What differs: its name, what we have, what they have; `–` for nothing."""
    known, other = dict(ours), dict(theirs)
    for name in (*known, *(each for each in other if each not in known)):
        mine, its = known.get(name, _ABSENT), other.get(name, _ABSENT)
        if mine != its:
            yield name, mine, its


def fonts_of(library: TypefaceLibrary) -> tuple[tuple[str, str], ...]:
    """Every font file of a library by name, with the beginning of its sha256; `–` for one that is not here."""
    found: dict[str, str] = {}
    for family in library.families.values():
        for face in family.faces:
            if face.file.name not in found:
                located = face.file.locate(library.fonts_folder)
                found[face.file.name] = _hash(located[1]) if located else _ABSENT
    return tuple(sorted(found.items()))


def _hash(path: Path) -> str:
    known = path.stat()
    return _hash_once(path, known.st_size, known.st_mtime_ns)


@cache
def _hash_once(path: Path, size: int, changed: int) -> str:
    """The hash of a file in this state: workers stay for many builds, and their fonts with them."""
    return hash_of(path)[:12]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return _ABSENT


def _program() -> Iterator[bytes | str]:
    for path in sorted(_PROGRAM.rglob("*")):
        if path.suffix in _KINDS and path.is_file():
            yield path.relative_to(_PROGRAM).as_posix()
            yield path.read_bytes()
