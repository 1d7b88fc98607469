"""The whole work: a project is read once, and every file asked for is made of it; or all is set and nothing written."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from os import environ
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.content.sound import NotSound, Sound, on_trust
from brochure.diagnostics import BrochureError, Report
from brochure.pipeline import Project, read_project, set_book
from brochure.press.jobs import Job, jobs
from brochure.press.orders import NO_WISHES, Wishes, profile_files
from brochure.store import Store
from brochure.works.batch import Batch, Outcome, batches
from brochure.works.collector import Rounds, unhurried_collector
from brochure.works.hands import Alone, Hands, can_fork, gone, guarded, in_rounds, usable_cores
from brochure.works.making import make
from brochure.works.soundness import keep_sound, sound_content
from brochure.works.standing import files_of

_ALONE = 32  # batches this process makes itself: what it gathers stays, what a crew gathers goes home with it


class Built(Struct, frozen=True):
    """What a build made, the files outside the content it may have read on the way (fonts, ICC profiles), the SHA-256
    of each file made, and whether the project's files are known to be as they were before they were read.
    """

    paths: tuple[Path, ...]
    read: tuple[Path, ...]
    digests: tuple[str, ...] = ()
    is_as_found: bool = False


class Manner(Struct, frozen=True):
    """How a build is run: in how many processes (0: one a core), whether it goes on where one file stops it, and by the
    workers of which Dask scheduler ("": here).
    """

    processes: int = 1
    keeps_going: bool = False
    scheduler: str = ""


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
    files: Mapping[str, str] | None = None,
    manner: Manner = PLAIN,
    planned: Callable[[int], None] = lambda files: None,
    told: Callable[[Outcome], None] = lambda outcome: None,
) -> Built:
    """Make the files asked for (all where nothing is named). A draft shows what may not be printed; it is not refused.

    `planned` is told how many files there are to be, `begun` is called before each of them, `done` when it lies under
    its name, in the order of the editions; `told` what became of every batch; `kept` keeps converted pictures and
    matter, and `files` are what the project's files are known by (`files_of`), where somebody has looked just now. A
    file whose own pages have errors is not written; the others are.

    Raises BrochureError where the content cannot be read, nothing asked for exists, or a file cannot be written; where
    the build is to go on, what hinders one edition is told with the rest. JobFailed: our own mistake, in a process of
    the crew.
    """
    known_by = (files_of(root) if files is None else files) if kept is not None else {}

    def built(sound: Sound | None) -> Built:
        read = read_project(root, report, manner.keeps_going, sound)
        if read is None or not manner.keeps_going:
            report.raise_if_errors()
        assert read is not None
        project = replace(read, kept=kept, files=known_by, catalogs=Path(wishes.catalogs) if wishes.catalogs else None)
        is_sound = not report
        wanted = _wanted(project, editions, languages, media, wishes, bool(manner.scheduler))
        planned(len(wanted))
        paths: list[Path] = []
        digests: list[str] = []
        bug = ""
        with closing(_outcomes(project, batches(wanted), out, wishes, manner, begun)) as finished:
            for outcome in finished:
                told(outcome)
                for each in outcome.products:
                    paths.append(out / each.job.file_name)
                    digests.append(each.digest)
                    done(paths[-1])
                bug = bug or outcome.bug
                if outcome.is_stopped and not manner.keeps_going:
                    if bug:
                        break
                    raise BrochureError(outcome.findings)
                report.extend(outcome.findings)
        if bug:
            raise JobFailed(bug)
        is_as_found = kept is not None and files_of(root) == known_by
        if is_sound and is_as_found:
            keep_sound(kept, project)
        profiles = profile_files(root, project.presets.values(), wishes)
        return Built(tuple(paths), (*project.library.files_found, *profiles), tuple(digests), is_as_found)

    with unhurried_collector():
        known = sound_content(kept, root, known_by)
        if known is None and not manner.keeps_going:
            with suppress(NotSound):
                return built(on_trust(root))
        return built(known)


def _wanted(
    project: Project,
    editions: Sequence[str],
    languages: Sequence[str],
    media: Sequence[str],
    wishes: Wishes,
    is_made_elsewhere: bool,
) -> tuple[Job, ...]:
    """The files asked for. What is on trust is read now unless one book is set here, by who reads what it sets."""
    try:
        wanted = jobs(project.editions, editions, languages, media, wishes)
    except BrochureError:  # what is wrong in the content comes first
        project.booklet.vouch()
        raise
    if is_made_elsewhere or len(batches(wanted)) > 1:
        project.booklet.vouch()
    return wanted


def _outcomes(
    project: Project,
    wanted: Sequence[Batch],
    out: Path,
    wishes: Wishes,
    manner: Manner,
    begun: Callable[[Job], None],
) -> Generator[Outcome]:
    """What becomes of each batch, in their order, whoever is finished first. No more are given out than can be made at
    once. After one that stops the build nothing new is begun.
    """
    with _hands(project, wanted, out, wishes, manner, begun) as hands:
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
    project: Project, wanted: Sequence[Batch], out: Path, wishes: Wishes, manner: Manner, begun: Callable[[Job], None]
) -> Generator[Hands]:
    """Who is to make these batches: the cluster named, this process where there are few and it is alone or cannot fork,
    or a crew, be it of one."""
    processes = min(manner.processes or usable_cores(), len(wanted))
    rounds = Rounds()
    hands: Hands
    if manner.scheduler:
        hands = _branches(project, out, wishes, manner)
    elif (processes > 1 or len(wanted) > _ALONE) and can_fork():
        project.read_ahead(each for batch in wanted for each in (batch.language, *batch.jobs[0].others))
        from brochure.works.crew import Crew

        making = guarded(partial(make, project, out=out, wishes=wishes))
        hands = Crew[Batch, Outcome](in_rounds(making, rounds), processes, partial(gone, out))
    else:
        cores = (manner.processes or usable_cores()) if can_fork() else 1
        making = partial(make, project, out=out, wishes=wishes, begun=begun, cores=cores)
        hands = Alone(in_rounds(guarded(making) if manner.keeps_going else making, rounds), rounds)
    try:
        yield hands
    finally:
        hands.leave()


def _branches(project: Project, out: Path, wishes: Wishes, manner: Manner) -> Hands:
    """The workers of a cluster, each with all that the project's files are made of."""
    from brochure.works.branch import Order
    from brochure.works.cluster import Branches, connected
    from brochure.works.freight import freight_of
    from brochure.works.likeness import fonts_of

    profiles = profile_files(project.root, project.presets.values(), wishes)
    freight, said = freight_of(project.root, wishes, profiles)
    order = Order(freight.key, said, environ.get("SOURCE_DATE_EPOCH", ""), manner.keeps_going)
    hands = Branches(connected(manner.scheduler), freight, order, fonts_of(project.library), out)
    try:
        hands.begin()
    except BaseException:
        hands.leave()
        raise
    return hands


def check(root: Path, report: Report) -> int:
    """Read and set everything without writing a file, and look at the fonts that were used; the number of pages set."""
    project = read_project(root, report)
    if project is None:
        return 0
    count = 0
    for edition in project.editions:
        for language in edition.leads:
            count += len(set_book(project, edition, language, report).pages)
    report.extend(project.library.findings())
    return count
