"""Two files side by side: which pages differ, in which words, on which plates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from brochure.preflight.colour import BLACK, PROCESS
from brochure.preflight.document import Document
from brochure.preflight.facts import Page

_SIZE_TOLERANCE = 0.5  # mm


class Change(Struct, frozen=True):
    """A page that differs: its number in both files (0: not there), the plates, and the lines gone and new."""

    before: int
    after: int
    plates: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    is_resized: bool = False


def changes(one: Document, other: Document) -> Iterator[Change]:
    """The pages that differ, aligned by what is on them, so that a page put in between moves no other. Both documents
    must have been read with their plates."""
    befores, afters = [_digest(page) for page in one.pages], [_digest(page) for page in other.pages]
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, befores, afters, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        paired = min(i2 - i1, j2 - j1)
        for n in range(paired):
            yield page_change(one.pages[i1 + n], other.pages[j1 + n])
        yield from (Change(page.number, 0, gone=lines(page)) for page in one.pages[i1 + paired : i2])
        yield from (Change(0, page.number, new=lines(page)) for page in other.pages[j1 + paired : j2])


def page_change(one: Page, other: Page) -> Change:
    """How one page differs from another."""
    gone, new = _line_changes(lines(one), lines(other))
    (wide, high), (wide2, high2) = one.size_mm, other.size_mm
    is_resized = abs(wide - wide2) > _SIZE_TOLERANCE or abs(high - high2) > _SIZE_TOLERANCE
    return Change(one.number, other.number, different_plates(one, other), gone, new, is_resized)


def plate_changes(one: Document, other: Document) -> Iterator[Change]:
    """The pages with plates that differ, page against page; pages only one file has are told with all their plates."""
    for page, twin in zip(one.pages, other.pages, strict=False):
        change = page_change(page, twin)
        if change.plates or change.is_resized:
            yield change
    count = min(len(one.pages), len(other.pages))
    for page in one.pages[count:]:
        yield Change(page.number, 0, _ordered(_digests(page)))
    for page in other.pages[count:]:
        yield Change(0, page.number, _ordered(_digests(page)))


def different_plates(one: Page, other: Page) -> tuple[str, ...]:
    """The plates that are not alike, process inks first."""
    before, after = _digests(one), _digests(other)
    return _ordered(plate for plate in {**before, **after} if before.get(plate) != after.get(plate))


def _digests(page: Page) -> dict[str, str]:
    return dict(page.plates.digests) if page.plates is not None else {}


def _ordered(plates: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(plates, key=lambda name: (PROCESS.index(name) if name in PROCESS else len(PROCESS), name)))


def _digest(page: Page) -> tuple[object, ...]:
    width, height = page.size_mm
    return round(width), round(height), *sorted(_digests(page).items()), lines(page)


def lines(page: Page) -> tuple[str, ...]:
    """The page's text, run after run, joined where one run goes on in the next on the same line."""
    found: list[str] = []
    last = None
    for words in page.words:
        text = words.text.strip()
        if not text:
            continue
        is_same = last is not None and abs(last.box.bottom - words.box.bottom) < 0.5 and words.box.left >= last.box.left
        if is_same and last is not None and words.box.left - last.box.right < words.size:
            found[-1] += text
        else:
            found.append(text)
        last = words
    return tuple(found)


def _line_changes(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    gone: list[str] = []
    new: list[str] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += before[i1:i2]
            new += after[j1:j2]
    return tuple(gone), tuple(new)


def is_black_only(plates: Sequence[str]) -> bool:
    """Whether a printer has to change the black plate alone (版替え)."""
    return set(plates) <= {BLACK}
