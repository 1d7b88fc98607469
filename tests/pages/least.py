"""The least an author must write for a page of a type, read off its class: no test keeps a list of all types."""

from __future__ import annotations

import json
from itertools import count
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from brochure.content.booklet import Booklet
from brochure.content.identity import Id, Refers
from brochure.content.names import Names
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.pages import PAGE_TYPES

WORD = "港"
FIRST_YEAR = 1980


def least(name: str, booklet: Booklet) -> dict[str, Any]:
    """What must stand in an order of this type besides id, type and title, with values that may stand there."""
    return _fields(PAGE_TYPES[name].content, booklet, frozenset(PageContent.model_fields))


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
        for key, hint in get_type_hints(PAGE_TYPES[name].content, include_extras=True).items()
        if key in PAGE_TYPES[name].content.model_fields
        and PAGE_TYPES[name].content.model_fields[key].is_required()
        and key not in PageContent.model_fields
    }
    return next((key for key, hint in own.items() if len(own) == 1 and _refers(hint)), "")


def _fields(model: type[BaseModel], booklet: Booklet, known: frozenset[str] = frozenset()) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    years = count(FIRST_YEAR, 9)
    return {
        key: _value(hints[key], field, booklet, years)
        for key, field in model.model_fields.items()
        if field.is_required() and key not in known
    }


def _refers(hint: Any) -> str:
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((mark.kind for mark in marks if isinstance(mark, Refers)), "")


def _value(hint: Any, field: FieldInfo, booklet: Booklet, years: Any) -> Any:
    if kind := _refers(hint):
        return next(iter(getattr(booklet, kind)))
    plain = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if hint == Id:
        return "a"
    if plain is Text:
        return WORD
    if plain is Names:
        return {"ja": WORD, "zh_CN": WORD, "zh_TW": WORD, "en": "Port"}
    if plain is int:
        return next(years) if any(getattr(mark, "le", None) == 9999 for mark in field.metadata) else 1
    if plain is str:
        return "snow"  # a drawing
    if get_origin(plain) is tuple:
        return [_fields(get_args(plain)[0], booklet)]
    raise TypeError(f"a field of {plain} has no least value here")
