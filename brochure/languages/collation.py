"""The order names stand in (五十音, pinyin, strokes, the alphabet), and the letter each is listed under."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

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
_FIGURES = ("", *"一二三四五六七八九")
_ROW = 64  # ideographs in a row of the table of strokes
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


def sort_key(language: str, name: str, reading: str = "", pinyin: str = "") -> SortKey:
    """What names are sorted by: kana without their marks, then with them; letters, then tones; strokes, then radicals;
    in English letters without their accents, words before longer words.
    """
    match language:
        case "ja":
            plain = _kana(reading)
            return tuple(ord(sign) for sign in plain), unicodedata.normalize("NFKC", reading)
        case "zh_TW":
            return tuple(part for sign in _composed(name) for part in (_strokes(sign), ord(sign))), name
        case "en":
            return tuple(ord(sign) for sign in _words(name)), name
        case _:
            letters, tones = _letters(pinyin)
            return tuple(ord(sign) for sign in letters), tones


def initial(language: str, name: str, reading: str = "", pinyin: str = "") -> str:
    """The letter a name is listed under: the head of its row (あ か さ), a Latin letter, or its strokes (八畫)."""
    match language:
        case "ja":
            plain = _kana(reading)
            return next((row[0] for row in _ROWS if plain and plain[0] in row), "")
        case "zh_TW":
            first = _composed(name)[:1]
            strokes = _strokes(first) if first else 0
            return f"{_chinese_number(strokes)}畫" if strokes else first.upper()
        case "en":
            return _words(name)[:1].upper()
        case _:
            return _letters(pinyin)[0][:1].upper()


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


def _words(name: str) -> str:
    """A name in small letters without accents, its words parted by single spaces; other signs are not compared."""
    base = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s-]|_", "", base).replace("-", " ").split())


def _composed(name: str) -> str:
    """A name as it is counted: signs in the form of the unified ideographs."""
    return unicodedata.normalize("NFKC", name)


def _strokes(sign: str) -> int:
    """How many strokes an ideograph is written with in Taiwan; 0 for another sign.

    Within a number of strokes the code points of the unified ideographs are in the order of the 214 radicals.
    """
    row, place = divmod(ord(sign), _ROW)
    signs = _stroke_table().get(row, "")
    return ord(signs[place]) - ord("!") if signs else 0


@cache
def _stroke_table() -> dict[int, str]:
    lines = (Path(__file__).parent / "strokes.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line)
    return {int(first, 16) // _ROW: signs for first, signs in rows}


def _chinese_number(value: int) -> str:
    """A number below a hundred in Chinese figures: 八, 十, 二十一."""
    tens, ones = divmod(value, 10)
    return (_FIGURES[tens] if tens > 1 else "") + ("十" if tens else "") + _FIGURES[ones]
