"""The proof: what of a numbered book may not be printed, told with its pages; in a draft it is shown on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from brochure.book.places import Places, places_in, squeezed, told
from brochure.diagnostics import Diagnostic, Message, Report, message
from brochure.drawing.frame import text_of
from brochure.layout.page import NumberedPage, Page
from brochure.layout.text_block import Typesetter
from brochure.translation.manuscript import Manuscript
from brochure.translation.termbase import Termbase
from brochure.typesetting.line import MISSING_GLYPH, NOTE_UNPLACED, Finding

if TYPE_CHECKING:
    from brochure.translation.gate import Doubt, Fault

_FILE = "PDF"  # where words stand that no page shows: the file's own title and subject


class Reading(Struct, frozen=True):
    """One language of a book: its manuscript, which knows what was read; its terms; what its typesetter found."""

    manuscript: Manuscript
    terms: Termbase
    typesetter: Typesetter


class Galleys(Struct, frozen=True):
    """A book before its proof: its pages, what they are proofread with, the author's titles of its orders, its title,
    subject and author, and whether its spine is at the right. `titles_in` is the title in the other languages that
    speak in the book, by their BCP 47 tags; `spine` is the spine where it bears words.
    """

    pages: tuple[NumberedPage, ...]
    readings: tuple[Reading, ...]
    titles: Mapping[str, str]
    said: tuple[str, ...]
    binding_is_right: bool
    titles_in: tuple[tuple[str, str], ...] = ()
    spine: Page | None = None

    @property
    def spine_order(self) -> str:
        """The id of the order of the spine that bears words, "" where there is none."""
        return self.spine.order if self.spine else ""


def proofread(
    pages: Sequence[NumberedPage],
    readings: Sequence[Reading],
    titles: Mapping[str, str],
    report: Report,
    is_draft: bool = False,
    edition: str = "",
    spine: str = "",
) -> tuple[NumberedPage, ...]:
    """The pages, in a draft with what is doubtful shown; everything found is in the report. `titles` are the author's
    own of each order, by which pages are told; `edition` is named before them where there are several. `spine` is the
    id of the order of the spine that bears words, which is no page.
    """
    doubts = doubts_in(pages, readings, titles, edition, spine)
    gave_way = [(reading, *found) for reading in readings for found in _typesetters(reading)]
    if not (doubts or gave_way or is_draft):
        return tuple(pages)
    from brochure.translation.gate import Fault, as_draft

    places = places_in(pages)
    shown: dict[int, tuple[dict[str, Fault], list[tuple[str, Fault]]]] = {page.number: ({}, []) for page in pages}
    for doubt, numbers, found in doubts:
        report.add(found)
        _mark(doubt, numbers, places, shown)
    for reading, key, found in gave_way:
        numbers = places.by_key.get(key, ())
        is_on_spine = not numbers and _is_on_spine(reading, key, spine)
        where = _on_spine(edition) if is_on_spine else _named(numbers, pages, titles, edition)
        report.add(_placed(found, where) if numbers or is_on_spine else found)
        if found.code == MISSING_GLYPH:
            for number in numbers:
                shown[number][0].setdefault(key, Fault.GLYPH)
    if not is_draft:
        return tuple(pages)
    overset = {number for order in _overset(report) for number in places.by_order.get(order, ())}
    report.diagnostics[:] = [as_draft(found) for found in report.diagnostics]
    return tuple(_draft(page, *shown[page.number], page.number in overset, readings[0].typesetter) for page in pages)


def has_findings(readings: Sequence[Reading]) -> bool:
    """Whether anything would be found in what was read and composed so far, on whichever pages it stands."""
    return any(_doubts(each) or next(_typesetters(each), None) is not None for each in readings)


def doubts_in(
    pages: Sequence[NumberedPage],
    readings: Sequence[Reading],
    titles: Mapping[str, str],
    edition: str = "",
    spine: str = "",
) -> tuple[tuple[Doubt, tuple[int, ...], Diagnostic], ...]:
    """What of a book may not be printed: each text with the numbers of its pages and the finding that tells of it."""
    doubts = [(each, doubt) for each in readings for doubt in _doubts(each)]
    if not doubts:
        return ()
    places = places_in(pages)
    words = {page.number: squeezed(text_of(page.page.frame.items)) for page in pages}
    found: list[tuple[Doubt, tuple[int, ...], Diagnostic]] = []
    for reading, doubt in doubts:
        numbers = places.of(doubt.key, reading.manuscript.ledger, reading.manuscript.language)
        numbers = _narrowed(doubt, numbers, places, words)
        is_on_spine = not numbers and _is_on_spine(reading, doubt.key, spine)
        where = _on_spine(edition) if is_on_spine else _named(numbers, pages, titles, edition)
        found.append((doubt, numbers, doubt.diagnostic(where)))
    return tuple(found)


def _doubts(reading: Reading) -> tuple[Doubt, ...]:
    """What of a language may not be printed: nothing of the author's own, so that nobody need be asked."""
    if reading.manuscript.is_source:
        return ()
    from brochure.translation.gate import doubts_of

    return doubts_of(reading.manuscript, reading.terms)


