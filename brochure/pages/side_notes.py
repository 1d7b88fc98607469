"""Side notes on pages: where the author orders them, at which edge they stand, what is told where room is lacking."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from brochure.content.page_content import Mode, NotesAt, PageContent, ProseContent
from brochure.diagnostics import error, message
from brochure.drawing.frame import text_of
from brochure.drawing.geometry import Rect
from brochure.layout.notes import Note, noted
from brochure.layout.side_notes import LinedUp, Shared, beside, lined_up
from brochure.layout.strip import Strip
from brochure.layout.styles import Style
from brochure.pages.page_type import Setting

STYLE = "side-note"


def shared_by_copy(
    content: PageContent, setting: Setting, box: Rect, offset: int = 0, copy: Style | None = None
) -> Shared | None:
    """A box of horizontal copy, in the grid's own lines or those of a style, and its side notes, `offset` pages on from
    the page's first; None where the author orders none, or where they cannot stand, which is reported.
    """
    if not isinstance(content, ProseContent) or content.notes is not NotesAt.SIDE:
        return None
    if setting.mode is Mode.PARALLEL:
        what = message("page “{page}” sets its languages side by side and has no edge for its notes", page=content.id)
        cure = message("write “mode: facing” into the page’s order, or “notes: foot”")
        setting.report.add(error("pages.no-edge-for-notes", what, content.place_of("notes"), cure))
        return None
    style = setting.typesetter.styles[STYLE]
    lead = (copy.baseline if copy else setting.area.baseline) - style.baseline
    return beside(setting.area, box, style.size, lead, setting.has_fore_edge_at_right(offset))


def lined_up_beside(
    copy: Sequence[Strip],
    shared: Shared,
    notes: Sequence[Note],
    style: Style,
    content: PageContent,
    setting: Setting,
    goes_on: bool,
) -> LinedUp:
    """The copy one column takes and its notes, set in a style as long as the column leaves them; what finds no room is
    reported.
    """
    is_vertical = style.paragraph.is_vertical
    measure, room = (
        (shared.notes.height, shared.copy.width) if is_vertical else (shared.notes.width, shared.copy.height)
    )

    def set_note(call: int) -> tuple[Strip, ...]:
        note = notes[call - 1]
        return noted(note, setting.typesetter.text(note.words, style, measure))

    head = 0.0 if is_vertical else shared.head
    found = lined_up(copy, room, setting.area.line_feed, shared.lead, set_note, goes_on, head)
    if found.left:
        _no_room(found, notes, measure / style.size, style.line_feed, content, setting)
    return found


def _no_room(
    found: LinedUp, notes: Sequence[Note], length: float, line_feed: float, content: PageContent, setting: Setting
) -> None:
    """Report notes that found no room, at the first of them, with what would have to be cut; their lines are `length`
    ems long and `line_feed` points apart.
    """
    strips = [strip for note in found.left for strip in note]
    lines = min(len(strips), ceil(found.over / line_feed))
    characters = sum(len(text_of(strip.items)) for strip in strips)
    first = notes[strips[0].element.number - 1]
    what = message(
        "the side notes of page “{page}” are too long in {language}: {lines} lines found no room",
        page=content.id,
        language=first.words.language or setting.language.tag,
        lines=lines,
    )
    cure = message(
        "cut about {characters} characters of the notes, or take one away",
        characters=min(characters, ceil(lines * max(length, characters / len(strips)))),
    )
    words = first.words.text.removeprefix(f"{first.number}　")
    place = setting.manuscript.place_of_note(first.words.origin, words)
    setting.report.add(error("pages.overset", what, place or content.span, cure))
