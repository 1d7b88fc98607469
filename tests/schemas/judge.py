"""A small judge of JSON Schemas: the words of draft-07 that ours use; any other word is an error of the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from brochure.source.nodes import MappingNode, Node, ScalarNode

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
_SILENT = {"$schema", "description", "definitions", "if", "then", "else"}


def as_json(node: Node) -> Any:
    """A node as an editor's YAML reader types it, by the core schema of YAML 1.2."""
    if isinstance(node, MappingNode):
        return {key.text: as_json(value) for key, value in node.entries}
    if not isinstance(node, ScalarNode):
        return [as_json(item) for item in node.items]
    text = node.text
    if node.style:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text) else text


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "") -> Iterator[str]:
    """What in a value a schema forbids, with its path."""
    for word, rule in schema.items():
        if word not in _SILENT:
            yield from _RULES[word](value, rule, schema, root, path)
    if "if" in schema:
        branch = "else" if list(faults(value, schema["if"], root, path)) else "then"
        yield from faults(value, schema.get(branch, {}), root, path)


def _is(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, _TYPES[name])


def _type(value: Any, rule: Any, schema: Any, root: Any, path: str) -> Iterator[str]:
    if not any(_is(value, name) for name in (rule if isinstance(rule, list) else [rule])):
        yield f"{path}: {value!r} is not {rule}"


def _properties(value: Any, rule: Any, schema: Any, root: Any, path: str) -> Iterator[str]:
    for key, inner in rule.items():
        if isinstance(value, dict) and key in value:
            yield from faults(value[key], inner, root, f"{path}.{key}")


def _additional(value: Any, rule: Any, schema: Any, root: Any, path: str) -> Iterator[str]:
    for key in value if isinstance(value, dict) else ():
        if key not in schema.get("properties", {}):
            if rule is False:
                yield f"{path}: {key} is unknown"
            elif isinstance(rule, dict):
                yield from faults(value[key], rule, root, f"{path}.{key}")


def _required(value: Any, rule: Any, schema: Any, root: Any, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{path}: {key} is missing" for key in rule if key not in value)


def _items(value: Any, rule: Any, schema: Any, root: Any, path: str) -> Iterator[str]:
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from faults(item, rule, root, f"{path}[{index}]")


def _any(value: Any, rule: Any, schema: Any, root: Any, path: str) -> Iterator[str]:
    found = [list(faults(value, each, root, path)) for each in rule]
    if all(found):
        yield from min(found, key=len)


def _all(value: Any, rule: Any, schema: Any, root: Any, path: str) -> Iterator[str]:
    for each in rule:
        yield from faults(value, each, root, path)


def _ref(value: Any, rule: Any, schema: Any, root: Any, path: str) -> Iterator[str]:
    yield from faults(value, root["definitions"][rule.removeprefix("#/definitions/")], root, path)


def _pattern(value: Any, rule: Any, schema: Any, root: Any, path: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(rule, value):
        yield f"{path}: {value!r} is not {rule}"


def _one_of(value: Any, rule: Any, schema: Any, root: Any, path: str) -> Iterator[str]:
    if value not in rule:
        yield f"{path}: {value!r} is not among {rule}"


def _bound(value: Any, is_kept: bool, path: str) -> Iterator[str]:
    if not is_kept:
        yield f"{path}: {value!r} is out of range"


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_RULES: dict[str, Any] = {
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "required": _required,
    "items": _items,
    "anyOf": _any,
    "allOf": _all,
    "$ref": _ref,
    "pattern": _pattern,
    "enum": _one_of,
    "const": lambda value, rule, *rest: _one_of(value, [rule], *rest),
    "minimum": lambda value, rule, s, r, path: _bound(value, not _number(value) or value >= rule, path),
    "maximum": lambda value, rule, s, r, path: _bound(value, not _number(value) or value <= rule, path),
    "exclusiveMinimum": lambda value, rule, s, r, path: _bound(value, not _number(value) or value > rule, path),
    "minLength": lambda value, rule, s, r, path: _bound(value, not isinstance(value, str) or len(value) >= rule, path),
    "minItems": lambda value, rule, s, r, path: _bound(value, not isinstance(value, list) or len(value) >= rule, path),
    "maxItems": lambda value, rule, s, r, path: _bound(value, not isinstance(value, list) or len(value) <= rule, path),
}
