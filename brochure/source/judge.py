"""What pydantic says of a mapping that msgspec did not take, and the schema it makes of a class: pydantic's only room.

Of each class of ours a class of pydantic's is made, with the same fields, types and bounds.
"""

from __future__ import annotations

from functools import cache
from types import GenericAlias, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Meta
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    WithJsonSchema,
    create_model,
    model_validator,
)

from brochure.source.model import Model, hints_of, is_record, is_required
from brochure.source.words import Checked, OneOrMany, Refused

_BOUNDS = ("ge", "gt", "le", "lt", "multiple_of", "min_length", "max_length", "pattern")


class Judge(BaseModel):
    """What all classes of pydantic's are made from."""

    model_config = ConfigDict(extra="forbid", defer_build=True, allow_inf_nan=False)


def problems(model: type[Model], fed: dict[str, Any]) -> list[Any]:
    """pydantic's errors about what a class is fed with; none where it takes it."""
    try:
        judge_of(model).model_validate(fed)
    except ValidationError as found:
        return list(found.errors(include_url=False))
    return []


@cache
def judge_of(model: type[Model]) -> type[BaseModel]:
    """The class of pydantic's that reads what one of ours reads."""
    fields: dict[str, Any] = {
        name: (_judged(hint), ... if is_required(model, name) else None) for name, hint in hints_of(model).items()
    }
    looks = getattr(model, "__post_init__", None)

    def looked(record: Any) -> Any:
        if looks is not None:
            looks(record)
        return record

    whole = {"looked": model_validator(mode="after")(looked)}
    named: dict[str, Any] = {"__base__": Judge, "__module__": model.__module__, "__validators__": whole}
    return create_model(model.__name__, __doc__=model.__doc__, **named, **fields)


def _judged(hint: Any) -> Any:
    """A type as pydantic is to read it."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        inner = _judged(parts[0])
        for mark in parts[1:]:
            inner = Annotated[inner, found] if (found := _mark(mark)) is not None else inner
        return inner
    if origin in (UnionType, Union):
        return Union[tuple(_judged(part) for part in parts)]  # noqa: UP007
    if origin in (tuple, dict):
        inner = tuple(part if part is Ellipsis else _judged(part) for part in parts)
        return GenericAlias(origin, inner)
    if is_record(hint):
        return judge_of(hint)
    made: Any = hint
    return Annotated[made, PlainValidator(_passed), WithJsonSchema(made.SCHEMA)] if hasattr(made, "taken") else made


def _mark(mark: object) -> Any:
    """A mark of ours on a field as pydantic knows it; None where it is none of its business."""
    if isinstance(mark, Meta):
        return Field(**{name: bound for name in _BOUNDS if (bound := getattr(mark, name)) is not None})
    if isinstance(mark, Checked):
        return BeforeValidator(_passed)
    if isinstance(mark, OneOrMany):
        return BeforeValidator(_passed, json_schema_input_type=str | tuple[str, ...])
    return None


def _passed(value: Any) -> Any:
    """What was read beforehand passes; a refusal that stands in its place is raised."""
    if isinstance(value, Refused):
        raise value
    return value
