"""A booklet that notes which of its records are looked at: what pages were set from is known by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from msgspec.structs import replace

from brochure.content.booklet import Booklet
from brochure.content.shelves import FOLDERS, LISTS

R = TypeVar("R")

Note = Callable[[str, str], None]
"""Is told the kind and the id of a record that was looked for, or "" where a whole shelf was gone over."""


class _Shelf(Mapping[str, R]):
    """The records of a kind, telling which are looked for, whether they are there or not."""

    def __init__(self, kind: str, records: Mapping[str, R], note: Note) -> None:
        self.kind, self.records, self.note = kind, records, note

    def __getitem__(self, name: str) -> R:
        self.note(self.kind, name)
        return self.records[name]

    def __iter__(self) -> Iterator[str]:
        self.note(self.kind, "")
        return iter(self.records)

    def __len__(self) -> int:
        self.note(self.kind, "")
        return len(self.records)


def noted(booklet: Booklet, note: Note) -> Booklet:
    """The same booklet, each of its shelves telling what is looked at."""
    return replace(booklet, **{kind: _Shelf(kind, getattr(booklet, kind), note) for kind in (*LISTS, *FOLDERS)})
