"""The records of the reference room, the quiz and a visit: read from their shelves, mistakes told in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.chronology import printed
from brochure.content.dates import PartialDate
from brochure.content.directory import check_figure, of_region, of_subprefecture
from content.projects import place, read

REGIONS = """\
regions:
  - {id: northern, name: {ja: 道北圏, zh_CN: 北海道北部地区, zh_TW: 北海道北部地區}}
"""
SUBPREFECTURES = """\
subprefectures:
  - id: rumoi
    name: {ja: 留萌振興局, zh_CN: 留萌振兴局, zh_TW: 留萌振興局}
    short: {ja: 留萌, zh_CN: 留萌, zh_TW: 留萌}
    reading: るもいしんこうきょく
    romaji: Rumoi
    pinyin: Liúméng Zhènxīngjú
    region: northern
    seat: rumoi
"""
MUNICIPALITIES = """\
municipalities:
  - id: rumoi
    code: "012122"
    kind: city
    name: {ja: 留萌市, zh_CN: 留萌市, zh_TW: 留萌市}
    reading: るもいし
    romaji: Rumoi
    pinyin: Liúméng Shì
    subprefecture: rumoi
"""
TIES = """\
ties:
  - id: rumoi-yingkou
    municipality: rumoi
    here: {name: {ja: 留萌港, zh_CN: 留萌港, zh_TW: 留萌港}}
    there: {name: {ja: 営口港, zh_CN: 营口港, zh_TW: 營口港}}
    kind: {ja: 友好港湾, zh_CN: 友好港口, zh_TW: 友好港}
    date: 1990-04-17
    confidence: high
    sources: [archive]
"""
BIBLIOGRAPHY = """\
bibliography:
  - {id: archive, name: {ja: 資料館, zh_CN: 资料馆, zh_TW: 資料館}}
"""
CHRONOLOGY = """\
chronology:
  - {id: second, date: 1990-04-17, scope: local, text: 調印, confidence: high, sources: [archive]}
  - {id: first, date: 1972, scope: national, text: 国交正常化, confidence: medium, sources: [archive]}
  - {id: unsure, date: 1980, scope: national, text: 記憶, confidence: unverified}
  - {id: reckoned, date: 2030-04-17, scope: local, text: 四十年, confidence: derived}
"""
QUIZ = """\
quiz:
  - id: year
    question: 何年？
    choices: [{id: a, text: 1980}, {id: b, text: 1990}]
    answer: b
    explanation: 1990年です
"""
PROGRAMME = """\
programmes:
  - id: visit
    title: 日程
    days:
      - id: one
        date: 2030-04-17
        items:
          - {id: a, time: "9:30", title: 表敬}
          - {id: b, time: "10:00", until: "11:00", title: 見学}
          - {id: c, title: 昼食}
          - {id: d, time: "13:30", title: 式典}
      - {id: two, date: 2030-04-18, items: [{id: a, title: 出発}]}
