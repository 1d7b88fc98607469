"""A catalog with translations that are there already: its own for copied texts, another's for the same words."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.translation.po import PoEntry, PoFile, read_po
from brochure.translation.po_changes import with_text


def with_copies(file: PoFile, old: str, new: str) -> PoFile:
    """The file with a copy of each live entry whose key begins with `old`, under the key that begins with `new`.

    Entries that are there stay; nothing of them is touched.
    """
    known = {entry.key for entry in file.entries}
    copies: list[str] = []
    for entry in file.entries:
        if entry.is_obsolete or not entry.context.startswith(old):
            continue
        key = new + entry.context.removeprefix(old)
        if key not in known:
            copies.append(str(entry).rstrip("\r\n").replace(f'msgctxt "{old}', f'msgctxt "{new}', 1))
    if not copies:
        return file
    text = str(replace(file, tail="")).rstrip("\r\n")
    end = file.newline
    return replace(read_po(text + end * 2 + (end * 2).join(copies) + end + file.tail), has_mark=file.has_mark)


def filled_from(file: PoFile, other: PoFile) -> PoFile:
    """The file with each translation it lacks taken from the entry of another that has its key and its source.

    What is translated stays, and so does what another has only in doubt.
    """
    there = {entry.key: entry for entry in other.entries if entry.text and not (entry.is_obsolete or entry.is_fuzzy)}

    def filled(entry: PoEntry) -> PoEntry:
        found = there.get(entry.key)
        is_lacking = found is not None and not entry.text and not entry.is_obsolete
        return with_text(entry, found.text) if found and is_lacking and found.source == entry.source else entry

    return replace(file, entries=tuple(map(filled, file.entries)))
