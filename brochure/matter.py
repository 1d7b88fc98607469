"""Matter (組版): what is set of one order, ready to be printed. A book is made of it order by order.

The pipeline sets a whole book and then prints it. Here one order goes all the way by itself: laid out at the number it
is taken to begin on, furnished, drawn. What comes of it is small and plain, so orders may be set side by side in
several processes, and matter of another time may be used again. Only what no finding is told of is matter: where there
is anything to tell, the book is made by the pipeline, which tells it with its pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from brochure.book.furniture import furnished
from brochure.book.page_count import check_page_count
from brochure.book.paginate import (
    body_of,
    misplaced,
    next_number,
    paginate,
)
from brochure.book.panels import fold_of
from brochure.book.proof import Reading, has_findings
from brochure.content.names import NameNotWritten
from brochure.content.noting import Note, noted
from brochure.content.page_content import Mode, PageContent
from brochure.diagnostics import BrochureError, Report
from brochure.drawing.frame import Anchor, Frame, Picture, items_of
from brochure.drawing.units import mm
from brochure.edition.edition import Edition
from brochure.edition.profiles import ColourModel, Profile
from brochure.languages import LANGUAGES
from brochure.layout.page import SPINE, Book, NumberedPage, Page
from brochure.pages import PAGE_TYPES
from brochure.pages.modes import lay_out, mode_of
from brochure.pages.page_type import Setting
from brochure.pdf.forme import Ambiguous, Forme, drawn
from brochure.pdf.fount import Foundry
from brochure.pdf.structure_tree import likely_number
from brochure.pipeline import date_of, furniture_of, readings_of, searches, setting_of, words_of_file
from brochure.press.jobs import Job
from brochure.press.orders import PAGES
from brochure.press.sheet import sheets
from brochure.project import Project
from brochure.translation.ledger import Ledger

if TYPE_CHECKING:
    from brochure.pdf.document import Again


class Matter(Struct, frozen=True):
    """An order set, its first page on page `number`. `pages` are its pages without what is drawn on them; of each page
    `anchors` are the names of those on it, `photographs` the files of its pictures and `copy` its words, "" where no
    page of the edition searches them. `seen` are the records looked at while it was set, by kind and id (an id "" is
    the whole shelf). `formes` are a tuple for each profile, a forme a page.
    """

    number: int
    pages: tuple[Page, ...]
    anchors: tuple[tuple[str, ...], ...]
    photographs: tuple[tuple[str, ...], ...]
    copy: tuple[str, ...]
    seen: tuple[tuple[str, str], ...] = ()
    formes: tuple[tuple[Forme, ...], ...] = ()

    @property
    def next_number(self) -> int:
        """The number of the page that follows."""
        return next_number(self.pages, self.number)


def can_be_set_apart(edition: Edition, language: str, jobs: Iterable[Job]) -> bool:
    """Whether the orders of an edition can be set one by one, each alone: for sheets of one page that no printer is to
    judge, and where no order's art waits for another language's copy."""
    if fold_of(edition) is not None or edition.sharing(language):
        return False
    return all(job.way == PAGES and job.medium in ("screen", "proof") and not job.is_draft for job in jobs)


class Compositor:
    """Sets the orders of an edition in one language, or in all that speak in one file, for some profiles."""

    def __init__(self, project: Project, edition: Edition, language: str, profiles: Sequence[Profile]) -> None:
        assert all(profile.colours is ColourModel.RGB for profile in profiles)
        report = Report()
        self.project, self.edition, self.profiles = project, edition, tuple(profiles)
        self.orders = project.pages[edition.id]
        self.languages = edition.spoken(language)
        self._seen: set[tuple[str, str]] = set()
        self._setting = _with_noted(setting_of(project, edition, language, report), self._note)
        self.pixels = self._setting.pixels
        self._terms = [reading.terms for reading in readings_of(project, self._setting)]
        self._searches = searches(self.orders)
        self._book = Book(
            "-".join((edition.id, *self.languages)),
            "",
            LANGUAGES[language].bcp47,
            (),
            binding_is_right=self._setting.binding_is_right,
        )
        self._around = [furniture_of(project, edition, self._book, profile) for profile in self.profiles]
        self.is_clean = not report
        self.pages = sum(map(self.wanted, self.orders))

    def numbers(self) -> list[int]:
        """The number each order is taken to begin on, by the pages it says it wants: some may be wrong."""
        number, found = 1, list[int]()
        for order in self.orders:
            found.append(number)
            number += self.wanted(order)
        return found

    def wanted(self, order: PageContent) -> int:
        """How many pages an order says it wants."""
        page_type = PAGE_TYPES[order.type]
        if order.type == SPINE:
            return 0
        pages = int(getattr(order, "pages", page_type.least))
        voices = len(self._setting.voices)
        return pages * voices if voices > 1 and mode_of(page_type, order, self._setting) is Mode.FACING else pages

    def set(self, order: PageContent, number: int, ambiguous: Ambiguous = frozenset()) -> Matter | None:
        """An order set from a page on and drawn; None where there is anything to tell of it. `ambiguous` are glyphs
        that stand for more than one text in the book."""
        setting, pages = self._laid_out(order, number)
        crowded: list[NumberedPage] = []
        numbered = furnished(
            paginate(pages, number),
            setting.area,
            setting.typesetter,
            setting.palette,
            setting.binding_is_right,
            crowded.append,
        )
        if not pages or crowded or self._has_findings(setting):
            return None
        formes = tuple(self._formes(numbered, number, ambiguous))
        facts = _facts(pages, number, self._searches, formes[0])
        return replace(facts, seen=tuple(sorted(self._seen)), formes=formes)

    def measure(self, order: PageContent, number: int) -> Matter | None:
        """The same without formes: enough to know what others refer to."""
        setting, pages = self._laid_out(order, number)
        if not pages or self._has_findings(setting):
            return None
        return replace(_facts(pages, number, self._searches), seen=tuple(sorted(self._seen)))

    def foretold(self, order: PageContent, number: int) -> Matter | None:
        """An order that refers to others, as it is if those begin on the numbers they are taken to; where that does not
        make all it prints, measured."""
        if not PAGE_TYPES[order.type].lists:
            return self.measure(order, number)
        foretelling = self._other(references=self._likely())
        return foretelling.set(order, number)

    @property
    def is_as_foretold(self) -> bool:
        """Whether all orders that are listed begin on the numbers they were taken to."""
        references = self._setting.references
        return all(references.get(name) == number for name, number in self._likely().items())

    def _likely(self) -> dict[str, int]:
        found = zip(self.orders, self.numbers(), strict=True)
        return {order.id: number for order, number in found if order.is_listed}

    @property
    def knowledge(self) -> tuple[str, ...]:
        """All that is known of other orders' pages."""
        setting = self._setting
        return (*map(repr, (setting.references, setting.photographs, setting.spine)), *setting.copy)

    def knowing(self, matter: Iterable[Matter]) -> Compositor:
        """One who knows the whole book, and can set the orders that refer to others."""
        found = [*matter]
        pages = [page for each in found for page in each.pages if not page.is_spine]
        numbered = paginate(pages)
        own = [
            each
            for part in found
            for page, *each in zip(part.pages, part.anchors, part.photographs, part.copy, strict=True)
            if not page.is_spine
        ]
        references = {name: number for number, (names, _, _) in enumerate(own, 1) for name in names}
        return self._other(
            references=references,
            photographs=tuple(dict.fromkeys(chain.from_iterable(files for _, files, _ in own))),
            copy=tuple(copy for _, _, copy in own) if self._searches else (),
            spine=mm(self.edition.spine(body_of(numbered))),
        )

    def book(self, matter: Iterable[Matter]) -> Book | None:
        """The book its matter makes, without what is drawn on its pages; None where there is anything to tell."""
        setting = _apart(self._setting, Report())
        numbered = paginate([page for each in matter for page in each.pages])
        check_page_count(self.edition, len(numbered), setting.report)
        said, others = words_of_file(setting)
        if misplaced(numbered) or self._has_findings(setting):
            return None
        return replace(
            self._book,
            title=said[0].replace("\n", ""),
            subject=said[1],
            author=said[2],
            pages=numbered,
            titles=others,
        )

    @staticmethod
    def load() -> None:
        """Load what a file is written with, while the last pages are set elsewhere."""
        import brochure.pdf.document as _  # noqa: F401

    def printed(self, book: Book, place: int, formes: Sequence[Forme], again: Again, foundry: Foundry) -> bytes:
        """The file of the profile at a place. `again` draws the forme of a page once more, by its place in the book;
        the `foundry` cuts its founts."""
        from brochure.pdf.document import write_pdf
        from brochure.pdf.pictures import PictureShelf

        profile, project = self.profiles[place], self.project
        shelf = PictureShelf(project.picture, project.kept)
        laid = sheets(book, profile, self._around[place])
        return write_pdf(book, laid, profile, project.library, shelf, date_of(self.edition), formes, again, foundry)

    def _other(self, **known: Any) -> Compositor:
        """One who knows more."""
        other = object.__new__(Compositor)
        other.__dict__.update(self.__dict__)
        other._setting = replace(self._setting, **known)
        return other

    def _laid_out(self, order: PageContent, number: int) -> tuple[Setting, tuple[Page, ...]]:
        """An order's pages, none where it cannot be set, and what they were set with."""
        setting = _apart(self._setting, Report())
        self._seen.clear()
        try:
            return setting, lay_out(PAGE_TYPES[order.type], order, replace(setting, number=number))
        except (NameNotWritten, BrochureError):
            return setting, ()

    def _note(self, kind: str, name: str) -> None:
        self._seen.add((kind, name))

    def _has_findings(self, setting: Setting) -> bool:
        """Whether there is anything to tell; once lines gave way, who sets on tells it of whatever is set then."""
        self._note("termbase", "")
        voices = zip(setting.voices, self._terms, strict=True)
        readings = [Reading(voice.manuscript, terms, voice.typesetter) for voice, terms in voices]
        return bool(setting.report) or has_findings(readings)

    def _formes(
        self, numbered: Sequence[NumberedPage], number: int, ambiguous: Ambiguous
    ) -> Iterator[tuple[Forme, ...]]:
        part = replace(self._book, pages=tuple(numbered))
        for profile, around in zip(self.profiles, self._around, strict=True):
            yield tuple(
                drawn(sheet, profile, self.project.library, part.language, ambiguous, likely_number(index, self.pages))
                for index, sheet in enumerate(sheets(part, profile, around), number - 1)
            )


