"""Made-up towns by the dozen: the same work for every engine, the same for the same number of towns.

A town has a profile (lead, eight facts in a table), a story of three paragraphs, and forty dated entries, in Japanese,
Simplified and Traditional Chinese and English. The names are put together from characters by a seeded generator; no
town, person or event is real. A town depends on its number alone, so that town 7 of 10 is town 7 of 179.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from random import Random

LANGUAGES = ("ja", "zh_CN", "zh_TW", "en")
ENTRIES = 40

_HEADS = "青白赤黒金銀大小高長遠近東西南北上下新古春秋朝夕星月風雪松竹"
_TAILS = "波浜崎浦島川山野原森沢岬港津瀬湖泉岡丘里"
_SIMPLE = str.maketrans("黒銀長遠東風雪浜沢岡島", "黑银长远东风雪滨泽冈岛")
_FULL = str.maketrans("黒銀長遠東風雪浜沢岡島", "黑銀長遠東風雪濱澤岡島")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same words in the four languages of `LANGUAGES`."""

    ja: str
    zh_CN: str
    zh_TW: str
    en: str

    def __getitem__(self, language: str) -> str:
        return str(getattr(self, language))


@dataclass(frozen=True, slots=True)
class Event:
    """One dated entry: year and month, kind of entry as the content model names it, headline, size of the party."""

    year: int
    month: int
    kind: str
    headline: Phrase
    people: int


@dataclass(frozen=True, slots=True)
class Town:
    """A town: `number` counts from 1; population in people, area in square kilometres."""

    number: int
    name: Phrase
    reading: str
    romaji: str
    population: int
    area: float
    lead: Phrase
    facts: tuple[tuple[Phrase, Phrase], ...]
    story: tuple[tuple[Phrase, Phrase], ...]
    events: tuple[Event, ...]

    @property
    def id(self) -> str:
        """`town-007`: as files and anchors name it."""
        return f"town-{self.number:03}"


def towns(count: int, edited: int = 0, revision: int = 1) -> tuple[Town, ...]:
    """The first `count` towns; the story of town `edited` (0: none) says one sentence more, another each revision."""
    return tuple(_town(number, revision if number == edited else 0) for number in range(1, count + 1))


def _town(number: int, revision: int) -> Town:
    luck = Random(7919 * number)
    stem = luck.choice(_HEADS) + luck.choice(_TAILS)
    name = Phrase(
        stem + "町", stem.translate(_SIMPLE) + "町", stem.translate(_FULL) + "町", f"Town {number} ({_romaji(luck)})"
    )
    story = tuple((_TITLES[index], _prose(luck, name, 5)) for index in range(3))
    if revision:
        title, words = story[0]
        said = _fill(_SENTENCES[revision % len(_SENTENCES)], Random(revision), name)
        story = ((title, _joined([words, said])), *story[1:])
    return Town(
        number,
        name,
        _reading(luck),
        _romaji(luck),
        luck.randrange(2_000, 90_000),
        round(luck.uniform(80, 1_400), 2),
        _prose(luck, name, 2),
        tuple((label, _fill(luck.choice(values), luck, name)) for label, values in _FACTS),
        story,
        _events(luck, name),
    )


def _events(luck: Random, name: Phrase) -> tuple[Event, ...]:
    dates = sorted((luck.randrange(1980, 2026), luck.randrange(1, 13)) for _ in range(ENTRIES))
    found: list[Event] = []
    for year, month in dates:
        kind, headline = luck.choice(_EVENTS)
        people = luck.randrange(3, 60) if kind == "delegation-out" and luck.random() < 0.4 else 0
        found.append(Event(year, month, kind, _fill(headline, luck, name), people))
    return tuple(found)


def _reading(luck: Random) -> str:
    return "".join(luck.choice("あおかきさしたなはまやらわ") for _ in range(4)) + "ちょう"


def _romaji(luck: Random) -> str:
    return "".join(luck.choice(["a", "ka", "sa", "ta", "na", "ha", "ma", "ya", "ra", "wa"]) for _ in range(3)).title()


def _prose(luck: Random, name: Phrase, sentences: int) -> Phrase:
    return _joined([_fill(each, luck, name) for each in luck.sample(_SENTENCES, sentences)])


def _joined(parts: list[Phrase]) -> Phrase:
    """Sentences in a row, parted by a space in English."""
    parted = {language: " " if language == "en" else "" for language in LANGUAGES}
    return Phrase(**{language: parted[language].join(part[language] for part in parts) for language in LANGUAGES})


def _fill(pattern: Phrase, luck: Random, name: Phrase) -> Phrase:
    year, count = luck.randrange(1950, 2020), luck.randrange(2, 400)
    return Phrase(
        **{language: pattern[language].format(name=name[language], year=year, count=count) for language in LANGUAGES}
    )


def _phrases() -> list[tuple[str, str, Phrase]]:
    """What is said (title, sentence, fact, value, event), the kind of event, and the words, from `phrases.tsv`."""
    text = (Path(__file__).parent / "phrases.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [(row["what"], row["kind"], Phrase(*(row[language] for language in LANGUAGES))) for row in rows]


def _facts() -> tuple[tuple[Phrase, tuple[Phrase, ...]], ...]:
    """Each fact with the values it may have: the rows that follow it."""
    found: list[tuple[Phrase, list[Phrase]]] = []
    for what, _, phrase in _phrases():
        if what == "fact":
            found.append((phrase, []))
        elif what == "value":
            found[-1][1].append(phrase)
    return tuple((label, tuple(values)) for label, values in found)


_TITLES = tuple(phrase for what, _, phrase in _phrases() if what == "title")
_SENTENCES = tuple(phrase for what, _, phrase in _phrases() if what == "sentence")
_FACTS = _facts()
_EVENTS = tuple((kind, phrase) for what, kind, phrase in _phrases() if what == "event")
