"""The ledger: which texts each page of an edition asked for, and the words it got. It grows while pages are set."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field


class Ledger(Struct):
    """What was read, by the order it was read for; `order` is the id of the one being set, "" for the book's words.

    `notes` are what is noted in a text, in plain words; `placed` the orders and texts whose notes found a place.
    """

    order: str = ""
    entries: dict[str, dict[str, set[str]]] = field(default_factory=dict[str, dict[str, set[str]]])
    notes: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    placed: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])

    def note(self, key: str, printed: str) -> None:
        """Take down that the order being set has asked for a text, and what it got."""
        by_order = self.entries.get(key)
        if by_order is None:
            self.entries[key] = {self.order: {printed}}
        elif self.order in by_order:
            by_order[self.order].add(printed)
        else:
            by_order[self.order] = {printed}

    def place_notes(self, key: str) -> None:
        """Take down that the order being set has a place for the notes of a text."""
        self.placed.add((self.order, key))

    def lost_notes(self) -> Iterator[tuple[str, str]]:
        """Each note of a text that an order asked for and has no place for notes in, with the text's key."""
        for key, notes in self.notes.items():
            if any((order, key) not in self.placed for order in self.orders_of(key)):
                yield from ((key, note) for note in notes)

    def __iter__(self) -> Iterator[str]:
        """Every text that was asked for, in the order of first asking."""
        yield from self.entries

    def orders_of(self, key: str) -> tuple[str, ...]:
        """The orders that asked for a text."""
        return tuple(self.entries.get(key, {}))

    def printed(self, key: str) -> tuple[str, ...]:
        """The words pages got for it, sorted: labels with fields come in several."""
        return tuple(sorted({words for each in self.entries.get(key, {}).values() for words in each}))
