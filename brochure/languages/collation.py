"""The order names stand in: 五十音 by their reading, pinyin, or bopomofo, and the letter each is listed under."""

from __future__ import annotations

import re
import unicodedata

SortKey = tuple[tuple[int, ...], str]

_ROWS = [
    "あいうえお",
    "かきくけこ",
    "さしすせそ",
    "たちつてと",
    "なにぬねの",
    "はひふへほ",
    "まみむめも",
    "やゆよ",
    "らりるれろ",
    "わゐゑをん",
]
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
_BOPOMOFO = "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩ"
_INITIALS = dict(
    zip(
        ["b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s"],
        "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ",
        strict=True,
    )
)
_WITHOUT = {
    "yu": "ㄩ",
    "y": "ㄧ",
    "w": "ㄨ",
    "er": "ㄦ",
    "ang": "ㄤ",
    "an": "ㄢ",
    "ai": "ㄞ",
    "ao": "ㄠ",
    "a": "ㄚ",
    "ou": "ㄡ",
    "o": "ㄛ",
}
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


def sort_key(language: str, reading: str, pinyin: str) -> SortKey:
    """What names are sorted by: kana without their marks, then with them; letters, then tones."""
    if language == "ja":
        plain = _kana(reading)
        return tuple(ord(sign) for sign in plain), unicodedata.normalize("NFKC", reading)
    letters, tones = _letters(pinyin)
    first = (_BOPOMOFO.index(_bopomofo(letters)),) if language == "zh_TW" and letters else ()
    return (*first, *(ord(sign) for sign in letters)), tones


def initial(language: str, reading: str, pinyin: str) -> str:
    """The letter a name is listed under: the head of its row (あ か さ), a Latin letter, or one of bopomofo's."""
    if language == "ja":
        plain = _kana(reading)
        return next((row[0] for row in _ROWS if plain and plain[0] in row), "")
    letters, _ = _letters(pinyin)
    if not letters:
        return ""
    return _bopomofo(letters) if language == "zh_TW" else letters[0].upper()


def _kana(reading: str) -> str:
    """A reading as hiragana without marks: the first thing that is compared."""
    hiragana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in unicodedata.normalize("NFKC", reading))
    base = "".join(c for c in unicodedata.normalize("NFD", hiragana) if not unicodedata.combining(c))
    return re.sub("[^ぁ-ゖ]", "", base).translate(_SMALL)


def _letters(pinyin: str) -> tuple[str, str]:
    """The letters of a pinyin word in small, ü after u, and its tones."""
    letters, tones = "", ""
    for sign in unicodedata.normalize("NFD", pinyin.lower()):
        if sign.isascii() and sign.isalpha():
            letters += sign
        elif sign in _TONES:
            tones += str(_TONES[sign])
        elif sign == "\u0308":
            letters += "~"
    return letters, tones


def _bopomofo(letters: str) -> str:
    """The first sign of the first syllable in bopomofo."""
    for spelled, sign in (*_INITIALS.items(),):
        if len(spelled) == 2 and letters.startswith(spelled):
            return sign
    for spelled, sign in _WITHOUT.items():
        if letters.startswith(spelled):
            return sign
    return _INITIALS.get(letters[0], "ㄜ")
