"""On which pages the texts of a project stand: every edition set in a language, nothing written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from brochure.book.proof import Galleys, Reading
from brochure.diagnostics import Report


def pages_of(root: Path, language: str) -> dict[str, str]:
    """The pages of each text in a language by edition: `rumoi 10–11`; nothing where the project cannot be set."""
    from brochure.book.places import places_in, ranges

    found: dict[str, list[str]] = {}
    for edition, galleys, reading in _set_in(root, language):
        places = places_in(galleys.pages)
        for key in reading.manuscript.ledger:
            numbers = places.of(key, reading.manuscript.ledger, language)
            if numbers:
                found.setdefault(key, []).append(f"{edition} {ranges(numbers)}")
    return {key: "\n".join(dict.fromkeys(told)) for key, told in found.items()}


def asked_for(root: Path, language: str) -> frozenset[str]:
    """The keys of the texts and labels that editions in a language ask for; none where the project cannot be set, or
    no edition is ordered in it.
    """
    return frozenset(key for _, _, reading in _set_in(root, language) for key in reading.manuscript.ledger)


def _set_in(root: Path, language: str) -> Iterator[tuple[str, Galleys, Reading]]:
    """Every edition that speaks a language, set: its id, its pages, and what was read for them in that language."""
    from brochure import pipeline

    quiet = Report()
    project = pipeline.read_project(root, quiet)
    for edition in project.editions if project else ():
        for lead in edition.leads:
            if project and language in edition.spoken(lead):
                galleys = pipeline.set_galleys(project, edition, lead, quiet)
                (reading,) = [each for each in galleys.readings if each.manuscript.language == language]
                yield edition.id, galleys, reading
