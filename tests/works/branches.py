"""A cluster of one worker in this process, for tests of what passes between a build and those who make its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from brochure.works import branch


@dataclass
class OneWorker:
    """A worker who does at once what it is asked; `sent` are the digests of the files it was sent, in order.

    `befalls` may change what a call comes to, on its way back; `there` are the workers' names.
    """

    folder: Path
    befalls: Callable[[Callable[..., Any], Any], Any] = lambda function, answer: answer
    there: frozenset[str] = frozenset({"one"})
    address: str = "tcp://test:1"
    sent: list[str] = field(default_factory=list[str])
    is_closed: bool = False

    def workers(self) -> frozenset[str]:
        return self.there

    def on_each(self, workers: Iterable[str], function: Callable[..., Any], *given: Any) -> Mapping[str, Any]:
        if function is branch.greet:
            given = (*given, str(self.folder))
        if function is branch.take_in:
            self.sent.extend(given[0])
        return {name: self.befalls(function, function(*given)) for name in workers}

    def submit(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(self.befalls(function, function(*given)))
        except Exception as problem:
            future.set_exception(problem)
        return future

    def lost(self, problem: BaseException) -> int:
        return 4 if isinstance(problem, EOFError) else 0

    def close(self) -> None:
        self.is_closed = True
