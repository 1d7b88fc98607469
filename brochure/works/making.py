"""Makes a batch: its book is set once, then printed and judged for each of its media."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from brochure import pipeline
from brochure.diagnostics import BrochureError, Report
from brochure.edition.edition import Edition
from brochure.edition.profiles import Profile
from brochure.matter import Compositor, can_be_set_apart
from brochure.pipeline import Project
from brochure.press.jobs import Job
from brochure.press.orders import Wishes, chosen_preset
from brochure.source.files import write_safely
from brochure.works.batch import Batch, Outcome, Product
from brochure.works.companionship import Companionship
from brochure.works.foundry import cutting, foundry_of, load
from brochure.works.rack import Rack, rack_of
from brochure.works.takes import MadeUp, made_up, set_together


def make(
    project: Project,
    batch: Batch,
    out: Path,
    wishes: Wishes,
    begun: Callable[[Job], None] = lambda job: None,
    cores: int = 1,
) -> Outcome:
    """Every file of a batch laid down in `out`; a long book's pages are set on as many `cores`. None is where its pages
    have errors; what stops more than that (a name not written, a disk that is full) stops the batch, with the files
    that were finished.
    """
    report = Report()
    products: list[Product] = []
    companions = Companionship(cores - 1, cutting(project.library, project.kept), load)
    try:
        for product in _made(project, batch, out, wishes, report, begun, companions):
            products.append(product)
    except BrochureError as mistake:
        report.extend(mistake.diagnostics)
        return Outcome(batch, tuple(products), tuple(report), is_stopped=True)
    finally:
        companions.leave()
    return Outcome(batch, tuple(products), tuple(report))


def _made(
    project: Project,
    batch: Batch,
    out: Path,
    wishes: Wishes,
    report: Report,
    begun: Callable[[Job], None],
    companions: Companionship,
) -> Generator[Product]:
    edition = next(each for each in project.editions if each.id == batch.edition)
    clock = perf_counter()
    begun(batch.jobs[0])
    profiles, profile_reports = _profiles(project, edition, batch, wishes)
    made, rack, seen = _apart(project, edition, batch, profiles, companions)
    project.booklet.vouch(seen)
    book = made.book if made else pipeline.set_book(project, edition, batch.language, report, batch.jobs[0].is_draft)
    if report.has_errors:
        for job in batch.jobs[1:]:
            begun(job)
        return
    preset = chosen_preset(project.root, project.presets[edition.preset], wishes, report)
    for number, job in enumerate(batch.jobs):
        if number:
            begun(job)
        own, profile = profile_reports[number], profiles[number]
        own.raise_if_errors()
        if made:
            data = made.printed(number, foundry_of(companions))
        else:
            data = pipeline.printed(project, edition, book, profile, job.way, own)
        if job is batch.jobs[-1]:
            companions.dismiss()
        path = out / job.file_name
        write_safely(path, data)
        own.extend(pipeline.judged(project, edition, book, profile, preset, path, data, job.way))
        report.extend(own)
        now = perf_counter()
        yield Product(job, len(book.pages), len(data), sha256(data).hexdigest(), now - clock)
        clock = now
    if made and rack:
        rack.keep(project.root)


def _profiles(project: Project, edition: Edition, batch: Batch, wishes: Wishes) -> tuple[list[Profile], list[Report]]:
    """The profile of each job, and what there is to tell of it when its turn comes."""
    reports = [Report() for _ in batch.jobs]
    found = zip(batch.jobs, reports, strict=True)
    return [pipeline.profile(project, edition, job.medium, wishes, own) for job, own in found], reports


def _apart(
    project: Project, edition: Edition, batch: Batch, profiles: list[Profile], companions: Companionship
) -> tuple[MadeUp | None, Rack | None, Collection[tuple[str, str]]]:
    """The book of a batch made up of its orders, where they can be set apart and there is nothing to tell; where its
    matter is kept; and the records other processes read, by kind and id."""
    if not can_be_set_apart(edition, batch.language, batch.jobs):
        return None, None, ()
    compositor = Compositor(project, edition, batch.language, profiles)
    rack = rack_of(compositor, edition, profiles)
    ready = rack.ready() if rack else {}
    together = set_together(compositor, companions, ready)
    ready |= together.sheaf
    made = made_up(compositor, ready, rack.recalled) if rack else made_up(compositor, ready)
    if made and rack:
        rack.pack(made, together.packs)
    return made, rack, together.seen