"""
WHOLE = {
    "regions.yaml": REGIONS,
    "subprefectures.yaml": SUBPREFECTURES,
    "municipalities.yaml": MUNICIPALITIES,
    "ties.yaml": TIES,
    "bibliography.yaml": BIBLIOGRAPHY,
    "chronology.yaml": CHRONOLOGY,
    "quiz.yaml": QUIZ,
    "programmes.yaml": PROGRAMME,
}


def test_what_is_right_is_read_without_a_finding(tmp_path: Path) -> None:
    booklet, findings = read(tmp_path, WHOLE)
    assert findings == ()
    assert [each.id for each in of_region(booklet.subprefectures, "northern")] == ["rumoi"]
    assert [each.area_code for each in of_subprefecture(booklet.municipalities, "rumoi")] == ["01212"]
    assert booklet.quiz["year"].answer_number == 2
    assert booklet.quiz["year"].choices[1].text.key == "quiz.year.choices.b.text"
    assert booklet.programmes["visit"].days[0].items[1].until is not None


def test_a_project_without_the_shelves_has_none_of_them(tmp_path: Path) -> None:
    booklet, findings = read(tmp_path, {})
    assert findings == ()
    assert not any(booklet.shelves())


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line"),
    [
        ("municipalities.yaml", "012122", "012123", "content.bad-code", 3),
        ("municipalities.yaml", '"012122"', "12122", "content.bad-code", 3),
        ("municipalities.yaml", "ja: 留萌市", "ja: 留萌町", "content.kind-of-municipality", 5),
        ("municipalities.yaml", "るもいし", "るもい", "content.kind-of-municipality", 6),
        ("municipalities.yaml", "subprefecture: rumoi", "subprefecture: rumoy", "content.dangling-reference", 9),
        ("municipalities.yaml", "kind: city", "kind: port", "content.unknown-value", 4),
        ("subprefectures.yaml", "region: northern", "region: north", "content.dangling-reference", 8),
        ("subprefectures.yaml", "seat: rumoi", "seat: rumoy", "content.dangling-reference", 9),
        ("ties.yaml", "sources: [archive]", "sources: [archives]", "content.dangling-reference", 9),
        ("ties.yaml", "    sources: [archive]\n", "", "content.unsourced", 8),
        ("ties.yaml", "municipality: rumoi", "municipality: rumoy", "content.dangling-reference", 3),
        ("chronology.yaml", "confidence: medium, sources: [archive]", "confidence: medium", "content.unsourced", 3),
        ("quiz.yaml", "answer: b", "answer: c", "content.dangling-reference", 5),
        ("quiz.yaml", "です", "です\n    found: {entry: x}", "content.dangling-reference", 7),
        ("quiz.yaml", "です", "です\n    found: {story: none}", "content.dangling-reference", 7),
        ("programmes.yaml", '"13:30"', '"9:45"', "content.out-of-order", 11),
        ("programmes.yaml", '"11:00"', '"9:00"', "content.out-of-order", 9),
        ("programmes.yaml", "2030-04-18", "2030-04-16", "content.out-of-order", 12),
        ("programmes.yaml", '"9:30"', "9時半", "content.bad-time", 8),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, code: str, line: int
) -> None:
    assert WHOLE[file].count(old) >= 1
    _, findings = read(tmp_path, {**WHOLE, file: WHOLE[file].replace(old, new, 1)})
    assert (code, (f"content/{file}", line)) in [(each.code, place(each)) for each in findings], findings


def test_two_municipalities_cannot_have_one_code(tmp_path: Path) -> None:
    twin = MUNICIPALITIES + MUNICIPALITIES.split("\n", 1)[1].replace("id: rumoi", "id: other", 1)
    _, findings = read(tmp_path, {**WHOLE, "municipalities.yaml": twin})
    assert [each.code for each in findings] == ["content.duplicate-code"]
    assert place(findings[0])[1] == 11


def test_an_entry_of_the_quiz_is_looked_for_in_its_exchange(tmp_path: Path) -> None:
    exchange = """\
id: rumoi-yingkou
cities: [rumoi, yingkou]
name: {ja: 交流, zh_CN: 交流, zh_TW: 交流}
tie: {kind: friendship-port, date: 1990-04-17}
timeline: [{id: 1990-04-signing, date: 1990-04, kind: agreement, headline: 調印}]
"""
    city = "id: {id}\ncountry: japan\nname: {{ja: 市, zh_CN: 市, zh_TW: 市}}\n"
    files = {
        **WHOLE,
        "exchanges/a.yaml": exchange,
        "cities/a.yaml": city.format(id="rumoi"),
        "cities/b.yaml": city.format(id="yingkou"),
    }
    there = QUIZ + "    found: {exchange: rumoi-yingkou, entry: 1990-04-signing}\n"
    assert read(tmp_path, {**files, "quiz.yaml": there})[1] == ()
    _, findings = read(tmp_path, {**files, "quiz.yaml": there.replace("04-signing", "05-signing")})
    assert [each.code for each in findings] == ["content.dangling-reference"]
    assert "did you mean “1990-04-signing”?" in [str(hint) for hint in findings[0].hints]


def test_what_nobody_has_checked_is_not_printed(tmp_path: Path) -> None:
    booklet, _ = read(tmp_path, {**WHOLE, "ties.yaml": TIES.replace("confidence: high", "confidence: unverified")})
    assert not booklet.ties["rumoi-yingkou"].is_printed
    assert [each.id for each in printed(booklet.chronology.values())] == ["first", "second", "reckoned"]
    until = PartialDate(2026, 11)
    assert [each.id for each in printed(booklet.chronology.values(), until)] == ["first", "second"]


@pytest.mark.parametrize(
    ("five", "sixth"), [("01100", "2"), ("01202", "5"), ("01212", "2"), ("13101", "6"), ("27100", "4")]
)
def test_the_check_figure_is_that_of_the_ministry(five: str, sixth: str) -> None:
    """札幌市 011002, 函館市 012025, 留萌市 012122, 千代田区 131016 (weights 6 5 4 3 2, remainder of 11)."""
    assert check_figure(five) == sixth
