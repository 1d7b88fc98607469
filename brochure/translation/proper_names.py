"""Every proper name of a booklet as one language writes it: what no rule about words applies to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from brochure.content.booklet import Booklet
from brochure.content.names import Names
from brochure.source.model import Model


def proper_names(booklet: Booklet, language: str) -> frozenset[str]:
    """The names of all records, and those inside them, in a language."""
    return frozenset(
        names.in_(language)
        for shelf in booklet.shelves()
        for record in shelf.values()
        for names in _names(record)
        if names.has(language)
    )


def _names(value: Any) -> Iterator[Names]:
    if isinstance(value, Names):
        yield value
    elif isinstance(value, Model):
        for name in value.__struct_fields__:
            yield from _names(getattr(value, name))
    elif isinstance(value, list | tuple):
        for inner in cast(tuple[Any, ...], value):
            yield from _names(inner)
