"""Whether every reference leads somewhere: checked on the nodes, so that a file with other mistakes is checked too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from msgspec import Struct, field

from brochure.content.identity import Refers
from brochure.diagnostics import Message, Report, Span, error, message
from brochure.source.model import Model, hints_of
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

FILES = {
    "bibliography": "content/bibliography.yaml",
    "characters": "content/characters.yaml",
    "chronology": "content/chronology.yaml",
    "cities": "content/cities/",
    "comparisons": "content/comparisons.yaml",
    "evidence": "content/evidence.yaml",
    "exchanges": "content/exchanges/",
    "glossary": "content/glossary.yaml",
    "greetings": "content/greetings.yaml",
    "municipalities": "content/municipalities.yaml",
    "notices": "content/notices.yaml",
    "organisations": "content/organisations.yaml",
    "people": "content/people.yaml",
    "phrasebook": "content/phrasebook.yaml",
    "pictures": "content/pictures.yaml",
    "places": "content/places.yaml",
    "programmes": "content/programmes.yaml",
    "quiz": "content/quiz.yaml",
    "regions": "content/regions.yaml",
    "rosters": "content/rosters.yaml",
    "stories": "content/stories/",
    "subprefectures": "content/subprefectures.yaml",
    "talks": "content/talks.yaml",
    "ties": "content/ties.yaml",
}
"""Where the records of each kind are written."""

_SINGULAR: dict[str, Message] = {
    "bibliography": message("there is no work in the bibliography with the id “{id}”"),
    "characters": message("there is no character with the id “{id}”"),
    "chronology": message("there is no line in the chronology with the id “{id}”"),
    "cities": message("there is no city with the id “{id}”"),
    "comparisons": message("there is no comparison with the id “{id}”"),
    "exchanges": message("there is no exchange with the id “{id}”"),
    "glossary": message("there is no term in the glossary with the id “{id}”"),
    "greetings": message("there is no greeting with the id “{id}”"),
    "municipalities": message("there is no municipality with the id “{id}”"),
    "notices": message("there is no notice with the id “{id}”"),
    "organisations": message("there is no organisation with the id “{id}”"),
    "people": message("there is no person with the id “{id}”"),
    "phrasebook": message("there is no situation in the phrasebook with the id “{id}”"),
    "pictures": message("there is no picture with the id “{id}”"),
    "places": message("there is no place with the id “{id}”"),
    "programmes": message("there is no programme with the id “{id}”"),
    "quiz": message("there is no question with the id “{id}”"),
    "regions": message("there is no area with the id “{id}”"),
    "rosters": message("there is no roster with the id “{id}”"),
    "stories": message("there is no story with the id “{id}”"),
    "subprefectures": message("there is no subprefecture with the id “{id}”"),
    "talks": message("there is no talk with the id “{id}”"),
    "ties": message("there is no tie with the id “{id}”"),
}


class Register(Struct, frozen=True):
    """Every id of every kind with its place, those of records with mistakes too.

    Of a kind in `unread` some file could not be read at all: nobody can say which of its ids are missing.
    """

    ids: Mapping[str, Mapping[str, Span]]
    unread: frozenset[str] = field(default_factory=frozenset[str])

    def check(self, kind: str, name: str, span: Span | None, report: Report) -> bool:
        """Whether an id of a kind is there; a finding at `span` with the nearest id where it is not."""
        known = self.ids.get(kind, {})
        if name in known:
            return True
        if kind in self.unread:
            return False
        meant = nearest(name, known)
        cure = message("write such a record in {file}, or mend the id", file=FILES.get(kind, kind))
        hints = (message("did you mean “{meant}”?", meant=meant), cure) if meant else (cure,)
        what = Message(_SINGULAR[kind].template, (("id", name),))
        report.add(error("content.dangling-reference", what, span, *hints))
        return False

    def check_at(self, kind: str, name: ScalarNode, report: Report) -> bool:
        """The same of an id as it is written."""
        return name.text in self.ids.get(kind, ()) or self.check(kind, name.text, name.span, report)


def check_references(model: type[Model], node: Node, register: Register, report: Report) -> None:
    """A finding for every reference in a node, read as a model, that leads nowhere."""
    for kind, name in references(model, node):
        register.check_at(kind, name, report)


def references(model: type[Model], node: Node) -> list[tuple[str, ScalarNode]]:
    """Every reference in a node as (kind, id with its place)."""
    found: list[tuple[str, ScalarNode]] = []
    _gather(model, node, found)
    return found


def _gather(inner: str | type[Model], node: Node, found: list[tuple[str, ScalarNode]]) -> None:
    """Take in the references of a node, read as a model or itself the id of a record of a kind."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            _gather(inner, item, found)
    elif isinstance(inner, str):
        if isinstance(node, ScalarNode) and not node.is_nothing:
            found.append((inner, node))
    elif isinstance(node, MappingNode):
        plan = _plan(inner)
        if plan.keys().isdisjoint(node.values):
            return
        for name, value in node.values.items():
            own, is_list = plan.get(name, ("", False))
            if own and is_list is isinstance(value, SequenceNode):
                _gather(own, value, found)


@cache
def _plan(model: type[Model]) -> dict[str, tuple[str | type[Model], bool]]:
    """The fields that hold references (by kind) or other models, for one class, and whether they hold lists."""
    found = {name: (_leading(hint), _is_list(hint)) for name, hint in hints_of(model).items()}
    return {
        name: (inner, is_list)
        for name, (inner, is_list) in found.items()
        if isinstance(inner, str) or (inner is not None and _plan(inner))
    }


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(part) for part in get_args(annotation))


def _leading(annotation: Any) -> str | type[Model] | None:
    if get_origin(annotation) is Annotated:
        kinds = [mark.kind for mark in annotation.__metadata__ if isinstance(mark, Refers)]
        return kinds[0] if kinds else _leading(get_args(annotation)[0])
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation if issubclass(annotation, Model) else None
    parts = [part for part in get_args(annotation) if part not in (NoneType, Ellipsis)]
    return next((inner for part in parts if (inner := _leading(part)) is not None), None)
