"""Any edits an office can make, in any order: no translation is lost, given to another text, or left unmarked."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from brochure.translation.extract import SourceEntry
from brochure.translation.po import PoEntry, PoFile, read_po
from brochure.translation.update import filled, updated

SENTENCES = ("営口市の代表団が来訪", "留萌市の代表団が訪問", "港の写真展を開く", "研修生を迎える")


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


class Office:
    """A list of texts and everything that is done to it between two updates of the catalog."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.names = 0
        self.items: list[Item] = []
        for _ in range(rng.randint(1, 12)):
            self.add()

    def name(self) -> str:
        self.names += 1
        return f"e{self.names}"

    def add(self) -> None:
        item = Item(self.names, self.name(), self.rng.choice(SENTENCES))
        self.items.insert(self.rng.randint(0, len(self.items)), item)

    def delete(self) -> None:
        if self.items:
            self.items.pop(self.rng.randrange(len(self.items)))

    def move(self) -> None:
        if self.items:
            self.items.insert(self.rng.randrange(len(self.items)), self.items.pop())

    def edit(self) -> None:
        if self.items:
            at = self.rng.randrange(len(self.items))
            self.items[at] = replace(self.items[at], words=self.rng.choice(SENTENCES) + "。" * self.rng.randint(0, 1))

    def rename(self) -> None:
        """A new name, said by `was`; a text renamed twice between two updates says the one the catalogs know."""
        if self.items:
            at = self.rng.randrange(len(self.items))
            item = self.items[at]
            known = item.former if item.former and item.key not in self.known else item.key
            self.items[at] = replace(item, key=self.name(), former=known)

    known: frozenset[str] = frozenset()

    def work(self) -> None:
        self.known = frozenset(item.key for item in self.items)
        for _ in range(self.rng.randint(0, 8)):
            self.rng.choice((self.add, self.delete, self.move, self.edit, self.rename))()


@given(st.randoms(use_true_random=False))
@example(random.Random(491))  # a file of its own order, into which new texts came until most of it followed the content
@settings(max_examples=150, deadline=None)
def test_no_translation_is_lost_or_given_to_another_or_left_unmarked(rng: random.Random) -> None:
    office = Office(rng)
    file: PoFile | None = None
    made_from: dict[int, str] = {}  # by identity: the words a translation was made from
    for _ in range(3):
        file, _ = updated(file, [item.source for item in office.items], "zh_CN")
        file = read_po(str(file))
        entries = {entry.key: entry for entry in file.entries if not entry.is_obsolete}
        assert set(entries) == {item.key for item in office.items}
        for item in office.items:
            check(item, entries[item.key], made_from)
        todo = {item.key: f"译{item.identity}：{item.words}" for item in office.items if rng.random() < 0.7}
        file, unknown = filled(file, todo)
        assert not unknown
        made_from |= {item.identity: item.words for item in office.items if item.key in todo}
        still, _ = updated(file, [item.source for item in office.items], "zh_CN")
        assert str(still) == str(file)  # untouched: not a byte is changed
        office.work()


def check(item: Item, entry: PoEntry, made_from: dict[int, str]) -> None:
    words = made_from.get(item.identity)
    if words is None:
        assert entry.text == ""  # a text nobody has translated has nobody's words
        return
    assert entry.text == f"译{item.identity}：{words}"
    assert entry.is_fuzzy == (words != item.words)
    if entry.is_fuzzy:
        assert entry.previous == words
