"""Any edits an office can make, in any order: no translation is lost, given to another text, or left unmarked."""

from __future__ import annotations

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.office import Item, Office
from brochure.translation.po import PoEntry, PoFile, read_po
from brochure.translation.update import filled, updated


def worked(office: Office) -> None:
    """Up to eight things done between two updates."""
    office.begin()
    for _ in range(office.rng.randint(0, 8)):
        office.rng.choice((office.add, office.delete, office.move, office.edit, office.rename))()


@given(st.randoms(use_true_random=False))
@example(random.Random(39))  # a file of its own order, into which new texts came until most of it followed the content
@settings(max_examples=150, deadline=None)
def test_no_translation_is_lost_or_given_to_another_or_left_unmarked(rng: random.Random) -> None:
    office = Office(rng, rng.randint(1, 12))
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
        worked(office)


def check(item: Item, entry: PoEntry, made_from: dict[int, str]) -> None:
    words = made_from.get(item.identity)
    if words is None:
        assert entry.text == ""  # a text nobody has translated has nobody's words
        return
    assert entry.text == f"译{item.identity}：{words}"
    assert entry.is_fuzzy == (words != item.words)
    if entry.is_fuzzy:
        assert entry.previous == words
