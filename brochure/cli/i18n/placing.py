"""On which pages the texts of a project stand: every edition set in a language, nothing written."""

from __future__ import annotations

from pathlib import Path

from brochure.diagnostics import Report


def pages_of(root: Path, language: str) -> dict[str, str]:
    """The pages of each text in a language by edition: `rumoi 10–11`; nothing where the project cannot be set."""
    from brochure import pipeline
    from brochure.book.places import places_in, ranges

    quiet = Report()
    project = pipeline.read_project(root, quiet)
    if project is None:
        return {}
    found: dict[str, list[str]] = {}
    for edition in project.editions:
        for lead in edition.leads:
            if language in edition.spoken(lead):
                galleys = pipeline.set_galleys(project, edition, lead, quiet)
                places = places_in(galleys.pages)
                (reading,) = [each for each in galleys.readings if each.manuscript.language == language]
                for key in reading.manuscript.ledger:
                    numbers = places.of(key, reading.manuscript.ledger, language)
                    if numbers:
                        found.setdefault(key, []).append(f"{edition.id} {ranges(numbers)}")
    return {key: "\n".join(dict.fromkeys(told)) for key, told in found.items()}
