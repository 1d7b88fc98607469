"""Brings a catalog up to date with the author's texts: by key, never by likeness.

A text that only moved keeps its translation; one that was renamed takes it along (`was`); one whose words changed keeps
it too, marked fuzzy, with the words it was made from beside it; one that is gone is kept at the end as obsolete, and
taken back should its key return. What is not touched keeps its lines byte for byte, and entries keep their order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.source.files import write_safely
from brochure.translation.extract import SourceEntry, entry_of, new_catalog
from brochure.translation.marks import Mark, mark_of, marked
from brochure.translation.po import PoEntry, PoFile
from brochure.translation.po_changes import (
    joined,
    restored,
    retired,
    with_comments,
    with_context,
    with_extracted,
    with_fuzzy,
    with_previous,
    with_references,
    with_source,
    with_text,
)


class Change(Struct, frozen=True):
    """The keys an update touched. `renamed` and `alike` are pairs, new and old: what `was` led from one to the other,
    and what is word for word the same and so may have been renamed without saying it.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    alike: tuple[tuple[str, str], ...] = ()


def updated(old: PoFile | None, sources: Iterable[SourceEntry], language: str) -> tuple[PoFile, Change]:
    """A catalog with an entry for every source, and what changed against the old one, which is left as it is."""
    wanted = tuple(sources)
    file = new_catalog(language) if old is None else old
    before = file.by_key()
    taken = _taken(wanted, before)
    fresh = {source.key: _brought_up(taken[source.key], source) for source in wanted}
    used = {id(each.entry) for each in taken.values()}
    left = [entry for entry in file.entries if id(entry) not in used]
    going = [entry for entry in left if not entry.is_obsolete and entry.text]
    entries = [*_ordered(file, wanted, taken, fresh), *map(retired, going)]
    return replace(file, entries=joined(entries, file.newline)), _change(wanted, taken, going)


def rename_cycles(sources: Iterable[SourceEntry]) -> tuple[SourceEntry, ...]:
    """The texts whose `was` lead round in a circle of present keys: whose translation is whose cannot be known then."""
    known = {source.key: source for source in sources}
    found: dict[str, SourceEntry] = {}
    for start in known.values():
        trail: list[SourceEntry] = []
        each: SourceEntry | None = start
        while each is not None and each.former and each not in trail:
            trail.append(each)
            each = known.get(each.former)
        if each is start and trail:
            found[start.key] = start
    return tuple(found.values())


def filled(file: PoFile, translations: Mapping[str, str], mark: Mark = Mark.NONE) -> tuple[PoFile, tuple[str, ...]]:
    """A catalog with translations written in by key, as revised ones; and the keys it has no entry for."""
    live = {entry.key for entry in file.entries if not entry.is_obsolete}
    entries = tuple(
        revised(entry, translations[entry.key], mark) if entry.key in translations and not entry.is_obsolete else entry
        for entry in file.entries
    )
    return replace(file, entries=entries), tuple(key for key in translations if key not in live)


def revised(entry: PoEntry, text: str, mark: Mark = Mark.NONE) -> PoEntry:
    """An entry with a translation somebody has looked at: marks of doubt are taken away, and an approval of others."""
    fresh = with_previous(with_fuzzy(with_text(entry, text), False), "")
    return with_comments(fresh, marked(fresh.comments, mark)) if mark_of(fresh.comments) is not mark else fresh


def save(file: PoFile, path: Path) -> bool:
    """Write a catalog whole or not at all; False where the file already says the same and is left untouched.

    Raises BrochureError where the folder or the disk refuses.
    """
    data = file.encoded()
    if path.is_file() and path.read_bytes() == data:
        return False
    write_safely(path, data)
    return True


class _Taken(Struct, frozen=True):
    """The old entry a source goes on with, and whether another text may have as good a claim to it."""

    entry: PoEntry | None = None
    is_doubtful: bool = False


def _taken(sources: Sequence[SourceEntry], before: Mapping[str, PoEntry]) -> dict[str, _Taken]:
    """What each source goes on with: its own entry; where that is none, or has gone to another text by that one's
    `was`, its former key's.
    """
    known = {source.key: source for source in sources}
    takers: dict[str, tuple[str, bool]] = {}  # by the entry's key: whose it is now, and whether that is in doubt
    waiting = [source for source in reversed(sources) if source.former and not _is_translated(before.get(source.key))]
    while waiting:
        source = waiting.pop()
        claim = _claim(source, before, known.get(source.former))
        if claim is None or source.former in takers:
            continue
        takers[source.former] = (source.key, claim)
        owner = known.get(source.former)
        if owner is not None and owner.former:  # its entry has gone to this one: it too may be a renamed one
            waiting.append(owner)
    found = {source.key: _Taken(before.get(source.key) if source.key not in takers else None) for source in sources}
    for key, (taker, is_doubtful) in takers.items():
        found[taker] = _Taken(before[key], is_doubtful)
    return found


def _claim(source: SourceEntry, before: Mapping[str, PoEntry], owner: SourceEntry | None) -> bool | None:
    """Whether a renamed source's claim to the entry of its former key is in doubt; None: it has no claim.

    Where the former key is in use again, the words the translation was made from tell whose it is; where they fit both,
    only a catalog that does not know the new key yet can mean the renamed one, and even so somebody has to look.
    """
    entry, own = before.get(source.former), before.get(source.key)
    if entry is None or not entry.text or (entry.is_obsolete and own is not None and own.is_obsolete):
        return None
    if owner is None or (entry.source == source.source and entry.source != owner.source):
        return False
    if (entry.source == owner.source and entry.source != source.source) or (own is not None and not own.is_obsolete):
        return None
    return True


