"""What pydantic finds, told in our own words, at the author's own place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any, get_args

from brochure.diagnostics import Diagnostic, Message, Span, error, message
from brochure.source.chinese_figures import chinese_number
from brochure.source.model import Model, hints_of
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode, Node, Path, ScalarNode, SequenceNode, find, first_place
from brochure.source.words import Refused

SHOWN = 24  # characters of a wrong value a message quotes

Found = tuple[str, Message, tuple[Message, ...]]
"""A code, what is wrong, and the cures."""


def told(problems: Iterable[Any], model: type[Model], node: MappingNode) -> Iterator[Diagnostic]:
    """A diagnostic for each of pydantic's errors about a node."""
    problems = tuple(problems)
    meant = {_meant_by(path_of(each["loc"]), model, node) for each in problems if each["type"] == "extra_forbidden"}
    without_id: set[Span] = set()
    for problem in problems:
        path = path_of(problem["loc"])
        if problem["type"] == "missing" and path in meant:
            continue  # it is there, under a name with a slip in it
        if problem["type"] == "too_short" and any(_is_inside(each["loc"], problem["loc"]) for each in problems):
            continue  # its items are there, with mistakes in them
        if problem["type"] == "missing":
            found = _missing(path, node)
            if path[-1] == "id" and found.span:
                without_id.add(found.span)
            yield found
        elif problem["type"] == "extra_forbidden":
            yield _unknown(path, model, node)
        else:
            found = _wrong(problem, path, node)
            if found.code == "content.text-without-id" and _owner_place(path, node) in without_id:
                continue
            yield found


def path_of(location: tuple[str | int, ...]) -> Path:
    """A pydantic location without the marks it adds of its own."""
    return tuple(step for step in location if step != "[key]")


def _is_inside(inner: tuple[str | int, ...], outer: tuple[str | int, ...]) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def _owner_place(path: Path, node: Node) -> Span:
    """Where the list item begins that a text without an id hangs on."""
    for end in range(len(path), 0, -1):
        if isinstance(path[end - 1], int):
            inner = find(node, path[:end])
            return first_place(inner or node)
    return first_place(node)


def _missing(path: Path, node: Node) -> Diagnostic:
    *outer, key = path
    owner = find(node, tuple(outer))
    written = owner.key(str(key)) if isinstance(owner, MappingNode) else None
    if written is not None:
        return error(
            "content.no-value",
            message("“{key}” has no value", key=str(key)),
            written.span,
            message("write the value after the colon and a space"),
        )
    return error(
        "content.missing-key",
        message("the key “{key}” is missing here", key=str(key)),
        first_place(owner or node),
        message("add a line “{key}: …” with the same indent", key=str(key)),
    )


def _meant_by(path: Path, model: type[Model], node: Node) -> Path:
    """The path of the key that an unknown one most likely stands for; () where nobody can say."""
    *outer, key = path
    owner = find(node, tuple(outer))
    known = model_at(model, tuple(outer)).__struct_fields__
    taken = set(owner.values) if isinstance(owner, MappingNode) else set[str]()
    meant = nearest(str(key), (name for name in known if name not in taken)) or nearest(str(key), known)
    return (*outer, meant) if meant else ()


def _unknown(path: Path, model: type[Model], node: Node) -> Diagnostic:
    *outer, key = path
    owner = find(node, tuple(outer))
    written = owner.key(str(key)) if isinstance(owner, MappingNode) else None
    place = written.span if written else first_place(owner or node)
    known = model_at(model, tuple(outer)).__struct_fields__
    meant = str(meant_path[-1]) if (meant_path := _meant_by(path, model, node)) else ""
    what = message("there is no key “{key}” here", key=str(key))
    if meant:
        return error("content.unknown-key", what, place, message("did you mean “{meant}”?", meant=meant))
    return error("content.unknown-key", what, place, message("the keys here are: {known}", known=", ".join(known)))


