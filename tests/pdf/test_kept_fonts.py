"""What was cut of a font is kept: used again for the same glyphs, never for others, and never trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.edition.profiles import SCREEN
from brochure.pdf import cid_font
from brochure.pdf.document import write_pdf
from brochure.pdf.pictures import PictureShelf
from brochure.press.sheet import sheets
from brochure.store import Store
from pdf.books import LIBRARY, WHEN, book_of, words


@pytest.fixture
def cuts(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The glyphs and texts of each subset cut from here on."""
    found: list[object] = []
    plain = cid_font.subset

    def told(face: object, texts: object) -> object:
        found.append(texts)
        return plain(face, texts)  # type: ignore[arg-type]

    monkeypatch.setattr(cid_font, "subset", told)
    return found


def _written(text: str, store: Store | None) -> bytes:
    book = book_of((words(text),))
    return write_pdf(book, sheets(book, SCREEN), SCREEN, LIBRARY, PictureShelf(Path, store), WHEN)


def test_a_font_is_cut_once_for_the_same_glyphs(tmp_path: Path, cuts: list[object]) -> None:
    store = Store(tmp_path)
    plain = [_written(text, None) for text in ("港と船", "港と海")]
    assert [_written(text, store) for text in ("港と船", "港と海", "港と船")] == [*plain, plain[0]]
    assert len(cuts) == 4


@pytest.mark.parametrize("left", [b"", b"\x93\x01", b"no font"])
def test_a_kept_font_of_another_make_is_cut_again(tmp_path: Path, cuts: list[object], left: bytes) -> None:
    store = Store(tmp_path)
    plain = _written("港", store)
    for path in tmp_path.glob("??/*"):
        store.put(path.parent.name + path.name, left)
    assert _written("港", store) == plain
    assert len(cuts) == 2
