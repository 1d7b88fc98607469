"""How well paragraphs are set: edges, flushness, and how much of the kanji and kana stands solid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from benchmarks.paragraph_engines import Character, SetLine, SetParagraph
from benchmarks.type_styles import library
from brochure.typesetting.character_classes import (
    HIRAGANA,
    IDEOGRAPH,
    ITERATION_MARK,
    KATAKANA,
    PROLONGED_SOUND,
    SMALL_KANA,
    class_of,
)

_NEVER_FIRST = frozenset(
    "、。，．・：；？！」』）》〉】〕〗］｝”’…—‥々ーっゃゅょぁぃぅぇぉッャュョァィゥェォヽヾゝゞ％℃,.)]:;!?～〜"
)
_NEVER_LAST = frozenset("「『（《〈【〔〖［｛“‘(￥＄")
_HALF_BLANK = frozenset("、。，．」』）》〉】〕〗］｝”’：；！？")  # what follows their ink may stand beyond the measure
_PLAIN = frozenset({HIRAGANA, KATAKANA, IDEOGRAPH, SMALL_KANA, PROLONGED_SOUND, ITERATION_MARK})
_NEAR = 0.02  # em
_SOLID = 0.005  # em


@dataclass(frozen=True, slots=True)
class Quality:
    """What was counted over many paragraphs; `deviation` is the root of the mean square, in em."""

    lines: int
    violations: int
    not_flush: int
    overhanging: int
    gaps: int
    solid: float
    deviation: float


def quality(paragraphs: Iterable[SetParagraph], language: str) -> Quality:
    """The quality of paragraphs; last lines are not asked to be flush, their gaps are not counted."""
    lines = violations = not_flush = overhanging = 0
    moves: list[float] = []
    for made in paragraphs:
        for number, line in enumerate(made.lines):
            lines += 1
            shown = _trimmed(line)
            is_last = number == len(made.lines) - 1
            if not shown:
                continue
            violations += number > 0 and shown[0].text in _NEVER_FIRST
            violations += not is_last and shown[-1].text in _NEVER_LAST
            violations += not is_last and _parts(shown, _trimmed(made.lines[number + 1]))
            least, most = _ends(shown[-1], language)
            overhanging += least > made.measure + _NEAR
            if not is_last:
                not_flush += not any(abs(end - made.measure) <= _NEAR for end in (least, most))
                moves += _moves(shown)
    solid = sum(abs(move) <= _SOLID for move in moves)
    square = sum(move * move for move in moves)
    count = max(1, len(moves))
    return Quality(lines, violations, not_flush, overhanging, len(moves), solid / count, (square / count) ** 0.5)


def _trimmed(line: SetLine) -> SetLine:
    end = len(line)
    while end and line[end - 1].text in " \u00a0":
        end -= 1
    return line[:end]


def _parts(line: SetLine, following: SetLine) -> bool:
    """Whether a number or a sign of two characters is cut between two lines."""
    if not following:
        return False
    before, after = line[-1].text, following[0].text
    return (before.isdecimal() and after.isdecimal() and before.isascii()) or (before == after and before in "—…‥")


def _ends(last: Character, language: str) -> tuple[float, float]:
    """Where a line's last character ends: without the blank that belongs to it, and with it."""
    wide = last.along + _advance(last.text, language)
    if last.text in _HALF_BLANK and last.text > "\u00ff":
        return last.along + min(0.5, _advance(last.text, language)), wide
    return wide, wide


@cache
def _advance(text: str, language: str) -> float:
    """The width of a character in the font all engines are given, in em; an em where it is not there."""
    face = library().chain("ja-gothic" if language == "ja" else "zh_CN-gothic").main
    glyph = face.hb_font.get_nominal_glyph(ord(text[0]))
    if class_of(text[0]) in _PLAIN or text in "“”‘’—…" or not glyph:
        return 1.0
    return face.advance(glyph) / face.units_per_em


def _moves(line: SetLine) -> Iterator[float]:
    """How far each two kanji or kana side by side stand from solid, in em."""
    for before, after in pairwise(line):
        if _is_plain(before.text) and _is_plain(after.text):
            yield after.along - before.along - 1


@cache
def _is_plain(text: str) -> bool:
    return class_of(text[0]) in _PLAIN
