"""A companionship (組仲間): processes forked off this one to set a book together, take by take off one hook.

The takes hang on a pipe, and whoever is free takes the next: the others, and this process too. What they set they hand
over as they go, each through a pipe of its own. Then they wait for errands, which are told to each of them and hang on
a second hook. One that is killed takes nothing with it but what it was at; one that was waited for at the end would
keep everyone, so they are looked after only when the book is done.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from select import select
from typing import NoReturn

from msgspec import Struct, field

_NUMBER = 4  # bytes a number has: a pipe's reader gets all of them, and nobody else any
_HOOK = 1 << 10  # takes a hook holds: what any system's pipe takes without a reader; what is left is set by one
_SHARE = 1 << 18  # bytes read at once

Setting = Callable[[int], Iterable[bytes]]
"""Sets a take, by its place among all, and gives what is to be handed over bit by bit; it raises nothing."""

Errand = Callable[[bytes], bytes]
"""Runs an errand; gives what is brought back, never nothing."""


class _Companion(Struct):
    """One of the others, as the first process knows it: where it is told of errands, and what has come of it that is
    not yet whole."""

    orders: int
    come: bytearray = field(default_factory=bytearray)


class Companionship(Struct):
    """Up to `others` processes beside this one, who can run one kind of `errand`; each is made `ready` for them when it
    has nothing to set any more."""

    others: int = 0
    errand: Errand = bytes
    ready: Callable[[], object] = bytes
    _hook: int = -1
    _errands: tuple[int, int] = (-1, -1)  # the ends of the hook they hang on
    _told: int = 0  # errands so far
    _companions: dict[int, _Companion] = field(default_factory=dict[int, _Companion])  # by the end they hand over at
    _busy: set[int] = field(default_factory=set[int])  # ends at which more is to come
    _away: list[int] = field(default_factory=list[int])

    def begin(self, takes: int, setting: Setting) -> None:
        """Hang up takes, as many as a hook holds, and let the others begin."""
        self._hook, end = os.pipe()
        _hang(end, range(min(takes, _HOOK)))
        os.close(end)
        self._errands = os.pipe()
        os.set_blocking(self._errands[0], False)
        gc.freeze()  # what is here already is never walked again, so the pages stay shared
        for _ in range(self.others):
            ours, theirs = os.pipe()
            orders, told = os.pipe()
            process = os.fork()
            if process == 0:
                others = chain.from_iterable((end, each.orders) for end, each in self._companions.items())
                for each in (ours, told, self._errands[1], *others):
                    os.close(each)  # who is gone is to be gone for everyone
                self._work(orders, theirs, setting)
            os.close(theirs)
            os.close(orders)
            os.set_blocking(ours, False)
            self._companions[ours] = _Companion(told)
            self._away.append(process)
        self._busy.update(self._companions)

    def take(self) -> int | None:
        """The take that is next, for whoever asks; None when all are taken."""
        return _taken(self._hook) if self._hook >= 0 else None

    def handed_over(self, waits: bool = False) -> Iterator[bytes]:
        """What the others have set and nobody was given yet: all that has come, or all that comes until the last of
        them is done."""
        while self._busy:
            ready = select(self._busy, (), (), None if waits else 0.0)[0]
            if not ready:
                return
            for end in ready:
                come = self._companions[end].come
                data = os.read(end, _SHARE)
                if not data:
                    self._lose(end)
                come += data
                for piece in _parted(come):
                    if piece:
                        yield piece
                    else:
                        self._busy.remove(end)

    def run(self, errands: Sequence[bytes]) -> Callable[[], list[bytes]]:
        """Let the others begin with errands, when all is set; gives what helps them to end, and hands over what was
        brought back, in the order of the errands."""
        first = self._told
        self._told += len(errands)
        if self._companions:
            _hang(self._errands[1], range(first, self._told))
        for end, companion in [*self._companions.items()]:
            try:
                _write(companion.orders, b"".join([_measured(each) for each in (*errands, b"")]))
                self._busy.add(end)
            except BrokenPipeError:
                self._lose(end)
        return lambda: self._brought(first, errands)

    def _brought(self, first: int, errands: Sequence[bytes]) -> list[bytes]:
        found: dict[int, bytes] = {}
        while self._companions and (number := _next(self._errands[0])) is not None:
            found[number] = self.errand(errands[number - first])
        for piece in self.handed_over(waits=True):
            found[int.from_bytes(piece[:_NUMBER], "big")] = piece[_NUMBER:]
        return [found.get(number) or self.errand(each) for number, each in enumerate(errands, first)]

    def dismiss(self) -> None:
        """Let the others go: there are no more errands. What they set is lost if it was not handed over."""
        for end in [*self._companions]:
            self._lose(end)

    def leave(self) -> None:
        """Let everyone go, and see them off: nobody begins another take."""
        if self._hook >= 0:
            while self.take() is not None:
                pass
            for each in (self._hook, *self._errands):
                os.close(each)
            self._hook = -1
        self.dismiss()
        while self._away:
            os.waitpid(self._away.pop(), 0)

    def _work(self, orders: int, pipe: int, setting: Setting) -> NoReturn:
        """What the others do. They leave without ceremony, when all is taken and run, nobody wants it any more, or
        Ctrl-C reaches them as it reaches everyone: what stands in buffers is not theirs."""
        try:
            while (take := _taken(self._hook)) is not None:
                for piece in setting(take):
                    _write(pipe, _measured(piece))
            _write(pipe, _measured(b""))
            self.ready()
            told: list[bytes] = []
            come = bytearray()
            while data := os.read(orders, _SHARE):
                come += data
                for piece in _parted(come):
                    if piece:
                        told.append(piece)
                        continue
                    brought: list[bytes] = []  # a pipe holds less than one brings: nobody waits until it is emptied
                    while (number := _next(self._errands[0])) is not None:
                        brought.append(_measured(number.to_bytes(_NUMBER, "big") + self.errand(told[number])))
                    _write(pipe, b"".join((*brought, _measured(b""))))
        finally:
            os._exit(0)

    def _lose(self, end: int) -> None:
        """Nothing more comes of a companion, and it is told of nothing."""
        self._busy.discard(end)
        os.close(end)
        os.close(self._companions.pop(end).orders)


def _hang(hook: int, numbers: Iterable[int]) -> None:
    os.write(hook, b"".join(number.to_bytes(_NUMBER, "big") for number in numbers))


def _taken(hook: int) -> int | None:
    number = os.read(hook, _NUMBER)
    return int.from_bytes(number, "big") if number else None


def _next(hook: int) -> int | None:
    """The number that is next on a hook nobody waits at; None where none hangs there now."""
    try:
        return _taken(hook)
    except BlockingIOError:
        return None


def _parted(come: bytearray) -> Iterator[bytes]:
    """The pieces that have come whole, which are taken away."""
    while len(come) >= _NUMBER:
        end = _NUMBER + int.from_bytes(come[:_NUMBER], "big")
        if len(come) < end:
            return
        piece = bytes(come[_NUMBER:end])
        del come[:end]
        yield piece


def _measured(piece: bytes) -> bytes:
    return len(piece).to_bytes(_NUMBER, "big") + piece


def _write(pipe: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]
