"""Side notes on pages: at the fore-edge or the head, on the line of their call, beside nothing else, none lost."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from msgspec import convert
from msgspec.structs import replace

from brochure.content.page_content import Mode, NotesAt
from brochure.content.story import Story
from brochure.content.text import Text
from brochure.diagnostics import Severity
from brochure.drawing.frame import Anchor as Named
from brochure.drawing.frame import Glyphs, Group, Link, Placed, Tagged, items_of, text_of
from brochure.drawing.geometry import IDENTITY, Point
from brochure.drawing.structure import Role
from brochure.drawing.units import mm
from brochure.layout.page import Page
from brochure.pages import PAGE_TYPES
from brochure.pages.greeting.content import GreetingContent
from brochure.pages.modes import lay_out
from brochure.pages.story.content import StoryContent, Writing
from brochure.source.model import changed
from brochure.typesetting.placing import RAISED_BY
from pages.setting import Laid, bilingual, booklet, edition, project, setting
from pages.test_prose import LONG, background, lenient

WAYS = list(Writing)


def _lay(text: str, writing: Writing = Writing.HORIZONTAL, pages: int = 1, reader: str = "adult", **given: Any) -> Laid:
    story = convert({"id": "tale", "title": Text("港"), "lead": Text("海"), "text": Text(text)}, Story)
    own = lenient(setting("ja", **{"number": 3, **given}, booklet=replace(booklet(), stories={"tale": story})))
    content = convert(
        {
            "id": "tale",
            "type": "story",
            "title": Text("港"),
            "story": "tale",
            "writing": writing,
            "pages": pages,
            "reader": reader,
            "notes": NotesAt.SIDE,
        },
        StoryContent,
    )
    return Laid(lay_out(PAGE_TYPES["story"], content, own), own)


def _runs(items: tuple[Placed, ...], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[Point, Glyphs]]:
    """The runs of items with their places, those that are turned in vertical lines too."""
    for at in items:
        item = at.item
        here = Point(x + at.x, y + at.y)
        if isinstance(item, Glyphs):
            yield here, item
        elif isinstance(item, Tagged) or (isinstance(item, Group) and item.transform == IDENTITY):
            yield from _runs(item.items, *here)
        elif isinstance(item, Group):
            yield from ((here, each.item) for each in item.items if isinstance(each.item, Glyphs))


def _notes(page: Page) -> list[tuple[str, list[tuple[Point, Glyphs]]]]:
    """Each note of a page: its words, and its runs with their places."""
    found = [item for item in items_of(page.frame.items, Tagged) if item.role is Role.NOTE]
    places = {id(item): runs for item, runs in _placed(page.frame.items)}
    return [(text_of(tag.items), places[id(tag)]) for tag in found]


def _placed(
    items: tuple[Placed, ...], x: float = 0.0, y: float = 0.0
) -> Iterator[tuple[Tagged, list[tuple[Point, Glyphs]]]]:
    for at in items:
        item = at.item
        if isinstance(item, Tagged) and item.role is Role.NOTE:
            yield item, list(_runs(item.items, x + at.x, y + at.y))
        elif isinstance(item, Tagged | Group):
            yield from _placed(item.items, x + at.x, y + at.y)


def _calls(page: Page) -> dict[str, Point]:
    """Where the calls of a page stand, by their numbers: on the middle or the baseline of their line."""
    found: dict[str, Point] = {}

    def look(items: tuple[Placed, ...], x: float, y: float) -> None:
        for at in items:
            item = at.item
            if isinstance(item, Tagged) and item.role is Role.REFERENCE:
                place, run = next(_runs(item.items, x + at.x, y + at.y), (Point(0.0, 0.0), None))
                found[text_of(item.items)] = place
                assert run is not None
                assert [each.target.split(":")[0] for each in items_of(item.items, Link)] == ["#note"]
                assert [each.name.split(":")[0] for each in items_of(item.items, Named)] == ["call"]
            elif isinstance(item, Tagged | Group):
                look(item.items, x + at.x, y + at.y)

    look(page.frame.items, 0.0, 0.0)
    return found


@pytest.mark.parametrize(
    ("number", "bound_right", "is_at_right"), [(3, False, True), (4, False, False), (3, True, False)]
)
def test_notes_stand_at_the_fore_edge_on_the_line_of_their_call(
    number: int, bound_right: bool, is_at_right: bool
) -> None:
    laid = _lay("海{note:水のひろがり。}と" + LONG * 9, number=number, binding_is_right=bound_right)
    assert (laid.codes, laid.setting.typesetter.findings) == ([], [])
    box = laid.setting.box()
    ((words, runs),) = _notes(laid.page)
    assert words == "1　水のひろがり。"
    body = [(at, run) for at, run in _runs(laid.page.frame.items) if run.size == laid.setting.area.size]
    first = next(at for at, run in body if run.text.startswith("海"))
    assert {round(at.y, 6) for at, _ in runs} == {round(first.y, 6)}
    if is_at_right:
        assert max(at.x + run.width for at, run in body) < min(at.x for at, _ in runs)
        assert max(at.x + run.width for at, run in runs) <= box.right
    else:
        assert min(at.x for at, _ in body) > max(at.x + run.width for at, run in runs)
        assert min(at.x for at, _ in runs) == pytest.approx(box.x)


def test_notes_of_vertical_copy_stand_above_the_line_of_their_call() -> None:
    laid = _lay("海{note:水のひろがり。}と" + LONG * 30 + "岸{note:みぎわ。}。", Writing.VERTICAL)
    assert (laid.codes, laid.setting.typesetter.findings) == ([], [])
    notes = _notes(laid.page)
    assert [words for words, _ in notes] == ["1　水のひろがり。", "2　みぎわ。"]
    calls = _calls(laid.page)
    feed = laid.setting.area.line_feed
    for number, (_, runs) in zip("12", notes, strict=True):
        middle = max(at.x for at, run in runs if run.is_vertical and run.text != number)
        assert abs(middle - calls[number].x) < feed / 2
        assert max(at.y + run.size for at, run in runs) < calls[number].y


@pytest.mark.parametrize("writing", WAYS)
def test_wherever_notes_are_called_all_are_set_beside_their_page_of_copy_and_none_over_another(
    writing: Writing,
) -> None:
    random = Random(11)
    for _ in range(4):
        copy, count = "", 0
        for _ in range(random.randint(20, 60)):
            copy += LONG[: random.randint(8, len(LONG))] + "岸"
            if random.random() < 0.4:
                count += 1
                copy += f"{{note:（{count}）{'しるし' * random.randint(1, 14)}}}"
            copy += "。" + ("\n\n" if random.random() < 0.3 else "")
        laid = _lay(copy, writing, pages=4)
        assert laid.codes == []
        assert laid.setting.typesetter.findings == []
        area, seen = laid.setting.area, list[str]()
        for offset, page in enumerate(laid.pages):
            box = laid.setting.box(offset)
            notes, calls = _notes(page), _calls(page)
            assert sorted(calls, key=int) == [words.partition("　")[0] for words, _ in notes]
            seen += [words for words, _ in notes]
            ends: dict[float, float] = {}
            for words, runs in notes:
                runs = [(at, run) for at, run in runs if not run.is_silent]
                if writing is Writing.VERTICAL:
                    lines = sorted({round(at.x, 3) for at, run in runs if run.is_vertical}, reverse=True)
                    tier = min(runs, key=lambda each: each[0].y)[0].y > box.y + box.height / 3
                    assert all(box.x <= x <= box.right for x in lines)
                    assert max(at.y + run.size for at, run in runs) < calls[words.partition("　")[0]].y
                    begin, end = -lines[0], -lines[-1]
                    on_grid = (box.right - area.size / 2 - lines[0]) / area.line_feed
                else:
                    lines = sorted({round(at.y, 3) for at, _ in runs})
                    tier = False
                    assert all(box.y <= y <= box.bottom for y in lines)
                    begin, end = lines[0], lines[-1]
                    on_grid = (lines[0] - box.y - area.baseline) / area.line_feed
                assert abs(on_grid - round(on_grid)) < 0.01, words
                assert begin > ends.get(tier, -1e9) + 8.0  # the next note begins a line of its own type further on
                ends[tier] = end
                assert all(mm(3) <= at.x <= area.trim.width - mm(3) - run.size for at, run in runs)
        assert [words.partition("（")[2].partition("）")[0] for words in seen] == [str(n + 1) for n in range(count)]
        said = "".join(text_of(page.frame.items) for page in laid.pages)
        assert said.count("岸") == copy.count("岸")
        assert said.count("しるし") == copy.count("しるし")


def test_a_note_beside_the_large_type_of_a_childrens_story_stands_on_its_line_too() -> None:
    laid = _lay("岸と" + LONG + "海{note:水。}と" + LONG, reader="child")
    assert laid.codes == []
    ((_, runs),) = _notes(laid.page)
    call = _calls(laid.page)["1"]
    size = laid.setting.typesetter.styles["child"].size
    assert {round(at.y, 3) for at, _ in runs} == {round(call.y + RAISED_BY * size, 3)}


@pytest.mark.parametrize("at", list(NotesAt))
def test_a_greeting_has_its_notes_at_the_foot_or_below_the_portrait(at: NotesAt) -> None:
    greeting = project().booklet.greetings["mayor-of-rumoi"]
    copy = Text("海{note:水。}と" + LONG * 13 + "岸{note:みぎわ。}。")
    shelf = replace(booklet(), greetings={greeting.id: changed(greeting, text=copy)})
    own = lenient(setting("ja", 4, edition=edition(size="a4"), booklet=shelf))
    content = convert(
        {"id": "hello", "type": "greeting", "title": Text("挨拶"), "greeting": greeting.id, "notes": at},
        GreetingContent,
    )
    (page,) = lay_out(PAGE_TYPES["greeting"], content, own)
    assert [each.code for each in own.report if each.severity is Severity.ERROR] == []
    notes, calls = _notes(page), _calls(page)
    assert [words for words, _ in notes] == ["1　水。", "2　みぎわ。"]
    places = [at for at, _ in (runs[0] for _, runs in notes)]
    large = own.typesetter.styles["greeting"].size
    copied = [(at, run) for at, run in _runs(page.frame.items) if run.size == large]
    if at is NotesAt.FOOT:
        assert min(place.y for place in places) > max(at.y for at, _ in copied) + 2 * own.area.line_feed
        return
    assert min(place.x for place in places) > max(at.x + run.width for at, run in copied)
    assert places[0].y > calls["1"].y + mm(30)  # below the portrait, whose line is beside it
    assert places[1].y == pytest.approx(calls["2"].y + RAISED_BY * large)


@pytest.mark.parametrize("writing", WAYS)
def test_notes_without_room_are_told_at_the_first_of_them_with_what_to_cut(writing: Writing) -> None:
    long = "みぎわ" * 900
    laid = _lay("海{note:水。}と岸{note:" + long + "。}。" + LONG, writing)
    found = [each for each in laid.findings if "side notes" in str(each.message)]
    assert [(each.code, each.severity) for each in found] == [("pages.overset", Severity.ERROR)]
    values = dict(found[0].message.values)
    assert (values["page"], values["language"]) == ("tale", "ja")
    assert [words for page in laid.pages for words, _ in _notes(page)] == ["1　水。"]
    (cure,) = found[0].hints
    told = int(str(dict(cure.values)["characters"]))
    for cut, codes in ((told, []), (told - 60, ["pages.overset"])):
        again = _lay("海{note:水。}と岸{note:" + long[: len(long) - cut] + "。}。" + LONG, writing)
        assert [each for each in again.codes if each != "pages.underset"] == codes


def test_columns_of_two_languages_have_no_edge_for_notes() -> None:
    own = bilingual("ja", "zh_CN", number=8, edition=edition(mode=Mode.PARALLEL, languages=("ja", "zh_CN"), size="a4"))
    (page,) = background(own, "海{note:水。}。" + LONG * 9, mode=Mode.PARALLEL, notes=NotesAt.SIDE)
    errors = [each.code for each in own.report if each.severity is Severity.ERROR]
    assert errors == ["pages.no-edge-for-notes"]
    assert [words for words, _ in _notes(page)] == ["1　水。", "1　水。"]  # at the foot, so that none is lost


@pytest.mark.parametrize("language", ["ja", "zh_CN", "zh_TW", "en"])
def test_every_language_has_its_notes_at_the_side(language: str) -> None:
    own = setting(language, 9)
    (page,) = background(own, "海{note:水。}。" + LONG * 9, notes=NotesAt.SIDE)
    ((words, runs),) = _notes(page)
    assert words == "1　水。"
    assert min(at.x for at, _ in runs) > own.box().x + own.box().width * 0.7
    assert [each.code for each in own.report if each.severity is Severity.ERROR] == []
