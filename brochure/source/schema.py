"""JSON Schemas of the classes that read authors' mappings, for editors that complete keys and underline mistakes.

An editor's YAML reader types scalars by how they look (`1990` is a number to it); here they are words until a field
takes them in. So a field of words accepts whatever looks like a number too, and every key may stand without a value
where it may be left out.
"""

from __future__ import annotations

from typing import Any, cast

from pydantic.json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from brochure.source.judge import judge_of
from brochure.source.model import Model

DIALECT = "http://json-schema.org/draft-07/schema#"  # what the YAML language server understands best
WORDS = ["string", "number", "boolean"]
"""What words may look like to an editor."""


class _Generator(GenerateJsonSchema):
    """pydantic's schemas with words as words are read here, and without titles made from field names."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**super().str_schema(schema), "type": WORDS}

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A field that may be None."""
        return _or_nothing(self.generate_inner(schema["schema"]))

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """A field that may be left out may also stand without a value."""
        inner = self.generate_inner(schema["schema"])
        return _or_nothing(inner)


def _or_nothing(schema: JsonSchemaValue) -> JsonSchemaValue:
    kinds = schema.get("type")
    if kinds is not None and "enum" not in schema and "const" not in schema:
        known = cast(list[str], kinds if isinstance(kinds, list) else [kinds])
        return {**schema, "type": [*known, *(() if "null" in known else ("null",))]}
    choices = cast(list[JsonSchemaValue], schema.get("anyOf", [schema]))
    return {"anyOf": [*(each for each in choices if each != {"type": "null"}), {"type": "null"}]}


def schema_of(model: type[Model]) -> dict[str, Any]:
    """The schema of a class, its inner classes in `definitions`."""
    found = judge_of(model).model_json_schema(
        schema_generator=_Generator, ref_template=DEFAULT_REF_TEMPLATE.replace("$defs", "definitions")
    )
    return _tidy(found)


def _tidy(found: dict[str, Any]) -> dict[str, Any]:
    """The schema without titles, and of each docstring its first paragraph."""
    definitions: dict[str, Any] = found.pop("$defs", {})
    for each in (found, *definitions.values()):
        each.pop("title", None)
        if "description" in each:
            each["description"] = str(each["description"]).split("\n\n")[0].replace("\n", " ")
    if definitions:
        found["definitions"] = dict(sorted(definitions.items()))
    return found


_ORDERS: dict[str, Any] = {
    "is_left_out": {"type": ["boolean", "null"]},
    "after": {"type": WORDS},
    "before": {"type": WORDS},
}


def override_of(model: type[Model]) -> dict[str, Any]:
    """The schema of a part of a record, as an override holds it: only ids are required."""
    return _partial(schema_of(model))


def _partial(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_partial(each) for each in cast(list[Any], schema)]
    if not isinstance(schema, dict):
        return schema
    found = cast(dict[str, Any], schema)
    inner = {key: _partial(value) for key, value in found.items() if key not in ("required", "minItems")}
    fields = found.get("properties")
    if found.get("type") != "object" or not isinstance(fields, dict):
        return inner
    orders = {"without": {"type": ["array", *WORDS], "items": {"type": WORDS}}}
    orders |= _ORDERS if "id" in fields else {}
    return {
        **inner,
        "properties": {**inner["properties"], **orders},
        **({"required": ["id"]} if "id" in fields else {}),
    }


def list_of(key: str, record: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file that holds one list of records of a schema under a key."""
    definitions = record.pop("definitions", {})
    rows = {"anyOf": [{"type": "array", "items": record}, {"type": "null"}]}
    root: dict[str, Any] = {"type": "object", "properties": {key: rows}, "required": [key]}
    root["additionalProperties"] = False
    return {**root, "definitions": definitions} if definitions else root
