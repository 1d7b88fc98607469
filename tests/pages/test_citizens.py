"""The citizens' exchange: a lead, the groups with their names in each language, and the citizens' own entries."""

from __future__ import annotations

import pytest

from brochure.content.exchange import Citizens, Group
from brochure.content.text import Text
from brochure.drawing.describe import describe
from brochure.drawing.structure import Role
from brochure.pages.citizens.labels import ENTRIES
from brochure.source.model import changed
from pages.setting import (
    LANGUAGES,
    booklet,
    elements,
    exchange,
    in_order,
    lay,
    long,
    order,
    project,
    setting,
    shipped,
    words,
)


def citizens() -> Citizens:
    return exchange().citizens


def with_citizens(**changes: object):
    return booklet({"citizens": changed(citizens(), **changes)})


def name_of(group: Group, language: str) -> str:
    return project().booklet.organisations[group.organisation].name.in_(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lead_groups_and_entries_are_read_in_this_order(language: str) -> None:
    told = [part for each in citizens().groups for part in (name_of(each, language), words(each.text, language))]
    entries = [words(each.headline, language) for each in citizens().entries]
    heading = setting(language).say(ENTRIES)
    assert in_order(shipped("citizens", language).copy, [words(citizens().intro, language), *told, heading, *entries])


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_are_headings_and_dates_heads_of_rows_in_their_order(language: str) -> None:
    page = shipped("citizens", language).page
    names = [name_of(each, language) for each in citizens().groups]
    assert [text for _, text in elements(page, Role.HEADING_2)] == [*names, setting(language).say(ENTRIES)]
    dates = [text for _, text in elements(page, Role.TABLE_HEADER)]
    assert dates == ["2011年9月", "2012年2月", "2012年3月", "2012年"]
    assert [each.date.parts for each in citizens().entries] == [(2011, 9), (2012, 2), (2012, 3), (2012,)]


def test_the_page_follows_the_data() -> None:
    group = Group(id="one", organisation=citizens().groups[-1].organisation, text=Text("海をわたりました。"))
    brief = with_citizens(groups=(group,), entries=citizens().entries[1:2], intro=Text("市民の海。"))
    laid = lay("citizens", booklet=brief)
    assert laid.codes == []
    expected = f"市民の海。{name_of(group, 'ja')}海をわたりました。近年の市民交流から2012年2月"
    assert expected + words(citizens().entries[1].headline) in laid.copy


def test_a_note_of_an_entry_is_not_in_the_table() -> None:
    notes = [words(each.note) for each in citizens().entries if each.note]
    assert notes
    assert not [note for note in notes if note in shipped("citizens").copy]


@pytest.mark.parametrize(
    ("changes", "headings"),
    [
        ({"intro": None, "groups": (), "entries": ()}, 0),
        ({"entries": ()}, 4),
        ({"groups": ()}, 1),
        ({"groups": citizens().groups[:1], "entries": citizens().entries[:1]}, 2),
    ],
    ids=["nothing", "no entries", "no groups", "one of each"],
)
def test_what_is_not_there_has_no_heading(changes: dict[str, object], headings: int) -> None:
    laid = lay("citizens", booklet=with_citizens(**changes))
    assert laid.codes == []
    assert len(elements(laid.page, Role.HEADING_2)) == headings


@pytest.mark.parametrize(
    "changes",
    [
        {"intro": long()},
        {"groups": (changed(citizens().groups[0], text=long()),)},
        {"entries": citizens().entries * 20},
    ],
    ids=["lead", "group", "entries"],
)
def test_what_is_too_long_is_found_with_the_place_of_the_order(changes: dict[str, object]) -> None:
    laid = lay("citizens", booklet=with_citizens(**changes))
    assert "pages.overset" in laid.codes
    assert {finding.span for finding in laid.findings} == {order("citizens").span}


@pytest.mark.parametrize("art", ["cherry", "blossoms"])
def test_blossoms_fill_a_foot_left_free(art: str) -> None:
    short = with_citizens(groups=citizens().groups[:1])
    drawn, plain = (lay(order("citizens", art=each), booklet=short) for each in (art, ""))
    assert len(describe(drawn.page.frame)) > len(describe(plain.page.frame))
