"""Pages get numbers and sides."""

from brochure.book.paginate import is_recto, misplaced, numbers_of_anchors, paginate
from brochure.drawing.frame import Anchor, Frame, Group, Placed
from brochure.drawing.geometry import Size
from brochure.layout.page import Page, Side

SIZE = Size(100, 140)


def _page(name: str = "", side: Side = Side.ANY) -> Page:
    anchor = Placed(Group((Placed(Anchor(name), 3, 4),)))
    return Page(Frame(SIZE, (anchor,) if name else ()), "story", side=side)


def test_numbers_count_from_the_cover() -> None:
    assert [(page.number, page.label, page.is_recto) for page in paginate([_page()] * 3)] == [
        (1, "1", True),
        (2, "2", False),
        (3, "3", True),
    ]
    assert is_recto(1)


def test_a_page_on_the_side_it_does_not_want_is_found() -> None:
    pages = paginate([_page(side=Side.RECTO), _page(side=Side.RECTO), _page(side=Side.RECTO)])
    assert [page.number for page in misplaced(pages)] == [2]


def test_every_anchor_has_its_page() -> None:
    assert numbers_of_anchors(paginate([_page("cover"), _page(), _page("map")])) == {"cover": 1, "map": 3}
