"""The base of every class an author's mapping is read into; what it is fed with is made in `feeding`."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict

from brochure.diagnostics import Span
from brochure.source.nodes import MappingNode, Path, find, first_place
from brochure.source.words import Refused

__all__ = ["Model", "Refused", "path_of", "set_node"]


class Model(BaseModel):
    """What an author writes as a mapping: frozen, and closed to keys it does not name.

    Read from a file, it remembers where: `span` is the place of its first key, `place_of` that of a value inside.
    """

    __slots__ = ("_node",)  # no private attribute: pydantic makes a dictionary of those for every record
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, allow_inf_nan=False)

    @property
    def node(self) -> MappingNode | None:
        """The mapping it was read from; None where it was not read from a file."""
        return getattr(self, "_node", None)

    @property
    def span(self) -> Span | None:
        """Where it begins in its file; None where it was not read from one."""
        return first_place(self.node) if self.node else None

    def place_of(self, *path: str | int) -> Span | None:
        """Where the value under a key (and so on inward) stands; the model's own place where it is not written."""
        found = find(self.node, path) if self.node else None
        return first_place(found) if found else self.span

    def __copy__(self) -> Self:
        copied = super().__copy__()
        if self.node is not None:
            set_node(copied, self.node)
        return copied


set_node = Model.__dict__["_node"].__set__
"""Lets a record, of which nothing changes, know the mapping it was read from."""


def path_of(location: tuple[str | int, ...]) -> Path:
    """A pydantic location without the marks it adds of its own."""
    return tuple(step for step in location if step != "[key]")
