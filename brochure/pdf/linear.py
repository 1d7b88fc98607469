"""A file for screens: its first page first, so that a reader shows it before the rest has come (ISO 32000-1, annex F).

Written in one pass. What pages are made of lies open, each page's own objects one after another; everything that is
only looked up (the structure of a book, tens of thousands of small objects) is packed into object streams.

What pages and the structure both mention (links) is packed into one stream of the opening part, beside what the first
page is drawn with: so it counts as shared. Were it open, qpdf 12 would count it to its page, and qpdf 11 to none.

Until the file is settled an object's mention is a sign that stands in no text and a number of the order of mention;
when it is known which pages share what, the objects are numbered in the order they stand in, and the mentions follow.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain

from msgspec import Struct

from brochure.pdf.file import LEVEL, PdfFile, header, named, written
from brochure.pdf.hints import PageHint, Run, hints

_SIGN = "\x1a"  # before the number in a mention that is not settled; no text string holds it unescaped
_MENTION = re.compile(f"{_SIGN}(\\d+)")
_IN_A_STREAM = 200  # packed objects in each object stream
_HELD = "held"  # the name of the object stream in the opening part
_ENDS = b"startxref\n0\n%%EOF\n"  # of the opening part, whose table the parameters point to


class _Order(Struct, frozen=True):
    """The unsettled numbers in the order they are written: the first page and with it the outline (the last
    `bookmarks` of them), the other pages' own objects, what those share, all the rest; and for each page the shared
    objects it mentions."""

    opening: tuple[int, ...]
    bookmarks: int
    pages: tuple[tuple[int, ...], ...]
    shared: tuple[int, ...]
    rest: tuple[int, ...]
    mentions: tuple[tuple[int, ...], ...]


class LinearFile(PdfFile):
    """A linearised file. After everything but the packed objects has been put, it is settled; then those are packed."""

    def __init__(self, version: tuple[int, int]) -> None:
        super().__init__(version)
        self._order = _Order((), 0, (), (), (), ())
        self._settled: dict[int, int] = {}
        self._held: tuple[int, ...] = ()
        self._packed: Sequence[str] = ()
        self._mentions: dict[int, Sequence[int]] = {}
        self._first_packed = 0

    def reserve(self, name: str) -> str:
        """The mention of an object; one that holds in packed objects once the file is settled."""
        number = self._number(name)
        return f"{self._settled[number]} 0 R" if self._settled else f"{_SIGN}{number} 0 R"

    def settle(self, pages: Sequence[str], resources: str, outline: str, held: Sequence[str], packed: int) -> int:
        """Number everything. `pages` are the names of the pages, `resources` is what the first is drawn with, `outline`
        begins the names of the bookmarks, `held` are objects of pages that packed ones mention too; `packed` is how
        many of those there will be, the first of them the one named `structure`. Gives the number of the first."""
        root = self._number("structure")
        if held:
            self._held = (self._numbers[resources], *dict.fromkeys(self._numbers[name] for name in held))
        self._order = order = self._arranged([self._numbers[name] for name in pages], outline)
        behind = (*chain.from_iterable(order.pages), *order.shared, *order.rest)
        streams = -(-packed // _IN_A_STREAM)
        self._first_packed = len(behind) + streams + 2  # after those, the streams, and the table of cross-references
        ahead = self._first_packed + packed  # the parameters, the opening table, the catalog, the hints
        settled = dict(zip(behind, range(1, len(behind) + 1), strict=True))
        settled[root] = self._first_packed
        settled[self._numbers["catalog"]] = ahead + 2
        opening = (*order.opening, *self._held)
        settled |= zip(opening, range(ahead + 4, ahead + 4 + len(opening)), strict=True)
        self._settled = settled
        for number, words in self._words.items():
            if _SIGN in words:
                self._words[number] = _MENTION.sub(lambda found: str(settled[int(found[1])]), words)
        return self._first_packed

    def pack(self, objects: Sequence[str]) -> None:
        """The packed objects, in the order of their numbers."""
        self._packed = objects

    def bytes(self, identifier: str) -> bytes:
        """The whole file."""
        order, catalog = self._order, self._numbers["catalog"]
        behind = self._behind(order)
        ahead = [self._written(number) for number in order.opening]
        root = self._written(catalog)
        width = 4 if sum(map(len, behind)) + sum(map(len, ahead)) > 1 << 23 else 3  # bytes of an offset in the tables
        first = self._first_packed + len(self._packed)
        opened = header(self.version)
        entries = f"/Root {self.reserve('catalog')} /Info {self.reserve('information')} {named(identifier)}"
        parameters = len(_parameters(first, (0,) * 7))
        begins = len(opened) + parameters
        lines = 4 + len(order.opening)
        table_length = len(self._opening_table(first, [0] * lines, width, 0, entries))
        at_root = begins + table_length + len(_ENDS)
        at_hints = at_root + len(root)
        hint_stream = self._hinted(first + 3, at_hints, ahead, behind)
        at_opening = at_hints + len(hint_stream)
        at_behind = at_opening + sum(map(len, ahead))
        offsets = [len(opened), begins, at_root, at_hints, *_offsets(at_opening, ahead)]
        main, at_main = self._main_table(behind, at_behind, width, identifier)
        table = self._opening_table(first, offsets, width, at_main, entries)
        end = f"startxref\n{begins}\n%%EOF\n".encode("ascii")
        length = at_main + len(main) + len(end)
        pages = len(order.pages) + 1
        told = _parameters(first, (length, at_hints, len(hint_stream), first + 4, at_behind, pages, at_main))
        return b"".join((opened, told, table, _ENDS, root, hint_stream, *ahead, *behind, main, end))

    def _arranged(self, pages: Sequence[int], outline: str) -> _Order:
        """What stands where: an object that one page alone mentions stands with it (F.3)."""
        apart = {*pages, self._numbers["pages"], self._numbers["catalog"], self._numbers["structure"]}
        stream = dict.fromkeys(self._held, self._number(_HELD))
        within = [tuple(dict.fromkeys(stream.get(each, each) for each in self._below(page, apart))) for page in pages]
        uses = Counter(chain.from_iterable(within))
        bookmarks = [number for name, number in self._numbers.items() if name.startswith(outline)]
        opening = (pages[0], *within[0], *bookmarks)
        taken = set(opening)
        own = tuple(
            (page, *(each for each in inside if uses[each] == 1))
            for page, inside in zip(pages[1:], within[1:], strict=True)
        )
        shared = tuple(number for number, count in uses.items() if count > 1 and number not in taken)
        taken.update(chain.from_iterable(own), shared, apart, self._held)
        rest = (self._numbers["pages"], *(number for number in self._words if number not in taken))
        known = {*opening, *shared}
        mentions = ((), *(tuple(each for each in inside if each in known) for inside in within[1:]))
        return _Order(opening, len(bookmarks), own, shared, rest, mentions)

    def _below(self, page: int, apart: set[int]) -> list[int]:
        """All that a page mentions, itself or by what it mentions, but other pages."""
        found: dict[int, None] = {}
        open_numbers = [page]
        while open_numbers:
            for number in self._mentioned(open_numbers.pop()):
                if number not in found and number not in apart:
                    found[number] = None
                    open_numbers.append(number)
        return list(found)

    def _mentioned(self, number: int) -> Sequence[int]:
        """What an object mentions: what pages share is asked for by each of them."""
        found = self._mentions.get(number)
        if found is None:
            found = self._mentions[number] = [*map(int, _MENTION.findall(self._words.get(number, "")))]
        return found

    def _written(self, number: int) -> bytes:
        if number not in self._words:
            held = [self._words[each] for each in self._held]
            return _object_stream(self._settled[number], self._settled[self._held[0]], held)
        return written(self._settled[number], self._words[number], self._data.get(number))

    def _behind(self, order: _Order) -> list[bytes]:
        """Everything after the opening part but its table: objects that lie open, then the object streams."""
        numbers = (*chain.from_iterable(order.pages), *order.shared, *order.rest)
        result = [self._written(number) for number in numbers]
        for begin in range(0, len(self._packed), _IN_A_STREAM):
            first = self._first_packed + begin
            result.append(_object_stream(len(result) + 1, first, self._packed[begin : begin + _IN_A_STREAM]))
        return result

    def _hinted(self, number: int, offset: int, ahead: Sequence[bytes], behind: Sequence[bytes]) -> bytes:
        """The hint stream; `offset` is its own, and that of the first page as long as it is not there."""
        order = self._order
        opening = Run(number + 1, offset, tuple(map(len, ahead)))
        index = {each: place for place, each in enumerate((*order.opening, *order.shared))}
        pages = [PageHint(len(ahead), sum(opening.lengths))]
        at = 0
        for own, mentioned in zip(order.pages, order.mentions[1:], strict=True):
            length = sum(map(len, behind[at : at + len(own)]))
            pages.append(PageHint(len(own), length, tuple(index[each] for each in mentioned)))
            at += len(own)
        begins = offset + sum(map(len, ahead)) + sum(map(len, behind[:at]))
        shared = Run(at + 1, begins, tuple(map(len, behind[at : at + len(order.shared)])))
        bookmarks = None
        if order.bookmarks:
            before = opening.lengths[: -order.bookmarks]
            lengths = opening.lengths[-order.bookmarks :]
            bookmarks = Run(opening.first + len(before), offset + sum(before), lengths)
        entries, data = hints(pages, opening, shared, bookmarks)
        packed = zlib.compress(data, 9)
        return written(number, f"<< {entries}/Filter /FlateDecode /Length {len(packed)} >>", packed)

    def _main_table(self, behind: Sequence[bytes], offset: int, width: int, identifier: str) -> tuple[bytes, int]:
        """The cross-references of all but the opening part, and where they stand."""
        offsets = _offsets(offset, behind)
        at = offset + sum(map(len, behind))
        number = len(behind) + 1
        streams = -(-len(self._packed) // _IN_A_STREAM)
        lines = [bytes(width + 1) + b"\xff\xff", _lines((*offsets, at), width)]
        for place, stream in enumerate(range(number - streams, number)):
            count = min(len(self._packed) - place * _IN_A_STREAM, _IN_A_STREAM)
            lines.append(_packed_lines(stream, count, width))
        packed = zlib.compress(b"".join(lines), LEVEL)
        kinds = f"/Type /XRef /Size {self._first_packed + len(self._packed)} /W [1 {width} 2] {named(identifier)}"
        return written(number, f"<< {kinds} /Filter /FlateDecode /Length {len(packed)} >>", packed), at

    def _opening_table(self, first: int, offsets: Sequence[int], width: int, main: int, entries: str) -> bytes:
        """The cross-references of the opening part, as long whatever the offsets are."""
        data = _lines(offsets, width)
        if self._held:
            data += _packed_lines(self._settled[self._numbers[_HELD]], len(self._held), width)
        count = len(offsets) + len(self._held)
        where = f"/Size {first + count} /Index [{first} {count}] /W [1 {width} 2] /Prev {main:<10}"
        return written(first + 1, f"<< /Type /XRef {where}{entries} /Length {len(data)} >>", data)


def _object_stream(number: int, first: int, objects: Sequence[str]) -> bytes:
    """Objects of numbers that follow one another in one stream (7.5.7)."""
    starts = accumulate([len(each) + 1 for each in objects[:-1]], initial=0)
    head = ("%d %d " * len(objects) % tuple(chain.from_iterable(enumerate(starts, first))))[:-1]
    packed = zlib.compress("\n".join((head, *objects)).encode("ascii"), LEVEL)
    entries = f"/Type /ObjStm /N {len(objects)} /First {len(head) + 1}"
    return written(number, f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>", packed)


def _parameters(number: int, values: tuple[int, ...]) -> bytes:
    """The parameters of a linearised file (F.3.3), as long whatever they are."""
    length, at_hints, hint_length, page, end, pages, table = values
    words = f"/Linearized 1 /L {length} /H [{at_hints} {hint_length}] /O {page} /E {end} /N {pages} /T {table}"
    return written(number, f"<< {words} >>".ljust(150))


def _offsets(begin: int, objects: Sequence[bytes]) -> list[int]:
    return list(accumulate(map(len, objects), initial=begin))[:-1]


def _lines(offsets: Sequence[int], width: int) -> bytes:
    return b"".join([b"\x01" + offset.to_bytes(width, "big") + b"\x00\x00" for offset in offsets])


def _packed_lines(stream: int, count: int, width: int) -> bytes:
    """The cross-references of all objects in a stream, by its number."""
    kind = b"\x02" + stream.to_bytes(width, "big")
    return b"".join([kind, kind.join([place.to_bytes(2, "big") for place in range(count)])])
