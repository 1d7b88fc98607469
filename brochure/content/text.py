"""Copy: the author's words with their stable key and their place; what is marked in them is read by `marks`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, cast, get_args, get_origin

from msgspec import Struct

from brochure.content.mark_rules import wrong_marks
from brochure.content.marks import Piece, may_be_marked, parse_marks, plain
from brochure.content.names import Names
from brochure.content.written_in import language_of
from brochure.diagnostics import Span, message
from brochure.source.feeding import NO_ID
from brochure.source.model import Model, hints_of
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode, is_nothing
from brochure.source.words import Refused

_NOWHERE = Span("")


class Text(Struct, frozen=True, eq=False, gc=False):
    """The author's copy as typed, its key, and where it stands, by the node where it was read from one; where it stands
    is no part of what it is.

    `former` is the key it had before a rename, "" for none: its translations are found by it. `language` is the one
    whose override the words stand in, and in which alone they are printed; "" for the author's own.
    `about` is the name that `{name}` stands for, where the words are one text for the pages of many records.
    """

    SCHEMA: ClassVar[dict[str, Any]] = {"type": ["string", "number", "boolean"]}

    source: str
    key: str = ""
    place: Any = _NOWHERE  # a Span or a ScalarNode: msgspec knows no choice between two structs
    former: str = ""
    about: Names | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.source, self.key) == (other.source, other.key)

    def __hash__(self) -> int:
        return hash((self.source, self.key))

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.place.span if isinstance(self.place, ScalarNode) else self.place

    @property
    def language(self) -> str:
        """The language an override gives the words in."""
        place = self.place
        return language_of(place.place[0] if isinstance(place, ScalarNode) else place.file)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The copy as stretches with their readings and marks."""
        return parse_marks(self.source)

    @property
    def plain(self) -> str:
        """The copy without readings and marks."""
        return plain(self.source)

    def at(self, offset: int, length: int = 1) -> Span:
        """The place of part of `source`, in code points: exact where the copy is written on one line or after `|`."""
        return self.place.at(offset, length) if isinstance(self.place, ScalarNode) else self.place

    @classmethod
    def taken(cls, node: Node, key: str, former: str) -> Text:
        """The copy that stands in a field; raises Refused."""
        if not isinstance(node, ScalarNode):
            raise _not_words(node)
        if key == NO_ID:
            raise Refused(
                "content.text-without-id",
                message("this text hangs on a list item that has no id, so no translation could be kept for it"),
                message("give the item a line “id: …” of its own; it must never change"),
            )
        source = node.text.rstrip("\n")
        if may_be_marked(source):
            wrong = next(wrong_marks(source), None)
            if wrong:
                raise wrong
        return cls(source, key, node, former if former != key else "")


def _not_words(node: MappingNode | SequenceNode) -> Refused:
    what = message("words are expected here, but here is a list or a mapping")
    if isinstance(node, MappingNode) and sum(not is_nothing(value) for value in node.values.values()) < 2:
        return Refused("content.wrong-type", what, message("words that begin with [ or {{ must be put in quotes"))
    cure = message("write the words after the colon; for several lines, put “|-” there and indent the lines")
    return Refused("content.wrong-type", what, cure)


def iterate_texts(value: Any) -> Iterator[Text]:
    """Every Text in a record, a mapping or a sequence of records, in the order of the fields and of the file."""
    found: list[Text] = []
    _gather(value, found)
    return iter(found)


def _gather(value: Any, found: list[Text]) -> None:
    if isinstance(value, Text):
        found.append(value)
    elif isinstance(value, Model):
        for name in _with_copy(type(value)):
            inner = getattr(value, name)
            if type(inner) is Text:
                found.append(inner)
            elif inner is not None:
                _gather(inner, found)
    elif isinstance(value, dict):
        for inner in cast(dict[Any, Any], value).values():
            _gather(inner, found)
    elif isinstance(value, list | tuple):
        for inner in cast(tuple[Any, ...], value):
            _gather(inner, found)


@cache
def _with_copy(model: type[Model]) -> tuple[str, ...]:
    """The fields of a record that can hold copy, in order: most hold ids, numbers, dates and names."""
    return tuple(name for name, each in hints_of(model).items() if _may_hold_copy(each))


def _may_hold_copy(annotation: Any) -> bool:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return False
    if parts:
        return any(map(_may_hold_copy, parts[:1] if origin is Annotated else parts))
    if not isinstance(annotation, type):
        return False
    return issubclass(annotation, Text) or (issubclass(annotation, Model) and bool(_with_copy(annotation)))
