"""The whole path from a project's files to its PDFs; the only file that knows the order of the stages.

read     content, editions, theme, typefaces, catalogs      what the author wrote, every mistake at once
set      each ordered page in one language                  frames, in the order of the edition
number   folios, running heads, references                  a book
print    sheets with their boxes and marks, then bytes      a file, written whole or not at all
judge    what was written for a press, read again           what a printer would say, at the author's lines
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from brochure.book.furniture import furnished
from brochure.book.page_count import check_page_count
from brochure.book.paginate import (
    body_of,
    misplaced,
    next_number,
    numbers_of_anchors,
    paginate,
    photographs_on,
    spine_of,
)
from brochure.book.panels import fold_of, grid_of, on_panel, trim_of
from brochure.book.proof import Galleys, Reading, proofread
from brochure.content.booklet import Booklet
from brochure.content.fields import NAME, filled
from brochure.content.names import NameNotWritten
from brochure.content.page_content import PageContent
from brochure.content.pictures import pixels_of
from brochure.content.text import Text
from brochure.diagnostics import BrochureError, Diagnostic, Report, error, message, warning
from brochure.drawing.units import mm
from brochure.edition.edition import Edition
from brochure.edition.presets import Preset
from brochure.edition.profiles import ColourModel, Profile
from brochure.languages import LANGUAGES, SOURCE_LANGUAGE, language_named
from brochure.layout.page import Book, NumberedPage, Page
from brochure.layout.text_block import Typesetter
from brochure.pages import PAGE_TYPES
from brochure.pages.modes import lay_out
from brochure.pages.page_type import Setting, spoken_together
from brochure.press.orders import NO_WISHES, PAGES, Wishes, chosen_profile
from brochure.press.sheet import PLAIN, Furniture
from brochure.project import Project as Project
from brochure.project import read_project as read_project
from brochure.theme.theme import Theme
from brochure.translation.manuscript import read_manuscript
from brochure.translation.termbase import termbase

BLEED = mm(3)  # how far every drawing reaches beyond the trim, whatever the medium shows of it


def judged(
    project: Project, edition: Edition, book: Book, made: Profile, preset: Preset, path: Path, data: bytes, way: str
) -> Iterator[Diagnostic]:
    """What a printer would say of a file just written; of files for screens nothing is asked."""
    if made.colours is ColourModel.CMYK:
        from brochure.submission import judged as told
        from brochure.submission import ordered_limits

        limits = ordered_limits(edition, book, preset, made, way)
        yield from told(data, path.name, limits, book, project.texts(edition, language_named(book.language).tag), way)


def set_book(project: Project, edition: Edition, language: str, report: Report, is_draft: bool = False) -> Book:
    """Every page of an edition in one language, or in all where they share its pages, numbered and furnished; what may
    not be printed is told with its pages, and shown on them in a draft.
    """
    galleys = set_galleys(project, edition, language, report)
    return Book(
        name="-".join((edition.id, *edition.spoken(language))),
        title=galleys.said[0].replace("\n", ""),
        subject=galleys.said[1],
        author=galleys.said[2],
        language=LANGUAGES[language].bcp47,
        pages=proofread(
            galleys.pages,
            galleys.readings,
            galleys.titles,
            report,
            is_draft,
            edition.id if len(project.editions) > 1 else "",
            galleys.spine_order,
        ),
        binding_is_right=galleys.binding_is_right,
        titles=galleys.titles_in,
        spine=galleys.spine,
    )


def set_galleys(project: Project, edition: Edition, language: str, report: Report) -> Galleys:
    """Every page of an edition set, numbered and furnished; whether it may be printed is not asked yet."""
    setting = setting_of(project, edition, language, report)
    try:
        pages = _set_pages(project.pages[edition.id], setting)
    except NameNotWritten as lacking:
        what = message(
            "the name “{name}” is printed, and not written in {language}", name=lacking.name, language=lacking.language
        )
        cure = message("write {language}: … beside ja: {name}", language=lacking.language, name=lacking.name)
        raise BrochureError([error("content.name-not-written", what, edition.place_of("languages"), cure)]) from lacking
    numbered = paginate(pages)
    check_page_count(edition, len(numbered), report)
    for page in misplaced(numbered):
        report.add(
            warning(
                "book.wrong-side",
                message("page {number} ({role}) stands on the wrong side", number=page.number, role=page.page.role),
                edition.span,
            )
        )
    orders = sorted(project.pages[edition.id], key=lambda each: -len(each.id))

    def crowded(page: NumberedPage) -> None:
        order = next(each for each in orders if page.page.order.startswith(each.id))  # of facing pages rumoi-zh_CN
        what = message("the running head of page “{page}” is too long for the page’s width", page=order.id)
        cure = message("write bookmark: … into the page’s order, a shorter title for running heads")
        report.add(error("book.long-running-head", what, order.span, cure))

    numbered = furnished(numbered, setting.area, setting.typesetter, setting.palette, setting.binding_is_right, crowded)
    readings = readings_of(project, setting)
    titles = {content.id: _spoken(content.title) for content in project.pages[edition.id]}
    said, others = words_of_file(setting)
    return Galleys(tuple(numbered), tuple(readings), titles, said, setting.binding_is_right, others, spine_of(pages))


def setting_of(project: Project, edition: Edition, language: str, report: Report) -> Setting:
    """What the pages of an edition are set with in a language, or in all where they share its pages."""
    setting = spoken_together([_setting(project, edition, each, report) for each in edition.spoken(language)])
    twins = tuple(_setting(project, edition, each, Report()) for each in edition.sharing(language))
    return replace(setting, twins=twins)


def words_of_file(setting: Setting) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """What a file says of itself: its title, subtitle and author; and the title in the other languages that speak in
    it, by their BCP 47 tags."""
    edition = setting.edition
    said = tuple(setting.words(text).text for text in (edition.title, edition.subtitle, edition.publisher))
    others = tuple(
        (voice.language.bcp47, voice.words(edition.title).text.replace("\n", "")) for voice in setting.voices[1:]
    )
    return said, others


def _spoken(title: Text) -> str:
    """A title as the author says it, in one line."""
    words = title.plain.replace("\n", "")
    return filled(words, {NAME: title.about.ja}) if title.about else words


def _set_pages(orders: Sequence[PageContent], setting: Setting) -> list[Page]:
    """The pages in order; those that print other pages' numbers are set again once the numbers are known."""
    first_pass = _pass(orders, setting)
    if setting.twins:
        setting = replace(setting, depths=_common_depths(orders, first_pass, setting))
        first_pass = _pass(orders, setting)
    numbered = paginate([page for pages in first_pass for page in pages])
    copy = tuple(each.page.copy for each in numbered) if searches(orders) else ()
    photographs = photographs_on(numbered)
    known = replace(setting, references=numbers_of_anchors(numbered), copy=copy, photographs=photographs)
    known = replace(known, spine=mm(setting.edition.spine(body_of(numbered))))
    result: list[Page] = []
    for order, pages in zip(orders, first_pass, strict=True):
        page_type = PAGE_TYPES[order.type]
        if page_type.refers:
            pages = lay_out(page_type, order, _at(known, next_number(result, 1)))
        result.extend(pages)
    return [replace(page, has_folio=False) for page in result] if fold_of(setting.edition) else result


