"""A job: an edition's files for the press in a language, each judged as the printer will judge it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from brochure import pipeline
from brochure.diagnostics import Report
from brochure.edition.edition import Edition
from brochure.edition.presets import Preset
from brochure.edition.profiles import Profile
from brochure.layout.page import Book
from brochure.preflight.inspect import Inspection
from brochure.preflight.limits import Limits
from brochure.press.orders import BODY, COVER, PAGES, SADDLE, Wishes, chosen_preset
from brochure.submission import inspected, ordered_limits

_COVER_SHEET = 4  # pages on the outer sheet of a stitched booklet


class Part(Struct, frozen=True):
    """A file of a job: its name in ASCII, what it holds (`cover`, `body`, `pages`), its bytes and what was found."""

    name: str
    kind: str
    data: bytes
    inspection: Inspection

    @property
    def digest(self) -> str:
        """The file's SHA-256, by which both sides know they speak of the same file."""
        return sha256(self.data).hexdigest()


class Job(Struct, frozen=True):
    """A whole job: what was ordered, how it is made, and its files."""

    edition: Edition
    book: Book
    preset: Preset
    profile: Profile
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        """What the job is called: the edition and its languages."""
        return self.book.name

    @property
    def body_pages(self) -> int:
        """The pages that are not on the cover's sheet."""
        return len(self.book.pages) - cover_pages(self.edition, self.book)

    @property
    def spine_mm(self) -> float:
        """The width of a glued spine in millimetres."""
        return self.edition.spine(self.body_pages) if self.edition.binding == "perfect" else 0.0


def made(project: pipeline.Project, edition: Edition, language: str, wishes: Wishes, report: Report) -> Job:
    """The job of an edition in a language. Raises BrochureError where its pages or the preset have errors."""
    book = pipeline.set_book(project, edition, language, report)
    preset = chosen_preset(project.root, project.presets[edition.preset], wishes, report)
    profile = pipeline.profile(project, edition, "press", wishes, report)
    report.raise_if_errors()
    parts: list[Part] = []
    for kind, part, way in _parts(edition, book):
        data = pipeline.printed(project, edition, part, profile, way, report)
        limits = _limits(edition, part, preset, profile, kind, way)
        texts = project.texts(edition, language)
        parts.append(Part(f"{book.name}-{kind}.pdf", kind, data, inspected(data, limits, part, texts, way)))
    return Job(edition, book, preset, profile, tuple(parts))


def cover_pages(edition: Edition, book: Book) -> int:
    """How many pages the cover's sheet bears: four of a stitched booklet, else those that are covers by their type."""
    if edition.binding == "saddle-stitch":
        return _COVER_SHEET
    return sum(page.page.is_cover for page in book.pages)


def _parts(edition: Edition, book: Book) -> Sequence[tuple[str, Book, str]]:
    """The files of a job: cover and body of what is bound, everything in one where there is no cover."""
    if edition.imposition not in (PAGES, BODY, COVER):
        return (("pages", book, edition.imposition),)
    if edition.binding == "saddle-stitch" and len(book.pages) > 4:
        outer = _with(book, (0, 1, len(book.pages) - 2, len(book.pages) - 1))
        inner = _with(book, range(2, len(book.pages) - 2))
        return (("cover", outer, SADDLE), ("body", inner, PAGES))
    roles = {page.page.role for page in book.pages}
    if edition.binding == "perfect" and {"cover", "back_cover"} <= roles:
        return (("cover", book, COVER), ("body", book, BODY))
    return (("pages", book, PAGES),)


def _with(book: Book, places: Sequence[int]) -> Book:
    return replace(book, pages=tuple(book.pages[place] for place in places))


def _limits(edition: Edition, part: Book, preset: Preset, profile: Profile, kind: str, way: str) -> Limits:
    """What the printer asks for of a part of the job, as a build judges by it; the body of a stitched booklet has four
    pages less than its binding counts."""
    limits = ordered_limits(edition, part, preset, profile, way)
    if kind != "body" or edition.binding != "saddle-stitch":
        return limits
    most = limits.most_pages and limits.most_pages - _COVER_SHEET
    return replace(limits, least_pages=max(0, limits.least_pages - _COVER_SHEET), most_pages=most)
