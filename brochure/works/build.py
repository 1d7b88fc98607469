"""The whole work: a project is read once, and every file asked for is made of it; or all is set and nothing written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from brochure.diagnostics import BrochureError, Report
from brochure.pipeline import read_project, set_book
from brochure.press.jobs import Job, jobs
from brochure.press.orders import NO_WISHES, Wishes, profile_files
from brochure.store import Store
from brochure.works.batch import batches
from brochure.works.making import make, unhurried_collector


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and the files outside the content it read on the way (fonts, ICC profiles)."""

    paths: tuple[Path, ...]
    read: tuple[Path, ...]


def build(
    root: Path,
    editions: Sequence[str],
    languages: Sequence[str],
    media: Sequence[str],
    out: Path,
    report: Report,
    begun: Callable[[Job], None] = lambda job: None,
    done: Callable[[Path], None] = lambda path: None,
    wishes: Wishes = NO_WISHES,
    kept: Store | None = None,
) -> Built:
    """Make the files asked for (all where nothing is named). A draft shows what may not be printed; it is not refused.

    `begun` is called before each file, `done` as soon as it lies under its name; `kept` keeps converted pictures.
    Raises BrochureError where the content cannot be read, nothing asked for exists, or a file cannot be written. A file
    whose own pages have errors is not written; the others are.
    """
    paths: list[Path] = []
    with unhurried_collector():
        read = read_project(root, report)
        report.raise_if_errors()
        assert read is not None
        project = replace(read, kept=kept, catalogs=Path(wishes.catalogs) if wishes.catalogs else None)
        for batch in batches(jobs(project.editions, editions, languages, media, wishes)):
            outcome = make(project, batch, out, wishes, begun, done)
            paths.extend(out / each.job.file_name for each in outcome.products)
            report.extend(outcome.findings)
            if outcome.is_stopped:
                raise BrochureError(outcome.findings)
    profiles = profile_files(root, project.presets.values(), wishes)
    return Built(tuple(paths), (*project.library.files_read, *profiles))


def check(root: Path, report: Report) -> int:
    """Read and set everything without writing a file; the number of pages that were set."""
    project = read_project(root, report)
    if project is None:
        return 0
    count = 0
    for edition in project.editions:
        for language in edition.leads:
            count += len(set_book(project, edition, language, report).pages)
    return count
