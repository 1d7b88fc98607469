"""The benchmark of updates: our own update harms no text, and the judge sees what the other programs do."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from benchmarks.office import SENTENCES, Item, Office
from benchmarks.translation_update import judged, ours, pybabel, translated, work

WRONG = ("another text's, marked", "another text's, unmarked", "changed, unmarked", "lost", "untouched, marked")


def test_no_text_gets_anothers_and_none_is_left_unmarked(tmp_path: Path) -> None:
    for seed in range(5):
        office = Office(random.Random(seed), 40)
        before = tuple(office.items)
        work(office)
        after = tuple(office.items)
        found = judged(before, after, ours(translated(before), after, tmp_path))
        assert {row: found[row] for row in WRONG} == dict.fromkeys(WRONG, 0)
        assert found["untouched, kept"] > 10
        assert found["renamed, kept"] > 0


def test_ten_twins_renamed_keep_their_own_and_pybabel_gives_nine_anothers(tmp_path: Path) -> None:
    ten = [Item(number, f"e{number}", SENTENCES[0]) for number in range(10)]
    renamed = [replace(item, key=f"visit-{item.identity}", former=item.key) for item in ten]
    assert judged(ten, renamed, ours(translated(ten), renamed, tmp_path)) == {"renamed, kept": 10}
    theirs = judged(ten, renamed, pybabel(translated(ten), renamed, tmp_path))
    assert theirs["another text's, marked"] + theirs["another text's, unmarked"] == 9