def searches(orders: Sequence[PageContent]) -> bool:
    """Whether one of these pages asks where words stand."""
    return any(PAGE_TYPES[order.type].searches for order in orders)


def _common_depths(
    orders: Sequence[PageContent], pages: Sequence[tuple[Page, ...]], setting: Setting
) -> dict[str, float]:
    """How deep the copy over bands of art reaches on the pages of each order, in the language that needs most of those
    that share their plates: so deep it is taken to reach in all, and the art stands still.
    """
    found: dict[str, float] = {}
    number = 1
    for order, own in zip(orders, pages, strict=True):
        depth = max((page.copy_depth for page in own), default=0.0)
        if depth:
            each = (_at(replace(twin, twins=()), number) for twin in setting.twins)
            others = [page.copy_depth for twin in each for page in lay_out(PAGE_TYPES[order.type], order, twin)]
            found[order.id] = max(depth, *others)
        number = next_number(own, number)
    return found


def _at(setting: Setting, number: int) -> Setting:
    """The setting of the page of a number: a leaflet's panels are not all of one width."""
    if fold_of(setting.edition) is None:
        return replace(setting, number=number)
    return replace(setting, number=number, area=on_panel(setting.area, setting.edition, number))


def _pass(orders: Sequence[PageContent], setting: Setting) -> list[tuple[Page, ...]]:
    done: list[tuple[Page, ...]] = []
    number = 1
    for order in orders:
        pages = lay_out(PAGE_TYPES[order.type], order, _at(setting, number))
        done.append(pages)
        number = next_number(pages, number)
    return done


