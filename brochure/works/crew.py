"""A crew: processes forked off this one, which work side by side, each making a batch.

The fork comes after content and fonts have been read, so all of them share what was read and no one reads it again. A
process goes home after some tasks and another takes its place: what it has gathered goes with it, so memory does not
grow with the number of editions. One that is killed takes nothing with it but its own task.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe, wait
from typing import Generic, NoReturn, TypeVar, cast

from msgspec import Struct, field

_TERM = 128  # tasks after which a process goes home

T = TypeVar("T")
R = TypeVar("R")


class _Hand(Struct, Generic[T]):
    """A process of the crew: its number, our end of the pipe to it, what it is at (in a list, for a task may be
    anything), how many it has done."""

    pid: int
    pipe: Connection
    task: list[T] = field(default_factory=list[T])
    made: int = 0


class Crew(Struct, Generic[T, R]):
    """Up to `room` processes, each doing one task at a time. `making` does it there and raises nothing; `lost` gives
    what became of a task whose process is gone, by its exit code, or less than 0 the signal that killed it.
    """

    making: Callable[[T], R]
    room: int
    lost: Callable[[T, int], R]
    hands: list[_Hand[T]] = field(default_factory=list[_Hand[T]])

    def give(self, task: T) -> None:
        """Hand a task to one who is idle, or to one who comes for it; there is room for it."""
        hand = next((each for each in self.hands if not each.task), None) or self._hired()
        hand.task.append(task)
        with contextlib.suppress(OSError):  # gone while it was idle: taking tells so
            hand.pipe.send(task)

    def take(self) -> R:
        """What became of the task that is finished next."""
        ready = wait([each.pipe for each in self.hands if each.task])
        hand = next(each for each in self.hands if each.pipe in ready)
        try:
            outcome = cast(R, hand.pipe.recv())
        except Exception:  # gone, or what it sent cannot be read
            return self.lost(hand.task[0], self._dismissed(hand))
        hand.task.clear()
        hand.made += 1
        if hand.made >= _TERM:
            self._dismissed(hand)
        return outcome

    def leave(self) -> None:
        """Stop everyone; what is half-written is removed before they go."""
        for hand in self.hands:
            if hand.task:
                os.kill(hand.pid, signal.SIGTERM)
        for hand in tuple(self.hands):
            self._dismissed(hand)

    def _dismissed(self, hand: _Hand[T]) -> int:
        """Close the pipe, at which an idle process ends; its exit code, or less than 0 the signal that ended it."""
        self.hands.remove(hand)
        hand.pipe.close()
        return os.waitstatus_to_exitcode(os.waitpid(hand.pid, 0)[1])

    def _hired(self) -> _Hand[T]:
        ours, theirs = Pipe()
        gc.freeze()  # what is here already is never walked again, so the pages stay shared
        pid = os.fork()
        if pid == 0:
            ours.close()
            for each in self.hands:
                each.pipe.close()
            _work(theirs, self.making)
        theirs.close()
        hand = _Hand[T](pid, ours)
        self.hands.append(hand)
        return hand


def _work(pipe: Connection, making: Callable[[T], R]) -> NoReturn:
    """What a process does until its pipe is closed. It leaves without ceremony: what stands in buffers is not its own.

    Ctrl-C reaches every process of the terminal; the parent says what is to be done, with SIGTERM.
    """
    status = 0
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _stopped)
        while True:
            pipe.send(making(cast(T, pipe.recv())))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass
    except SystemExit:
        status = 1
    finally:
        os._exit(status)


def _stopped(number: int, frame: object) -> NoReturn:
    """Unwinds, so that half-written files are removed on the way."""
    raise SystemExit(1)
