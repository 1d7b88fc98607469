"""Rules about form: fields, blanks, readings, paragraphs, room."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.content.mark_rules import wrong_marks
from brochure.content.marks import parse_marks
from brochure.diagnostics import Diagnostic, error, message, warning
from brochure.patterns import pattern
from brochure.translation.checks.checked import Checked
from brochure.translation.extract import fields_of
from brochure.translation.fields import lost_fields

_SLOTS = {
    "kicker": 24.0,
    "bookmark": 20.0,
    "title": 48.0,
    "motto": 36.0,
    "headline": 96.0,
    "label": 16.0,
    "credit": 60.0,
}
"""How many ems the page has room for, by the last word of a text's key: a kicker is one line of the head, a title two
of its lines, a headline of the chronology three."""

_NARROWEST = min(_SLOTS.values())
_LONGEST = 1.8  # times the source's width, where the slot is not known
_LONGEST_IN_LATIN = 2.4  # the same where letters stand for characters
_NARROW = pattern(r"[\x00-\u10ff\u1e00-\u1fff\uff61-\uffdc]")  # Latin, Greek, Cyrillic and half-width kana
_LATIN = ("en",)
_LEAST_ROOM = 10.0  # ems more are no matter, however short the source


def blank(entry: Checked) -> Iterator[Diagnostic]:
    """A translation has words."""
    if not entry.text.strip():
        what = message("the translation of “{key}” is blank", key=entry.key)
        yield error("translation.blank", what, entry.span)


def fields(entry: Checked) -> Iterator[Diagnostic]:
    """A translated label or message has the fields of its source, all and no other."""
    if entry.source.span is not None:
        lost = lost_fields(entry.key, entry.source.source, entry.text, entry.span)
        yield from (lost,) if lost else ()
        return
    try:
        found = fields_of(entry.text)
    except ValueError:
        found = None
    if found != entry.source.fields:
        what = message("the fields of “{key}” are not those of its source", key=entry.key)
        cure = message("keep exactly: {fields}", fields=" ".join(f"{{{name}}}" for name in entry.source.fields))
        yield error("translation.fields", what, entry.span, cure)


def readings(entry: Checked) -> Iterator[Diagnostic]:
    """Marks are written as they must be, readings answer their characters."""
    if entry.source.span is None:
        return  # one of the program's own words, where braces are fields
    for wrong in wrong_marks(entry.text):
        words = entry.text[wrong.offset : wrong.offset + wrong.length]
        yield error("translation.reading", wrong.what, entry.at(words), *wrong.hints)


def paragraphs(entry: Checked) -> Iterator[Diagnostic]:
    """A text of one line stays one; titles may be broken otherwise, but paragraphs are not run together."""
    if entry.text.count("\n\n") != entry.source.source.count("\n\n"):
        what = message("“{key}” has not as many paragraphs as its source", key=entry.key)
        yield warning("translation.paragraphs", what, entry.span)


def notes(entry: Checked) -> Iterator[Diagnostic]:
    """Every note of the source is in the translation, and no other."""
    if "{" not in entry.source.source and "{" not in entry.text:
        return
    there, here = (sum(bool(each.note) for each in parse_marks(text)) for text in (entry.source.source, entry.text))
    if there != here and entry.source.span is not None:
        what = message("“{key}” has {here} notes; its source has {there}", key=entry.key, here=here, there=there)
        cure = message("keep every {{note:…}} after its word, and translate what stands in it")
        yield warning("translation.notes", what, entry.at("{note:"), cure)


def room(entry: Checked) -> Iterator[Diagnostic]:
    """A translation is not longer than its slot, or much longer than its source where the page's room is not known."""
    longest = _LONGEST_IN_LATIN if entry.language in _LATIN else _LONGEST
    if len(entry.plain) <= max(_LEAST_ROOM, longest * len(entry.plain_source) / 2) and len(entry.plain) <= _NARROWEST:
        return  # shorter than any room, whatever its letters
    width, source = width_in_ems(entry.plain), width_in_ems(entry.plain_source)
    slot = _SLOTS.get(entry.key.rpartition(".")[2]) if entry.source.span is not None else None
    most = slot if slot is not None else max(source * longest, source + _LEAST_ROOM)
    if width > max(most, source):
        what = message(
            "“{key}” is {width} characters wide; there is room for {most}",
            key=entry.key,
            width=round(width),
            most=round(most),
        )
        yield warning("translation.too-long", what, entry.span, message("shorten it, and look at the page"))


def width_in_ems(text: str) -> float:
    """About how wide words are set, in ems: a wide character is one, a narrow one half."""
    return len(text) - len(_NARROW.findall(text)) / 2