def _facts(pages: Sequence[Page], number: int, searches: bool, formes: Sequence[Forme] = ()) -> Matter:
    """What is known of pages. Of those that are drawn, whoever drew them has met all that stands on them."""
    if len(formes) == len(pages):
        anchors = tuple(tuple(each.anchors) for each in formes)
        photographs = tuple(tuple(picture.file for picture in each.pictures) for each in formes)
    else:
        found = [items_of(page.frame.items, Anchor, Picture) for page in pages]
        anchors = tuple(tuple(each.name for each in own if isinstance(each, Anchor)) for own in found)
        photographs = tuple(tuple(each.file for each in own if isinstance(each, Picture)) for own in found)
    return Matter(
        number,
        tuple(replace(page, frame=Frame(page.frame.size), running_heads=()) for page in pages),
        anchors,
        photographs,
        tuple(page.copy if searches else "" for page in pages),
    )


def _apart(setting: Setting, report: Report) -> Setting:
    """The setting with a ledger and a report of its own."""
    return replace(
        setting,
        manuscript=replace(setting.manuscript, ledger=Ledger(), sources={}, report=report),
        report=report,
        companions=tuple(_apart(each, report) for each in setting.companions),
    )


def _with_noted(setting: Setting, note: Note) -> Setting:
    return replace(
        setting,
        booklet=noted(setting.booklet, note),
        companions=tuple(_with_noted(each, note) for each in setting.companions),
    )
