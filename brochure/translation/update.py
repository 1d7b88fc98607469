"""Brings a catalog up to date with the author's texts: by key, never by likeness.

A text that only moved keeps its translation; one whose words changed keeps it too, marked fuzzy, with the words it was
made from beside it; one that is gone is kept at the end as obsolete, and taken back should its key return.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from brochure.source.files import write_safely
from brochure.translation.extract import SourceEntry, entry_of, new_catalog, occurrences

FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Change:
    """The keys an update touched."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def updated(old: polib.POFile | None, sources: Iterable[SourceEntry], language: str) -> tuple[polib.POFile, Change]:
    """A new catalog with an entry for every source, in their order, and what changed against the old one.

    The header, the comments and the flags of the old one stay as tools left them. `old` is left as it is.
    """
    file = new_catalog(language)
    if old is not None:
        file.metadata = {**file.metadata, **old.metadata, "Language": language}
        file.header = old.header or file.header
    before = _by_key(old)
    new: list[str] = []
    changed: list[str] = []
    for source in sources:
        entry = before.pop(source.key, None)
        if entry is None:
            new.append(source.key)
            file.append(entry_of(source))
            continue
        if entry.msgid != source.source:
            changed.append(source.key)
        elif entry.obsolete:
            new.append(source.key)
        file.append(_brought_up(entry, source))
    gone = [key for key, entry in before.items() if not entry.obsolete and entry.msgstr]
    for entry in before.values():
        if entry.msgstr:
            file.append(_retired(entry))
    return file, Change(tuple(new), tuple(changed), tuple(gone))


def fill(file: polib.POFile, translations: Mapping[str, str]) -> tuple[str, ...]:
    """Write translations into a catalog by key, taking fuzzy marks away; returns the keys it has no entry for."""
    entries = {key_of(entry): entry for entry in file if not entry.obsolete}
    for key, text in translations.items():
        entry = entries.get(key)
        if entry is not None:
            entry.msgstr = text
            entry.flags = [flag for flag in entry.flags if flag != FUZZY]
            entry.previous_msgid = None
    return tuple(key for key in translations if key not in entries)


def save(file: polib.POFile, path: Path) -> bool:
    """Write a catalog whole or not at all; False where the file already says the same and is left untouched.

    Raises BrochureError where the folder or the disk refuses.
    """
    data = f"{file}\n".replace("\n\n\n", "\n\n").encode().rstrip() + b"\n"
    if path.is_file() and path.read_bytes() == data:
        return False
    write_safely(path, data)
    return True


def key_of(entry: polib.POEntry) -> str:
    """What an entry is found by: its msgctxt, or its msgid where it has none."""
    return entry.msgctxt or entry.msgid


def _by_key(file: polib.POFile | None) -> dict[str, polib.POEntry]:
    """The entries by key; a live one goes before an obsolete one of the same key."""
    entries: dict[str, polib.POEntry] = {}
    for entry in sorted(file or (), key=lambda entry: entry.obsolete):
        entries.setdefault(key_of(entry), entry)
    return entries


def _brought_up(entry: polib.POEntry, source: SourceEntry) -> polib.POEntry:
    """The entry as the source is now. Of several changes in a row the first words stay: the translation is of those."""
    fresh = _copy(entry)
    fresh.obsolete = False
    fresh.occurrences = occurrences(source)
    if entry.msgid == source.source or not entry.msgstr:
        fresh.msgid = source.source
        return fresh
    made_from = entry.previous_msgid if FUZZY in entry.flags and entry.previous_msgid else entry.msgid
    fresh.msgid = source.source
    if made_from == source.source:
        fresh.previous_msgid = None
        fresh.flags = [flag for flag in entry.flags if flag != FUZZY]
    else:
        fresh.previous_msgid = made_from
        fresh.flags = [*entry.flags, FUZZY] if FUZZY not in entry.flags else list(entry.flags)
    return fresh


def _retired(entry: polib.POEntry) -> polib.POEntry:
    fresh = _copy(entry)
    fresh.obsolete = True
    fresh.occurrences = []
    return fresh


def _copy(entry: polib.POEntry) -> polib.POEntry:
    return polib.POEntry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.msgctxt,
        comment=entry.comment,
        tcomment=entry.tcomment,
        flags=list(entry.flags),
        previous_msgid=entry.previous_msgid,
        previous_msgctxt=entry.previous_msgctxt,
        obsolete=entry.obsolete,
    )
