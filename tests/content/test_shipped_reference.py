"""The shipped directory, ties and chronology: all municipalities, each side's own characters, nothing unattested."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from projects import ROOT

from brochure.content.booklet import Booklet, read_booklet
from brochure.content.names import Names
from brochure.diagnostics import Report

MEMBERS = {  # 北海道の振興局別市町村数（市・町・村）
    "sorachi": (10, 14, 0),
    "ishikari": (6, 1, 1),
    "shiribeshi": (1, 13, 6),
    "iburi": (4, 7, 0),
    "hidaka": (0, 7, 0),
    "oshima": (2, 9, 0),
    "hiyama": (0, 7, 0),
    "kamikawa": (4, 17, 2),
    "rumoi": (1, 6, 1),
    "soya": (1, 8, 1),
    "okhotsk": (3, 14, 1),
    "tokachi": (1, 16, 2),
    "kushiro": (1, 6, 1),
    "nemuro": (1, 4, 0),
}
SIDES = {"zh_CN": "gb2312", "zh_TW": "big5"}


@cache
def shipped() -> Booklet:
    report = Report()
    booklet = read_booklet(Path(ROOT), report)
    assert report.ordered() == ()
    return booklet


def test_every_subprefecture_has_its_municipalities() -> None:
    towns = shipped().municipalities.values()
    assert len(towns) == 179
    counted = Counter((each.subprefecture, each.kind.value) for each in towns)
    found = {name: tuple(counted[name, kind] for kind in ("city", "town", "village")) for name in MEMBERS}
    assert found == MEMBERS
    assert set(shipped().subprefectures) == set(MEMBERS)
    assert len(shipped().regions) == 6


def test_every_seat_lies_in_its_own_subprefecture() -> None:
    for name, subprefecture in shipped().subprefectures.items():
        assert subprefecture.seat is not None
        assert shipped().municipalities[subprefecture.seat].subprefecture == name


@pytest.mark.parametrize("language", sorted(SIDES))
def test_names_are_written_with_the_characters_of_their_side(language: str) -> None:
    names = [*_names("municipalities"), *_names("subprefectures"), *_names("regions")]
    wrong = {name for each in names for name in [each.in_(language)] if not _prints(name, SIDES[language])}
    assert wrong == set()
    assert not any("萠" in each.in_(language) or re.search("[ぁ-ヺ]", each.in_(language)) for each in names)
    if language == "zh_TW":
        assert not any("内" in each.in_(language) for each in names)  # 內 is Taiwan's form


def _names(shelf: str) -> list[Names]:
    return [record.name for record in getattr(shipped(), shelf).values()]


def _prints(name: str, charset: str) -> bool:
    try:
        name.replace("・", "").replace("·", "").encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def test_pinyin_has_a_syllable_for_every_character_and_a_tone_on_each() -> None:
    """No syllable of these names is neutral, so there are as many tone marks as characters."""
    for each in shipped().municipalities.values():
        tones = [sign for sign in unicodedata.normalize("NFD", each.pinyin) if sign in "\u0304\u0301\u030c\u0300"]
        assert len(tones) == len(each.name.zh_CN), (each.name.zh_CN, each.pinyin)
        assert each.pinyin.rsplit(" ", 1)[1] == {"city": "Shì", "town": "Dīng", "village": "Cūn"}[each.kind.value]


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("长沼町", "Chángzhǎo Dīng"),  # 长 of length, not of growing
        ("长万部町", "Chángwànbù Dīng"),
        ("寿都町", "Shòudū Dīng"),  # 都 the city, not the adverb
        ("样似町", "Yàngsì Dīng"),
        ("襟裳町", "Jīncháng Dīng"),
        ("中标津町", "Zhōngbiāojīn Dīng"),
        ("东神乐町", "Dōngshényuè Dīng"),
        ("泊村", "Bó Cūn"),
        ("俱知安町", "Jùzhī'ān Dīng"),  # an apostrophe parts a syllable that begins with a vowel
        ("留萌市", "Liúméng Shì"),
    ],
)
def test_characters_of_several_readings_have_the_one_of_the_name(name: str, pinyin: str) -> None:
    assert [each.pinyin for each in shipped().municipalities.values() if each.name.zh_CN == name] == [pinyin]


def test_a_name_and_a_tie_say_the_same_of_a_municipality() -> None:
    for tie in shipped().ties.values():
        if tie.municipality and tie.here.name.ja.endswith("市"):
            assert tie.here.name == shipped().municipalities[tie.municipality].name


def test_ties_from_memory_are_kept_out_of_print() -> None:
    ties = shipped().ties
    assert {name for name, tie in ties.items() if not tie.is_printed} == {
        "muroran-rizhao",
        "noboribetsu-guangzhou",
        "date-zhangzhou",
        "ota-yingkou",
    }
    assert len({tie.municipality for tie in ties.values() if tie.is_printed and tie.municipality}) == 10


def test_the_chronology_agrees_with_the_ties_and_the_exchange() -> None:
    """A date told twice is the same date twice."""
    events = {event.date for event in shipped().chronology.values()}
    assert {tie.date for tie in shipped().ties.values() if tie.is_printed} <= events
    assert shipped().exchanges["rumoi-yingkou"].tie.date == shipped().ties["rumoi-port-yingkou-port"].date


def test_the_chronology_stands_in_the_order_of_its_dates() -> None:
    dates = [event.date for event in shipped().chronology.values()]
    assert dates == sorted(dates)
