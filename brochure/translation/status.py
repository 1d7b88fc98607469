"""How far the translation of a catalog has come, counted by state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from brochure.translation.catalogs import Catalog, State
from brochure.translation.extract import SourceEntry


class Status(Struct, frozen=True):
    """Numbers of texts. `translated` are those that can be printed; `approved` and `same` are some of them: those that
    were looked at once more, and those whose words are the source's, which is right for 留萌市.
    """

    total: int
    translated: int
    approved: int
    same: int
    draft: int
    fuzzy: int
    stale: int
    missing: int

    @property
    def is_complete(self) -> bool:
        """Whether every text can be printed."""
        return self.translated == self.total


def status_of(catalog: Catalog | None, sources: Iterable[SourceEntry]) -> Status:
    """The status of a catalog; where there is none, everything is missing."""
    found: list[tuple[State, bool]] = []
    for source in sources:
        entry = catalog[source.key] if catalog else None
        state = entry.state_for(source.source) if entry else State.MISSING
        found.append((state, bool(entry and entry.text == source.source)))
    return counted(found)


def counted(texts: Iterable[tuple[State, bool]]) -> Status:
    """The status of texts, each with its state and whether its words are the source's."""
    states: Counter[State] = Counter()
    same = total = 0
    for state, is_same in texts:
        total += 1
        states[state] += 1
        same += state.is_printable and is_same
    return Status(
        total=total,
        translated=states[State.TRANSLATED] + states[State.APPROVED] + states[State.SOURCE],
        approved=states[State.APPROVED],
        same=same,
        draft=states[State.DRAFT],
        fuzzy=states[State.FUZZY],
        stale=states[State.STALE],
        missing=states[State.MISSING],
    )
