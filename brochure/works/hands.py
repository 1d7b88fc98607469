"""Hands: who makes the batches. They are given some and hand back what became of them as they finish."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from brochure.diagnostics import error, message
from brochure.works.batch import Batch, Outcome
from brochure.works.collector import Rounds

Making = Callable[[Batch], Outcome]
"""What makes a batch, every other thing it needs (project, folder, wishes) already in it."""


class Hands(Protocol):
    """Who makes the batches."""

    @property
    def room(self) -> int:
        """How many they take at once."""
        ...

    def give(self, batch: Batch, /) -> None:
        """Take a batch on; it may be begun later."""
        ...

    def take(self) -> Outcome:
        """What became of the batch that is finished next; waits for it."""
        ...

    def leave(self) -> None:
        """Let everything go: what is not finished is not made."""
        ...


class Alone(Struct):
    """The program's own process: one batch after another."""

    making: Making
    rounds: Rounds
    room: int = 1
    given: list[Batch] = field(default_factory=list[Batch])

    def give(self, batch: Batch, /) -> None:
        """Note the batch; it is made when it is asked for."""
        self.given.append(batch)

    def take(self) -> Outcome:
        """Make the batch and hand it back; what is raised in it is raised here."""
        return self.making(self.given.pop(0))

    def leave(self) -> None:
        """Nothing is going on elsewhere."""
        self.given.clear()
        self.rounds.end()


def usable_cores() -> int:
    """The cores this process may use: no more than a container or `taskset` allows."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether this system has forks."""
    return hasattr(os, "fork")


def in_rounds(making: Making, rounds: Rounds) -> Making:
    """The same, what a book leaves behind let go before another one."""

    def made(batch: Batch) -> Outcome:
        rounds.before_a_book()
        outcome = making(batch)
        rounds.pages += sum(each.pages for each in outcome.products)
        return outcome

    return made


def guarded(making: Making) -> Making:
    """The same, with a failure of our own handed back as its story instead of raised: the other batches go on."""

    def made(batch: Batch) -> Outcome:
        try:
            return making(batch)
        except Exception as problem:
            from traceback import format_exception

            file = batch.jobs[0].file_name
            what = message(
                "{file} was not finished: the program itself has failed ({kind})",
                file=file,
                kind=type(problem).__name__,
            )
            return Outcome(batch, (), (error("works.failed", what),), True, "".join(format_exception(problem)))

    return made


def gone(out: Path, batch: Batch, status: int) -> Outcome:
    """The outcome of a batch whose process is gone: none of its files count, and what it left half-written in `out` is
    removed. `status` is its exit code, or less than 0 the signal that killed it.
    """
    for job in batch.jobs:
        (out / f".{job.file_name}.partial").unlink(missing_ok=True)
    file = batch.jobs[0].file_name
    if status < 0:
        from signal import Signals

        name = Signals(-status).name
        what = message(
            "{file} was not finished: the process that made it was killed ({signal})", file=file, signal=name
        )
    else:
        what = message(
            "{file} was not finished: the process that made it ended by itself ({status})", file=file, status=status
        )
    cure = message("there may be too little memory: try again with “--jobs 1”")
    return Outcome(batch, (), (error("works.lost", what, None, cure),), True)
