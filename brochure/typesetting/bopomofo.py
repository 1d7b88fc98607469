"""Bopomofo (注音符號): where the letters and the tone of a reading stand to the right of their character.

To the right in horizontal and in vertical writing alike, in half an em, every letter three tenths of the character
(CLReq 3.3.3 after the Ministry of Education's 國語注音符號手冊). That rule is for schoolbooks, whose type is large;
beside small type letters are no smaller than what can be printed and read, and reach a little into the line gap.
Lengths are integers in thousandths of the base's em.
"""

from __future__ import annotations

import re
import unicodedata
from math import ceil
from typing import NamedTuple

from msgspec import Struct

from brochure.patterns import pattern

EM = 1000
LETTER_SIZE = 3 * EM // 10
_LEAST_POINTS = 4.0  # of a letter: what printers take
_MOST_SIZE = 45 * EM // 100  # three letters of it still stand within a line feed of an em and a half
_TONE_ROOM = EM // 5  # beside the letters, whether there is a tone or not, so that characters stay in rank
MOST_LETTERS = 4  # Mandarin needs three; Taiwanese and Hakka four

LIGHT_TONE = "˙"
_TONES = "ˊˇˋ˪˫"  # second, third, fourth; and two of Taiwanese and Hakka
_CHECKED_TONES = "ㆴㆵㆶㆷㆻ"  # 入聲: at the lower right
_FIRST_TONE = "ˉ"  # is never set
_ALSO_TYPED = str.maketrans({"一": "ㄧ", "丨": "ㄧ", "\u0301": "ˊ", "\u030c": "ˇ", "\u0300": "ˋ", "\u0307": "˙"})
_EXTENDED = "ㄪㄫㄬㄭㄮㄯㆠ-ㆳㆸ-ㆺ"
_READING = pattern(
    rf"(?P<before>{LIGHT_TONE})?(?P<letters>[ㄅ-ㄩ{_EXTENDED}]+)"
    rf"(?P<tone>[{_TONES}{_CHECKED_TONES}{_FIRST_TONE}{LIGHT_TONE}]?)"
)
_MANDARIN = pattern(r"[ㄅ-ㄙ]?[ㄧㄨㄩ]{0,2}[ㄚ-ㄦ]?ㄦ?")  # initial, medial (two in Taiwanese), final, and 兒化
_ONE_OF_MANY = pattern(
    rf"{LIGHT_TONE}?(?:[ㄅ-ㄙ][ㄧㄨㄩ]?[ㄚ-ㄦ]?|[ㄧㄨㄩ][ㄚ-ㄦ]?|[ㄚ-ㄦ])(?:[{_TONES}{_FIRST_TONE}]|{LIGHT_TONE}$)?"
)  # a Mandarin syllable: where the next begins is told by its initial, where the last ended by its tone
_IS_BOPOMOFO = pattern(rf"[ㄅ-ㄩ{_EXTENDED}]")


class Ink(NamedTuple):
    """What a glyph blackens, in thousandths of its em: from its origin right, from its baseline up."""

    left: int
    bottom: int
    right: int
    top: int


class BopomofoColumn(Struct, frozen=True):
    """The places of a reading's parts: x from the right edge of the base's body, y down from the body's top.

    A letter's place is the upper left corner of its square body of `letter_size`. A tone's is the corner of the box
    `tone_box` wide and high in the middle of which the *ink* of the mark stands (`tone_origin`): faces draw the marks
    in bodies of any width and at any height.
    """

    width: int
    letters: tuple[tuple[int, int], ...]
    tone: tuple[int, int] | None
    letter_size: int = LETTER_SIZE
    tone_size: int = LETTER_SIZE
    tone_box: tuple[int, int] = (0, 0)

    def tone_origin(self, ink: Ink) -> tuple[int, int]:
        """Where the tone's glyph begins on its baseline, so that its ink is in the middle of the box."""
        if self.tone is None:
            raise ValueError("this reading has no tone mark")
        left, top = self.tone
        across = (ink.left + ink.right) * self.tone_size // (2 * EM)
        up = (ink.bottom + ink.top) * self.tone_size // (2 * EM)
        return left + self.tone_box[0] // 2 - across, top + self.tone_box[1] // 2 + up


