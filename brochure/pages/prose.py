"""Prose on pages, however the languages stand: a page type says what is set in which style, the mode says where.

One language alone fills the columns of a page one after another; side by side each language has its column, paragraph
beside paragraph; one under the other the second language follows the first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.content.city import Section
from brochure.content.page_content import Mode, PageContent
from brochure.content.text import Text
from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.footnotes import RULE, lines_of, shortened
from brochure.layout.notes import Note, Numbering, noted
from brochure.layout.page import Page
from brochure.layout.parallel_text import Row, fill_rows, rows_of
from brochure.layout.side_notes import Shared
from brochure.layout.strip import Strip, fill_columns, height_of, shares, with_space
from brochure.layout.styles import Style
from brochure.layout.text_block import Words
from brochure.pages.note_labels import AT_CALL, AT_NOTE
from brochure.pages.page_type import Setting
from brochure.pages.side_notes import STYLE as SIDE_NOTE
from brochure.pages.side_notes import lined_up_beside, shared_by_copy
from brochure.pages.slots import set_foot_band


class Copy(Struct, frozen=True):
    """A piece of prose: its style, its words in a voice, and the lines of the grid left free above it."""

    style: str
    words: Callable[[Setting], Words]
    lines_above: float = 0.0


class Prose(Struct, frozen=True):
    """What of some prose is still to be set: strips in reading order, or rows of parallel columns; and all its notes,
    those of each parallel column by themselves.
    """

    strips: tuple[Strip, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[tuple[Note, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.strips or self.rows)

    @property
    def left(self) -> tuple[Strip, ...]:
        """All of it as strips: what a finding counts."""
        return self.strips + tuple(strip for row in self.rows for cell in row for strip in cell)


def copy_of(text: Text | None, style: str, lines_above: float = 0.0) -> tuple[Copy, ...]:
    """An author's text as prose; nothing where there is none."""
    return (Copy(style, lambda voice: voice.words(text), lines_above),) if text else ()


def copy_of_sections(sections: Sequence[Section], style: str = "body", heading: str = "heading") -> tuple[Copy, ...]:
    """Sections with their headings, a line of the grid between one and the next."""
    return tuple(
        piece
        for number, section in enumerate(sections)
        for piece in (*copy_of(section.title, heading, 1.0 if number else 0.0), *copy_of(section.text, style))
    )


def numbering(content: PageContent, voice: Setting) -> Numbering:
    """What counts the notes of a page's prose in one language."""
    name = f"{content.id}:{voice.language.tag}"
    return Numbering(name, lambda n: voice.say(AT_NOTE, number=n), lambda n: voice.say(AT_CALL, number=n))


def composed(copies: Sequence[Copy], content: PageContent, setting: Setting, measure: float) -> Prose:
    """A page's copies composed for columns of a measure."""
    if setting.mode is Mode.PARALLEL:
        return _rows(copies, content, setting, measure)
    notes = numbering(content, setting)
    strips = tuple(s for voice in setting.voices for copy in copies for s in _spaced(copy, voice, measure, notes))
    return Prose(strips, notes=(tuple(notes.notes),))


def _rows(copies: Sequence[Copy], content: PageContent, setting: Setting, measure: float) -> Prose:
    """Row by row, copy by copy: a language that parts a text into fewer paragraphs does not shift what follows."""
    rows: list[Row] = []
    notes = [numbering(content, voice) for voice in setting.voices]
    for copy in copies:
        cells = zip(setting.voices, notes, strict=True)
        rows.extend(rows_of([_spaced(copy, voice, measure, own) for voice, own in cells]))
    return Prose(rows=tuple(rows), notes=tuple(tuple(own.notes) for own in notes))


def _spaced(copy: Copy, voice: Setting, measure: float, notes: Numbering) -> tuple[Strip, ...]:
    strips = set_noted(copy.words(voice), copy.style, measure, voice, notes)
    return with_space(strips, copy.lines_above * voice.area.line_feed)


def set_noted(words: Words, style: Style | str, measure: float, voice: Setting, notes: Numbering) -> tuple[Strip, ...]:
    """Words set where there is a place for what is noted in them: their strips, with calls that lead there."""
    voice.manuscript.ledger.place_notes(words.origin)
    return notes.called(voice.typesetter.text(notes.numbered(words), style, measure))


class Columns(Struct, frozen=True):
    """Where prose stands on a page: its boxes, or the one it shares with its side notes."""

    boxes: tuple[Rect, ...]
    shared: Shared | None = None

    @property
    def measure(self) -> float:
        """How long the lines are, in points."""
        return self.boxes[0].width


def columns_of(
    content: PageContent, setting: Setting, box: Rect, wanted: int = 0, offset: int = 0, copy: Style | None = None
) -> Columns:
    """The columns of a box of a page, `offset` pages on from its first: as `Setting.columns` has them, one where notes
    stand at its side. `copy` is the style they are filled with, where its lines are not the grid's.
    """
    shared = shared_by_copy(content, setting, box, offset, copy)
    return Columns((shared.copy,), shared) if shared else Columns(setting.columns(box, wanted))


