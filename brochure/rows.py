"""A table with a row a name, written down in one place, each row loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")


class Rows(Mapping[str, T]):
    """Values by name, in the table's order. `places` tells where each stands, `package.module:NAME`; to go through the
    names, or to ask whether there is one, loads nothing.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places
        self._loaded: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._loaded:
            module, _, value = self._places[name].partition(":")
            self._loaded[name] = getattr(import_module(module), value)
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
