"""Modules that libraries import for what nobody here asks of them: loaded when something is first looked for in them.

`importlib.util.LazyLoader` is made for that, but before Python 3.12 the next `import` of such a module loads it.
"""

from __future__ import annotations

import sys
from _thread import RLock
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

_loading = RLock()  # one at a time: who looks into one that is being loaded waits until it is all there


class _Late(ModuleType):
    """A module of which nothing but its name and its place is there."""

    def __getattr__(self, name: str) -> Any:
        with _loading:
            spec = self.__spec__
            if type(self) is _Late and spec is not None and spec.loader is not None:
                self.__spec__ = None  # what it looks for in itself while it is loaded is not there yet
                try:
                    spec.loader.exec_module(self)
                    self.__class__ = ModuleType  # type: ignore[assignment]: as any other from now on
                finally:
                    self.__spec__ = spec
        return object.__getattribute__(self, name)


def load_late(*names: str, **answers: object) -> None:
    """Have modules loaded late that are found on the path and not loaded yet. `answers` are what they are asked while
    others are loaded, by name, and what they would say: for those they are not loaded."""
    for name in names:
        spec = None if name in sys.modules else _found(name)
        if spec is not None and spec.has_location:
            late = sys.modules[name] = _Late(name)
            late.__spec__, late.__loader__, late.__file__ = spec, spec.loader, spec.origin
            late.__dict__.update(answers)


def _found(name: str) -> ModuleSpec | None:
    """Where a module is loaded from, without anything being loaded."""
    package, _, _ = name.rpartition(".")
    if not package:
        return PathFinder.find_spec(name)
    around = _found(package)
    return around and PathFinder.find_spec(name, around.submodule_search_locations)
