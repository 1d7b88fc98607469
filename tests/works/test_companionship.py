"""A companionship: every take is set by one process and no other, whatever befalls one of them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

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
