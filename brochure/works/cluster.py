"""A cluster: batches made by the workers of a Dask cluster, in processes of this machine or of others.

Every worker is held against this program first (`likeness`), is sent the files it has not yet, and hands back the bytes
of what it made; they are held against the hash they were sent with and laid down here. A batch whose worker is lost is
given to another by the scheduler, up to the number of times its `allowed-failures` says. Dask blames every batch a lost
worker had before it, begun or not; so one that is given up is made once more alone, and told if a worker is lost then.
"""

from __future__ import annotations

import logging
import pickle
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from socket import create_connection
from typing import Any, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from brochure.diagnostics import BrochureError, Diagnostic, Message, UsageError, error, message
from brochure.source.files import write_safely
from brochure.works import branch
from brochure.works.batch import Batch, Outcome
from brochure.works.branch import Greeting, Order
from brochure.works.freight import Freight
from brochure.works.likeness import differences, own_likeness

PATIENCE = 20.0  # seconds in which a worker may come where there is none; one that was lost is begun anew in a few
_ANSWER = 5.0  # seconds a scheduler has to answer
_TICK = 0.5  # seconds after which the workers are counted again
_MOST = 3  # times a batch is given out whose bytes do not arrive whole
_NEWCOMERS = 20  # times it may come to a worker who has not been sent what it needs: each one lost brings another
_ADDRESS = re.compile(r"(?:tcp|tls)://(?:[^/:\s\[\]]+|\[[0-9a-fA-F:.]+\]):\d{1,5}")
Answer = Outcome | None


