"""Standing type: the same inputs give the same files without work, and any change makes them anew."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from brochure.store import Store
from brochure.works.standing import files_of, fingerprint, keep, lay_down, recalled, store_in


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("content/a.yaml", "locales/ja/a.po", "fonts/fonts.yaml", "out/a.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    return tmp_path


def _key(root: Path, words: tuple[str, ...]) -> str:
    return fingerprint(files_of(root), words)


def _made(root: Path) -> list[tuple[Path, str]]:
    path = root / "out/a.pdf"
    return [(path, sha256(path.read_bytes()).hexdigest())]


@pytest.mark.parametrize("name", ["content/a.yaml", "locales/ja/a.po", "fonts/fonts.yaml"])
def test_every_input_counts(root: Path, name: str) -> None:
    before = _key(root, ("a",))
    assert _key(root, ("a",)) == before
    (root / name).write_text("another", "utf-8")
    assert _key(root, ("a",)) != before


def test_two_files_whose_names_look_alike_both_count(root: Path) -> None:
    one, other = (root / f"content/{form}.yaml" for form in ("\u304c", "\u304b\u3099"))
    one.write_text("one", "utf-8")
    other.write_text("other", "utf-8")
    if one.read_text("utf-8") == "other":
        pytest.skip("this file system takes the names for one")
    for path in (one, other):
        before = _key(root, ())
        path.write_text("another", "utf-8")
        assert _key(root, ()) != before


def test_what_cannot_be_looked_at_stops_nothing(root: Path) -> None:
    before = _key(root, ())
    (root / "content/.#a.yaml").symlink_to("nowhere")  # as an editor that has a file open leaves it
    assert _key(root, ()) != before


def test_new_files_words_and_the_epoch_count_and_outputs_do_not(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _key(root, ("a",))
    (root / "out/b.pdf").write_text("", "utf-8")
    assert _key(root, ("a",)) == before
    assert _key(root, ("b",)) != before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert _key(root, ("a",)) != before
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    (root / "content/b.yaml").write_text("", "utf-8")
    assert _key(root, ("a",)) != before


@pytest.mark.parametrize("name", ["font.ttf", os.fsdecode(b"\xff\xfe.ttf")])
def test_what_was_kept_is_recalled_until_a_font_outside_changes(root: Path, tmp_path: Path, name: str) -> None:
    store, font = Store(tmp_path / "store"), tmp_path / name
    font.write_bytes(b"font")
    keep(store, "0" * 64, _made(root), [font])
    (made,) = recalled(store, "0" * 64)
    (root / "out/a.pdf").unlink()
    path = lay_down(made, store, root / "out")
    assert path == root / "out/a.pdf"
    assert path.read_bytes() == b"out/a.pdf"
    font.write_bytes(b"another font")
    assert recalled(store, "0" * 64) == ()
    font.unlink()
    assert recalled(store, "0" * 64) == ()


def test_a_build_whose_file_is_spoilt_in_the_store_is_not_recalled(root: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    keep(store, "0" * 64, _made(root), [])
    for path in store.folder.glob("??/*"):
        if b"out/a.pdf" in path.read_bytes():
            path.write_bytes(b"")
    (root / "out/a.pdf").unlink()
    (made,) = recalled(store, "0" * 64)
    assert lay_down(made, store, root / "out") is None


def test_a_file_that_lies_there_already_is_left_alone(root: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    keep(store, "0" * 64, _made(root), [])
    (made,) = recalled(store, "0" * 64)
    os.utime(root / "out/a.pdf", (1000, 1000))
    lay_down(made, store, root / "out")
    assert (root / "out/a.pdf").stat().st_mtime == 1000
    (root / "out/a.pdf").write_text("spoilt", "utf-8")
    assert lay_down(made, store, root / "out") == root / "out/a.pdf"
    assert (root / "out/a.pdf").read_bytes() == b"out/a.pdf"


def test_the_store_stands_beside_the_content_unless_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROCHURE_CACHE", str(root / "elsewhere"))
    assert store_in(root).folder == root / "elsewhere"
    monkeypatch.delenv("BROCHURE_CACHE")
    assert store_in(root).folder == root / ".brochure-cache"
