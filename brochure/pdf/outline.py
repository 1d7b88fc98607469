"""Bookmarks and page labels: how a viewer lists a file's pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct, field

from brochure.layout.page import Bookmark
from brochure.pdf.metadata import text_string


class Entry(Struct):
    """A bookmark with those below it; `destination` is what its /Dest says."""

    title: str
    level: int
    destination: str
    below: list[Entry] = field(default_factory=list["Entry"])


def entries(bookmarks: Sequence[tuple[Bookmark, str]]) -> list[Entry]:
    """Bookmarks (with their destinations) as a tree, by their levels; a level that is skipped counts as the next."""
    top: list[Entry] = []
    open_entries: list[Entry] = []
    for bookmark, destination in bookmarks:
        entry = Entry(bookmark.title, bookmark.level, destination)
        while open_entries and open_entries[-1].level >= entry.level:
            open_entries.pop()
        (open_entries[-1].below if open_entries else top).append(entry)
        open_entries.append(entry)
    return top


def write_outline(top: Sequence[Entry], reserve: Callable[[str], str], put: Callable[[str, str], str]) -> str:
    """Write the tree; `reserve` gives a named object's number before it exists, `put` writes it. Returns the root."""
    root = reserve("outline")

    def chain(siblings: Sequence[Entry], parent: str, prefix: str) -> tuple[str, str]:
        names = [f"{prefix}.{number}" for number in range(len(siblings))]
        references = [reserve(name) for name in names]
        for number, (entry, name) in enumerate(zip(siblings, names, strict=True)):
            parts = [f"/Title {text_string(entry.title)}", f"/Parent {parent}", f"/Dest {entry.destination}"]
            if number:
                parts.append(f"/Prev {references[number - 1]}")
            if number + 1 < len(siblings):
                parts.append(f"/Next {references[number + 1]}")
            if entry.below:
                first, last = chain(entry.below, references[number], name)
                parts.append(f"/First {first} /Last {last} /Count {_count(entry.below)}")
            put(name, f"<< {' '.join(parts)} >>")
        return references[0], references[-1]

    first, last = chain(top, root, "outline")
    put("outline", f"<< /Type /Outlines /First {first} /Last {last} /Count {_count(top)} >>")
    return root


def _count(siblings: Sequence[Entry]) -> int:
    return len(siblings) + sum(_count(entry.below) for entry in siblings)


def page_labels(labels: Sequence[str]) -> str:
    """The number tree of labels: one range where they count on, a prefix where a page has a word of its own."""
    ranges: list[str] = []
    expected: int | None = None
    for index, label in enumerate(labels):
        if label.isascii() and label.isdigit():
            number = int(label)
            if number != expected:
                ranges.append(f"{index} << /S /D /St {number} >>")
            expected = number + 1
        else:
            ranges.append(f"{index} << /P {text_string(label)} >>")
            expected = None
    return f"<< /Nums [{' '.join(ranges)}] >>"