class Cluster(Protocol):
    """What runs functions elsewhere; a function is known by its name in this program, which must be there too."""

    @property
    def address(self) -> str:
        """Where it is, as the user named it."""
        ...

    def workers(self) -> frozenset[str]:
        """The addresses of those who are there now. Raises OSError where the cluster is gone."""
        ...

    def on_each(self, workers: Iterable[str], function: Callable[..., Any], *given: Any) -> Mapping[str, Any]:
        """What a function comes to on each of these workers, in its folder; an exception is handed back."""
        ...

    def submit(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
        """Have a function run by whoever is idle."""
        ...

    def lost(self, problem: BaseException) -> int:
        """How many workers were lost over a call that ended in this; 0 where that was not why."""
        ...

    def close(self) -> None:
        """Let everything go that is not finished."""
        ...


class Branches(Struct):
    """Hands of a cluster, one batch a worker; what they make is laid down in `out`."""

    cluster: Cluster
    freight: Freight
    order: Order
    fonts: tuple[tuple[str, str], ...]
    out: Path
    known: frozenset[str] = frozenset()
    going: dict[Future[Answer], Batch] = field(default_factory=dict[Future[Answer], Batch])
    again: dict[Batch, int] = field(default_factory=dict[Batch, int])
    unready: dict[Batch, int] = field(default_factory=dict[Batch, int])
    doubted: dict[Batch, int] = field(default_factory=dict[Batch, int])
    on_trial: frozenset[str] = frozenset()
    deserted_since: float = 0.0

    @property
    def room(self) -> int:
        """One batch a worker."""
        return max(1, len(self.known))

    def begin(self) -> None:
        """Wait for the first workers. Raises BrochureError where none comes, or one is not like this program."""
        while not self._look_round():
            time.sleep(_TICK)

    def give(self, batch: Batch) -> None:
        """Hand a batch to the cluster."""
        self.going[self.cluster.submit(branch.perform, self.order, batch)] = batch

    def take(self) -> Outcome:
        """What became of the batch that is finished next. Raises BrochureError where the cluster is gone."""
        while True:
            if self.doubted and not self.going:
                if not self._look_round():
                    time.sleep(_TICK)
                    continue
                self.on_trial = self.known
                self.give(next(iter(self.doubted)))
            done, _ = wait(self.going, timeout=_TICK, return_when=FIRST_COMPLETED)
            for future in done:
                outcome = self._received(self.going.pop(future), future)
                if outcome is not None:
                    return self._acquitted(outcome)
            self._look_round()
            if self.on_trial - self.known and self.going:
                ((future, batch),) = self.going.items()
                future.cancel()
                self.going.clear()
                return self._acquitted(_killing(batch, self.doubted[batch] + 1))

    def leave(self) -> None:
        """Let go of what is not finished; nothing of it is laid down here."""
        self.cluster.close()

    def _look_round(self) -> bool:
        """Welcome who has come; whether anyone is there."""
        try:
            present = self.cluster.workers()
            new = present - self.known
            if new:
                self._welcome(sorted(new))
        except OSError as problem:
            raise self._gone(problem) from problem
        self.known = present
        if present:
            self.deserted_since = 0.0
            return True
        self.deserted_since = self.deserted_since or time.monotonic()
        if time.monotonic() - self.deserted_since > PATIENCE:
            what = message("the cluster at {address} has no worker", address=self.cluster.address)
            cure = message("begin one there: dask worker {address}", address=self.cluster.address)
            raise BrochureError([error("works.no-worker", what, None, cure)])
        return False

    def _welcome(self, workers: Sequence[str]) -> None:
        """Hold workers against this program, and send each the files it has not; one that goes away meanwhile is no
        matter.
        """
        digests = dict(self.freight.digests)
        greetings = self._asked(workers, branch.greet, digests)
        ours = own_likeness().parts
        groups: dict[frozenset[str], list[str]] = {}
        for worker, greeting in greetings.items():
            assert isinstance(greeting, Greeting)
            self._compare(worker, ours, greeting.likeness.parts)
            groups.setdefault(greeting.lacking, []).append(worker)
        for lacking, group in groups.items():
            for chunk in self.freight.chunks(lacking):
                self._asked(group, branch.take_in, chunk)
        fonts = self._asked(list(greetings), branch.settle, self.freight.key, digests)
        for worker, theirs in fonts.items():
            self._compare(worker, self.fonts, theirs)

    def _asked(self, workers: Sequence[str], function: Callable[..., Any], *given: Any) -> dict[str, Any]:
        """The answers of the workers that are still there. Raises BrochureError for one that does not understand."""
        answers: dict[str, Any] = {}
        for worker, answer in self.cluster.on_each(workers, function, *given).items():
            if isinstance(answer, ImportError | AttributeError | TypeError):
                raise BrochureError(
                    [_unlike(worker, message("it does not know this program ({reason})", reason=str(answer)))]
                )
            if not isinstance(answer, BaseException):
                answers[worker] = answer
        return answers

    def _compare(self, worker: str, ours: Iterable[tuple[str, str]], theirs: Iterable[tuple[str, str]]) -> None:
        for name, mine, its in differences(ours, theirs):
            what = message("{name} is {theirs} there and {ours} here", name=name, theirs=its, ours=mine)
            raise BrochureError([_unlike(worker, what)])

    def _received(self, batch: Batch, future: Future[Answer]) -> Outcome | None:
        """The outcome a worker handed back, its files laid down; None where the batch is given out again."""
        problem = CancelledError() if future.cancelled() else future.exception()
        if problem is not None:
            losses = self.cluster.lost(problem)
            if losses and not self.on_trial:
                self.doubted[batch] = losses
                return None
            if losses:
                return _killing(batch, self.doubted[batch] + losses)
            if isinstance(problem, OSError | CancelledError):
                raise self._gone(problem) from problem
            raise problem
        outcome = future.result()
        if outcome is not None and all(sha256(each.data).hexdigest() == each.digest for each in outcome.products):
            return self._laid_down(outcome)
        tries, most = (self.unready, _NEWCOMERS) if outcome is None else (self.again, _MOST)
        tries[batch] = tries.get(batch, 0) + 1
        if tries[batch] >= most:
            return _lost(batch, message("what the workers sent was not whole"))
        self.known = frozenset()
        self._look_round()
        self.give(batch)
        return None

    def _acquitted(self, outcome: Outcome) -> Outcome:
        """The outcome; a trial, if there was one, is over."""
        if self.on_trial:
            self.doubted.pop(outcome.batch, None)
            self.on_trial = frozenset()
        return outcome

    def _laid_down(self, outcome: Outcome) -> Outcome:
        """The outcome, the bytes of its files written and let go."""
        try:
            for each in outcome.products:
                write_safely(self.out / each.job.file_name, each.data)
        except BrochureError as mistake:
            return Outcome(outcome.batch, (), (*outcome.findings, *mistake.diagnostics), True)
        return replace(outcome, products=tuple(replace(each, data=b"") for each in outcome.products))

    def _gone(self, problem: BaseException) -> BrochureError:
        what = message("the connection to the scheduler at {address} was lost", address=self.cluster.address)
        why = message("what was heard last: {reason}", reason=_heard(problem))
        return BrochureError([error("works.no-scheduler", what, None, why)])


def _lost(batch: Batch, why: Message) -> Outcome:
    file = batch.jobs[0].file_name
    what = message("{file} was not finished: the cluster gave it up", file=file)
    return Outcome(batch, (), (error("works.lost-worker", what, None, why),), True)


def _killing(batch: Batch, losses: int) -> Outcome:
    return _lost(batch, message("workers that were lost over it: {count}", count=losses))


def _unlike(worker: str, why: Message) -> Diagnostic:
    what = message("the worker {worker} would not make the same files", worker=worker)
    cure = message("install the same version of the program, its libraries and its fonts there")
    return error("works.unlike-worker", what, None, why, cure)


def check_address(address: str) -> None:
    """Raises UsageError for what is no scheduler's address, or where Dask is not installed."""
    if not _ADDRESS.fullmatch(address):
        what = message("“{address}” is no scheduler’s address", address=address)
        raise UsageError([error("usage.scheduler", what, None, message("write for example tcp://192.168.1.20:8786"))])
    if find_spec("distributed") is None:
        what = message("“--scheduler” needs Dask, which is not installed here")
        raise UsageError(
            [error("usage.no-dask", what, None, message("run: python -m pip install 'brochure[cluster]'"))]
        )


def connected(address: str) -> Cluster:
    """The cluster of a scheduler. Raises BrochureError where none answers within a few seconds."""
    host, _, port = address.partition("://")[2].rpartition(":")
    try:
        create_connection((host.strip("[]"), int(port)), _ANSWER).close()
    except (OSError, OverflowError) as problem:
        raise _unreached(address, problem) from problem
    from dask.config import set as configure
    from distributed import Client

    class Quiet(Client):
        def __del__(self) -> None:
            """Nothing: it is closed by us, or was never begun; Dask's own way waits for an answer once more."""

    for name in ("distributed", "tornado", "asyncio", *logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):  # Dask gives each of its own a level
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    configure({"distributed.comm.timeouts.connect": f"{_ANSWER}s"})
    try:
        return DaskCluster(address, Quiet(address, timeout=_ANSWER, set_as_default=False))
    except Exception as problem:
        raise _unreached(address, problem) from problem


def _unreached(address: str, problem: Exception) -> BrochureError:
    what = message("no scheduler answers at {address}", address=address)
    why = message("what was heard last: {reason}", reason=_heard(problem))
    cure = message("see whether it runs (dask scheduler) and whether its port can be reached from here")
    return BrochureError([error("works.no-scheduler", what, None, why, cure)])


def _heard(problem: BaseException) -> str:
    return str(problem) or type(problem).__name__


class DaskCluster:
    """A Dask cluster, asked through its client."""

    def __init__(self, address: str, client: Any) -> None:
        self.address = address
        self._client = client
        self._executor = client.get_executor(pure=False, retries=0)

    def workers(self) -> frozenset[str]:
        """The addresses of the workers the scheduler knows. Raises OSError where it is gone."""
        if self._client.status not in ("running", "newly-created"):
            raise OSError(f"client: {self._client.status}")
        return frozenset(self._client.nthreads())

    def on_each(self, workers: Iterable[str], function: Callable[..., Any], *given: Any) -> Mapping[str, Any]:
        """What a function comes to on each worker; a worker that has gone has an exception in its place."""
        return self._client.run(_called, function, *given, workers=list(workers), on_error="return")

    def submit(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
        """Have a function run by whoever is idle.

        The scheduler unpickles what is handed in, and need not have this program: the call goes as bytes.
        """
        return self._executor.submit(pickle.loads, pickle.dumps(_Call(function, given)))

    def lost(self, problem: BaseException) -> int:
        """How many workers a task ended before the scheduler gave it up; 0 for any other problem."""
        from distributed import KilledWorker

        return problem.allowed_failures + 1 if isinstance(problem, KilledWorker) else 0

    def close(self) -> None:
        """Cancel what is going on, and go."""
        self._executor.shutdown(wait=False)
        self._client.close(timeout=_ANSWER)


class _Call(Struct, frozen=True):
    """A call that is made where its pickle is loaded."""

    function: Callable[..., Any]
    given: tuple[Any, ...]

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return self.function, self.given


def _called(function: Callable[..., Any], *given: Any, dask_worker: Any = None) -> Any:
    """A function of the branch, called on a worker: `greet` is told the folder that is the worker's own."""
    if function is branch.greet:
        return function(*given, str(Path(dask_worker.local_directory) / "brochure"))
    return function(*given)
