"""The benchmark of finishing times every stage once, and tells each as a share of the composing."""

from __future__ import annotations

from pathlib import Path

from projects import copied

from benchmarks.finishing import STAGES, measured, table


def test_every_stage_is_timed(tmp_path: Path) -> None:
    found = measured(copied(tmp_path), "rumoi", "ja")
    assert set(found) == {*STAGES, "pages"}
    assert all(found[stage] > 0 for stage in STAGES)


def test_shares_are_of_the_composing_of_the_middle_round() -> None:
    rounds = [dict.fromkeys(STAGES, seconds) for seconds in (1.0, 2.0, 9.0)]
    lines = table(rounds).splitlines()
    assert [line.split()[-3:] for line in lines[:-1]] == [["2.00", "s", "1.00"]] * len(STAGES)
    assert lines[-1].split()[-3:] == ["8.00", "s", "4.00"]
