"""An office at work on its texts: a list of them, and all that is done to it between two updates of a catalog."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from brochure.translation.extract import SourceEntry

SENTENCES = ("営口市の代表団が留萌市を訪問", "留萌市の代表団が営口市を訪問", "港の写真展を開催", "研修生を受け入れる")
"""Few, so that many texts are twins."""


@dataclass(frozen=True)
class Item:
    """A text as its author knows it: who it is, whatever it is called; its key, the one before, its words."""

    identity: int
    key: str
    words: str
    former: str = ""

    @property
    def source(self) -> SourceEntry:
        return SourceEntry(self.words, self.key, former=self.former)


def one_of_few(rng: random.Random) -> str:
    """A sentence that others have too, with or without its full stop."""
    return rng.choice(SENTENCES) + "。" * rng.randint(0, 1)


class Office:
    """Texts that are added, deleted, moved, edited and renamed, as `rng` has it."""

    def __init__(self, rng: random.Random, count: int, words: Callable[[random.Random], str] = one_of_few) -> None:
        self.rng = rng
        self.words = words
        self.names = 0
        self.known: frozenset[str] = frozenset()
        self.items: list[Item] = []
        for _ in range(count):
            self.add()
        self.begin()

    def begin(self) -> None:
        """The catalog has just been brought up to date: it knows the keys as they are."""
        self.known = frozenset(item.key for item in self.items)

    def add(self) -> None:
        self.items.insert(
            self.rng.randint(0, len(self.items)), Item(self.names + 1, self._name(), self.words(self.rng))
        )

    def delete(self) -> None:
        if self.items:
            self.items.pop(self.rng.randrange(len(self.items)))

    def move(self) -> None:
        if self.items:
            self.items.insert(self.rng.randrange(len(self.items)), self.items.pop(self.rng.randrange(len(self.items))))

    def edit(self) -> None:
        if self.items:
            at = self.rng.randrange(len(self.items))
            self.items[at] = replace(self.items[at], words=self.words(self.rng))

    def rename(self) -> None:
        """A new name, said by `was`; a text renamed twice between two updates says the one the catalogs know."""
        if self.items:
            at = self.rng.randrange(len(self.items))
            item = self.items[at]
            known = item.former if item.former and item.key not in self.known else item.key
            self.items[at] = replace(item, key=self._name(), former=known)

    def _name(self) -> str:
        self.names += 1
        return f"timeline.e{self.names}.headline"
