"""The paragraph bench counts what it says it counts, and our total fit reaches its marks."""

from __future__ import annotations

import pytest

from benchmarks.paragraph_engines import Character, SetParagraph, texts
from benchmarks.paragraph_measure import quality
from benchmarks.paragraphs import main


def _line(text: str, gap: float = 0.0, start: float = 0.0) -> tuple[Character, ...]:
    return tuple(Character(character, start + at * (1 + gap)) for at, character in enumerate(text))


def test_a_solid_line_that_is_flush_has_no_fault() -> None:
    found = quality([SetParagraph(4, (_line("港の町の"), _line("船")))], "ja")
    assert (found.lines, found.violations, found.not_flush, found.overhanging) == (2, 0, 0, 0)
    assert (found.gaps, found.solid, found.deviation) == (3, 1.0, 0.0)


def test_parted_gaps_are_not_solid_and_their_deviation_is_the_root_of_the_mean_square() -> None:
    found = quality([SetParagraph(4, (_line("港の町", gap=0.5), _line("港の町の"), _line("船")))], "ja")
    assert found.gaps == 5
    assert found.solid == pytest.approx(3 / 5)
    assert found.deviation == pytest.approx((2 * 0.25 / 5) ** 0.5)
    assert found.not_flush == 0  # the last begins at 3 em


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("港の町の", "、船"), 1),
        (("港の町「", "船」"), 1),
        (("港の町1", "9年"), 1),
        (("港の町…", "…船"), 2),  # cut in two, and … begins a line
        (("港の町。", "船"), 0),
    ],
)
def test_what_no_line_may_begin_or_end_with_is_counted(lines: tuple[str, ...], count: int) -> None:
    assert quality([SetParagraph(4, tuple(map(_line, lines)))], "ja").violations == count


def test_short_and_long_lines_are_counted_but_the_blank_of_a_mark_may_stand_beyond_the_measure() -> None:
    found = quality(
        [SetParagraph(4, (_line("港の町"), _line("港の町の船"), _line("港の町。", start=0.5), _line("船")))], "ja"
    )
    assert found.not_flush == 2
    assert found.overhanging == 1


def test_there_are_forty_paragraphs_of_each_language() -> None:
    for language in ("ja", "zh_CN"):
        found = texts(language)
        assert len(found) == 40 == len(set(found))
        assert all(len(copy) >= 60 for copy in found)


def test_our_total_fit_reaches_its_marks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rounds", "0", "--engines", "ours"]) == 0
    assert "MISSED" not in capsys.readouterr().out
