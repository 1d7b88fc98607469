"""The least an author must write for a page of a type, read off its class: no test keeps a list of all types."""

from __future__ import annotations

import json
from itertools import count
from typing import Annotated, Any, get_args, get_origin

from brochure.content.booklet import Booklet
from brochure.content.identity import Id, Refers
from brochure.content.names import Names
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.pages import PAGE_TYPES
from brochure.source.model import Model, hints_of, is_required

WORD = "港"
FIRST_YEAR = 1980


def least(name: str, booklet: Booklet) -> dict[str, Any]:
    """What must stand in an order of this type besides id, type and title, with values that may stand there."""
    return _fields(PAGE_TYPES[name].content, booklet, frozenset(PageContent.__struct_fields__))


def as_yaml(fields: dict[str, Any]) -> str:
    """The fields as an author may write them, a line each."""
    return "\n".join(
        f"{key}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for key, value in fields.items()
    )


def reference(name: str) -> str:
    """The one field a type cannot do without, where that is the id of a record; else nothing."""
    own = {
        key: hint
        for key, hint in hints_of(PAGE_TYPES[name].content).items()
        if is_required(PAGE_TYPES[name].content, key) and key not in PageContent.__struct_fields__
    }
    return next((key for key, hint in own.items() if len(own) == 1 and _refers(hint)), "")


def _fields(model: type[Model], booklet: Booklet, known: frozenset[str] = frozenset()) -> dict[str, Any]:
    years = count(FIRST_YEAR, 9)
    return {
        key: _value(hint, booklet, years)
        for key, hint in hints_of(model).items()
        if is_required(model, key) and key not in known
    }


def _refers(hint: Any) -> str:
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((mark.kind for mark in marks if isinstance(mark, Refers)), "")


def _value(hint: Any, booklet: Booklet, years: Any) -> Any:
    if kind := _refers(hint):
        return next(iter(getattr(booklet, kind)))
    plain, *marks = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    if hint == Id:
        return "a"
    if plain is Text:
        return WORD
    if plain is Names:
        return {"ja": WORD, "zh_CN": WORD, "zh_TW": WORD, "en": "Port"}
    if plain is int:
        return next(years) if any(getattr(mark, "le", None) == 9999 for mark in marks) else 1
    if plain is str:
        return "snow"  # a drawing
    if get_origin(plain) is tuple:
        return [_fields(get_args(plain)[0], booklet)]
    raise TypeError(f"a field of {plain} has no least value here")