def _setting(project: Project, edition: Edition, language: str, report: Report) -> Setting:
    booklet = project.booklet.in_(language)
    where, texts = project.catalogs or project.root, project.by_key(edition, language)
    manuscript = read_manuscript(where, texts, language, report, project.shelf, bool(project.booklet.spoken))
    theme = project.theme(edition)
    area = theme.grids[grid_of(edition)].type_area(trim_of(edition))
    chosen = LANGUAGES[language]
    styles = theme.style_sheet(language, chosen.conventions, project.library, area)
    return Setting(
        language=chosen,
        booklet=booklet,
        edition=edition,
        pages=project.pages[edition.id],
        manuscript=manuscript,
        palette=theme.palette,
        typesetter=Typesetter(styles, language),
        area=area,
        bleed=BLEED,
        report=report,
        binding_is_right=edition.bound == "right",
        typeface_credits=_typefaces(project, theme, language),
        pixels=_pixels(project, booklet),
    )


def _typefaces(project: Project, theme: Theme, language: str) -> tuple[str, ...]:
    """The names of the typefaces a theme sets a language in."""
    families = (project.library.families[spoken[language]] for spoken in theme.families.values())
    return tuple(sorted({source.file.title for family in families for source in family.faces}))


def _pixels(project: Project, booklet: Booklet) -> dict[str, tuple[int, int]]:
    """How large the author's photographs are, by their ids."""
    found = ((each.id, pixels_of(project.picture(each.file))) for each in booklet.pictures.values())
    return {name: size for name, size in found if size is not None}


def readings_of(project: Project, setting: Setting) -> list[Reading]:
    """What the proof is read with, once a language; from here on what is read is the file's own words."""
    for voice in setting.voices:
        voice.manuscript.ledger.order = ""
    terms = project.booklet.termbase.values()
    return [Reading(each.manuscript, termbase(terms, each.language.tag), each.typesetter) for each in setting.voices]


def profile(project: Project, edition: Edition, medium: str, wishes: Wishes, report: Report) -> Profile:
    """The profile of a medium as the edition's preset has it, or the preset wished for; findings go to the report."""
    colours = project.themes[edition.theme].colours.values()
    spots = tuple(each.spot for each in colours if each.spot is not None)
    return chosen_profile(project.root, medium, project.presets[edition.preset], spots, wishes, report)


def printed(
    project: Project,
    edition: Edition,
    book: Book,
    medium: str | Profile,
    way: str = PAGES,
    report: Report | None = None,
) -> bytes:
    """A book as a file for one medium, or of a profile. The date in it is SOURCE_DATE_EPOCH's, or the edition's own:
    never today's. `way` is how its pages lie on the sheets; what is told of that goes to the report."""
    from brochure.pdf.document import write_pdf
    from brochure.pdf.pictures import PictureShelf
    from brochure.press.imposition import binding_of, imposed

    chosen = profile(project, edition, medium, NO_WISHES, Report()) if isinstance(medium, str) else medium
    shelf = PictureShelf(project.picture, project.kept)
    around = furniture_of(project, edition, book, chosen)
    sheets = imposed(book, chosen, way, binding_of(edition, book), around, Report() if report is None else report)
    return write_pdf(book, sheets, chosen, project.library, shelf, date_of(edition))


def furniture_of(project: Project, edition: Edition, book: Book, chosen: Profile) -> Furniture:
    """What stands on a book's sheets besides its pages, as a profile has it. A slug is set in one typeface whatever the
    book's language: the plates of two languages differ in nothing that need not."""
    if not (chosen.has_slug_line or chosen.is_proof):
        return PLAIN
    from brochure.press.furnish import furniture

    language = LANGUAGES[SOURCE_LANGUAGE] if chosen.has_slug_line else language_named(book.language)
    theme = project.theme(edition)
    area = theme.grids[grid_of(edition)].type_area(trim_of(edition))
    styles = theme.style_sheet(language.tag, language.conventions, project.library, area)
    return furniture(book, chosen, Typesetter(styles, language.tag), str(edition.date))


def date_of(edition: Edition) -> datetime:
    """The date written into an edition's files: SOURCE_DATE_EPOCH's, or its own; never today's."""
    from os import environ

    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime(edition.date.year, edition.date.month or 1, edition.date.day or 1, tzinfo=UTC)