def _is_translated(entry: PoEntry | None) -> bool:
    return entry is not None and not entry.is_obsolete and bool(entry.text)


def _change(sources: Sequence[SourceEntry], taken: Mapping[str, _Taken], going: Sequence[PoEntry]) -> Change:
    new: list[str] = []
    changed: list[str] = []
    renamed: list[tuple[str, str]] = []
    for source in sources:
        entry = taken[source.key].entry
        if entry is None or (entry.is_obsolete and entry.source == source.source):
            new.append(source.key)
        elif entry.source != source.source:
            changed.append(source.key)
        if entry is not None and entry.key != source.key:
            renamed.append((source.key, entry.key))
    return Change(
        tuple(new),
        tuple(changed),
        tuple(entry.key for entry in going),
        tuple(renamed),
        tuple(_alike([source for source in sources if taken[source.key].entry is None], going)),
    )


def _alike(new: Sequence[SourceEntry], going: Sequence[PoEntry]) -> Iterator[tuple[str, str]]:
    """A new text and one that is gone with the same words, where there is one of each and no doubt."""
    for source in new:
        twins = [each for each in new if each.source == source.source]
        old = [entry for entry in going if entry.source == source.source and entry.context]
        if len(twins) == len(old) == 1:
            yield source.key, old[0].key


def _ordered(
    file: PoFile,
    sources: Sequence[SourceEntry],
    taken: Mapping[str, _Taken],
    fresh: Mapping[str, PoEntry],
) -> list[PoEntry]:
    """The entries in the file's order; what is new or has moved comes after the one before it in the content.

    A file most of which runs against the content has an order of its own, and keeps it; whether it does is asked of
    what is written, so that an update of it changes nothing.
    """
    position = {source.key: number for number, source in enumerate(sources)}
    keys = {id(each.entry): key for key, each in taken.items() if each.entry and not each.entry.is_obsolete}
    staying = [keys[id(entry)] for entry in file.entries if id(entry) in keys]
    still = {staying[index] for index in _rising([position[key] for key in staying])}
    if 2 * len(still) < len(staying):
        own = _arranged(file, sources, keys, taken, fresh, set(staying))
        found = [position[entry.key] for entry in own if not entry.is_obsolete and entry.key in position]
        if 2 * len(_rising(found)) < len(found):
            return own
    return _arranged(file, sources, keys, taken, fresh, still)


def _arranged(
    file: PoFile,
    sources: Sequence[SourceEntry],
    keys: Mapping[int, str],
    taken: Mapping[str, _Taken],
    fresh: Mapping[str, PoEntry],
    still: set[str],
) -> list[PoEntry]:
    """The entries where those of the keys in `still` keep their places; `keys` knows the file's entries by identity."""
    position = {source.key: number for number, source in enumerate(sources)}

    def chain(number: int) -> Iterator[PoEntry]:
        while number < len(sources) and sources[number].key not in still:
            yield fresh[sources[number].key]
            number += 1

    used = {id(each.entry) for each in taken.values()}
    found = list(chain(0))
    for entry in file.entries:
        key = keys.get(id(entry))
        if key in still:
            found += [fresh[key], *chain(position[key] + 1)]
        elif entry.is_obsolete and id(entry) not in used:
            found.append(entry)
    return found


def _rising(numbers: Sequence[int]) -> list[int]:
    """The indices of a longest rising part of distinct numbers."""
    ends: list[int] = []  # the least last number of a rising part of each length
    at: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(at[length - 1] if length else -1)
        ends[length:] = [number, *ends[length + 1 :]] if length < len(ends) else [number]
        at[length : length + 1] = [index]
    found: list[int] = []
    index = at[-1] if at else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def _brought_up(taken: _Taken, source: SourceEntry) -> PoEntry:
    """The entry as the source is now. Of several changes in a row the first words stay, as the translation is of those;
    the mark goes should they come back, unless it was in doubt before (then its former key stands beside them).
    """
    entry = taken.entry
    if entry is None:
        return entry_of(source)
    fresh = with_extracted(with_references(restored(entry), source.references), source.comment)
    if source.context and source.context != fresh.context:
        fresh = with_context(fresh, source.context)
    if not entry.text:
        return with_source(fresh, source.source)
    made_from = entry.previous if entry.is_fuzzy and entry.previous else entry.source
    if taken.is_doubtful:
        return with_previous(with_fuzzy(with_source(fresh, source.source), True), made_from, entry.context)
    if entry.source == source.source:
        return fresh
    fresh = with_source(fresh, source.source)
    if made_from == source.source and entry.previous and not entry.previous_context:
        return with_previous(with_fuzzy(fresh, False), "")
    own_doubt = entry.previous_context or (entry.context if entry.is_fuzzy and not entry.previous else "")
    fresh = with_previous(with_fuzzy(fresh, True), made_from, own_doubt)
    if mark_of(fresh.comments) is Mark.APPROVED:  # it was the other words that were approved
        fresh = with_comments(fresh, marked(fresh.comments, Mark.NONE))
    return fresh
