"""Whether translations can be right: rules about one entry each, a small function a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from brochure.diagnostics import Diagnostic
from brochure.translation.catalogs import Catalog, State
from brochure.translation.checks.checked import Checked, Knowledge
from brochure.translation.checks.facts import dates, numbers
from brochure.translation.checks.form import blank, fields, notes, paragraphs, readings, room
from brochure.translation.checks.words import glyphs, kana, punctuation, script, terms
from brochure.translation.extract import SourceEntry

Rule = Callable[[Checked], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    blank,
    fields,
    readings,
    terms,
    kana,
    script,
    glyphs,
    numbers,
    dates,
    punctuation,
    paragraphs,
    notes,
    room,
)
"""Every rule, in the order its findings are told."""

_CHECKED = (State.TRANSLATED, State.APPROVED, State.DRAFT)


def check_catalog(
    catalog: Catalog, sources: Iterable[SourceEntry], known: Knowledge, rules: Iterable[Rule] = RULES
) -> Iterator[Diagnostic]:
    """What is wrong or doubtful in the translations of a catalog; those missing or fuzzy are told by `status`."""
    chosen = tuple(rules)
    for source in sources:
        entry = catalog[source.key]
        if entry is not None and entry.state_for(source.source) in _CHECKED:
            checked = Checked(source, entry.text, entry.span, known)
            for rule in chosen:
                yield from rule(checked)
