"""Projects for tests: a copy of the shipped one's files, small enough to change and build."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
EIGHT = ("cover", "contents", "map", "background", "figures", "citizens", "colophon", "back")


def copied(folder: Path, pages: tuple[str, ...] = EIGHT) -> Path:
    """A project in `folder` with the shipped content, catalogs and fonts, and the city booklet alone of the editions,
    cut down to `pages` (by id).
    """
    root = folder / "project"
    for name in ("content", "locales", "fonts"):
        shutil.copytree(ROOT / name, root / name)
    edition = root / "content/editions/rumoi.yaml"
    for other in sorted(edition.parent.glob("*.yaml")):
        if other != edition:
            other.unlink()
    edition.write_text(cut_down(edition.read_text("utf-8"), pages), "utf-8")
    return root


def cut_down(edition: str, pages: tuple[str, ...]) -> str:
    """An edition file with only the pages of these ids."""
    head, *orders = edition.split("\n  - id: ")
    kept = [order for order in orders if order.split("\n", 1)[0] in pages]
    return "\n  - id: ".join([head, *kept]).rstrip() + "\n"


def edited(root: Path, name: str, old: str, new: str) -> int:
    """Put `new` in the place of the only `old` in a file of the project; gives the line it stands in, from 1."""
    path = root / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1
