"""The whole work: a project is read once, and every file asked for is made of it; or all is set and nothing written."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from brochure.diagnostics import BrochureError, Report
from brochure.pipeline import Project, read_project, set_book
from brochure.press.jobs import Job, jobs
from brochure.press.orders import NO_WISHES, Wishes, profile_files
from brochure.store import Store
from brochure.works.batch import Batch, Outcome, batches
from brochure.works.crew import Crew, can_fork
from brochure.works.hands import Alone, Hands, guarded, usable_cores
from brochure.works.making import make, unhurried_collector


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, the files outside the content it read on the way (fonts, ICC profiles), and what became of
    every batch, in order; those behind a batch that stopped the build are not among them.
    """

    paths: tuple[Path, ...]
    read: tuple[Path, ...]
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a build is run: in how many processes (0: one a core), and whether it goes on where one file stops it."""

    processes: int = 1
    keeps_going: bool = False


PLAIN = Manner()


class JobFailed(RuntimeError):
    """A failure of our own while a batch was made, with its story from the process it happened in."""


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
    manner: Manner = PLAIN,
    planned: Callable[[int], None] = lambda files: None,
) -> Built:
    """Make the files asked for (all where nothing is named). A draft shows what may not be printed; it is not refused.

    `planned` is told how many files there are to be, `begun` is called before each of them, `done` when it lies under
    its name, in the order of the editions; `kept` keeps converted pictures. A file whose own pages have errors is not
    written; the others are.

    Raises BrochureError where the content cannot be read, nothing asked for exists, or a file cannot be written; where
    the build is to go on, what hinders one edition is told with the rest. JobFailed: our own mistake, in a process of
    the crew.
    """
    with unhurried_collector():
        read = read_project(root, report, manner.keeps_going)
        if read is None or not manner.keeps_going:
            report.raise_if_errors()
        assert read is not None
        project = replace(read, kept=kept, catalogs=Path(wishes.catalogs) if wishes.catalogs else None)
        wanted = jobs(project.editions, editions, languages, media, wishes)
        planned(len(wanted))
        outcomes: list[Outcome] = []
        with closing(_outcomes(project, batches(wanted), out, wishes, manner, begun)) as finished:
            for outcome in finished:
                outcomes.append(outcome)
                for each in outcome.products:
                    done(out / each.job.file_name)
                if outcome.is_stopped and not manner.keeps_going:
                    if outcome.bug:
                        raise JobFailed(outcome.bug)
                    raise BrochureError(outcome.findings)
                report.extend(outcome.findings)
    profiles = profile_files(root, project.presets.values(), wishes)
    paths = tuple(out / each.job.file_name for outcome in outcomes for each in outcome.products)
    return Built(paths, (*project.library.files_read, *profiles), tuple(outcomes))


def _outcomes(
    project: Project,
    wanted: Sequence[Batch],
    out: Path,
    wishes: Wishes,
    manner: Manner,
    begun: Callable[[Job], None],
) -> Iterator[Outcome]:
    """What becomes of each batch, in their order, whoever is finished first. No more are given out than can be made at
    once. After one that stops the build nothing new is begun.
    """
    with _hands(project, len(wanted), out, wishes, manner, begun) as hands:
        waiting = deque(wanted)
        finished: dict[Batch, Outcome] = {}
        going = 0
        for batch in wanted:
            while batch not in finished:
                while waiting and going < hands.room:
                    _begin(waiting.popleft(), hands, begun)
                    going += 1
                outcome = hands.take()
                going -= 1
                finished[outcome.batch] = outcome
                if outcome.is_stopped and not manner.keeps_going:
                    waiting.clear()
            yield finished.pop(batch)


def _begin(batch: Batch, hands: Hands, begun: Callable[[Job], None]) -> None:
    if not isinstance(hands, Alone):
        for job in batch.jobs:
            begun(job)
    hands.give(batch)


@contextmanager
def _hands(
    project: Project, count: int, out: Path, wishes: Wishes, manner: Manner, begun: Callable[[Job], None]
) -> Iterator[Hands]:
    """Who is to make so many batches: this process where there is one alone or no fork, else a crew."""
    processes = min(manner.processes or usable_cores(), count)
    hands: Hands
    if processes > 1 and can_fork():
        hands = Crew(partial(make, project, out=out, wishes=wishes), processes, out)
    else:
        making = partial(make, project, out=out, wishes=wishes, begun=begun)
        hands = Alone(guarded(making) if manner.keeps_going else making)
    try:
        yield hands
    finally:
        hands.leave()


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
