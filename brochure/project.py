"""A project: everything its author wrote, read once, every mistake of every file told at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from brochure.content.booklet import Booklet, read_booklet
from brochure.content.page_content import PageContent
from brochure.content.sound import NotSound, Sound, SoundCopy
from brochure.content.text import Text, iterate_texts
from brochure.diagnostics import Report
from brochure.edition.edition import Edition
from brochure.edition.presets import Preset, read_preset
from brochure.edition.reader import FOLDER as EDITION_FILES
from brochure.edition.reader import check_languages, read_editions
from brochure.pages.links import lost_links
from brochure.pages.orders import read_pages
from brochure.pages.series import written_out
from brochure.store import Store
from brochure.theme.reader import read_theme
from brochure.theme.theme import Theme
from brochure.theme.typefaces_reader import read_typefaces
from brochure.translation.manuscript import CatalogShelf, read_manuscript
from brochure.typefaces.library import TypefaceLibrary


class Project(Struct, frozen=True, eq=False):
    """Everything the author wrote, read once and used for every file; `catalogs` holds locales/ where that is not the
    project's own; `files` are what its files were known by before they were read; `shelf` and `copy` keep what has been
    read of catalogs and gathered of texts, by language.
    """

    root: Path
    booklet: Booklet
    editions: tuple[Edition, ...]
    pages: Mapping[str, tuple[PageContent, ...]]
    themes: Mapping[str, Theme]
    presets: Mapping[str, Preset]
    library: TypefaceLibrary
    kept: Store | None = None
    catalogs: Path | None = None
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    shelf: CatalogShelf = field(default_factory=CatalogShelf)
    copy: dict[str, tuple[Text, ...]] = field(default_factory=dict[str, tuple[Text, ...]])

    def texts(self, edition: Edition, language: str) -> tuple[Text, ...]:
        """All copy an edition can print in a language: the booklet's, the edition's own and its pages'."""
        if language not in self.copy:
            self.copy[language] = tuple(self.booklet.in_(language).texts())
        return (*self.copy[language], *iterate_texts(edition), *iterate_texts(self.pages[edition.id]))

    def by_key(self, edition: Edition, language: str) -> Mapping[str, Text]:
        """The same by their keys; of sound content only what is asked for is read."""
        booklet = self.booklet.in_(language)
        shelves = booklet.sound
        if not shelves:
            return {text.key: text for text in self.texts(edition, language)}
        own = (*iterate_texts(edition), *iterate_texts(self.pages[edition.id]))
        return SoundCopy((*booklet.read_texts(), *own), shelves)

    def read_ahead(self, languages: Iterable[str]) -> None:
        """Read the catalogs of these languages now: what is done before a fork is done once."""
        for language in sorted(set(languages)):
            read_manuscript(self.catalogs or self.root, (), language, Report(), self.shelf)
            self.copy[language] = tuple(self.booklet.in_(language).texts())

    def theme(self, edition: Edition) -> Theme:
        """The theme of an edition; of one whose languages share their plates, with copy in black alone."""
        theme = self.themes[edition.theme]
        return theme.with_black_copy() if edition.sharing(edition.languages[0]) else theme

    def picture(self, name: str) -> Path:
        """The file a frame's picture names, relative to content/."""
        return self.root / "content" / name


def read_project(root: Path, report: Report, keeps_going: bool = False, sound: Sound | None = None) -> Project | None:
    """Read everything a project holds; every mistake of every file goes to the report. None: nothing can be set.

    Where the work is to go on, an edition whose own file has errors is left out, and the others can be set. What is
    `sound` is read when somebody looks at it; if anything is to be told of the rest, all is read after all. What is on
    trust must be vouched for before anything is printed (`Booklet.vouch`).
    """
    if sound is not None:
        own = Report()
        with suppress(NotSound):
            project = _read(root, own, keeps_going, sound)
            if project is not None and not own:
                return project
    return _read(root, report, keeps_going)


def _read(root: Path, report: Report, keeps_going: bool, sound: Sound | None = None) -> Project | None:
    library = read_typefaces(root, report)
    booklet = read_booklet(root, report, sound)
    editions = written_out(read_editions(root, report), booklet, report)
    pages = {edition.id: read_pages(edition, booklet, report) for edition in editions}
    themes = {edition.theme: read_theme(root, edition.theme, report, edition.place_of("theme")) for edition in editions}
    presets = {each.preset: read_preset(root, each.preset, report, each.place_of("preset")) for each in editions}
    check_languages(editions, report)
    if booklet.spoken:
        from brochure.translation.overrides import override_findings

        report.extend(override_findings(booklet))
    names = dict.fromkeys(page.id for each in pages.values() for page in each)
    is_read_later = sound and (sound.is_on_trust or sound.pages == tuple(names))
    copy = booklet.read_texts() if is_read_later else booklet.texts()
    if sound and sound.is_on_trust:
        for shelf in booklet.sound.values():
            shelf.sift(lambda record: lost_links(iterate_texts(record), names))
    report.extend(lost_links((*copy, *iterate_texts(editions), *iterate_texts(tuple(pages.values()))), names))
    if report.has_errors:
        if not keeps_going or not report.is_confined_to(EDITION_FILES):
            return None
        editions = tuple(each for each in editions if not report.is_wrong(f"{EDITION_FILES}{each.form}.yaml"))
    known = {name: theme for name, theme in themes.items() if theme is not None}
    orders = {name: preset for name, preset in presets.items() if preset is not None}
    return Project(root, booklet, editions, pages, known, orders, library)
