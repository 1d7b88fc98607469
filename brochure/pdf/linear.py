"""A file for screens: its first page first, so that a reader shows it before the rest has come (ISO 32000-1, annex F).

Written in one pass. What pages are made of lies open, each page's own objects one after another; everything that is
only looked up (the structure of a book, tens of thousands of small objects) is packed into object streams.

What pages and the structure both mention (links) is packed into one stream of the opening part, beside what the first
page is drawn with: so it counts as shared. Were it open, qpdf 12 would count it to its page, and qpdf 11 to none.

Until the file is settled an object's mention is a number of the order of mention between signs that stand in no text;
when it is known which pages share what, the objects are numbered in the order they stand in, and the mentions follow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain

from msgspec import Struct

from brochure.pdf.deflate import deflated
from brochure.pdf.file import Data, PdfFile, header, named, parts_of, written
from brochure.pdf.hints import PageHint, Run, hints
from brochure.pdf.object_stream import ObjectStream, lines, packed

_SIGN = "\x1a"  # about the number in a mention that is not settled; no text string holds it unescaped
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


class _Below(dict[str, tuple[int, ...]]):
    """What objects of these words mention, by their numbers as mentions have them: each itself and all that it
    mentions, but what stands `apart`, looked for once: it may be what many pages share."""

    def __init__(self, words: Mapping[int, str], apart: Iterable[int]) -> None:
        super().__init__((str(number), ()) for number in apart)
        self._words = words

    def __missing__(self, mention: str) -> tuple[int, ...]:
        number = int(mention)
        found = self[mention] = (number,)
        if _SIGN in self._words.get(number, ""):
            found = self[mention] = (number, *self.within(number))
        return found

    def within(self, number: int) -> list[int]:
        """All that an object mentions, itself or by what it mentions, in that order."""
        mentions = self._words.get(number, "").split(_SIGN)[1::2]
        return [*dict.fromkeys(chain.from_iterable([self[mention] for mention in mentions]))]


class LinearFile(PdfFile):
    """A linearised file. After everything but the packed objects has been put, it is settled; then those are packed."""

    def __init__(self, version: tuple[int, int]) -> None:
        super().__init__(version)
        self._order = _Order((), 0, (), (), (), ())
        self._settled: dict[int, int] = {}
        self._held: tuple[int, ...] = ()
        self._packed: Sequence[ObjectStream] = ()
        self._first = 0

    def settle(
        self,
        pages: Sequence[str],
        resources: str,
        outline: str,
        held: Sequence[str],
        streams: int,
        numbers: Callable[[int], tuple[int, int]],
    ) -> None:
        """Number everything. `pages` are the names of the pages, `resources` is what the first is drawn with, `outline`
        begins the names of the bookmarks, `held` are objects of pages that packed ones mention too; of those there will
        be so many `streams`. Their `numbers`, given the least there can be, begin with the one of the object named
        `structure` and end before another."""
        root = self._number("structure")
        if held:
            self._held = (self._numbers[resources], *dict.fromkeys(self._numbers[name] for name in held))
        self._order = order = self._arranged([self._numbers[name] for name in pages], outline)
        behind = (*chain.from_iterable(order.pages), *order.shared, *order.rest)
        first, end = numbers(len(behind) + streams + 2)  # after those, the streams, and the table of cross-references
        self._first = end  # the parameters, the opening table, the catalog, the hints
        settled = dict(zip(behind, range(1, len(behind) + 1), strict=True))
        settled[root] = first
        settled[self._numbers["catalog"]] = end + 2
        opening = (*order.opening, *self._held)
        settled |= zip(opening, range(end + 4, end + 4 + len(opening)), strict=True)
        self._settled = settled
        said = {str(number): str(place) for number, place in settled.items()}
        for number, words in self._words.items():
            if _SIGN in words:
                parts = words.split(_SIGN)
                parts[1::2] = [said[each] for each in parts[1::2]]
                self._words[number] = "".join(parts)

    def pack(self, streams: Sequence[ObjectStream]) -> None:
        """The packed objects, in as many streams as was said."""
        self._packed = streams

    def bytes(self, identifier: str) -> bytes:
        """The whole file."""
        order, catalog = self._order, self._numbers["catalog"]
        last, behind = _laid(self._behind(order))
        early, ahead = _laid([self._written(number) for number in order.opening])
        root = b"".join(self._written(catalog))
        width = 4 if sum(behind) + sum(ahead) > 1 << 23 else 3  # bytes of an offset in the tables
        first = self._first
        opened = header(self.version)
        entries = f"/Root {self.reserve('catalog')} /Info {self.reserve('information')} {named(identifier)}"
        parameters = len(_parameters(first, (0,) * 7))
        begins = len(opened) + parameters
        count = 4 + len(order.opening)
        table_length = len(self._opening_table(first, [0] * count, width, 0, entries))
        at_root = begins + table_length + len(_ENDS)
        at_hints = at_root + len(root)
        hint_stream = self._hinted(first + 3, at_hints, ahead, behind)
        at_opening = at_hints + len(hint_stream)
        at_behind = at_opening + sum(ahead)
        offsets = [len(opened), begins, at_root, at_hints, *_offsets(at_opening, ahead)]
        main, at_main = self._main_table(behind, at_behind, width, identifier)
        table = self._opening_table(first, offsets, width, at_main, entries)
        end = f"startxref\n{begins}\n%%EOF\n".encode("ascii")
        length = at_main + len(main) + len(end)
        pages = len(order.pages) + 1
        told = _parameters(first, (length, at_hints, len(hint_stream), first + 4, at_behind, pages, at_main))
        return b"".join((opened, told, table, _ENDS, root, hint_stream, *early, *last, main, end))

    def _mention(self, number: int) -> str:
        """One that holds in packed objects once the file is settled."""
        return f"{self._settled[number]} 0 R" if self._settled else f"{_SIGN}{number}{_SIGN} 0 R"

    def _arranged(self, pages: Sequence[int], outline: str) -> _Order:
        """What stands where: an object that one page alone mentions stands with it (F.3)."""
        apart = {*pages, self._numbers["pages"], self._numbers["catalog"], self._numbers["structure"]}
        stream = dict.fromkeys(self._held, self._number(_HELD))
        below = _Below(self._words, apart)
        within = [below.within(page) for page in pages]
        if stream:
            within = [
                inside
                if stream.keys().isdisjoint(inside)
                else [*dict.fromkeys([stream.get(each, each) for each in inside])]
                for inside in within
            ]
        uses = Counter(chain.from_iterable(within))
        bookmarks = [number for name, number in self._numbers.items() if name.startswith(outline)]
        opening = (pages[0], *within[0], *bookmarks)
        taken = set(opening)
        shared = tuple([number for number, count in uses.items() if count > 1 and number not in taken])
        alone = {number for number, count in uses.items() if count == 1}
        own: list[tuple[int, ...]] = []
        mentions: list[tuple[int, ...]] = [()]
        for page, inside in zip(pages[1:], within[1:], strict=True):
            own.append((page, *[each for each in inside if each in alone]))
            mentions.append(tuple([each for each in inside if each not in alone]))
        taken.update(chain.from_iterable(own), shared, apart, self._held)
        rest = (self._numbers["pages"], *(number for number in self._words if number not in taken))
        return _Order(opening, len(bookmarks), tuple(own), shared, rest, tuple(mentions))

    def _written(self, number: int) -> tuple[Data, ...]:
        if number not in self._words:
            numbers = [self._settled[each] for each in self._held]
            return _stream(self._settled[number], packed(numbers, [self._words[each] for each in self._held]))
        return parts_of(self._settled[number], self._words[number], self._data.get(number))

    def _behind(self, order: _Order) -> list[tuple[Data, ...]]:
        """Everything after the opening part but its table: objects that lie open, then the object streams."""
        numbers = (*chain.from_iterable(order.pages), *order.shared, *order.rest)
        result = [self._written(number) for number in numbers]
        result += [_stream(number, each) for number, each in enumerate(self._packed, len(result) + 1)]
        return result

    def _hinted(self, number: int, offset: int, ahead: Sequence[int], behind: Sequence[int]) -> bytes:
        """The hint stream, by the lengths of what is ahead and behind; `offset` is its own, and that of the first page
        as long as it is not there."""
        order = self._order
        opening = Run(number + 1, offset, tuple(ahead))
        index = {each: place for place, each in enumerate((*order.opening, *order.shared))}
        pages = [PageHint(len(ahead), sum(opening.lengths))]
        at = 0
        for own, mentioned in zip(order.pages, order.mentions[1:], strict=True):
            length = sum(behind[at : at + len(own)])
            pages.append(PageHint(len(own), length, tuple(map(index.__getitem__, mentioned))))
            at += len(own)
        begins = offset + sum(ahead) + sum(behind[:at])
        shared = Run(at + 1, begins, tuple(behind[at : at + len(order.shared)]))
        bookmarks = None
        if order.bookmarks:
            before = opening.lengths[: -order.bookmarks]
            lengths = opening.lengths[-order.bookmarks :]
            bookmarks = Run(opening.first + len(before), offset + sum(before), lengths)
        entries, data = hints(pages, opening, shared, bookmarks)
        data = deflated(data)
        return written(number, f"<< {entries}/Filter /FlateDecode /Length {len(data)} >>", data)

    def _main_table(self, behind: Sequence[int], offset: int, width: int, identifier: str) -> tuple[bytes, int]:
        """The cross-references of all but the opening part, by the lengths of its objects, and where they stand."""
        at = offset + sum(behind)
        number = len(behind) + 1
        runs = [(0, number + 1, bytes(width + 1) + b"\xff\xff" + _lines((*_offsets(offset, behind), at), width))]
        for stream, each in enumerate(self._packed, number - len(self._packed)):
            table, place = lines(stream, len(each.numbers), width), 0
            for first, count in _runs(each.numbers):
                runs.append((first, count, table[place : place + count * (width + 3)]))
                place += count * (width + 3)
        runs.sort()
        data = deflated(b"".join([table for _, _, table in runs]))
        index = " ".join([f"{first} {count}" for first, count, _ in runs])
        kinds = f"/Type /XRef /Size {self._first} /Index [{index}] /W [1 {width} 2] {named(identifier)}"
        return written(number, f"<< {kinds} /Filter /FlateDecode /Length {len(data)} >>", data), at

    def _opening_table(self, first: int, offsets: Sequence[int], width: int, main: int, entries: str) -> bytes:
        """The cross-references of the opening part, as long whatever the offsets are."""
        data = _lines(offsets, width)
        if self._held:
            data += lines(self._settled[self._numbers[_HELD]], len(self._held), width)
        count = len(offsets) + len(self._held)
        where = f"/Size {first + count} /Index [{first} {count}] /W [1 {width} 2] /Prev {main:<10}"
        return written(first + 1, f"<< /Type /XRef {where}{entries} /Length {len(data)} >>", data)


def _stream(number: int, stream: ObjectStream) -> tuple[Data, ...]:
    """A stream of objects as it stands in the file."""
    return parts_of(number, f"<< {stream.entries} /Filter /FlateDecode /Length {len(stream.data)} >>", stream.data)


def _laid(objects: Sequence[tuple[Data, ...]]) -> tuple[list[Data], list[int]]:
    """The parts of objects one after another, and how long each object is."""
    return [*chain.from_iterable(objects)], [sum(map(len, each)) for each in objects]


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow one another: the first of them, and how many there are."""
    if isinstance(numbers, range):
        yield numbers[0], len(numbers)
        return
    begin = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            yield numbers[begin], at - begin
            begin = at


def _parameters(number: int, values: tuple[int, ...]) -> bytes:
    """The parameters of a linearised file (F.3.3), as long whatever they are."""
    length, at_hints, hint_length, page, end, pages, table = values
    words = f"/Linearized 1 /L {length} /H [{at_hints} {hint_length}] /O {page} /E {end} /N {pages} /T {table}"
    return written(number, f"<< {words} >>".ljust(150))


def _offsets(begin: int, lengths: Sequence[int]) -> list[int]:
    return list(accumulate(lengths, initial=begin))[:-1]


def _lines(offsets: Sequence[int], width: int) -> bytes:
    return b"".join([b"\x01" + offset.to_bytes(width, "big") + b"\x00\x00" for offset in offsets])