def model_at(model: type[Model], path: Path) -> type[Model]:
    """The class that reads the mapping a path leads to."""
    for step in path:
        hint = hints_of(model).get(step) if isinstance(step, str) else None
        if hint is not None:
            model = _inner_model(hint) or model
    return model


def _inner_model(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner_model(part))), None)


def _wrong(problem: Any, path: Path, node: Node) -> Diagnostic:
    inner = find(node, path) or find(node, path[:-1]) or node
    place = first_place(inner)
    refused = problem.get("ctx", {}).get("error")
    if isinstance(refused, Refused):
        if refused.length and isinstance(inner, ScalarNode):
            place = inner.at(refused.offset, refused.length)
        return error(refused.code, refused.what, place, *refused.hints)
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    rule = _RULES.get(problem["type"], _other)
    code, what, hints = rule(key, inner, problem)
    return error(code, what, place, *hints)


def _said(node: Node) -> str:
    """A wrong value as a message quotes it."""
    if not isinstance(node, ScalarNode):
        return "[…]" if isinstance(node, SequenceNode) else "{…}"
    text = node.text.replace("\n", " ")
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _text(key: str, node: Node, problem: Any) -> Found:
    what = message("“{key}” takes words, but here is {value}", key=key, value=_said(node))
    return "content.wrong-type", what, (not_words(node),)


def not_words(node: Node) -> Message:
    """The cure where words were wanted and a list or a mapping was found."""
    is_flow = node.span.line == node.span.end_line
    if is_flow and not isinstance(node, ScalarNode):
        return message("words that begin with [ or {{ must be put in quotes")
    return message("write the words after the colon; for several lines, put “|-” there and indent the lines")


def _whole_number(key: str, node: Node, problem: Any) -> Found:
    what = message("“{key}” takes a whole number, but here is “{value}”", key=key, value=_said(node))
    return "content.wrong-type", what, _number_hints(node, r"-?\d+")


def _number(key: str, node: Node, problem: Any) -> Found:
    what = message("“{key}” takes a number, but here is “{value}”", key=key, value=_said(node))
    return "content.wrong-type", what, _number_hints(node, r"-?\d+(?:\.\d+)?")


def _number_hints(node: Node, pattern: str) -> tuple[Message, ...]:
    """The number the author seems to mean, in half-width figures and without commas or units."""
    text = unicodedata.normalize("NFKC", node.text) if isinstance(node, ScalarNode) else ""
    text = re.sub(r"(?<=\d)[,、_ ](?=\d{3})", "", text)
    found = re.findall(pattern, re.sub(r"(?<=\d)\.0+(?!\d)", "", text), re.ASCII)
    meant = chinese_number(text.rstrip("人名台件回"))
    if meant is None and len(found) == 1:
        meant = re.sub(r"^(-?)0+(?=\d)", r"\1", found[0])
    if meant is not None:
        return (message("write {number}: half-width figures only, no unit, no comma", number=meant),)
    return (message("write half-width figures only, no unit, no comma"),)


def _yes_or_no(key: str, node: Node, problem: Any) -> Found:
    what = message("“{key}” takes true or false, but here is “{value}”", key=key, value=_said(node))
    said = _said(node).strip().casefold()
    if said in _YES or said in _NO:
        return "content.wrong-type", what, (message("write {word}", word="true" if said in _YES else "false"),)
    meant = nearest(said, ("true", "false"))
    return (
        "content.wrong-type",
        what,
        (message("write {word}", word=meant) if meant else message("write true or false"),),
    )


_YES = frozenset({"yes", "y", "on", "t", "1", "はい", "有", "あり", "○", "〇", "◯", "是", "对", "真", "✓"})
_NO = frozenset({"no", "n", "off", "f", "0", "いいえ", "無", "なし", "×", "✕", "否", "不", "假", "-"})


def _choice(key: str, node: Node, problem: Any) -> Found:
    known = _choices(problem)
    said = _said(node)
    what = message("“{value}” is not one of the words “{key}” can be", key=key, value=said)
    meant = nearest(said, known)
    listed = message("the words are: {known}", known=", ".join(known))
    hints = (message("did you mean “{meant}”?", meant=meant), listed) if meant else (listed,)
    return "content.unknown-value", what, hints


