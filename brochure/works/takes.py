"""Takes: a long book's copy is given out in shares, each set apart from the others, and the matter is put together.

The numbers orders begin on are taken from the pages they say they want; those for which that was wrong are set again,
and those that refer to others when all the rest is known, unless nothing but those numbers matters to them. Where there
is anything to tell, nobody has been told yet: the book is then made as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct, field
from msgspec.msgpack import Decoder, encode
from msgspec.structs import replace

from brochure.layout.page import Book
from brochure.matter import Compositor, Matter
from brochure.pages import PAGE_TYPES
from brochure.pdf.forme import Ambiguous, Forme
from brochure.pdf.fount import Foundry
from brochure.pdf.ornaments import Ornament
from brochure.works.companionship import Companionship
from brochure.works.packing import Art, packed, unpacked

_LEAST = 12  # pages: what a shorter book's setting on several cores saves, the fork costs
_MOST = 12  # pages a take has: few enough that all are done at nearly the same time

Take = tuple[tuple[int, int], ...]
"""Orders, each by its place among all and the number it is taken to begin on."""

_HandedOver = tuple[int, int, bytes, list[Ornament]]
"""An order's place and number, its matter packed, and the ornaments in it its process has not handed on before."""

Sheaf = dict[tuple[int, int], Matter]
"""Matter by the place of its order among all and the number it begins on."""


class Together(Struct):
    """What several processes set of a book: `packs` are the same as bytes, but the `art`; `seen` the records others
    looked at, by kind and id."""

    sheaf: Sheaf = field(default_factory=Sheaf)
    packs: dict[tuple[int, int], bytes] = field(default_factory=dict[tuple[int, int], bytes])
    art: Art = field(default_factory=Art)
    seen: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])


def set_together(compositor: Compositor, companions: Companionship, ready: Sheaf) -> Together:
    """The orders that are not `ready`, set by this process and its companions; those that refer to others as they are
    foretold. What is not among them, for there was anything to tell or a process was lost, is to be set as if nobody
    had tried.
    """
    orders = compositor.orders
    wanted = [each for each in enumerate(compositor.numbers()) if each not in ready]
    pages = sum(compositor.wanted(orders[at]) for at, _ in wanted)
    found = Together()
    if not companions.others or not compositor.is_clean or pages < _LEAST:
        return found
    takes = [*_takes([(each, compositor.wanted(orders[each[0]])) for each in wanted], companions.others + 1)]

    def handed_over(place: int) -> Iterator[bytes]:
        for each in takes[place]:
            known = len(found.art)  # each process has its own, and has handed on the beginning of it
            matter = _set(compositor, *each)
            if matter is not None:
                pack = packed(matter, found.art)
                yield encode((*each, pack, [*islice(found.art.values(), known, None)]))

    def take_in(pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            at, number, pack, art = _decoder().decode(piece)
            found.art.update((each.digest, each) for each in art)
            matter = found.sheaf[at, number] = unpacked(pack, found.art)
            found.packs[at, number] = pack
            found.seen.update(matter.seen)

    companions.begin(len(takes), handed_over)
    while (place := companions.take()) is not None:
        for each in takes[place]:
            matter = _set(compositor, *each)
            if matter is not None:
                found.sheaf[each] = matter
                if compositor.project.kept is not None:
                    found.packs[each] = packed(matter, found.art)
            take_in(companions.handed_over())
    compositor.load()
    take_in(companions.handed_over(waits=True))
    return found


def _takes(wanted: Sequence[tuple[tuple[int, int], int]], cores: int) -> Iterator[Take]:
    """The orders, each with the pages it wants, in shares that grow small towards the end, so that all end at once."""
    left = sum(pages for _, pages in wanted)
    take: list[tuple[int, int]] = []
    room = 0
    for each, pages in wanted:
        if not take:
            room = min(_MOST, left // (4 * cores))
        take.append(each)
        room -= pages
        left -= pages
        if room <= 0:
            yield tuple(take)
            take = []
    if take:
        yield tuple(take)


@cache
def _decoder() -> Decoder[_HandedOver]:
    return Decoder(_HandedOver)


def _set(compositor: Compositor, at: int, number: int) -> Matter | None:
    order = compositor.orders[at]
    try:
        return compositor.foretold(order, number) if PAGE_TYPES[order.type].refers else compositor.set(order, number)
    except Exception:  # set again by whoever makes the book up, it fails there, where it can be told
        return None


class MadeUp(Struct):
    """A book made up (大組み) of its orders' matter, in their order; `compositor` knows the whole book. `measured`
    are those that refer to others as they were before it was known, by their places. `changed` is told of an order that
    was drawn again while the book was printed, by its place."""

    compositor: Compositor
    book: Book
    matter: list[Matter]
    measured: dict[int, Matter]
    changed: Callable[[int, Matter], None] = lambda at, matter: None

    def printed(self, place: int, foundry: Foundry) -> bytes:
        """The file of the compositor's profile at a place, its founts cut by a foundry."""
        formes = [forme for each in self.matter for forme in each.formes[place]]
        return self.compositor.printed(
            self.book, place, formes, lambda index, odd: self._again(place, index, odd), foundry
        )

    def _again(self, place: int, index: int, ambiguous: Ambiguous) -> Forme:
        at, each = next((at, each) for at, each in enumerate(self.matter) if index + 1 < each.next_number)
        number = each.number
        if not each.formes[place][index + 1 - number].fits(ambiguous):
            again = self.compositor.set(self.compositor.orders[at], number, ambiguous)
            assert again is not None
            each = self.matter[at] = again
            self.changed(at, again)
        return each.formes[place][index + 1 - number]


Recalled = Callable[[Compositor, int, int], Matter | None]
"""Matter of an order that refers to others, if it is there: for one who knows the book, its place and its number."""


def made_up(
    compositor: Compositor, ready: Sheaf, recalled: Recalled = lambda compositor, at, number: None
) -> MadeUp | None:
    """The book of a compositor's orders; None where there is anything to tell. What is `ready` or `recalled` is not set
    again."""
    if not compositor.is_clean:
        return None
    orders = compositor.orders
    refers = [PAGE_TYPES[order.type].refers for order in orders]
    found: list[Matter] = []
    number = 1
    for at, order in enumerate(orders):
        set_one = compositor.foretold if refers[at] else compositor.set
        matter = ready.get((at, number)) or set_one(order, number)
        if matter is None:
            return None
        found.append(matter)
        number = matter.next_number
    knowing = compositor.knowing(found)
    measured = {at: replace(matter, formes=()) for at, matter in enumerate(found) if refers[at]}
    is_foretold = knowing.is_as_foretold
    for at, order in enumerate(orders):
        if refers[at]:
            number = found[at].number
            foretold = found[at] if is_foretold and found[at].formes else None
            matter = recalled(knowing, at, number) or foretold or knowing.set(order, number)
            if matter is None or len(matter.pages) != len(found[at].pages):
                return None
            found[at] = matter
    book = knowing.book(found)
    return None if book is None else MadeUp(knowing, book, found, measured)
