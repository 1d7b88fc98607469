"""A crew: processes forked off this one, which make batches side by side.

The fork comes after content and fonts have been read, so all of them share what was read and no one reads it again. A
process goes home after some batches and another takes its place: what it has gathered goes with it, so memory does not
grow with the number of editions. One that is killed takes nothing with it but its own batch.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from typing import NoReturn, cast

from brochure.works.batch import Batch, Outcome
from brochure.works.hands import Making, guarded, lost, sweep

_TERM = 32  # batches after which a process goes home


@dataclass(slots=True)
class _Hand:
    """A process of the crew: its number, our end of the pipe to it, what it is making, how many it has made."""

    pid: int
    pipe: Connection
    batch: Batch | None = None
    made: int = 0


@dataclass(slots=True)
class Crew:
    """Up to `room` processes. `out` is where files are laid down: what a killed process left there is swept away."""

    making: Making
    room: int
    out: Path
    hands: list[_Hand] = field(default_factory=list[_Hand])

    def give(self, batch: Batch) -> None:
        """Hand a batch to one who is idle, or to one who comes for it; there is room for it."""
        hand = next((each for each in self.hands if each.batch is None), None) or self._hired()
        hand.batch = batch
        with contextlib.suppress(OSError):  # gone while it was idle: taking tells so
            hand.pipe.send(batch)

    def take(self) -> Outcome:
        """What became of the batch that is finished next."""
        ready = wait([each.pipe for each in self.hands if each.batch is not None])
        hand = next(each for each in self.hands if each.pipe in ready)
        assert hand.batch is not None
        batch = hand.batch
        try:
            outcome = cast(Outcome, hand.pipe.recv())
        except (EOFError, OSError):
            sweep(batch, self.out)
            return lost(batch, self._dismissed(hand))
        hand.batch = None
        hand.made += 1
        if hand.made >= _TERM:
            self._dismissed(hand)
        return outcome

    def leave(self) -> None:
        """Stop everyone; what is half-written is removed before they go."""
        for hand in self.hands:
            if hand.batch is not None:
                os.kill(hand.pid, signal.SIGTERM)
        for hand in tuple(self.hands):
            self._dismissed(hand)

    def _dismissed(self, hand: _Hand) -> int:
        """Close the pipe, at which an idle process ends; its exit code, or less than 0 the signal that ended it."""
        self.hands.remove(hand)
        hand.pipe.close()
        return os.waitstatus_to_exitcode(os.waitpid(hand.pid, 0)[1])

    def _hired(self) -> _Hand:
        ours, theirs = Pipe()
        gc.freeze()  # what is here already is never walked again, so the pages stay shared
        pid = os.fork()
        if pid == 0:
            ours.close()
            for each in self.hands:
                each.pipe.close()
            _work(theirs, self.making)
        theirs.close()
        hand = _Hand(pid, ours)
        self.hands.append(hand)
        return hand


def can_fork() -> bool:
    """Whether this system has forks."""
    return hasattr(os, "fork")


def _work(pipe: Connection, making: Making) -> NoReturn:
    """What a process does until its pipe is closed. It leaves without ceremony: what stands in buffers is not its own.

    Ctrl-C reaches every process of the terminal; the parent says what is to be done, with SIGTERM.
    """
    status = 0
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _stopped)
        made = guarded(making)
        while True:
            pipe.send(made(cast(Batch, pipe.recv())))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass
    except SystemExit:
        status = 1
    finally:
        os._exit(status)


def _stopped(number: int, frame: object) -> NoReturn:
    """Unwinds, so that half-written files are removed on the way."""
    raise SystemExit(1)