def is_bopomofo(text: str) -> bool:
    """Whether any letter of the text is bopomofo's."""
    return _IS_BOPOMOFO.search(text) is not None


def letters_and_tone(reading: str) -> tuple[str, str]:
    """The letters of one character's reading and its tone mark, "" for the first tone.

    The light tone may be typed before or after; 一 is taken for ㄧ, accents for tones. Raises ValueError for what is
    not the reading of one character.
    """
    found = _READING.fullmatch(_as_set(reading).strip())
    if found is None or (found["before"] and found["tone"]):
        raise ValueError(f"“{reading}” is no bopomofo reading")
    letters = found["letters"]
    is_ordinary = not re.search(f"[{_EXTENDED}]", letters)
    if len(letters) > MOST_LETTERS or (is_ordinary and not _MANDARIN.fullmatch(letters)):
        raise ValueError(f"“{reading}” is no bopomofo syllable")
    tone = found["before"] or found["tone"]
    return letters, "" if tone == _FIRST_TONE else tone


def split_bopomofo(reading: str, count: int) -> tuple[str, ...]:
    """The readings of `count` characters, written with spaces between them or without.

    Raises ValueError where there are more or fewer, or one is no syllable.
    """
    words = _as_set(reading).split()
    if len(words) != count:
        words = [found[0] for word in words for found in _ONE_OF_MANY.finditer(word)]
    if len(words) != count or "".join(words) != "".join(_as_set(reading).split()):
        raise ValueError(f"“{reading}” has not the {count} readings its characters need")
    for word in words:
        letters_and_tone(word)
    return tuple(words)


def letter_size(points: float) -> int:
    """The size of letters beside a character of so many points."""
    return min(max(LETTER_SIZE, ceil(_LEAST_POINTS * EM / points)), _MOST_SIZE)


def column_width(letter: int) -> int:
    """What a character's letters and tone take beside it."""
    return letter + _TONE_ROOM


def bopomofo_column(count: int, tone: str, letter: int = LETTER_SIZE) -> BopomofoColumn:
    """The places for `count` letters and a tone: the whole centred on the height of the character's body.

    Four letters are as high as three. A tone stands right of the last letter, half of it above the letter's top; a
    light tone on top of the letters; the tone of a checked syllable at the lower right. Raises ValueError for no
    letters or too many, or an unknown tone.
    """
    if not 1 <= count <= MOST_LETTERS:
        raise ValueError(f"{count} letters of bopomofo over one character")
    if tone and (len(tone) > 1 or tone not in LIGHT_TONE + _TONES + _CHECKED_TONES):
        raise ValueError(f"“{tone}” is no tone mark of bopomofo")
    size, width = min(letter, 3 * letter // count), column_width(letter)
    head = 2 * letter // 9 if tone == LIGHT_TONE else 0
    top = (EM - head - count * size) // 2
    letters = tuple((0, top + head + size * index) for index in range(count))
    beside = (width - size, size)
    if tone == LIGHT_TONE:
        return BopomofoColumn(width, letters, (0, top), size, size, (size, head))
    if not tone:
        return BopomofoColumn(width, letters, None, size, size)
    last = letters[-1][1]
    return BopomofoColumn(
        width,
        letters,
        (size, last + size // 2 if tone in _CHECKED_TONES else last - size // 2),
        size,
        size,
        beside,
    )


def _as_set(reading: str) -> str:
    """A reading with the signs that are set for those that are also typed."""
    return unicodedata.normalize("NFD", reading).translate(_ALSO_TYPED)
