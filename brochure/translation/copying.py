"""A catalog with some of its translations a second time, for texts that begin as copies of others."""

from __future__ import annotations

from dataclasses import replace

from brochure.translation.po import PoFile, read_po


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
