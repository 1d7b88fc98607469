"""An association's page: the form at the foot with room to write in, the cut above it, the words above that."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import convert

from brochure.content.text import Text
from brochure.drawing.frame import Shape, text_of, walk
from brochure.drawing.units import mm
from brochure.pages.membership import PAGE_TYPE
from brochure.pages.membership.content import MembershipContent
from brochure.pages.membership.form import rows_of
from pages.setting import LANGUAGES, edition, in_order, setting
from pages.test_catalogue import leniently

FIELDS: tuple[dict[str, Any], ...] = (
    {"id": "date", "label": Text("日"), "is_half": True},
    {"id": "kind", "label": Text("種"), "is_half": True, "choices": [{"id": "one", "label": Text("甲")}]},
    {"id": "name", "label": Text("名"), "hint": Text("読")},
    {"id": "mail", "label": Text("信"), "is_half": True},
    {"id": "wish", "label": Text("望"), "lines": 3},
)


def ordered(*fields: dict[str, Any], **more: Any) -> MembershipContent:
    return convert(
        {
            "id": "join",
            "type": "membership",
            "title": Text("会"),
            "notice": "association",
            "form": Text("申込書"),
            "fields": list(fields or FIELDS),
            **more,
        },
        MembershipContent,
    )


def own(language: str = "ja", size: str = "a4") -> Any:
    return leniently(setting(language, number=5, edition=edition(size=size)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["a4", "jis-b5"])
def test_the_words_stand_above_the_cut_and_the_form_below_it(language: str, size: str) -> None:
    given = own(language, size)
    (page,) = PAGE_TYPE.lay_out(ordered(note=Text("注")), given)
    assert list(given.report) == []
    cut = {"ja": "きりとり線", "zh_CN": "沿虚线剪下", "zh_TW": "沿虛線剪下"}[language]
    assert in_order(
        text_of(page.frame.items), ["2009", cut, "申込書", "日", "種", "□ 甲", "名", "読", "信", "望", "注"]
    )


def test_two_halves_share_a_row_and_one_alone_has_all_of_it() -> None:
    rows = rows_of(ordered().fields, 400.0, own())
    assert [[field.id for field in row.fields] for row in rows] == [["date", "kind"], ["name"], ["mail"], ["wish"]]
    assert [row.width for row in rows] == [200.0, 400.0, 400.0, 400.0]


def test_there_is_room_for_a_hand_on_every_line() -> None:
    for row in rows_of(ordered().fields, 400.0, own()):
        assert row.height >= mm(8) * max(field.lines for field in row.fields)


def test_the_cut_runs_from_edge_to_edge_but_for_the_scissors_and_the_words() -> None:
    given = own()
    (page,) = PAGE_TYPE.lay_out(ordered(), given)
    dashes = [
        each.item.path
        for each in walk(page.frame.items)
        if isinstance(each.item, Shape) and each.item.stroke and each.item.stroke.dashes
    ]
    (first, last) = sorted(dashes, key=lambda path: path[0][1])
    assert first[0][1] == 0.0
    assert last[-1][1] == given.area.trim.width
    assert first[0][2] == last[0][2]


def test_words_that_reach_the_form_are_told() -> None:
    many = tuple({"id": f"f{number}", "label": Text("望"), "lines": 2} for number in range(9))
    given = own(size="jis-b5")
    (page,) = PAGE_TYPE.lay_out(ordered(*many), given)
    assert [each.code for each in given.report] == ["pages.overset"] * len(given.report)
    assert len(given.report) >= 1
    assert text_of(page.frame.items).count("望") == 9
