"""An author's file in the one form: ids where they are missing, readings as `｜漢字《かな》`; all else as it was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from brochure.content.marks import normal_marks
from brochure.content.text import Text
from brochure.source.edits import Edit, Manuscript, scalar
from brochure.source.model import Model, hints_of, is_required
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

_NAMING = ("name", "title", "headline", "label", "term", "words", "text", "type", "city", "organisation", "person")
"""The keys an id may be made from, the best first."""
_LONGEST = 24  # characters of an id that is made from words

ModelOf = Callable[[MappingNode], type[Model] | None]
"""Chooses the class of a mapping by what is in it, as a page's is by its type."""


def edits(
    manuscript: Manuscript, root: Node, model: type[Model], model_of: ModelOf | None = None, gives_ids: bool = True
) -> Iterator[Edit]:
    """The edits that bring a file into form. `model` reads the root, or, where that is a list, each of its items.

    Without `gives_ids` only readings are written: so in an override, whose ids name what stands elsewhere.
    """
    for item in root.items if isinstance(root, SequenceNode) else (root,):
        if isinstance(item, MappingNode):
            yield from _mapping(manuscript, item, model, model_of, gives_ids)
    if gives_ids and isinstance(root, SequenceNode):
        yield from _ids(manuscript, root, model)


def _mapping(
    manuscript: Manuscript, node: MappingNode, model: type[Model], model_of: ModelOf | None, gives_ids: bool
) -> Iterator[Edit]:
    plan = _plan(model)
    for key, value in node.entries:
        inner = plan.get(key.text)
        items = value.items if isinstance(value, SequenceNode) else (value,)
        if inner is None and model_of is not None and isinstance(value, SequenceNode):
            for item in items:
                if isinstance(item, MappingNode) and (chosen := model_of(item)) is not None:
                    yield from _mapping(manuscript, item, chosen, None, gives_ids)
        elif inner is Text:
            for item in items:
                if isinstance(item, ScalarNode):
                    yield from _readings(manuscript, item)
        elif inner is not None and issubclass(inner, Model):
            for item in items:
                if isinstance(item, MappingNode):
                    yield from _mapping(manuscript, item, inner, model_of, gives_ids)
            if gives_ids and isinstance(value, SequenceNode):
                yield from _ids(manuscript, value, inner)


@cache
def _plan(model: type[Model]) -> dict[str, type[Text] | type[Model]]:
    """The fields of a class that hold copy or other mappings."""
    found = {name: _inner(hint) for name, hint in hints_of(model).items()}
    return {name: inner for name, inner in found.items() if inner is not None}


def _inner(annotation: Any) -> type[Text] | type[Model] | None:
    if get_origin(annotation) is Annotated:
        return _inner(get_args(annotation)[0])
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, Text | Model) else None
    return next((found for part in get_args(annotation) if (found := _inner(part)) is not None), None)


def _readings(manuscript: Manuscript, node: ScalarNode) -> Iterator[Edit]:
    """The edit that writes a scalar's readings in the normal form, in the signs that stand in the file."""
    start = manuscript.offset(node.span.line, node.span.column)
    end = manuscript.offset(node.span.end_line, node.span.end_column)
    raw = manuscript.text[start:end]
    if node.style == '"' and "\\" in raw:
        return  # escapes of YAML stand between the signs and what they mean
    normal = normal_marks(raw)
    if normal != raw:
        yield Edit(start, end, normal)


def _ids(manuscript: Manuscript, node: SequenceNode, model: type[Model]) -> Iterator[Edit]:
    """The edits that give an id to every item that has none and should."""
    if "id" not in model.__struct_fields__ or not is_required(model, "id"):
        return
    taken = {item.text("id") for item in node.items if isinstance(item, MappingNode)}
    for item in node.items:
        if not isinstance(item, MappingNode) or item.text("id") or not item.entries:
            continue
        name = proposed_id(item, taken)
        if not name:
            continue
        taken.add(name)
        key = item.key("id")
        if key is not None:  # `id:` without a value
            at = manuscript.offset(key.span.end_line, key.span.end_column)
            colon = manuscript.text.index(":", at) + 1
            yield Edit(colon, colon, f" {scalar(name)}")
            continue
        first = item.entries[0][0].span
        at = manuscript.offset(first.line, first.column)
        is_flow = manuscript.text[manuscript.offset(item.span.line, item.span.column)] == "{"
        between = ", " if is_flow else manuscript.line_end + " " * (first.column - 1)
        yield Edit(at, at, f"id: {scalar(name)}{between}")


def proposed_id(item: MappingNode, taken: set[str]) -> str:
    """An id made of the item's date and kind, or of its name or title; "" where it has none of these."""
    date, kind = item.text("date"), item.text("kind")
    parts = [date[:7], kind] if date and kind else [words for key in _NAMING if (words := _said(item, key))][:1]
    stem = "-".join(part for part in (_slug(part) for part in parts) if part)
    if not stem:
        return ""
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _said(item: MappingNode, key: str) -> str:
    """The words of a key: of a name in many languages the English or the Japanese ones."""
    value = item.get(key)
    if isinstance(value, MappingNode):
        return value.text("en") or value.text("ja")
    return item.text(key)


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKC", words.split("\n")[0]).casefold()
    return re.sub(r"[\W_]+", "-", plain)[:_LONGEST].strip("-")
