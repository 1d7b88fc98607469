"""How the languages of a bilingual edition stand on a page: as the author asks, as the page type can; and facing."""

from __future__ import annotations

from itertools import chain, zip_longest

from msgspec.structs import replace

from brochure.content.page_content import Mode, PageContent
from brochure.diagnostics import Diagnostic, Report, error, message, warning
from brochure.drawing.frame import Picture, walk
from brochure.layout.page import Page
from brochure.pages.page_type import PageType, Setting
from brochure.pages.room import fill
from brochure.source.model import changed

_NO_BAND = 0.01  # points: lower than any band is drawn


def lay_out(page_type: PageType, content: PageContent, setting: Setting) -> tuple[Page, ...]:
    """The pages of an order in the languages of its edition; their ledgers know which order is being set."""
    for voice in setting.voices:
        voice.manuscript.ledger.order = content.id
    pages = _in_its_mode(page_type, content, setting)
    picture = setting.booklet.pictures.get(content.picture or "")
    if picture is not None and not any(_shows(page, picture.file) for page in pages):
        setting.report.add(_not_shown(picture.id, content))
    return pages


def _in_its_mode(page_type: PageType, content: PageContent, setting: Setting) -> tuple[Page, ...]:
    if not setting.companions:
        return _within_budget(page_type, content, setting)
    mode = mode_of(page_type, content, setting)
    if mode is None:
        setting.report.add(_cannot(page_type, content))
        mode = page_type.modes[0]
    if mode is Mode.FACING:
        return _facing(page_type, content, setting)
    return _within_budget(page_type, content, replace(setting, mode=mode))


def _within_budget(page_type: PageType, content: PageContent, setting: Setting) -> tuple[Page, ...]:
    """The pages of an order in the languages of one page; copy that fills less of them than its type allows is told."""
    pages = page_type.lay_out(content, setting)
    if page_type.least_fill and pages:
        fills = [fill(page.frame, setting.box(at), setting.area.line_feed) for at, page in enumerate(pages)]
        share = sum(share for share, _ in fills) / len(fills)
        characters = sum(characters for _, characters in fills) // len(setting.voices)
        setting.underset(share, page_type.least_fill, characters, content)
    return pages


def mode_of(page_type: PageType, content: PageContent, setting: Setting) -> Mode | None:
    """The page's own mode, the edition's where the type can be set so, else the type's best; None: it cannot."""
    if content.mode is not None:
        return content.mode if content.mode in page_type.modes else None
    asked = setting.edition.mode
    return asked if asked in page_type.modes else page_type.modes[0]


def _facing(page_type: PageType, content: PageContent, setting: Setting) -> tuple[Page, ...]:
    """Page by page, once a language: the first language on the left of each spread, the last on the right."""
    voices = setting.voices
    is_on_one_leaf = (setting.number % 2 == 0) == setting.binding_is_right
    shared = replace(setting, is_half=len(voices) == 2 and not is_on_one_leaf)
    bands: tuple[list[float], ...] = tuple([] for _ in voices)
    runs = _runs(page_type, content, shared, bands)
    if shared.is_half and len({tuple(each) for each in bands}) > 1:
        unheard = replace(shared, most_band=_common(bands), report=Report())
        runs = _runs(page_type, content, unheard, tuple([] for _ in voices))
    if is_on_one_leaf:
        setting.report.add(_on_one_leaf(content, setting))
    if len({len(pages) for pages in runs}) > 1:
        setting.report.add(_unequal(content, runs, voices))
    together = chain.from_iterable(zip_longest(*runs))
    return tuple(page for page in together if page is not None)


def _runs(
    page_type: PageType, content: PageContent, setting: Setting, bands: tuple[list[float], ...]
) -> list[tuple[Page, ...]]:
    """The pages of each language, as many pages apart as there are languages; `bands` takes what each tells."""
    runs: list[tuple[Page, ...]] = []
    for index, (voice, heights) in enumerate(zip(setting.voices, bands, strict=True)):
        own = content if not index else changed(content, id=f"{content.id}-{voice.language.tag}")
        voice = replace(voice, number=setting.number + index, stride=len(bands), report=setting.report)
        voice = replace(voice, is_half=setting.is_half, bands=heights, most_band=setting.most_band)
        runs.append(_within_budget(page_type, own, voice))
    return runs


def _common(bands: tuple[list[float], ...]) -> float:
    """How high a band that runs across facing pages may be: as the lower; none where one of the pages has none."""
    if len({len(each) for each in bands}) > 1:
        return _NO_BAND
    return min(height for each in bands for height in each)


def _shows(page: Page, file: str) -> bool:
    return any(isinstance(each.item, Picture) and each.item.file == file for each in walk(page.frame.items))


def _not_shown(picture: str, content: PageContent) -> Diagnostic:
    return warning(
        "pages.picture-not-shown",
        message("page “{page}” has no room for its picture “{picture}”", page=content.id, picture=picture),
        content.place_of("picture"),
        message("shorten the copy, or give the picture to another page"),
    )


def _cannot(page_type: PageType, content: PageContent) -> Diagnostic:
    return error(
        "pages.mode",
        message("a page of type “{type}” cannot be set “{mode}”", type=page_type.name, mode=str(content.mode)),
        content.place_of("mode"),
        message("it can be set: {known}", known=", ".join(page_type.modes)),
    )


def _on_one_leaf(content: PageContent, setting: Setting) -> Diagnostic:
    return warning(
        "pages.not-facing",
        message(
            "the languages of page “{page}” do not face each other: it begins on page {number}",
            page=content.id,
            number=setting.number,
        ),
        content.span,
        message("let it begin on the other side: move a page of one side before it"),
    )


def _unequal(content: PageContent, runs: list[tuple[Page, ...]], voices: tuple[Setting, ...]) -> Diagnostic:
    counted = ", ".join(f"{voice.language.tag} {len(pages)}" for voice, pages in zip(voices, runs, strict=True))
    return error(
        "pages.unequal",
        message(
            "page “{page}” takes another number of pages in each language: {counted}", page=content.id, counted=counted
        ),
        content.span,
        message("shorten the longer text, or set the page “mode: parallel”"),
    )
