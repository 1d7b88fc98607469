"""The program's bytecode bound in a volume (合本): at a start, two hundred small files are a few gatherings (折).

Python looks for each module, then opens, reads and closes a file of its bytecode. Out of the volume it is read with all
that one import brings, so that names they share are made once; the module's own file is only asked whether it is still
what the bytecode was made of, by its size and its time, which Python asks too. What is not in the volume, or no longer
as it was, Python loads as ever, and at the end of such a run the volume is bound anew. It lies beside the bytecode;
where none may be written there is no volume.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from types import CodeType, ModuleType
from typing import Any, TypeAlias

_HOME = os.path.dirname(os.path.abspath(__file__))
_ROOM = "brochure."
_TAG = sys.implementation.cache_tag
_NUMBER = 8  # bytes of a number at the head of a volume
_HEAD = len(MAGIC_NUMBER) + 2 * _NUMBER  # Python's own number, the length of the index, that of the volume
_HEADER = 16  # bytes of a file of bytecode before the code: Python's number, how it is checked, time, size (PEP 552)
_FLAWS = (EOFError, ValueError, TypeError, KeyError)  # of what is no bytecode, or not what it should be

_State: TypeAlias = tuple[int, int]
"""The size of a file and its time in nanoseconds."""

_Leaf: TypeAlias = tuple[str, _State, int]
"""A module's file within the program, what it was like, and the number of the gathering its code is in."""

_Gathering: TypeAlias = dict[str, CodeType]
"""The code of modules that one import brings, by their names."""

_Page: TypeAlias = tuple[str, _State, CodeType]
"""A module as it is bound: its file, what that is like, its code."""


class Volume:
    """The volume at a path, open; nothing is in it where there is none, or one of another Python or another place."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._leaves: dict[str, _Leaf] = {}
        self._places: list[tuple[int, int]] = []  # where each gathering begins, and how long it is
        self._file = -1
        self._opened: _Gathering = {}  # of gatherings that were read, what is not loaded yet
        self._brought: list[list[str]] = []  # modules, by the import of this run that brought them
        self._depth = 0  # of imports within imports
        self._lacks = self._is_spoilt = False
        try:
            self._file = os.open(path, os.O_RDONLY)
            self._leaves, self._places = self._index()
        except (OSError, *_FLAWS):
            pass

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Where a module of the program is loaded from: the volume, if it is there as its file is now."""
        if not name.startswith(_ROOM):
            return None
        leaf = self._leaves.get(name)
        if leaf is None or _state(f"{_HOME}/{leaf[0]}") != leaf[1]:
            self._lacks = True
            spec = PathFinder.find_spec(name, path, target)
            if spec is not None and spec.origin and type(spec.loader) is SourceFileLoader:
                spec.loader = _Loader(name, spec.origin, self)
            return spec
        origin = f"{_HOME}/{leaf[0]}"
        is_package = origin.endswith("/__init__.py")
        spec = ModuleSpec(name, BoundLoader(name, origin, self), origin=origin, is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(origin)]
        if not (sys.pycache_prefix or sys.flags.optimize):
            spec.cached = _beside(origin)
        return spec

    def code(self, name: str) -> CodeType | None:
        """The code of a module that is in the volume; None where it is spoilt."""
        if name not in self._opened:
            try:
                self._opened |= self._gathering(self._leaves[name][2])
            except (OSError, *_FLAWS):
                self._lacks = self._is_spoilt = True
        return self._opened.pop(name, None)

    def begin(self, name: str) -> None:
        """A module is going to be loaded, and what it brings."""
        if not self._depth:
            self._brought.append([])
        self._depth += 1
        self._brought[-1].append(name)

    def end(self) -> None:
        """It is loaded, or has failed."""
        self._depth -= 1

    def bind(self) -> None:
        """Bind the volume anew if this run lacked something, of what it loaded and what else is as it was."""
        if not self._lacks or sys.dont_write_bytecode or not os.access(os.path.dirname(self._path), os.W_OK):
            return
        leaves: dict[str, _Leaf] = {}
        data: list[bytes] = []
        for gathering in self._gatherings():
            leaves.update((name, (file, state, len(data))) for name, (file, state, _) in gathering.items())
            data.append(marshal.dumps({name: code for name, (_, _, code) in gathering.items()}))
        bound, before = ({name: leaf[:2] for name, leaf in each.items()} for each in (leaves, self._leaves))
        if bound == before and not self._is_spoilt:
            return
        index = marshal.dumps((_HOME, leaves, [len(each) for each in data]))
        numbers = len(index), _HEAD + len(index) + sum(map(len, data))
        head = MAGIC_NUMBER + b"".join(number.to_bytes(_NUMBER, "big") for number in numbers)
        partial = f"{self._path}.{os.getpid()}"
        try:
            with open(partial, "wb") as file:
                file.writelines((head, index, *data))
            os.replace(partial, self._path)
        except OSError:  # it only saves time
            if os.path.exists(partial):
                os.unlink(partial)

    def _index(self) -> tuple[dict[str, _Leaf], list[tuple[int, int]]]:
        head = os.pread(self._file, _HEAD, 0)
        numbers = head[len(MAGIC_NUMBER) :]
        length, whole = int.from_bytes(numbers[:_NUMBER], "big"), int.from_bytes(numbers[_NUMBER:], "big")
        if not head.startswith(MAGIC_NUMBER) or os.fstat(self._file).st_size != whole:
            return {}, []
        home, leaves, lengths = marshal.loads(os.pread(self._file, length, _HEAD))
        places: list[tuple[int, int]] = []
        begin = _HEAD + length
        for each in lengths:
            places.append((begin, each))
            begin += each
        return (leaves, places) if home == _HOME else ({}, [])

    def _gathering(self, number: int) -> _Gathering:
        begin, length = self._places[number]
        return marshal.loads(os.pread(self._file, length, begin))  # at a place: forked processes share the file

    def _gatherings(self) -> Iterator[dict[str, _Page]]:
        """The gatherings of the volume, of each what is as it was, and what this run has brought from elsewhere."""
        known: set[str] = set()
        for number in range(len(self._places)):
            try:
                codes = self._gathering(number)
            except (OSError, *_FLAWS):
                continue
            found = {
                name: (file, state, codes[name])
                for name, (file, state, own) in self._leaves.items()
                if own == number and name in codes and _state(f"{_HOME}/{file}") == state
            }
            known.update(found)
            if found:
                yield found
        for names in self._brought:
            found = {name: page for name in names if name not in known and (page := _from_file(name))}
            if found:
                yield found


