"""The program's bytecode bound in a volume (合本): at a start, two hundred small files are one.

Python looks for each module, then opens, reads and closes a file of its bytecode. Out of the volume it is read at once;
the module's own file is only asked whether it is still what the bytecode was made of, by its size and its time, which
Python asks too. What is not in the volume, or no longer as it was, Python loads as ever, and at the end of such a run
the volume is bound anew. It lies beside the bytecode; where none may be written there is no volume.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from types import CodeType
from typing import Any, TypeAlias

_HOME = os.path.dirname(os.path.abspath(__file__))
_ROOM = "brochure."
_NUMBER = 8  # bytes of a number at the head of a volume
_HEAD = len(MAGIC_NUMBER) + 2 * _NUMBER  # Python's own number, the length of the index, that of the volume
_HEADER = 16  # bytes of a file of bytecode before the code: Python's number, how it is checked, time, size (PEP 552)
_FLAWS = (EOFError, ValueError, TypeError)  # of what is no bytecode

_State: TypeAlias = tuple[int, int]
"""The size of a file and its time in nanoseconds."""

_Leaf: TypeAlias = tuple[str, _State, int, int]
"""A module's file within the program, what it was like, where its code begins in the volume, and how long it is."""


class Volume:
    """The volume at a path, open; nothing is in it where there is none, or one of another Python or another place."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._leaves: dict[str, _Leaf] = {}
        self._file = -1
        self._lacks = False
        try:
            self._file = os.open(path, os.O_RDONLY)
            self._leaves = self._index()
        except (OSError, *_FLAWS):
            pass

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Where a module is loaded from; None where it is not in the volume, or not as it was."""
        leaf = self._leaves.get(name)
        if leaf is None or _state(f"{_HOME}/{leaf[0]}") != leaf[1]:
            self._lacks = self._lacks or name.startswith(_ROOM)
            return None
        origin = f"{_HOME}/{leaf[0]}"
        is_package = origin.endswith("/__init__.py")
        spec = ModuleSpec(name, _Loader(name, origin, self), origin=origin, is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(origin)]
        return spec

    def bytecode(self, name: str) -> bytes:
        """What is in the volume of a module that was found."""
        _, _, begin, length = self._leaves[name]
        return os.pread(self._file, length, begin)  # at a place, for processes that are forked share the file

    def bind(self) -> None:
        """Bind the volume anew if this run lacked something, of what it loaded and what else is as it was."""
        if not self._lacks or sys.dont_write_bytecode or not os.access(os.path.dirname(self._path), os.W_OK):
            return
        found = dict(self._kept())
        found.update(_loaded())
        if {name: (file, state) for name, (file, state, _) in found.items()} == {
            name: leaf[:2] for name, leaf in self._leaves.items()
        }:
            return
        leaves: dict[str, tuple[str, _State, int, int]] = {}
        at = 0
        for name, (file, state, code) in sorted(found.items()):
            leaves[name] = file, state, at, len(code)
            at += len(code)
        index = marshal.dumps((_HOME, leaves))
        numbers = len(index), _HEAD + len(index) + at
        head = MAGIC_NUMBER + b"".join(number.to_bytes(_NUMBER, "big") for number in numbers)
        partial = f"{self._path}.{os.getpid()}"
        try:
            with open(partial, "wb") as file:
                file.writelines((head, index, *(code for _, (_, _, code) in sorted(found.items()))))
            os.replace(partial, self._path)
        except OSError:  # it only saves time
            if os.path.exists(partial):
                os.unlink(partial)

    def _index(self) -> dict[str, _Leaf]:
        head = os.pread(self._file, _HEAD, 0)
        numbers = head[len(MAGIC_NUMBER) :]
        length, whole = int.from_bytes(numbers[:_NUMBER], "big"), int.from_bytes(numbers[_NUMBER:], "big")
        if not head.startswith(MAGIC_NUMBER) or os.fstat(self._file).st_size != whole:
            return {}
        home, leaves = marshal.loads(os.pread(self._file, length, _HEAD))
        begin = _HEAD + length
        return {
            name: (file, state, begin + at, size) for name, (file, state, at, size) in leaves.items() if home == _HOME
        }

    def _kept(self) -> Iterator[tuple[str, tuple[str, _State, bytes]]]:
        """What is in the volume and as it was."""
        for name, (file, state, _, _) in self._leaves.items():
            if _state(f"{_HOME}/{file}") == state:
                yield name, (file, state, self.bytecode(name))


class _Loader(SourceFileLoader):
    """Loads a module out of a volume."""

    def __init__(self, name: str, path: str, volume: Volume) -> None:
        super().__init__(name, path)
        self._volume = volume

    def get_code(self, fullname: str) -> CodeType | None:
        try:
            return marshal.loads(self._volume.bytecode(fullname))
        except (OSError, *_FLAWS):
            return super().get_code(fullname)


def opened() -> Volume | None:
    """Have the program loaded out of its volume from now on; None where there can be none."""
    if not hasattr(os, "pread") or not sys.implementation.cache_tag:
        return None
    volume = Volume(os.path.splitext(cache_from_source(f"{_HOME}/bound.py"))[0] + ".volume")
    sys.meta_path.insert(0, volume)
    return volume


def _loaded() -> Iterator[tuple[str, tuple[str, _State, bytes]]]:
    """The modules of the program that are loaded, by their files of bytecode where those are good."""
    for name, module in [*sys.modules.items()]:
        origin = module.__spec__.origin if name.startswith(_ROOM) and module.__spec__ else None
        if not origin or not origin.startswith(f"{_HOME}/"):
            continue
        state = _state(origin)
        try:
            data = _read(cache_from_source(origin))
            source = _read(origin)
        except OSError:
            continue
        numbers = [0, state[1] // 10**9 & 0xFFFFFFFF, state[0] & 0xFFFFFFFF]
        by_time = b"".join([number.to_bytes(4, "little") for number in numbers])
        by_hash = data[4:8] + source_hash(source)
        if data[:_HEADER] == MAGIC_NUMBER + (by_hash if any(data[4:8]) else by_time):
            yield name, (origin[len(_HOME) + 1 :], state, data[_HEADER:])


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _state(path: str) -> _State:
    """What a file is like; no file is like this where it is not there."""
    try:
        known = os.stat(path)
    except OSError:
        return -1, -1
    return known.st_size, known.st_mtime_ns
