"""Sheets printed, folded and cut: a model of the paper is folded, and its pages are read."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from msgspec.structs import replace
from pdf.books import profile

from brochure.diagnostics import Report, UsageError
from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Point, Size
from brochure.drawing.units import mm
from brochure.edition.folds import FOLDS
from brochure.layout.page import Book, NumberedPage, Page
from brochure.press.imposition import SIGNATURES, Binding, imposed
from brochure.press.sheet import PLAIN, Sheet, origin

SIZE = Size(mm(182), mm(257))
PRESS = profile("press")


def _book(
    count: int, is_right: bool = False, roles: dict[int, str] | None = None, widths: tuple[float, ...] = ()
) -> Book:
    pages = tuple(
        NumberedPage(
            Page(
                Frame(Size(mm(widths[number - 1]), SIZE.height) if widths else SIZE), (roles or {}).get(number, "body")
            ),
            number,
            str(number),
            number % 2 == 1,
        )
        for number in range(1, count + 1)
    )
    return Book("b", "本", "ja", pages, binding_is_right=is_right)


def _sheets(book: Book, way: str, binding: Binding = Binding(), report: Report | None = None) -> tuple[Sheet, ...]:  # noqa: B008
    return imposed(book, PRESS, way, binding, PLAIN, Report() if report is None else report)


@dataclass(frozen=True)
class Leaf:
    """A leaf of the model as it lies: what is up, what is down, and whether each is seen on its head."""

    up: int
    down: int
    up_is_turned: bool
    down_is_turned: bool

    def over(self, is_across: bool) -> Leaf:
        """The leaf folded over: about an upright axis, or about a level one, which turns what is on it on its head."""
        turns = is_across
        return Leaf(self.down, self.up, self.down_is_turned != turns, self.up_is_turned != turns)


def _columns(sheet: Sheet) -> list[list[tuple[int, bool]]]:
    """The pages of a side by rows, from left to right."""
    rows: dict[float, list[tuple[float, int, bool]]] = {}
    for placed in sheet.placements:
        rows.setdefault(round(placed.trim.y), []).append((placed.trim.x, placed.page.number, placed.is_turned))
    return [[(number, turned) for _, number, turned in sorted(row)] for _, row in sorted(rows.items())]


def _folded(front: Sheet, back: Sheet) -> list[Leaf]:
    """The stack a sheet becomes: columns folded behind from the left until one is left, rows folded behind between."""
    ahead, behind = _columns(front), [row[::-1] for row in _columns(back)]
    grid = [
        [[Leaf(up, down, up_turned, down_turned)] for (up, up_turned), (down, down_turned) in zip(a, b, strict=True)]
        for a, b in zip(ahead, behind, strict=True)
    ]
    while len(grid) > 1 or len(grid[0]) > 1:
        if len(grid[0]) > 2 or len(grid) == 1:
            half = len(grid[0]) // 2
            grid = [
                [row[half + at] + [leaf.over(False) for leaf in reversed(row[half - 1 - at])] for at in range(half)]
                for row in grid
            ]
        else:
            top, bottom = grid
            grid = [[low + [leaf.over(True) for leaf in reversed(high)] for low, high in zip(bottom, top, strict=True)]]
    return grid[0][0]


@pytest.mark.parametrize("way", SIGNATURES)
def test_a_folded_signature_is_read_from_first_to_last_and_upright(way: str) -> None:
    pages = int(way.partition("-")[2])
    sheets = _sheets(_book(2 * pages), way)
    assert len(sheets) == 4
    for number, (front, back) in enumerate(zip(sheets[0::2], sheets[1::2], strict=True)):
        leaves = _folded(front, back)
        assert [side for leaf in leaves for side in (leaf.up, leaf.down)] == [
            number * pages + page for page in range(1, pages + 1)
        ]
        assert not any(leaf.up_is_turned or leaf.down_is_turned for leaf in leaves)


@pytest.mark.parametrize("count", [8, 16, 24, 40])
@pytest.mark.parametrize("is_right", [False, True])
def test_sheets_laid_into_one_another_are_a_booklet(count: int, is_right: bool) -> None:
    sheets = _sheets(_book(count, is_right), "saddle-stitch")
    assert len(sheets) == count // 2
    before: list[int] = []
    after: list[int] = []
    for front, back in zip(sheets[0::2], sheets[1::2], strict=True):
        (outer,), (inner,) = _columns(front), _columns(back)
        if is_right:
            outer, inner = outer[::-1], inner[::-1]
        before += [outer[1][0], inner[0][0]]  # the leaf at the front of the fold: its two sides
        after = [inner[1][0], outer[0][0], *after]
    assert before + after == list(range(1, count + 1))


def test_inner_sheets_move_towards_the_spine_by_the_paper_around_them() -> None:
    sheets = _sheets(_book(16), "saddle-stitch", Binding(paper_mm=0.1))
    for number, front in enumerate(sheets[0::2]):
        left, right = sorted(front.placements, key=lambda placed: placed.trim.x)
        fold = front.trim.x + front.trim.width / 2
        assert left.trim.right - fold == pytest.approx(mm(0.1 * number))
        assert fold - right.trim.x == pytest.approx(mm(0.1 * number))
        assert left.shown.right == pytest.approx(fold)  # nothing of a page is printed across the fold


@pytest.mark.parametrize("way", SIGNATURES)
@pytest.mark.parametrize("is_right", [False, True])
def test_the_inner_leaves_of_a_signature_move_towards_the_spine_too(way: str, is_right: bool) -> None:
    book = _book(int(way.partition("-")[2]), is_right)
    front, back = _sheets(book, way, Binding(paper_mm=0.1))
    flat = {placed.page.number: placed for sheet in _sheets(book, way) for placed in sheet.placements}
    leaves = _folded(*_sheets(replace(book, binding_is_right=False), way))
    for place, leaf in enumerate(leaves):
        paper_around = min(place, len(leaves) - 1 - place)
        for placed in (placed for sheet in (front, back) for placed in sheet.placements):
            if placed.page.number in (leaf.up, leaf.down):
                has_spine_at_left = (placed.page.number % 2 == 1) ^ placed.is_turned ^ is_right
                moved = placed.trim.x - flat[placed.page.number].trim.x
                assert moved == pytest.approx(mm(0.1 * paper_around) * (-1 if has_spine_at_left else 1))
                assert placed.shown == flat[placed.page.number].shown


def test_blank_pages_stand_before_the_last_one_and_are_told() -> None:
    report = Report()
    sheets = _sheets(_book(14), "saddle-stitch", report=report)
    (found,) = report.ordered()
    assert found.code == "press.blank-pages"
    assert dict(found.message.values)["count"] == 2
    assert [placed.page.number for placed in sheets[0].placements] == [14, 1]
    assert [placed.page.number for placed in sheets[1].placements] == [2]  # its neighbour, page 15, is blank


def test_readers_spreads_are_what_lies_open() -> None:
    assert [_columns(sheet)[0] for sheet in _sheets(_book(5), "spreads")] == [
        [(1, False)],
        [(2, False), (3, False)],
        [(4, False), (5, False)],
    ]
    right = _sheets(_book(4, is_right=True), "spreads")
    assert _columns(right[1])[0] == [(3, False), (2, False)]
    first = right[0].placements[0]
    assert first.trim.x == right[0].trim.x  # page 1 of a book bound at the right opens at the left


def test_a_cover_spread_has_the_spine_between_back_and_front() -> None:
    roles = {1: "cover", 2: "inside_cover", 39: "inside_cover", 40: "back_cover"}
    for is_right in (False, True):
        outside, inside = _sheets(_book(40, is_right, roles), "cover", Binding(spine_mm=4.2))
        assert outside.trim.width == pytest.approx(2 * SIZE.width + mm(4.2))
        numbers = [number for number, _ in _columns(outside)[0]]
        assert numbers == ([1, 40] if is_right else [40, 1])
        assert [number for number, _ in _columns(inside)[0]] == ([39, 2] if is_right else [2, 39])
        assert len(outside.folds) == 2
        assert outside.folds[1] - outside.folds[0] == pytest.approx(mm(4.2))
    (back, front) = sorted(outside.placements, key=lambda placed: placed.trim.x)
    assert back.shown.right - back.trim.right == pytest.approx(mm(2.1))  # the covers meet in the middle of a bare spine
    assert front.trim.x - front.shown.x == pytest.approx(mm(2.1))
    body = _sheets(_book(40, roles=roles), "body")
    assert [sheet.pages[0].number for sheet in body] == list(range(3, 39))


def test_a_spine_with_words_lies_between_back_and_front_alone() -> None:
    roles = {1: "cover", 40: "back_cover"}
    spine = Page(Frame(Size(mm(4.2), SIZE.height)), "spine")
    for is_right in (False, True):
        (sheet,) = _sheets(replace(_book(40, is_right, roles), spine=spine), "cover", Binding(spine_mm=4.2))
        assert [number for number, _ in _columns(sheet)[0]] == ([1, 0, 40] if is_right else [40, 0, 1])
        back, middle, front = sorted(sheet.placements, key=lambda placed: placed.trim.x)
        assert middle.page.page is spine
        assert back.shown.right == pytest.approx(middle.shown.x)
        assert front.shown.x == pytest.approx(middle.shown.right)
        assert middle.shown.width == pytest.approx(mm(4.2))
    body = _sheets(replace(_book(40, roles=roles), spine=spine), "body")
    assert [sheet.pages[0].number for sheet in body] == list(range(2, 40))


def test_a_book_without_a_cover_has_none_to_lay() -> None:
    with pytest.raises(UsageError) as refused:
        _sheets(_book(8), "cover")
    assert refused.value.diagnostics[0].code == "press.no-cover"


@pytest.mark.parametrize("name", FOLDS)
def test_a_leaflet_s_faces_lie_back_to_back(name: str) -> None:
    """Where a fold is outside it is inside: the faces mirror each other to a hundredth of a point."""
    fold = FOLDS[name]
    widths = fold.widths_mm(420)
    outside, inside = _sheets(_book(fold.panels, widths=widths), name)
    assert tuple(outside.trim) == pytest.approx(tuple(inside.trim))
    across = outside.trim.x + outside.trim.right
    assert sorted(across - x for x in outside.folds) == pytest.approx(sorted(inside.folds), abs=0.01)
    assert [number for number, _ in _columns(outside)[0]] == list(fold.outside)


def test_rolled_up_the_inner_panel_lies_within_the_others() -> None:
    """100, 100, 97: the panel that tucks in ends 3 mm before the fold it is rolled into."""
    outside, inside = _sheets(_book(6, widths=FOLDS["roll-fold"].widths_mm(297)), "roll-fold")
    widths = {placed.page.number: placed.trim.width for placed in (*outside.placements, *inside.placements)}
    assert widths[5] == widths[4] == pytest.approx(mm(97))
    assert widths[1] == widths[2] == widths[3] == widths[6] == pytest.approx(mm(100))


def test_a_leaflet_with_too_few_panels_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        _sheets(_book(5), "roll-fold")
    assert refused.value.diagnostics[0].code == "press.panels"


def test_a_glued_spine_loses_three_millimetres_of_each_page_which_are_printed() -> None:
    (front, _) = _sheets(_book(4), "signature-4", Binding(is_glued=True))
    left, right = sorted(front.placements, key=lambda placed: placed.trim.x)
    assert right.trim.x - left.trim.right == pytest.approx(mm(6))
    assert left.shown.right == pytest.approx(right.shown.x)


def test_a_turned_page_begins_at_its_lower_right_corner() -> None:
    (front, _) = _sheets(_book(8), "signature-8")
    turned = next(placed for placed in front.placements if placed.is_turned)
    assert origin(turned) == Point(turned.trim.right, turned.trim.bottom)
    assert origin(replace(turned, is_turned=False)) == Point(turned.trim.x, turned.trim.y)


def test_nothing_is_printed_beyond_the_bleed_and_heads_are_cut_apart() -> None:
    for sheet in _sheets(_book(16), "signature-16"):
        for placed in sheet.placements:
            assert placed.shown.x >= sheet.bleed.x - 0.001
            assert placed.shown.right <= sheet.bleed.right + 0.001
        tops = sorted({round(placed.trim.y, 3) for placed in sheet.placements})
        assert tops[1] - tops[0] == pytest.approx(SIZE.height + 2 * PRESS.bleed, abs=0.01)