class _Loader(SourceFileLoader):
    """Loads a module as ever, and tells a volume that it does."""

    def __init__(self, name: str, path: str, volume: Volume) -> None:
        super().__init__(name, path)
        self._volume = volume

    def exec_module(self, module: ModuleType) -> None:
        self._volume.begin(module.__name__)
        try:
            super().exec_module(module)
        finally:
            self._volume.end()


class BoundLoader(_Loader):
    """Loads a module out of a volume."""

    def get_code(self, fullname: str) -> CodeType | None:
        return self._volume.code(fullname) or super().get_code(fullname)


def opened() -> Volume | None:
    """Have the program loaded out of its volume from now on; None where there can be none."""
    if not hasattr(os, "pread") or not _TAG:
        return None
    volume = Volume(os.path.splitext(cache_from_source(f"{_HOME}/bound.py"))[0] + ".volume")
    sys.meta_path.insert(0, volume)
    return volume


def _from_file(name: str) -> _Page | None:
    """A module that is loaded, by its file of bytecode; None where that is not good."""
    module = sys.modules.get(name)
    origin = module.__spec__.origin if module and module.__spec__ else None
    if not origin or not origin.startswith(f"{_HOME}/"):
        return None
    state = _state(origin)
    try:
        data = _read(cache_from_source(origin))
        numbers = [0, state[1] // 10**9 & 0xFFFFFFFF, state[0] & 0xFFFFFFFF]
        by_time = b"".join([number.to_bytes(4, "little") for number in numbers])
        by_hash = data[4:8] + source_hash(_read(origin))
        if data[:_HEADER] == MAGIC_NUMBER + (by_hash if any(data[4:8]) else by_time):
            return origin[len(_HOME) + 1 :], state, marshal.loads(data[_HEADER:])
    except (OSError, *_FLAWS):
        pass
    return None


def _beside(origin: str) -> str:
    """Where the bytecode of a module lies where nobody says otherwise; `cache_from_source` takes six times as long."""
    folder, _, file = origin.rpartition("/")
    return f"{folder}/__pycache__/{file[:-3]}.{_TAG}.pyc"


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
