"""The rows that are sent out for translation: a text, what it is now, and room for what it should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from brochure.diagnostics import Span
from brochure.translation.catalogs import Catalog, State
from brochure.translation.extract import SourceEntry
from brochure.translation.marks import Mark


class Row(Struct, frozen=True):
    """One text. `current` is its translation when the row was written (None where the file has no such column),
    `text` the one to be taken in, `number` the row's in its table, from 1, `place` where it can be shown.
    """

    key: str
    source: str
    current: str | None = None
    text: str = ""
    state: str = ""
    pages: str = ""
    note: str = ""
    is_fuzzy: bool = False
    mark: Mark = Mark.NONE
    number: int = 0
    place: Span | None = None


class Table(Struct, frozen=True):
    """Rows and the language they are translated into ("" where the file does not say)."""

    rows: tuple[Row, ...]
    language: str = ""


def rows_of(
    catalog: Catalog | None, sources: Iterable[SourceEntry], pages: Mapping[str, str], is_for_all: bool = False
) -> tuple[Row, ...]:
    """A row for each text that cannot be printed yet, or for every text."""
    found: list[Row] = []
    for source in sources:
        entry = catalog[source.key] if catalog else None
        state = entry.state_for(source.source) if entry else State.MISSING
        if is_for_all or not state.is_printable:
            older = entry.made_from(source.source) if entry else ""
            note = "\n".join(line for line in (source.comment, f"← {older}" if older else "") if line)
            current = entry.text if entry else ""
            place = pages.get(source.key, "")
            found.append(Row(source.key, source.source, current, "", state.value, place, note))
    return tuple(found)
