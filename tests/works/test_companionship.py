"""A companionship: every take is set by one process and no other, whatever befalls one of them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from select import select

import pytest

from brochure.works.companionship import Companionship

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")


@pytest.mark.parametrize("others", [1, 3])
def test_every_take_is_set_once(others: int) -> None:
    def setting(take: int) -> Iterator[bytes]:
        yield b"%d begun" % take
        yield b"%d" % take * (1 << 17)  # more than a pipe holds

    companions = Companionship(others)
    companions.begin(40, setting)
    here: list[int] = []
    come: list[bytes] = []
    while (take := companions.take()) is not None:
        here.append(take)
        come += companions.handed_over()
    come += companions.handed_over(waits=True)
    companions.leave()
    there = [int(each.split()[0]) for each in come if each.endswith(b"begun")]
    assert sorted(here + there) == list(range(40))
    assert sorted(come) == sorted(piece for take in there for piece in setting(take))
    if others == 1:  # what one process hands over stays in its order
        assert come == [piece for take in there for piece in setting(take)]


def test_one_that_is_killed_takes_nothing_with_it_but_what_it_was_at() -> None:
    def setting(take: int) -> Iterator[bytes]:
        yield b"%d" % take
        if take == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        yield b"done"

    companions = Companionship(1)
    companions.begin(5, setting)
    assert [*companions.handed_over(waits=True)] == [b"0", b"done", b"1", b"done", b"2"]
    assert companions.take() == 3
    companions.leave()
    assert companions.take() is None


def test_who_leaves_waits_for_nobody_to_begin_another(monkeypatch: pytest.MonkeyPatch) -> None:
    away: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: away.append(process := fork()) or process)

    def setting(take: int) -> Iterator[bytes]:
        yield bytes(1 << 17)
        yield bytes(1 << 17)

    companions = Companionship(2)
    companions.begin(1000, setting)
    companions.leave()
    assert len(away) == 2
    for process in away:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_nobody_goes_away_where_nobody_is_asked() -> None:
    companions = Companionship()
    assert [*companions.handed_over(waits=True)] == []
    companions.leave()


def _nothing(take: int) -> Iterator[bytes]:
    return iter(())


def _named(errand: bytes) -> bytes:
    """An answer too long for a pipe, which tells who gave it."""
    time.sleep(0.001)
    return b"%d " % os.getpid() + errand[:1] * (1 << 17)


@pytest.mark.parametrize("others", [0, 1, 3])
def test_errands_are_run_once_and_come_back_in_their_order(others: int) -> None:
    companions = Companionship(others, _named)
    if others:
        companions.begin(2, _nothing)
        assert [*companions.handed_over(waits=True)] == []
    for batch in ([b"a", b"b", b"c", b"d", b"e"], [], [b"f"], [b"g" * 500_000, b"h"]):
        answers = [each.split(b" ") for each in companions.run(batch)()]
        assert [what for _, what in answers] == [each[:1] * (1 << 17) for each in batch]
    companions.dismiss()
    assert companions.run([b"i"])() == [b"%d " % os.getpid() + b"i" * (1 << 17)]
    companions.leave()


@pytest.mark.parametrize("waits", [False, True])
def test_errands_are_begun_before_anybody_waits_for_them_and_the_first_process_helps(waits: bool) -> None:
    companions = Companionship(1, _named)
    companions.begin(0, _nothing)
    assert [*companions.handed_over(waits=True)] == []
    brought = companions.run([b"a"] * 50)
    if waits:
        assert select([*companions._companions], (), (), 60.0)[0]
    who = {each.split(b" ")[0] for each in brought()}
    companions.leave()
    assert (b"%d" % os.getpid() in who) is not waits


@pytest.mark.parametrize("fatal", [b"a", b"c"])
def test_errands_of_one_that_is_killed_are_run_by_the_first_process(fatal: bytes) -> None:
    first = os.getpid()

    def errand(what: bytes) -> bytes:
        if os.getpid() != first and what == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        return what.upper()

    companions = Companionship(1, errand)
    companions.begin(1, _nothing)
    assert [*companions.handed_over(waits=True)] == []
    brought = companions.run([b"a", b"b", b"c"])
    time.sleep(0.05)
    assert brought() == [b"A", b"B", b"C"]
    assert companions.run([b"d"])() == [b"D"]
    companions.leave()


def test_the_others_are_ready_before_the_first_errand_and_only_they() -> None:
    ready: list[int] = []

    def errand(what: bytes) -> bytes:
        return what + b"%d" % len(ready)

    companions = Companionship(1, errand, lambda: ready.append(1))
    companions.begin(1, _nothing)
    assert [*companions.handed_over(waits=True)] == []
    brought = companions.run([b"a", b"b"])
    assert select([*companions._companions], (), (), 60.0)[0]
    assert brought() == [b"a1", b"b1"]
    assert ready == []
    companions.leave()


def test_what_is_raised_on_an_errand_is_raised_in_the_first_process() -> None:
    def errand(what: bytes) -> bytes:
        raise ValueError(what)

    companions = Companionship(1, errand)
    companions.begin(1, _nothing)
    with pytest.raises(ValueError, match="a"):
        companions.run([b"a"])()
    companions.leave()
