"""A companionship (組仲間): processes forked off this one to set a book together, take by take off one hook.

The takes hang on a pipe, and whoever is free takes the next: the others, and this process too. What they set they hand
over as they go, each through a pipe of its own. One that is killed takes nothing with it but what it was at; one that
was waited for at the end would keep everyone, so they are looked after only when the book is done.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from select import select
from typing import NoReturn

from msgspec import Struct, field

_NUMBER = 4  # bytes a number has: a pipe's reader gets all of them, and nobody else any
_HOOK = 1 << 10  # takes a hook holds: what any system's pipe takes without a reader; what is left is set by one
_SHARE = 1 << 18  # bytes read at once

Setting = Callable[[int], Iterable[bytes]]
"""Sets a take, by its place among all, and gives what is to be handed over bit by bit; it raises nothing."""


class Companionship(Struct):
    """Up to `others` processes beside this one."""

    others: int = 0
    _hook: int = -1
    _pipes: dict[int, bytearray] = field(default_factory=dict[int, bytearray])  # by the end we read, what has come
    _away: list[int] = field(default_factory=list[int])

    def begin(self, takes: int, setting: Setting) -> None:
        """Hang up takes, as many as a hook holds, and let the others begin."""
        self._hook, end = os.pipe()
        os.write(end, b"".join(number.to_bytes(_NUMBER, "big") for number in range(min(takes, _HOOK))))
        os.close(end)
        gc.freeze()  # what is here already is never walked again, so the pages stay shared
        for _ in range(self.others):
            ours, theirs = os.pipe()
            process = os.fork()
            if process == 0:
                for each in (ours, *self._pipes):  # what nobody reads any more is to be told so
                    os.close(each)
                _work(self._hook, theirs, setting)
            os.close(theirs)
            os.set_blocking(ours, False)
            self._pipes[ours] = bytearray()
            self._away.append(process)

    def take(self) -> int | None:
        """The take that is next, for whoever asks; None when all are taken."""
        return _taken(self._hook) if self._hook >= 0 else None

    def handed_over(self, waits: bool = False) -> Iterator[bytes]:
        """What the others have set and nobody was given yet: all that has come, or all that comes until the last of
        them is done."""
        while self._pipes:
            ready = select(self._pipes, (), (), None if waits else 0.0)[0]
            if not ready:
                return
            for pipe in ready:
                come = self._pipes[pipe]
                data = os.read(pipe, _SHARE)
                if data:
                    come += data
                    yield from _parted(come)
                else:  # the last is done, or gone
                    del self._pipes[pipe]
                    os.close(pipe)

    def leave(self) -> None:
        """Let everyone go: nobody begins another take."""
        if self._hook >= 0:
            while self.take() is not None:
                pass
            os.close(self._hook)
            self._hook = -1
        for pipe in self._pipes:
            os.close(pipe)
        self._pipes.clear()
        while self._away:
            os.waitpid(self._away.pop(), 0)


def _taken(hook: int) -> int | None:
    number = os.read(hook, _NUMBER)
    return int.from_bytes(number, "big") if number else None


def _parted(come: bytearray) -> Iterator[bytes]:
    """The pieces that have come whole, which are taken away."""
    while len(come) >= _NUMBER:
        end = _NUMBER + int.from_bytes(come[:_NUMBER], "big")
        if len(come) < end:
            return
        piece = bytes(come[_NUMBER:end])
        del come[:end]
        yield piece


def _work(hook: int, pipe: int, setting: Setting) -> NoReturn:
    """What the others do. They leave without ceremony, when all is taken, nobody wants it any more, or Ctrl-C reaches
    them as it reaches everyone: what stands in buffers is not theirs."""
    try:
        while (take := _taken(hook)) is not None:
            for piece in setting(take):
                _write(pipe, len(piece).to_bytes(_NUMBER, "big") + piece)
    finally:
        os._exit(0)


def _write(pipe: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]
