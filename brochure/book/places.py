"""On which pages each text stands: the frames of a numbered book asked for the keys their words came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from brochure.drawing.frame import Group, Placed, Tagged
from brochure.layout.page import NumberedPage
from brochure.translation.ledger import Ledger


class Places(Struct, frozen=True):
    """The pages of every text. `by_key` are those whose frames bear its key; `by_order` those of each order, for words
    that were put together from several texts and bear another's key.
    """

    by_key: Mapping[str, tuple[int, ...]]
    by_order: Mapping[str, tuple[int, ...]]

    def of(self, key: str, ledger: Ledger, language: str) -> tuple[int, ...]:
        """The numbers of the pages a text stands on in a language; () for what only the file itself says."""
        found: set[int] = set()
        for order in ledger.orders_of(key):
            pages = self.order(order, language)
            found.update([page for page in self.by_key.get(key, ()) if page in pages] or pages)
        return tuple(sorted(found))

    def is_exact(self, key: str, page: int) -> bool:
        """Whether the page's frame bears the key."""
        return page in self.by_key.get(key, ())

    def order(self, order: str, language: str) -> tuple[int, ...]:
        """The pages of an order; where its languages face each other, those of one language."""
        return self.by_order.get(f"{order}-{language}") or self.by_order.get(order, ())


def squeezed(words: str) -> str:
    """Words without blanks and line ends, as they are looked for on a page."""
    return "".join(words.split())


def places_in(pages: Sequence[NumberedPage]) -> Places:
    """Where everything stands in a book."""
    by_key: dict[str, list[int]] = {}
    by_order: dict[str, list[int]] = {}
    for page in pages:
        keys: dict[str, None] = {}
        _note_keys(page.page.frame.items, keys)
        for key in keys:
            by_key.setdefault(key, []).append(page.number)
        by_order.setdefault(page.page.order, []).append(page.number)
    return Places(
        {key: tuple(numbers) for key, numbers in by_key.items()},
        {order: tuple(numbers) for order, numbers in by_order.items() if order},
    )


def told(numbers: Sequence[int], title: Callable[[int], str]) -> str:
    """Pages as they are told, those of one title together: `p.2 目次・p.7–8 年表`."""
    groups: list[tuple[str, list[int]]] = []
    for number in numbers:
        if groups and groups[-1][0] == title(number):
            groups[-1][1].append(number)
        else:
            groups.append((title(number), [number]))
    return "・".join(f"p.{ranges(each)} {name}".rstrip() for name, each in groups)


def ranges(numbers: Iterable[int]) -> str:
    """Rising numbers as they are told: `2, 7–8`."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)


def _note_keys(items: tuple[Placed, ...], keys: dict[str, None]) -> None:
    """Enter the keys the tags among the items bear, in reading order."""
    for placed in items:
        item = placed.item
        if type(item) is Tagged:
            if item.origin:
                keys[item.origin] = None
            _note_keys(item.items, keys)
        elif type(item) is Group:
            _note_keys(item.items, keys)
