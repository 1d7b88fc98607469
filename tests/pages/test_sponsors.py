"""Sponsors: tier under tier, a logo only where one is given, and what finds no room is told."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import convert
from msgspec.structs import replace

from brochure.content.records import Picture
from brochure.content.text import Text
from brochure.drawing.frame import Picture as Raster
from brochure.drawing.frame import items_of, text_of
from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role
from brochure.pages.sponsors import PAGE_TYPE
from brochure.pages.sponsors.content import SponsorsContent
from pages.setting import LANGUAGES, edition, elements, in_order, project, setting
from pages.test_catalogue import leniently

LOGO = Picture(id="logo", file="logo.png", credit=Text("港", ""), alternative=Text("社章", ""))
WITH_LOGO = replace(project().booklet, pictures={"logo": LOGO})


def names(number: int, **more: Any) -> dict[str, Any]:
    name = f"第{number}社"
    return {"id": f"s{number}", "name": {"ja": name, "zh_CN": name, "zh_TW": name}, **more}


def ordered(*counts: int, **first: Any) -> SponsorsContent:
    """Tiers of so many sponsors each; the first sponsor of all with fields of its own."""
    numbers = iter(range(1, 1000))
    tiers = [
        {
            "id": f"tier-{at}",
            "title": Text(f"第{at}段"),
            "sponsors": [names(n, **(first if n == 1 else {})) for _, n in zip(range(count), numbers, strict=False)],
        }
        for at, count in enumerate(counts)
    ]
    return convert(
        {"id": "sponsors", "type": "sponsors", "title": Text("協賛"), "notice": "sponsors", "tiers": tiers},
        SponsorsContent,
    )


def laid(content: SponsorsContent, language: str = "ja", **more: Any):
    own = leniently(setting(language, number=4, edition=edition(size="a4"), **more))
    return PAGE_TYPE.lay_out(content, own)[0], own


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sponsor_stands_under_the_heading_of_its_tier(language: str) -> None:
    page, own = laid(ordered(2, 3, 5), language)
    assert list(own.report) == []
    parts = ["第0段", "第1社", "第2社", "第1段", "第3社", "第5社", "第2段", "第6社", "第10社"]
    assert in_order(text_of(page.frame.items), parts)
    assert [text for _, text in elements(page, Role.HEADING_2)] == ["第0段", "第1段", "第2段"]


def test_a_higher_tier_is_set_larger() -> None:
    _, own = laid(ordered(1, 1, 1))
    sizes = [own.typesetter.styles[name].size for name in ("motto", "roster-name", "table-value")]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def _logos(page: Any) -> list[tuple[float, float]]:
    return [(item.size.width, item.size.height) for item in items_of(page.frame.items, Raster)]


@pytest.mark.parametrize("pixels", [(3000, 1000), (1000, 3000), (2000, 2000)])
def test_a_logo_is_shown_whole_in_its_own_shape(pixels: tuple[int, int]) -> None:
    page, own = laid(ordered(2, 2, logo="logo"), booklet=WITH_LOGO, pixels={"logo": pixels})
    ((width, height),) = _logos(page)
    assert width / height == pytest.approx(pixels[0] / pixels[1], rel=1e-6)
    assert height <= 4 * own.area.line_feed + 0.01
    (item,) = items_of(page.frame.items, Raster)
    assert item.crop == pytest.approx(Rect(0.0, 0.0, 1.0, 1.0))


def test_without_a_logo_there_is_no_slot_and_no_room_for_one() -> None:
    bare, own = laid(ordered(2))
    with_one, _ = laid(ordered(2, logo="logo"), booklet=WITH_LOGO, pixels={"logo": (2000, 2000)})
    assert _logos(bare) == []
    assert with_one.copy_depth - bare.copy_depth == pytest.approx(4.5 * own.area.line_feed, abs=own.area.line_feed)


def test_more_sponsors_than_the_page_holds_are_told_by_name() -> None:
    page, own = laid(ordered(8, 30, 60))
    assert {each.code for each in own.report} == {"pages.overset"}
    copy = text_of(page.frame.items)
    shown = sum(f"第{number}社" in copy for number in range(1, 99))
    told = [dict(hint.values) for each in own.report for hint in each.hints]
    left = sum(int(str(values["characters"])) for values in told if "characters" in values)
    assert 0 < shown < 98
    assert left >= 3 * (98 - shown)
