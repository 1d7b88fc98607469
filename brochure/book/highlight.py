"""Draft pages: words that may not be printed are shown on a tint with a bar beside them; the page says it is a draft.

The tint goes behind the words inside their own tag, so nothing moves and nothing is hidden. A hearing reader is not
told of it; the findings of the build tell the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from brochure.book.places import squeezed
from brochure.drawing.colour import PAPER, Colour
from brochure.drawing.frame import Frame, Glyphs, Group, Placed, Shape, Tagged, rectangle, text_of
from brochure.drawing.geometry import Point, Rect
from brochure.drawing.structure import Role
from brochure.drawing.units import mm
from brochure.layout.text_block import Typesetter
from brochure.translation.gate import Fault

COLOURS: Mapping[Fault, Colour] = {
    Fault.MISSING: Colour(0.0, 0.85, 0.75, 0.0),
    Fault.STALE: Colour(0.0, 0.5, 1.0, 0.0),
    Fault.FUZZY: Colour(0.0, 0.25, 1.0, 0.0),
    Fault.DRAFT: Colour(0.7, 0.15, 0.0, 0.0),
    Fault.TERM: Colour(0.35, 0.8, 0.0, 0.0),
    Fault.GLYPH: Colour(0.0, 0.85, 0.75, 0.0),
}
"""The bar beside the words; the tint behind them is the same colour thinned."""

OVERSET = Colour(0.0, 0.85, 0.75, 0.0)
_TINT = 0.28
_BAR = 1.4  # points
_PAD = 1.2  # points around the words
_ABOVE, _BELOW = 0.88, 0.12  # shares of the size a character's body stands above and below its baseline
_SHORTEST = 3  # characters: shorter words are looked for as the whole of a line, not inside others
_BANNER = mm(5)  # below the upper trim


class Doubtful(Struct, frozen=True):
    """What is to be shown on a page: faults by the key their words bear, and by the words where they bear another's."""

    by_key: Mapping[str, Fault] = field(default_factory=dict[str, Fault])
    by_words: tuple[tuple[str, Fault], ...] = ()
    is_overset: bool = False

    def found_in(self, tag: Tagged) -> tuple[Fault, tuple[Placed, ...]] | None:
        """Why words of a tag are to be shown, and what is drawn of them; None where nothing is."""
        fault = self.by_key.get(tag.origin) if tag.origin else None
        if fault is not None:
            return fault, _own(tag.items)
        if self.by_words:
            items = _untagged(tag.items)
            said = squeezed(text_of(items))
            for words, each in self.by_words:
                if said and (said == words or (len(words) >= _SHORTEST and words in said)):
                    return each, items
        return None


def doubtful(by_key: Mapping[str, Fault], by_words: Iterable[tuple[str, Fault]], is_overset: bool) -> Doubtful:
    """The same, the words made ready for looking."""
    return Doubtful(by_key, tuple((squeezed(words), fault) for words, fault in by_words if words.strip()), is_overset)


def highlighted(frame: Frame, what: Doubtful, typesetter: Typesetter) -> Frame:
    """A page's frame with everything doubtful shown, and the word DRAFT at its head."""
    faults: list[Fault] = []
    items = tuple(_shown(frame.items, what, faults))
    banner = _banner(frame, faults, what.is_overset, typesetter)
    return replace(frame, items=(*items, *banner))


def _shown(items: Sequence[Placed], what: Doubtful, faults: list[Fault]) -> Iterator[Placed]:
    for placed in items:
        item = placed.item
        if isinstance(item, Tagged):
            inside = tuple(_shown(item.items, what, faults))
            found = what.found_in(item)
            if found is not None and (boxes := _lines(_boxes(found[1]))):
                faults.append(found[0])
                inside = (*_tints(boxes, found[0]), *inside)
            yield replace(placed, item=replace(item, items=inside))
        elif isinstance(item, Group):
            yield replace(placed, item=replace(item, items=tuple(_shown(item.items, what, faults))))
        else:
            yield placed