def _choices(problem: Any) -> tuple[str, ...]:
    expected: str = problem["ctx"]["expected"]
    quoted = re.findall(r"'([^']*)'", expected)
    return tuple(quoted) or tuple(re.findall(r"[^\s,]+", expected.replace(" or ", " ")))


def _list(key: str, node: Node, problem: Any) -> Found:
    what = message("“{key}” takes a list, but here is {value}", key=key, value=_said(node))
    if isinstance(node, ScalarNode):
        parts = ", ".join(part for part in re.split(r"\s*[、，,;；・/]\s*|\s+", node.text) if part)
        return "content.wrong-type", what, (message("write it in square brackets: [{parts}]", parts=parts),)
    return "content.wrong-type", what, (message("begin each item with “- ” on a line of its own"),)


def _mapping(key: str, node: Node, problem: Any) -> Found:
    what = message("“{key}” takes lines of “key: value”, but here is {value}", key=key, value=_said(node))
    return "content.wrong-type", what, (message("write the keys below, each on its line, indented by two spaces"),)


def _range(sign: str) -> Callable[[str, Node, Any], Found]:
    bound = {"≥": "ge", "≤": "le", ">": "gt", "<": "lt"}[sign]

    def rule(key: str, node: Node, problem: Any) -> Found:
        limit = problem["ctx"][bound]
        what = message(
            "“{key}” must be {sign} {limit}, but here is {value}", key=key, sign=sign, limit=limit, value=_said(node)
        )
        return "content.out-of-range", what, (_RANGES.get(key, _LOOK_AGAIN),)

    return rule


_LOOK_AGAIN = message("mend the number; where it is not known, take the line away")
_SWAPPED = message("latitude goes from -90 to 90 and longitude from -180 to 180; the two may have changed places")
_RANGES = {"latitude": _SWAPPED, "longitude": _SWAPPED}


def _too_few(key: str, node: Node, problem: Any) -> Found:
    least = problem["ctx"].get("min_length", 1)
    return "content.too-few", message("“{key}” needs at least {least}", key=key, least=least), ()


def _too_many(key: str, node: Node, problem: Any) -> Found:
    most = problem["ctx"].get("max_length", 1)
    return "content.too-many", message("“{key}” has room for {most} at most", key=key, most=most), ()


def _shape(key: str, node: Node, problem: Any) -> Found:
    pattern = str(problem["ctx"].get("pattern", ""))
    what = message("“{value}” is not of the form of “{key}”: {pattern}", value=_said(node), key=key, pattern=pattern)
    return "content.wrong-form", what, ()


def _other(key: str, node: Node, problem: Any) -> Found:
    what = message("“{key}” cannot be “{value}” ({reason})", key=key, value=_said(node), reason=str(problem["msg"]))
    return "content.wrong-value", what, ()


_RULES: dict[str, Callable[[str, Node, Any], Found]] = {
    "string_type": _text,
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float", "int_parsing_size"), _whole_number),
    **dict.fromkeys(("float_parsing", "float_type", "finite_number"), _number),
    **dict.fromkeys(("bool_parsing", "bool_type"), _yes_or_no),
    **dict.fromkeys(("literal_error", "enum"), _choice),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), _list),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type", "dataclass_type"), _mapping),
    "greater_than_equal": _range("≥"),
    "less_than_equal": _range("≤"),
    "greater_than": _range(">"),
    "less_than": _range("<"),
    **dict.fromkeys(("too_short", "string_too_short"), _too_few),
    **dict.fromkeys(("too_long", "string_too_long"), _too_many),
    "string_pattern_mismatch": _shape,
}


def values_of(choices: type[Enum]) -> tuple[str, ...]:
    """The words an enumeration can be, in its order."""
    return tuple(str(choice.value) for choice in choices)
