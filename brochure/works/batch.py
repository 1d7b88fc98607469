"""A batch: the files that share one set book. What is made of it, and what was found on the way."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from brochure.diagnostics import Diagnostic
from brochure.press.jobs import Job


class Batch(Struct, frozen=True):
    """Jobs of one edition in one language, a medium each: its pages are set once for all of them."""

    jobs: tuple[Job, ...]

    @property
    def edition(self) -> str:
        """The edition's id."""
        return self.jobs[0].edition

    @property
    def language(self) -> str:
        """The language that leads."""
        return self.jobs[0].language


class Product(Struct, frozen=True):
    """A file that was made: its pages, its size in bytes, its SHA-256, and the seconds it took (setting counts for the
    first of a batch). `data` is given only where the file is to be laid down elsewhere than it was made.
    """

    job: Job
    pages: int
    size: int
    digest: str
    seconds: float
    data: bytes = b""


class Outcome(Struct, frozen=True):
    """What became of a batch. `is_stopped` says that its findings stop the whole build, not its own files alone; `bug`
    is the story of a failure of our own, "" for none.
    """

    batch: Batch
    products: tuple[Product, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    is_stopped: bool = False
    bug: str = ""


def batches(jobs: Iterable[Job]) -> tuple[Batch, ...]:
    """The jobs in their order, those of one edition in one language together."""
    return tuple(Batch(tuple(each)) for _, each in groupby(jobs, key=lambda job: (job.edition, job.language)))
