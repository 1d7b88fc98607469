"""Pinyin (汉语拼音): a reading as its author wrote it, cut into the syllables of its characters.

Spelling after the Scheme for the Chinese Phonetic Alphabet and GB/T 16159: tones above the vowels, ü after n and l, and
an apostrophe before a syllable that begins with a, o or e and does not begin its word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from brochure.patterns import pattern

APOSTROPHE = "'"
_TONE_MARKS = ("", "\u0304", "\u0301", "\u030c", "\u0300")
_SAME_LETTERS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "ɑ": "a", "ɡ": "g", "－": "-", "‐": "-", "\u3000": " "})
_BREVE, _CARON = "\u0306", "\u030c"
_SPELLINGS = """
- a o e ai ei ao ou an en ang eng er
y a o e i u ai ao ou an in ang ing ong ue uan un
w a o u ai ei an en ang eng
b a o ai ei ao an en ang eng i ie iao ian in ing u
p a o ai ei ao ou an en ang eng i ie iao ian in ing u
m a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u
f a o ei ou an en ang eng u
d a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un
t a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un
n a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un ü üe
l a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe
g a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
k a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
h a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
j i ia ie iao iu ian in iang ing iong u ue uan un
q i ia ie iao iu ian in iang ing iong u ue uan un
x i ia ie iao iu ian in iang ing iong u ue uan un
zh a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
ch a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang
sh a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang
r e i ao ou an en ang eng ong u ua uo ui uan un
z a e i ai ei ao ou an en ang eng ong u uo ui uan un
c a e i ai ei ao ou an en ang eng ong u uo ui uan un
s a e i ai ao ou an en ang eng ong u uo ui uan un
"""  # an initial and the finals written after it


def _spelled() -> frozenset[str]:
    rows = (line.split() for line in _SPELLINGS.split("\n") if line)
    return frozenset(initial.strip("-") + final for initial, *finals in rows for final in finals)


SYLLABLES = _spelled()
"""Every syllable of the standard language, without tone."""

_ALONE = frozenset({"ê", "m", "n", "ng", "hm", "hng"})  # interjections: 欸 呣 嗯 哼
_LONGEST = max(map(len, SYLLABLES))
_OPEN_VOWELS = frozenset("aoeê")  # what an apostrophe is put before
_ERHUA = "r"  # 儿 after a syllable: huār
_NUMBERED = pattern(r"([a-zü:vê]+)([0-5])", re.IGNORECASE)
_BETWEEN = pattern(r"[\s'-]+")


class PinyinWord(NamedTuple):
    """A word written together, and its syllables: one for each of its characters."""

    text: str
    syllables: tuple[str, ...]


def is_pinyin(reading: str) -> bool:
    """Whether the whole reading can be read as pinyin."""
    return bool(_parts(reading)) and all(map(_splits, _parts(normal_pinyin(reading))))


def normal_pinyin(reading: str) -> str:
    """The reading in its standard spelling: `liu2` is liú, `v` and `u:` are ü, an apostrophe parts `xi1an1`."""
    text = unicodedata.normalize("NFD", reading).translate(_SAME_LETTERS).replace(_BREVE, _CARON)
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    text = re.sub(r"[uU]:", lambda found: "ü" if found[0][0] == "u" else "Ü", text)
    text = re.sub(r"(?<=[jqxyJQXY])v", "u", text).replace("v", "ü").replace("V", "Ü")
    text = re.sub(r"(?<=[nlNL])u(?=[eēéěè])", "ü", text)
    if not re.search(r"[0-5]", text):
        return text
    parted = re.sub(r"(?<=[0-5])(?=[aoeêAOEÊ])", APOSTROPHE, text)
    return _NUMBERED.sub(lambda found: _toned(found[1], int(found[2])), parted)


def split_pinyin(reading: str, count: int) -> tuple[str, ...]:
    """The syllables of a reading, one for each of `count` characters, apostrophes and hyphens left out.

    Where a spelling is ambiguous, the rule decides: `fangan` is fan gan, because fang an is written fang'an. A split
    that breaks this rule is taken only where no other has the right count. Raises ValueError where none has.
    """
    return tuple(syllable for word in pinyin_words(reading, count) for syllable in word.syllables)


def pinyin_words(reading: str, count: int) -> tuple[PinyinWord, ...]:
    """The words of a reading, parted as its author parted them by spaces, with their syllables; see `split_pinyin`."""
    words = normal_pinyin(reading).split()
    parts = [part for word in words for part in _parts(word)]
    ways: _Ways = {0: (0, ())}
    for part in parts:
        found = _splits(part)
        if not found:
            raise ValueError(f"“{part}” is no pinyin")
        ways = _either(_followed(way, other) for way in ways.values() for other in found.values())
    if count < 1 or count not in ways:
        raise ValueError(f"“{reading}” has not the {count} syllables its characters need")
    cuts = iter(ways[count][1])
    return tuple(PinyinWord(word, _taken(cuts, "".join(_parts(word)))) for word in words)


_Way = tuple[int, tuple[str, ...]]  # how many apostrophes are missing in a split, and its syllables
_Ways = dict[int, _Way]  # the best split into each number of syllables


def _followed(way: _Way, other: _Way) -> _Way:
    return way[0] + other[0], way[1] + other[1]


def _either(ways: Iterable[_Way]) -> _Ways:
    """The best way into each number of syllables; of equals the first."""
    best: _Ways = {}
    for way in ways:
        count = len(way[1])
        if count not in best or way[0] < best[count][0]:
            best[count] = way
    return best


def _taken(syllables: Iterator[str], letters: str) -> tuple[str, ...]:
    """The next syllables, as many as make up the letters."""
    taken: list[str] = []
    while sum(map(len, taken)) < len(letters):
        taken.append(next(syllables))
    return tuple(taken)


def _parts(text: str) -> list[str]:
    """The stretches between spaces, hyphens and apostrophes."""
    return [part for part in _BETWEEN.split(text) if part]


def _splits(part: str) -> _Ways:
    """The best way to read a stretch as each number of syllables; of equals the one that begins with the longer."""
    if _plain(part) in _ALONE and _tones(part) <= 1:
        return {1: (0, (part,))}
    rests: list[_Ways] = [*({} for _ in part), {0: (0, ())}]
    if len(part) > 1 and part[-1].lower() == _ERHUA:
        rests[-2] = {1: (0, (part[-1],))}
    for start in reversed(range(len(part))):
        ends = [end for end in range(min(start + _LONGEST, len(part)), start, -1) if _is_syllable(part[start:end])]
        missing = int(start > 0 and _plain(part[start]) in _OPEN_VOWELS)
        begun = [_followed((missing, (part[start:end],)), rest) for end in ends for rest in rests[end].values()]
        if begun:
            rests[start] = _either(begun)
    return rests[0]


def _is_syllable(text: str) -> bool:
    return _plain(text) in SYLLABLES and _tones(text) <= 1


def _plain(text: str) -> str:
    """A syllable in small letters without its tone."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if sign not in _TONE_MARKS[1:])
    return unicodedata.normalize("NFC", bare)


def _tones(text: str) -> int:
    return sum(sign in _TONE_MARKS[1:] for sign in unicodedata.normalize("NFD", text))


def _toned(letters: str, tone: int) -> str:
    """Letters whose last syllable bears a tone: on a or e, on the o of ou, else on the last vowel."""
    mark = _TONE_MARKS[tone % 5]
    ways = _splits(letters).values()
    if not ways:
        return f"{letters}{tone}"
    split = min(ways, key=lambda way: (way[0], len(way[1])))[1]
    before, last = "".join(split[:-1]), split[-1]
    low = last.lower()
    at = next((low.index(vowel) for vowel in ("a", "e", "ê", "ou") if vowel in low), -1)
    if at < 0:
        at = max((low.rfind(sign) for sign in "iouü"), default=-1)
    if at < 0:
        at = next((low.index(sign) for sign in "nm" if sign in low), 0)
    return before + unicodedata.normalize("NFC", last[: at + 1] + mark) + last[at + 1 :]
