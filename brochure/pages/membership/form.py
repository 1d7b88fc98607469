"""A form to fill in by hand (申込書): rows with their labels on a tint and room to write beside them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brochure.drawing.frame import Shape, Stroke, line, rectangle
from brochure.drawing.geometry import Rect
from brochure.layout.composition import Composition
from brochure.layout.strip import Strip, height_of
from brochure.layout.text_block import Words
from brochure.pages.membership.content import FormField
from brochure.pages.page_type import Setting

_LABEL = 8  # characters
_WRITING = 1.75  # lines of the grid a hand needs: some 10 mm
_PADDING = 5.0  # points within a cell
_FRAME, _RULE = 0.6, 0.3
_BOX = "□ "


class FormRow(Struct, frozen=True):
    """The fields of a row, how wide each is, and how high the row is, in points."""

    fields: tuple[FormField, ...]
    width: float
    height: float


def rows_of(fields: Sequence[FormField], width: float, setting: Setting) -> tuple[FormRow, ...]:
    """The fields in rows: two halves that follow each other share one."""
    rows: list[FormRow] = []
    rest = list(fields)
    while rest:
        taken = 2 if len(rest) > 1 and rest[0].is_half and rest[1].is_half else 1
        row, rest = tuple(rest[:taken]), rest[taken:]
        share = width / taken
        rows.append(FormRow(row, share, max(_height(field, share, setting) for field in row)))
    return tuple(rows)


def set_rows(page: Composition, rows: Sequence[FormRow], x: float, y: float, setting: Setting) -> None:
    """Draw the rows one under the other, framed."""
    top = y
    for row in rows:
        for number, field in enumerate(row.fields):
            _set_field(page, field, Rect(x + number * row.width, top, row.width, row.height), setting)
        top += row.height
    palette = setting.palette
    frame = rectangle(x, y, rows[0].width * len(rows[0].fields), top - y)
    page.shape(Shape(frame, stroke=Stroke(palette.ink, _FRAME)))
    at = y
    for row in rows[:-1]:
        at += row.height
        page.rule(x, at, x + row.width * len(row.fields), at, palette.ink, _RULE)


def _set_field(page: Composition, field: FormField, box: Rect, setting: Setting) -> None:
    label, entry = _cells(box, setting)
    page.box(label, setting.palette.tint_cool)
    for left in (label.x, entry.x):
        if left > box.x or left > setting.box().x:
            page.shape(Shape(line(left, box.y, left, box.bottom), stroke=Stroke(setting.palette.ink, _RULE)))
    name = _label(field, label.width, setting)
    page.stack(name, label.x + _PADDING, box.y + (box.height - height_of(name)) / 2)
    said = _said(field, entry.width, setting)
    drop = (box.height - height_of(said)) / 2 if field.choices else _PADDING / 2
    page.stack(said, entry.x + _PADDING, box.y + drop)
    step = box.height / field.lines
    for number in range(1, field.lines):
        y = box.y + number * step
        page.rule(entry.x + _PADDING, y, entry.right - _PADDING, y, setting.palette.rule, _RULE)


def _cells(box: Rect, setting: Setting) -> tuple[Rect, Rect]:
    width = _LABEL * setting.area.size
    return Rect(box.x, box.y, width, box.height), Rect(box.x + width, box.y, box.width - width, box.height)


def _height(field: FormField, width: float, setting: Setting) -> float:
    label, entry = _cells(Rect(0.0, 0.0, width, 0.0), setting)
    written = field.lines * _WRITING * setting.area.line_feed
    spoken = max(height_of(_label(field, label.width, setting)), height_of(_said(field, entry.width, setting)))
    return max(written, spoken + 2 * _PADDING)


def _label(field: FormField, width: float, setting: Setting) -> tuple[Strip, ...]:
    return setting.stacked(setting.all_words(field.label), "table-label", width - 2 * _PADDING)


def _said(field: FormField, width: float, setting: Setting) -> tuple[Strip, ...]:
    """What is printed where the applicant writes: the choices of each language on a line, or the hint."""
    measure = width - 2 * _PADDING
    if not field.choices:
        return setting.stacked(setting.all_words(field.hint), "note", measure)
    return setting.stacked(setting.each(lambda voice: _choices(field, voice)), "table-value", measure)


def _choices(field: FormField, voice: Setting) -> Words:
    said = [voice.words(choice.label) for choice in field.choices]
    return Words("　　".join(_BOX + each.text for each in said), said[0].origin, said[0].language)
