"""Changes to entries of PO files: each returns it with the lines of one part written anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import polib
from msgspec.structs import replace

from brochure.translation.po import FUZZY, KEYWORDS, Kind, Part, PoEntry, read_po, read_string


def new_entry(
    context: str, source: str, text: str = "", extracted: str = "", references: Iterable[str] = ()
) -> PoEntry:
    """An entry of our own making, a blank line after it."""
    entry = polib.POEntry(msgid=source, msgstr=text, msgctxt=context or None, comment=extracted)
    entry.occurrences = [(place, "") for place in references]
    return replace(read_po(entry.__unicode__(wrapwidth=0)).entries[0], line=0)


def with_text(entry: PoEntry, text: str) -> PoEntry:
    """The entry with another translation."""
    return _with_string(entry, Kind.TEXT, text)


def with_source(entry: PoEntry, source: str) -> PoEntry:
    """The entry with another msgid."""
    return _with_string(entry, Kind.SOURCE, source)


def with_context(entry: PoEntry, context: str) -> PoEntry:
    """The entry with another msgctxt."""
    return _with_string(entry, Kind.CONTEXT, context)


def with_fuzzy(entry: PoEntry, is_fuzzy: bool) -> PoEntry:
    """The entry marked as not yet looked at, or not marked; other flags stay."""
    if entry.is_fuzzy == is_fuzzy:
        return entry
    flags = (FUZZY, *entry.flags) if is_fuzzy else tuple(flag for flag in entry.flags if flag != FUZZY)
    return _with_lines(entry, Kind.FLAGS, [f"#, {', '.join(flags)}"] if flags else [])


def with_previous(entry: PoEntry, source: str, context: str = "") -> PoEntry:
    """The entry with the source its translation was made from beside it, and its key then ("" takes them away)."""
    mark = "#~| " if entry.is_obsolete else "#| "
    lines = [*(_string("msgctxt", context) if context else ()), *(_string("msgid", source) if source else ())]
    if (source, context) == (entry.previous, entry.previous_context):
        return entry
    return _with_lines(entry, Kind.PREVIOUS, [mark + line for line in lines])


def with_references(entry: PoEntry, places: Iterable[str]) -> PoEntry:
    """The entry with the places of its source."""
    told = " ".join(places)
    if " ".join(entry.references) == told:
        return entry
    return _with_lines(entry, Kind.REFERENCE, [f"#: {told}"] if told else [])


def with_extracted(entry: PoEntry, comment: str) -> PoEntry:
    """The entry with what a translator is told of its source."""
    told = "\n".join(line.strip()[2:].strip() for line in entry.lines_of(Kind.EXTRACTED))
    return entry if told == comment else _with_lines(entry, Kind.EXTRACTED, _marked("#.", comment))


def with_comments(entry: PoEntry, comments: Iterable[str]) -> PoEntry:
    """The entry with a translator's comments, a line each."""
    told = tuple(comments)
    return entry if told == entry.comments else _with_lines(entry, Kind.COMMENT, _marked("#", "\n".join(told)))


def retired(entry: PoEntry) -> PoEntry:
    """The entry kept as obsolete: every line of its strings begins with "#~", its places are gone."""
    if entry.is_obsolete:
        return entry
    parts = [
        Part(part.kind, tuple(_dead(line) for line in part.lines)) if part.kind >= Kind.PREVIOUS else part
        for part in entry.parts
        if part.kind not in (Kind.REFERENCE, Kind.EXTRACTED)
    ]
    return replace(entry, parts=tuple(parts))


def restored(entry: PoEntry) -> PoEntry:
    """An obsolete entry taken back into use."""
    if not entry.is_obsolete:
        return entry
    parts = [
        Part(part.kind, tuple(re.sub(r"^#~\s?(\|)?", r"#\1" if "|" in line[:4] else "", line) for line in part.lines))
        if part.kind >= Kind.PREVIOUS
        else part
        for part in entry.parts
    ]
    return replace(entry, parts=tuple(parts))


def _dead(line: str) -> str:
    return f"#~{line[1:]}" if line.startswith("#|") else f"#~ {line}"


def _marked(mark: str, comment: str) -> list[str]:
    return [f"{mark} {line}".rstrip() for line in comment.split("\n")] if comment else []


def _with_string(entry: PoEntry, kind: Kind, value: str) -> PoEntry:
    part = next((part for part in entry.parts if part.kind is kind), None)
    if part is not None and "".join(map(read_string, part.lines)) == value:
        return entry
    word = next(word for word, each in KEYWORDS.items() if each is kind)
    if part is not None and "[0]" in part.lines[0].partition('"')[0]:
        word += "[0]"
    return _with_lines(entry, kind, _string(word, value))


def _string(word: str, value: str) -> list[str]:
    """A string as lines: one, or an empty one and then a line for each line of the value."""
    pieces = [piece for piece in re.split(r"(?<=\n)", value) if piece]
    if len(pieces) < 2:
        return [f'{word} "{polib.escape(value)}"']
    return [f'{word} ""', *(f'"{polib.escape(piece)}"' for piece in pieces)]


def _with_lines(entry: PoEntry, kind: Kind, lines: list[str]) -> PoEntry:
    """The entry with other lines of a kind, where the first of them stood or where they belong."""
    ends = {line[len(line.rstrip("\r\n")) :] for part in entry.parts for line in part.lines}
    newline = next((end for end in sorted(ends, key=len, reverse=True) if end), "\n")
    is_dead = entry.is_obsolete and kind >= Kind.CONTEXT
    fresh = tuple(f"{'#~ ' if is_dead else ''}{line}{newline}" for line in lines)
    at = next((index for index, part in enumerate(entry.parts) if part.kind is kind), None)
    if at is None:
        at = next((index for index, part in enumerate(entry.parts) if part.kind > kind), len(entry.parts))
        kept = entry.parts
    elif kind is Kind.TEXT:  # of several forms only the first is changed
        kept = entry.parts[:at] + entry.parts[at + 1 :]
    else:
        kept = tuple(part for part in entry.parts if part.kind is not kind)
    parts = (*kept[:at], *((Part(kind, fresh),) if fresh else ()), *kept[at:])
    if parts[-1].lines[-1].endswith(("\n", "\r")) and not entry.parts[-1].lines[-1].endswith(("\n", "\r")):
        parts = (*parts[:-1], Part(parts[-1].kind, (*parts[-1].lines[:-1], parts[-1].lines[-1].rstrip("\r\n"))))
    return replace(entry, parts=parts)


def joined(entries: Sequence[PoEntry], newline: str) -> tuple[PoEntry, ...]:
    """Entries one after another, those of our own making in the file's line ends and parted as its entries are."""
    read = [entry for entry in entries if entry.line]
    gap = newline if len(read) < 2 or any(entry.gap for entry in read) else ""
    done: list[PoEntry] = []
    for index, entry in enumerate(entries):
        if not entry.line and newline != "\n":
            entry = replace(entry, parts=tuple(Part(part.kind, _ended(part.lines, newline)) for part in entry.parts))
        if index < len(entries) - 1:
            last = entry.parts[-1]
            if not last.lines[-1].endswith(("\n", "\r")):
                whole = Part(last.kind, (*last.lines[:-1], last.lines[-1] + newline))
                entry = replace(entry, parts=(*entry.parts[:-1], whole))
            entry = entry if entry.gap else replace(entry, gap=gap)
        done.append(entry)
    return tuple(done)


def _ended(lines: tuple[str, ...], newline: str) -> tuple[str, ...]:
    return tuple(line.replace("\n", newline) for line in lines)
