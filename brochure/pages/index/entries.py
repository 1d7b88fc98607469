"""What the index lists: the names of records, each with the pages its words are printed on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from brochure.content.names import Names
from brochure.languages.collation import initial, sort_key
from brochure.pages.page_type import Setting


class Entry(Struct, frozen=True):
    """A name, the letter it is listed under, and the pages it is printed on."""

    name: str
    letter: str
    pages: tuple[int, ...]


def entries(setting: Setting, but: int) -> tuple[Entry, ...]:
    """The entries in the order of the language. Pages from `but` on, the index itself, are not searched."""
    tag = setting.language.tag
    named = [(names.in_(tag), reading, pinyin) for names, reading, pinyin in _named(setting)]
    printed = printed_on(setting.copy[: but - 1], {name for name, _, _ in named})
    found: dict[str, tuple[tuple[object, ...], Entry]] = {}
    for name, reading, pinyin in named:
        numbers = printed.get(name, ())
        if numbers:
            entry = Entry(name, initial(tag, name, reading, pinyin), numbers)
            found.setdefault(name, (sort_key(tag, name, reading, pinyin), entry))
    return tuple(entry for _, entry in sorted(found.values(), key=lambda pair: pair[0]))


def printed_on(pages: Sequence[str], names: Collection[str]) -> dict[str, tuple[int, ...]]:
    """The numbers of the pages, from 1, on whose copy each name is printed; what is part of a longer name, as 留萌市
    of 留萌市日中友好協会, is that name's alone.
    """
    found: dict[str, list[int]] = {}
    longest_first = sorted(filter(None, names), key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")
    for number, copy in enumerate(pages, 1):
        for name in dict.fromkeys(pattern.findall(copy)):
            found.setdefault(name, []).append(number)
    return {name: tuple(numbers) for name, numbers in found.items()}


def _named(setting: Setting) -> Iterator[tuple[Names, str, str]]:
    """Every record with a name and the reading the language sorts it by; of the towns those that have a tie."""
    booklet, tag = setting.booklet, setting.language.tag
    tied = {tie.municipality for tie in booklet.ties.values() if tie.is_printed}
    towns = {name: each for name, each in booklet.municipalities.items() if name in tied}
    for tie in booklet.ties.values():
        there = tie.there
        if tie.is_printed and there.name.has(tag) and _can_be_sorted(tag, there.reading, there.pinyin):
            yield there.name, there.reading, there.pinyin
    shelves = (booklet.people, booklet.organisations, booklet.places, booklet.cities, booklet.glossary, towns)
    for shelf in shelves:
        for record in shelf.values():
            if record.name.has(tag) and _can_be_sorted(tag, record.reading, record.pinyin):
                yield record.name, record.reading, record.pinyin


def _can_be_sorted(tag: str, reading: str, pinyin: str) -> bool:
    """Whether a language can put a name in its place: by its reading, its pinyin, or by how it is written."""
    return bool({"ja": reading, "zh_CN": pinyin}.get(tag, tag))


def ranges(pages: tuple[int, ...]) -> str:
    """Page numbers, those that follow one another as a range: 3, 8–10."""
    parts: list[tuple[int, int]] = []
    for page in pages:
        if parts and parts[-1][1] == page - 1:
            parts[-1] = (parts[-1][0], page)
        else:
            parts.append((page, page))
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in parts)
