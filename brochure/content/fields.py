"""Fields in copy: what is reckoned from the date of an exchange's agreement and the edition's, {years} and the like."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import Message, message
from brochure.patterns import pattern
from brochure.source.nearest import nearest

YEARS, ANNIVERSARY, TIE, DATE, NAME = "years", "anniversary", "tie", "date", "name"
FIELDS = (YEARS, ANNIVERSARY, TIE, DATE, NAME)
"""The years since the agreement, the same as an anniversary (40周年), the agreement's day, the edition's; the name of
the record a page of a group is for."""

_FIELD = pattern(r"(?<!\\)\{[ \t]*([A-Za-z_]+)[ \t]*\}")


def fields_in(source: str) -> frozenset[str]:
    """The fields copy names; a number of years and an anniversary say the same, and languages choose between them."""
    found = frozenset(match[1] for match in _FIELD.finditer(source)) if "{" in source else frozenset[str]()
    return found - {ANNIVERSARY} | {YEARS} if ANNIVERSARY in found else found


def unknown_fields(source: str) -> Iterator[tuple[int, int, Message, Message]]:
    """Each name in braces that is no field: its offset and length, what is wrong, and the cure."""
    for match in _FIELD.finditer(source):
        if match[0][1:-1] in FIELDS:
            continue
        what = message("there is no field “{field}”", field=match[0])
        near = nearest(match[1], FIELDS)
        if near:
            cure = message("did you mean “{near}”?", near=f"{{{near}}}")
        else:
            cure = message("known are: {known}", known=", ".join(f"{{{name}}}" for name in FIELDS))
        yield match.start(), len(match[0]), what, cure


def filled(source: str, values: dict[str, str]) -> str:
    """Copy with its fields' values in their places."""
    return _FIELD.sub(lambda match: values.get(match[1], match[0]), source)
