"""Overrides: what one language says otherwise is merged by id, with its places, and reaches no other language."""

from __future__ import annotations

from pathlib import Path

from brochure.content.booklet import Booklet
from brochure.content.text import Text, iterate_texts
from brochure.diagnostics import Diagnostic
from content.projects import place, read

CITY = """\
id: east
country: japan
name: {ja: 東町, zh_CN: 东町, zh_TW: 東町}
motto: 海とともに
population: {value: 24000, as_of: 2020}
facts:
  - {id: port, label: 港, value: 東港}
  - {id: rail, label: 駅, value: 東駅}
  - {id: bus, label: バス, value: 三路線}
"""
OVER = "overrides/zh_TW/cities/east.yaml"


def booklet(tmp_path: Path, override: str, name: str = OVER) -> tuple[Booklet, tuple[Diagnostic, ...]]:
    (tmp_path / "content" / name).parent.mkdir(parents=True)
    return read(tmp_path, {"cities/east.yaml": CITY, name: override})


def facts(found: Booklet, language: str) -> list[str]:
    return [fact.id for fact in found.in_(language).cities["east"].facts]


def test_what_an_override_does_not_say_stays(tmp_path: Path) -> None:
    found, told = booklet(tmp_path, "id: east\npopulation: {value: 23000}\n")
    assert told == ()
    mine, theirs = found.in_("zh_TW").cities["east"], found.in_("zh_CN").cities["east"]
    assert mine.population is not None
    assert theirs.population is not None
    assert (mine.population.value, str(mine.population.as_of)) == (23000, "2020")
    assert theirs.population.value == 24000
    assert mine.facts == theirs.facts


def test_items_are_left_out_put_in_and_moved_by_their_ids(tmp_path: Path) -> None:
    new = "{id: ferry, label: 渡輪, value: 每日一班, after: bus}"
    second = "{id: taxi, label: 計程車, value: 有, after: bus}"
    items = ("{id: rail, is_left_out: true}", new, second, "{id: bus, before: port}")
    override = "id: east\nfacts:\n" + "".join(f"  - {item}\n" for item in items)
    found, told = booklet(tmp_path, override)
    assert told == ()
    assert facts(found, "zh_TW") == ["bus", "port", "ferry", "taxi"]
    assert facts(found, "zh_CN") == facts(found, "ja") == ["port", "rail", "bus"]


def test_a_list_the_record_does_not_have_is_taken_as_it_is(tmp_path: Path) -> None:
    found, told = booklet(tmp_path, "id: east\nspecialities:\n  - {id: kelp, name: 昆布, text: 滋味鮮美}\n")
    assert told == ()
    assert [each.id for each in found.in_("zh_TW").cities["east"].specialities] == ["kelp"]
    assert found.cities["east"].specialities == ()


def test_a_key_is_taken_away(tmp_path: Path) -> None:
    found, told = booklet(tmp_path, "id: east\nwithout: motto\n")
    assert told == ()
    assert found.in_("zh_TW").cities["east"].motto is None
    assert found.cities["east"].motto == Text("海とともに", "cities.east.motto")


def test_the_words_keep_their_key_and_know_their_language_and_place(tmp_path: Path) -> None:
    found, _ = booklet(tmp_path, "id: east\nfacts:\n  - id: rail\n    value: 東站\n")
    texts = {text.key: text for text in iterate_texts(found.in_("zh_TW").cities["east"])}
    mine = texts["cities.east.facts.rail.value"]
    assert (mine.source, mine.language) == ("東站", "zh_TW")
    assert str(mine.span) == f"content/{OVER}:4:12"
    assert texts["cities.east.facts.rail.label"].language == ""
    assert "東站" not in {text.source for text in found.texts()}


def test_a_record_is_put_into_a_list_or_left_out(tmp_path: Path) -> None:
    people = "people:\n  - id: a\n    name: {ja: 甲, zh_CN: 甲, zh_TW: 甲}\n"
    more = (
        "people:\n  - id: b\n    name: {ja: 乙, zh_CN: 乙, zh_TW: 乙}\n    before: a\n  - {id: a, is_left_out: true}\n"
    )
    (tmp_path / "content/overrides/zh_TW").mkdir(parents=True)
    found, told = read(tmp_path, {"people.yaml": people, "overrides/zh_TW/people.yaml": more})
    assert told == ()
    assert list(found.in_("zh_TW").people) == ["b"]
    assert list(found.people) == ["a"]


def test_a_mistake_of_the_record_is_told_once_and_those_of_the_override_too(tmp_path: Path) -> None:
    name = "overrides/zh_TW/cities/east.yaml"
    (tmp_path / "content" / name).parent.mkdir(parents=True)
    broken = CITY.replace("country: japan", "country: japn")
    _, told = read(tmp_path, {"cities/east.yaml": broken, name: "id: east\nmoto: 與海同行\n"})
    assert [(each.code, *place(each)) for each in told] == [
        ("content.unknown-value", "content/cities/east.yaml", 2),
        ("content.unknown-key", f"content/{name}", 2),
    ]


def test_comparisons_of_values_are_made_in_the_language_too(tmp_path: Path) -> None:
    body = "organisations:\n  - id: port\n    name: {ja: 港, zh_CN: 港, zh_TW: 港}\n    since: 1990\n    until: 2000\n"
    (tmp_path / "content/overrides/zh_TW").mkdir(parents=True)
    over = "organisations:\n  - id: port\n    until: 1980\n"
    _, told = read(tmp_path, {"organisations.yaml": body, "overrides/zh_TW/organisations.yaml": over})
    assert [place(each) for each in told] == [("content/overrides/zh_TW/organisations.yaml", 3)]


def test_a_file_that_would_not_be_read_is_told(tmp_path: Path) -> None:
    _, told = booklet(tmp_path, "id: east\n", "overrides/zh_TW/citie/east.yaml")
    (found,) = told
    assert (found.code, [str(hint) for hint in found.hints]) == ("content.unread-file", ["did you mean “cities”?"])
    assert found.span is not None
    assert found.span.file == "content/overrides/zh_TW/citie/east.yaml"