def _own(items: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """What is drawn by a tag itself, without the tags inside it that know where their own words came from."""
    kept: list[Placed] = []
    for placed in items:
        if isinstance(placed.item, Group):
            kept.append(replace(placed, item=replace(placed.item, items=_own(placed.item.items))))
        elif not (isinstance(placed.item, Tagged) and placed.item.origin):
            kept.append(placed)
    return tuple(kept)


def _untagged(items: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """What is drawn by a tag itself, without any tag inside it."""
    kept: list[Placed] = []
    for placed in items:
        if isinstance(placed.item, Group):
            kept.append(replace(placed, item=replace(placed.item, items=_untagged(placed.item.items))))
        elif not isinstance(placed.item, Tagged):
            kept.append(placed)
    return tuple(kept)


def _boxes(items: tuple[Placed, ...]) -> Iterator[Rect]:
    """The body of every run of words, in the axes of the items."""
    for placed in items:
        item, at = placed.item, Point(placed.x, placed.y)
        if isinstance(item, Glyphs):
            if not item.is_silent and item.text.strip():
                yield _body(at, item)
        elif isinstance(item, Tagged):
            yield from (_moved(box, at) for box in _boxes(item.items))
        elif isinstance(item, Group):
            for box in _boxes(item.items):
                corners = [item.transform.apply(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
                left, top = min(x for x, _ in corners), min(y for _, y in corners)
                width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
                yield _moved(Rect(left, top, width, height), at)


def _body(at: Point, run: Glyphs) -> Rect:
    if run.is_vertical:
        return Rect(at.x - run.size / 2, at.y, run.size, run.width)
    return Rect(at.x, at.y - _ABOVE * run.size, run.width, run.size * (_ABOVE + _BELOW))


def _moved(box: Rect, by: Point) -> Rect:
    return box._replace(x=box.x + by.x, y=box.y + by.y)


def _lines(boxes: Iterable[Rect]) -> list[Rect]:
    """The boxes of one line as one."""
    lines: list[Rect] = []
    for box in boxes:
        last = lines[-1] if lines else None
        if last is not None and abs(last.y - box.y) < 0.5 * max(last.height, box.height) and box.x >= last.x - 0.5:
            top, bottom = min(last.y, box.y), max(last.bottom, box.bottom)
            right = max(last.right, box.right)
            lines[-1] = Rect(last.x, top, right - last.x, bottom - top)
        else:
            lines.append(box)
    return lines


def _tints(boxes: Sequence[Rect], fault: Fault) -> tuple[Placed, ...]:
    colour = COLOURS[fault]
    shapes = [Shape(rectangle(*box.inset(-_PAD, -_PAD, -_PAD, -_PAD)), fill=colour.tint(_TINT)) for box in boxes]
    shapes += [
        Shape(rectangle(box.x - _PAD - _BAR, box.y - _PAD, _BAR, box.height + 2 * _PAD), fill=colour) for box in boxes
    ]
    inside = tuple(Placed(shape) for shape in shapes)
    return (Placed(Tagged(Role.ARTIFACT, inside)),)


def _banner(frame: Frame, faults: Sequence[Fault], is_overset: bool, typesetter: Typesetter) -> tuple[Placed, ...]:
    """The word DRAFT at the head of the page, with the number of places of each fault in its colour."""
    counted = [(COLOURS[fault], f"{fault.value} {faults.count(fault)}") for fault in Fault if fault in faults]
    counted += [(OVERSET, "overset")] if is_overset else []
    x = frame.size.width * 0.5
    labels = [(None, typesetter.label("DRAFT", "folio", is_artifact=True))]
    labels += [(colour, typesetter.label(words, "folio", is_artifact=True)) for colour, words in counted]
    width = sum(label.size.width + 12.0 for _, label in labels) - 12.0
    x -= width / 2
    height = max(label.size.height for _, label in labels)
    plate = Shape(rectangle(x - 8.0, _BANNER - 2.0, width + 16.0, height + 4.0), fill=PAPER)
    placed = [Placed(Tagged(Role.ARTIFACT, (Placed(plate),)))]
    for colour, label in labels:
        if colour is not None:
            box = rectangle(x - 4.0, _BANNER + 1.0, 2.4, label.size.height - 2.0)
            mark = Tagged(Role.ARTIFACT, (Placed(Shape(box, fill=colour)),))
            placed.append(Placed(mark))
        placed.append(label.placed(x, _BANNER))
        x += label.size.width + 12.0
    return tuple(placed)
