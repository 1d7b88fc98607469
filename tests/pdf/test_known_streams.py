"""Streams made before are known again by what they are made of, used for no others, and never trusted."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from brochure.edition.profiles import SCREEN
from brochure.pdf import document, structure_tree
from brochure.pdf.document import write_pdf
from brochure.pdf.known_streams import KnownStreams
from brochure.pdf.pictures import PictureShelf
from brochure.press.sheet import sheets
from brochure.store import Store
from pdf.books import LIBRARY, WHEN, book_of, words


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What streams of the structure are deflated from here on."""
    found: list[bytes] = []
    plain = structure_tree.deflated

    def told(each: bytes) -> bytes:
        found.append(each)
        return plain(each)

    monkeypatch.setattr(structure_tree, "deflated", told)
    return found


def _asked(known: KnownStreams, what: bytes) -> bytes:
    return zlib.decompress(known.made(what, lambda: structure_tree.deflated(what)))


def test_what_was_deflated_once_is_not_deflated_again(tmp_path: Path, made: list[bytes]) -> None:
    for wanted in ((b"a", b"b"), (b"b", b"c"), (b"c", b"b")):
        known = KnownStreams.of(Store(tmp_path), "book")
        assert [_asked(known, each) for each in wanted] == [*wanted]
        known.keep()
    assert made == [b"a", b"b", b"c"]
    known = KnownStreams.of(Store(tmp_path), "another")
    _asked(known, b"b")
    assert made == [b"a", b"b", b"c", b"b"]


def test_what_is_not_asked_for_is_not_kept(tmp_path: Path, made: list[bytes]) -> None:
    for wanted in ((b"a", b"b"), (b"b",), (b"a",)):
        known = KnownStreams.of(Store(tmp_path), "book")
        for each in wanted:
            _asked(known, each)
        known.keep()
    assert made == [b"a", b"b", b"a"]


@pytest.mark.parametrize("left", [b"", b"\x93\x01", b"no streams"])
def test_an_entry_of_another_make_is_no_entry(tmp_path: Path, made: list[bytes], left: bytes) -> None:
    KnownStreams.of(Store(tmp_path), "book").store.put(KnownStreams.of(Store(tmp_path), "book").key, left)
    assert _asked(KnownStreams.of(Store(tmp_path), "book"), b"a") == b"a"
    assert made == [b"a"]


def test_a_long_book_whose_structure_is_known_is_the_same_file(
    tmp_path: Path, made: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(store: Store | None, *texts: str) -> bytes:
        book = book_of(*((words(text),) for text in texts))
        return write_pdf(book, sheets(book, SCREEN), SCREEN, LIBRARY, PictureShelf(Path, store), WHEN)

    plain = written(None, "港", "船", "海")
    monkeypatch.setattr(document, "_LONG", 3)
    store = Store(tmp_path)
    for expected in (4, 0):  # of each page, and of what is over all of them
        made.clear()
        assert written(store, "港", "船", "海") == plain
        assert len(made) == expected
    assert written(store, "港", "船", "湖") == written(None, "港", "船", "湖")
    assert written(store, "港", "船") == written(None, "港", "船")