def _is_on_spine(reading: Reading, key: str, spine: str) -> bool:
    """Whether a text was read for the spine."""
    return bool(spine) and spine in reading.manuscript.ledger.orders_of(key)


def _on_spine(edition: str) -> Message:
    """The spine as a place, after the edition's name if it is given."""
    return message("{edition} the spine", edition=edition) if edition else message("the spine")


def _named(numbers: Sequence[int], pages: Sequence[NumberedPage], titles: Mapping[str, str], edition: str) -> str:
    """Pages by number and title, after the edition's name if it is given; the file itself where there are none."""
    by_number = {page.number: page for page in pages}
    return f"{edition} {told(numbers, lambda number: title_of(by_number[number], titles)) or _FILE}".lstrip()


def _narrowed(doubt: Doubt, numbers: tuple[int, ...], places: Places, words: Mapping[int, str]) -> tuple[int, ...]:
    """Of the pages of an order those that bear a text or its words; all of them where its words are not found."""
    sought = [squeezed(each) for each in doubt.printed if each.strip()]
    found = tuple(
        number
        for number in numbers
        if places.is_exact(doubt.key, number) or any(each in words[number] for each in sought)
    )
    return found or numbers


def _mark(
    doubt: Doubt,
    numbers: Iterable[int],
    places: Places,
    shown: Mapping[int, tuple[dict[str, Fault], list[tuple[str, Fault]]]],
) -> None:
    """Note what is to be shown on each page: by key where the page bears it, else by the words that were printed."""
    for number in numbers:
        by_key, by_words = shown[number]
        if places.is_exact(doubt.key, number):
            by_key.setdefault(doubt.key, doubt.fault)
        else:
            by_words.extend((words, doubt.fault) for words in doubt.printed)


def _draft(
    page: NumberedPage,
    by_key: Mapping[str, Fault],
    by_words: Sequence[tuple[str, Fault]],
    is_overset: bool,
    typesetter: Typesetter,
) -> NumberedPage:
    from brochure.book.highlight import doubtful, highlighted

    frame = highlighted(page.page.frame, doubtful(by_key, by_words, is_overset), typesetter)
    return replace(page, page=replace(page.page, frame=frame))


def _typesetters(reading: Reading) -> Iterator[tuple[str, Diagnostic]]:
    """What gave way while composing, at the place in the content it came from; notes that are printed nowhere: composed
    where none can stand, or in words that are set as one line, stand in running heads and bookmarks, or on the spine.
    """
    manuscript = reading.manuscript
    for key, finding in reading.typesetter.findings:
        if finding.code != NOTE_UNPLACED:
            yield key, finding.diagnostic(manuscript.span_of(key))
    unplaced = [(key, each.text) for key, each in reading.typesetter.findings if each.code == NOTE_UNPLACED]
    for key, note in dict.fromkeys((*unplaced, *manuscript.ledger.lost_notes())):
        yield key, Finding(NOTE_UNPLACED, note, 0).diagnostic(manuscript.place_of_note(key, note))


def _placed(found: Diagnostic, places: str | Message) -> Diagnostic:
    return replace(found, hints=(*found.hints, message("it stands on {places}", places=places)))


def _overset(report: Report) -> Iterator[str]:
    """The orders whose copy found no room."""
    for found in report:
        if found.code == "pages.overset":
            yield str(dict(found.message.values)["page"])


def title_of(page: NumberedPage, titles: Mapping[str, str]) -> str:
    """The author's title of the order a page is of, "" for none."""
    return titles.get(_order(page, titles), "")


def _order(page: NumberedPage, titles: Mapping[str, str]) -> str:
    """The order a page is of; where languages face each other the second's are named after it and the language."""
    order = page.page.order
    return order if order in titles else next((each for each in titles if order.startswith(f"{each}-")), order)
