"""The store: what was put in comes out whole or not at all, and it stays within its bound."""

from __future__ import annotations

import os
from pathlib import Path

from brochure.store import Store, key_of


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    key = key_of(["a", b"b"])
    assert store.get(key) is None
    store.put(key, b"bytes")
    assert store.get(key) == b"bytes"
    assert Store(tmp_path / "store").get(key) == b"bytes"


def test_parts_are_told_apart() -> None:
    assert len({key_of(parts) for parts in (["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""])}) == 4


def test_an_entry_that_is_not_whole_is_thrown_away(tmp_path: Path) -> None:
    store = Store(tmp_path)
    key = key_of(["a"])
    for spoil in (lambda data: data[:-1], lambda data: data[:40], lambda data: b"", lambda data: data[:-1] + b"?"):
        store.put(key, b"0123456789" * 9)
        (path,) = tmp_path.glob("??/*")
        path.write_bytes(spoil(path.read_bytes()))
        assert store.get(key) is None
        assert not path.exists()


def test_the_entries_used_longest_ago_go_first(tmp_path: Path) -> None:
    store = Store(tmp_path, largest=400)
    keys = [key_of([str(number)]) for number in range(4)]
    for age, key in enumerate(keys):
        store.put(key, b"x" * 60)
        os.utime(tmp_path / key[:2] / key[2:], (1000 + age, 1000 + age))
    assert store.get(keys[0]) is not None  # used again just now
    store.trim()
    size = sum(path.stat().st_size for path in tmp_path.glob("??/*"))
    assert size <= 400
    assert store.get(keys[0]) is not None
    assert store.get(keys[1]) is None


def test_a_killed_build_leaves_nothing_that_is_taken_for_an_entry(tmp_path: Path) -> None:
    store = Store(tmp_path)
    key = key_of(["a"])
    (tmp_path / key[:2]).mkdir()
    partial = tmp_path / key[:2] / ".partial-1"
    partial.write_bytes(b"half")
    os.utime(partial, (1000, 1000))
    assert store.get(key) is None
    store.put(key, b"whole")
    store.trim()
    assert store.get(key) == b"whole"
    assert not partial.exists()


def test_a_folder_that_cannot_be_made_costs_nothing_but_the_saving(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file" / "store")
    store.put(key_of(["a"]), b"bytes")
    assert store.get(key_of(["a"])) is None
    store.trim()
