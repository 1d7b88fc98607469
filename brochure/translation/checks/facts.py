"""Rules about facts: the numbers and dates of a text are those of its translation."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from brochure.content.eras import ERAS
from brochure.diagnostics import Diagnostic, message, warning
from brochure.languages.english import ENGLISH
from brochure.patterns import pattern
from brochure.translation.checks.checked import Checked

_NUMBER = pattern(r"\d+(?:[.,]\d+)*")
_ERAS = {name: begins[0] - 1 for name, (begins, _) in ERAS.items()}  # the year before each one's first
_ERA = pattern(rf"({'|'.join(_ERAS)})(元|\d+)年")
_DATE = pattern(r"(\d{1,2})月(?:(\d{1,2})[日号號])?")
_WIDE = pattern("[０-９]")
_MYRIADS = pattern(r"(\d+(?:\.\d+)?)([万萬億亿])")
_ENGLISH_LARGE = pattern(r"(\d+(?:\.\d+)?) (thousand|million|billion)")
_LARGE = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_COMMA = pattern(r"(?<=\d),(?=\d{3})")
_KANJI = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_MONTHS = {name: number for number, name in enumerate(ENGLISH.dates.months, 1)}
_ENGLISH_DATE = pattern(rf"\b({'|'.join(_MONTHS)})\b(?:\s(\d{{1,2}})(?!\d))?")
_ENGLISH_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ENGLISH_NUMBERS = {word: value for value, word in enumerate(_ENGLISH_WORDS.split(), 1)}
_KANJI_NUMBER = pattern(r"[〇一二三四五六七八九十百千]+")


def numbers(entry: Checked) -> Iterator[Diagnostic]:
    """The numbers of the source are in the translation, and no others; eras and numerals may be written otherwise."""
    source, text = _arabic(entry.said_source), _arabic(entry.said)
    there, here = set(_NUMBER.findall(source)), set(_NUMBER.findall(text))
    if there == here:
        return
    lost = [number for number in _numbers(source) if number not in here and number not in _spelt(text)]
    gained = [number for number in _numbers(text) if number not in there and number not in _spelt(source)]
    if lost:
        what = message("“{key}” has lost a number of its source: {words}", key=entry.key, words=", ".join(lost))
        yield warning("translation.number", what, entry.span)
    elif gained:
        what = message("“{key}” has a number its source has not: {words}", key=entry.key, words=", ".join(gained))
        yield warning("translation.number", what, entry.at(gained[0]))


def dates(entry: Checked) -> Iterator[Diagnostic]:
    """The days of the source are those of the translation: 10月5日 and 5月10日 have the same numbers. A lost month or
    day is a lost number, and told as one; years may be said elsewhere in the sentence.
    """
    if "月" not in entry.said_source:
        return
    there, here = Counter(_DATE.findall(_arabic(entry.said_source))), Counter(_DATE.findall(_arabic(entry.said)))
    if set(there) == set(here) or not there or not here:
        return
    if {part for date in there for part in date if part} == {part for date in here for part in date if part}:
        month, day = next(iter(there - here), next(iter(there)))
        date = f"{month}月{f'{day}日' if day else ''}"
        what = message("“{key}” has not the dates of its source: {date}", key=entry.key, date=date)
        yield warning("translation.date", what, entry.span)


def _numbers(text: str) -> list[str]:
    return list(dict.fromkeys(_NUMBER.findall(text)))


def _arabic(text: str) -> str:
    """A text with its numbers in plain figures: full width made narrow, commas taken away, 230万 and 2.3 million
    written out, eras turned into years, English months into numbers.
    """
    if _WIDE.search(text):
        text = unicodedata.normalize("NFKC", text)
    text = _ENGLISH_DATE.sub(lambda found: f"{_MONTHS[found[1]]}月{f'{found[2]}日' if found[2] else ''}", text)
    text = _COMMA.sub("", text)
    for large in (_MYRIADS, _ENGLISH_LARGE):
        text = large.sub(lambda found: f"{round(float(found[1]) * _LARGE[found[2]])} ", text)
    return _ERA.sub(lambda found: f"{_ERAS[found[1]] + (1 if found[2] == '元' else int(found[2]))}年", text)


def _spelt(text: str) -> set[str]:
    """The numbers a text writes in characters or words: 二十 is 20, 一九九〇 is 1990, seven is 7."""
    words = {str(_ENGLISH_NUMBERS[word]) for word in re.findall("[a-z]+", text.lower()) if word in _ENGLISH_NUMBERS}
    return (
        words
        | {str(_value(word)) for word in _KANJI_NUMBER.findall(text)}
        | {
            "".join(str(_KANJI[sign]) for sign in word)
            for word in _KANJI_NUMBER.findall(text)
            if set(word) <= set(_KANJI)
        }
    )


def _value(word: str) -> int:
    total = digit = 0
    for sign in word:
        if sign in _KANJI:
            digit = _KANJI[sign]
        else:
            total += max(1, digit) * {"十": 10, "百": 100, "千": 1000}[sign]
            digit = 0
    return total + digit