def set_prose(
    page: Composition,
    prose: Prose,
    columns: Columns,
    content: PageContent,
    setting: Setting,
    is_balanced: bool = True,
    goes_on: bool = False,
) -> tuple[float, Prose]:
    """Fill columns with prose, its notes at their foot or side; how deep all of it reaches, in points below the
    columns' head, and what is left of it. Where it `goes_on`, a line whose side note finds no room is left too.
    """
    boxes = columns.boxes
    if columns.shared:
        return _set_beside(page, prose, columns.shared, content, setting, goes_on)
    free, feet = _footed(prose, boxes, setting, is_balanced) if any(prose.notes) else (boxes, ())
    if prose.rows:
        rows = fill_rows(prose.rows, free, setting.area.line_feed)
        page.items.extend(rows.items)
        depth, rest = rows.depth, replace(prose, rows=rows.rest)
    else:
        strips = fill_columns(prose.strips, free, is_balanced)
        page.items.extend(strips.items)
        depth, rest = strips.depth, replace(prose, strips=strips.rest)
    return set_feet(page, feet, boxes, depth, bool(rest), setting), rest


def _set_beside(
    page: Composition, prose: Prose, shared: Shared, content: PageContent, setting: Setting, goes_on: bool
) -> tuple[float, Prose]:
    style = setting.typesetter.styles[SIDE_NOTE]
    found = lined_up_beside(prose.strips, shared, prose.notes[0], style, content, setting, goes_on)
    copy = prose.strips[: found.count]
    page.stack(copy, shared.copy.x, shared.copy.y)
    for start, strips in found.notes:
        page.stack(strips, shared.notes.x, shared.notes.y + start)
    return max(height_of(copy), found.depth), replace(prose, strips=prose.strips[found.count :])


def footnotes_of(notes: Sequence[Note], setting: Setting, measure: float) -> tuple[Strip, ...]:
    """Notes set as they stand at the foot of a column."""
    return tuple(
        strip for note in notes for strip in noted(note, setting.typesetter.text(note.words, "footnote", measure))
    )


def set_feet(
    page: Composition,
    feet: Sequence[Sequence[Strip]],
    boxes: Sequence[Rect],
    depth: float,
    is_continued: bool,
    setting: Setting,
) -> float:
    """Set notes at the foot of their boxes; where the copy ends here, a line below the end of the longest column, so
    that a drawing may fill the foot. How deep all of it reaches is returned.
    """
    feed = setting.area.line_feed
    deepest = max((lines_of(notes, feed) for notes in feet), default=0) * feed
    if not deepest:
        return depth
    end = setting.area.whole_lines(depth) + deepest
    is_high = not is_continued and end <= min(box.height for box in boxes) + 0.001
    for notes, box in zip(feet, boxes, strict=False):
        if notes:
            top = box.y + end - deepest + feed if is_high else box.bottom - height_of(notes)
            rule = top - feed / 2
            page.rule(box.x, rule, box.x + RULE * box.width, rule, setting.palette.ink)
            page.stack(notes, box.x, top)
    return end if is_high else max(box.height for box in boxes)


def _footed(
    prose: Prose, boxes: Sequence[Rect], setting: Setting, is_balanced: bool
) -> tuple[Sequence[Rect], tuple[tuple[Strip, ...], ...]]:
    """The boxes less what their notes take at the foot, and the notes of each."""
    feed = setting.area.line_feed

    def calls_in(free: Sequence[Rect]) -> list[list[int]]:
        if not prose.rows:
            taken = shares(prose.strips, free, is_balanced)[:-1]
            return [[call for strip in each for call in strip.calls] for each in taken]
        rest = fill_rows(prose.rows, free, feed).rest
        pairs = ((_calls(prose.rows, column), _calls(rest, column)) for column in range(len(free)))
        return [[call for call in before if call not in after] for before, after in pairs]

    def set_notes(number: int, calls: Sequence[int]) -> tuple[Strip, ...]:
        notes = prose.notes[number if prose.rows else 0]
        return footnotes_of([notes[call - 1] for call in calls], setting, boxes[number].width)

    return shortened(boxes, feed, calls_in, set_notes)


def _calls(rows: Sequence[Row], column: int) -> list[int]:
    """The calls in a column of some rows, in order."""
    return [call for row in rows if column < len(row) for strip in row[column] for call in strip.calls]


def prose_pages(
    first: Composition,
    prose: Prose,
    box: Rect,
    content: PageContent,
    setting: Setting,
    role: str,
    most: int = 1,
    wanted: int = 0,
) -> tuple[Page, ...]:
    """Prose from a begun page on over as many pages as it needs, `most` at the most; the drawing stands on the last.

    `wanted` is the number of columns where one language is set. What finds no room is reported.
    """
    pages: list[Page] = []
    page, offset = first, 0
    while True:
        columns = columns_of(content, setting, box, wanted, offset)
        may_go_on = offset + 1 < most
        trial = Composition(setting.area.trim)
        depth, rest = set_prose(trial, prose, columns, content, setting, goes_on=may_go_on)
        if rest and may_go_on:
            trial = Composition(setting.area.trim)
            depth, rest = set_prose(trial, prose, columns, content, setting, is_balanced=False, goes_on=True)
        page.items.extend(trial.items)
        is_last = not rest or offset + 1 == most or rest == prose
        if is_last:
            setting.overset(rest.left, content)
            set_foot_band(page, content, box, box.y + depth, setting)
        pages.append(setting.finish(page, content, role, offset))
        if is_last:
            return tuple(pages)
        prose, offset, page = rest, offset + 1, setting.begin()
        box = setting.box(offset)
