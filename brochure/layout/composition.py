"""One page being put together: pictures, text and rules in the order a reader meets them, ending as a frame."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from brochure.drawing.colour import Colour
from brochure.drawing.frame import (
    Anchor,
    Frame,
    Group,
    Item,
    Link,
    Paint,
    Path,
    Placed,
    Shape,
    Stroke,
    Tagged,
    line,
    rectangle,
)
from brochure.drawing.geometry import Rect, Size
from brochure.drawing.structure import Role
from brochure.layout.strip import Filled, Strip, fill, stacked


class Composition(Struct):
    """Collects placed items in reading and painting order; positions in points from the trim's top left corner.
    `copy_depth` is how deep the copy over a band of art at the foot reaches.
    """

    size: Size
    items: list[Placed] = field(default_factory=list[Placed])
    copy_depth: float = 0.0

    def put(self, item: Item, x: float = 0.0, y: float = 0.0) -> None:
        """Place any item."""
        self.items.append(Placed(item, x, y))

    def frame(self, frame: Frame, x: float, y: float) -> None:
        """Place a frame whose parts bear their own tags."""
        self.items.append(frame.placed(x, y))

    def artwork(self, frame: Frame, x: float, y: float, clip: Path = ()) -> None:
        """Place decoration, which a hearing reader is not told of; `clip` is in the page's own axes."""
        group = Group((frame.placed(x, y),), clip=clip)
        self.items.append(Placed(Tagged(Role.ARTIFACT, (Placed(group),))))

    def figure(self, frame: Frame, x: float, y: float, alternative: str, language: str) -> None:
        """Place a picture that says something, with what it says in words."""
        self.items.append(Placed(Tagged(Role.FIGURE, (frame.placed(x, y),), language, alternative)))

    def box(self, box: Rect, fill_with: Paint) -> None:
        """Paint a box, as decoration."""
        self._artifact(Shape(rectangle(*box), fill=fill_with))

    def rule(self, x1: float, y1: float, x2: float, y2: float, colour: Colour, width: float = 0.4) -> None:
        """Draw a straight rule of `width` points, as decoration."""
        self._artifact(Shape(line(x1, y1, x2, y2), stroke=Stroke(colour, width)))

    def shape(self, shape: Shape) -> None:
        """Draw a shape, as decoration."""
        self._artifact(shape)

    def strips(self, strips: Sequence[Strip], box: Rect) -> Filled:
        """Fill a box with strips; what does not fit comes back in `rest`."""
        filled = fill(strips, box)
        self.items.extend(filled.items)
        return filled

    def stack(self, strips: Sequence[Strip], x: float, y: float) -> None:
        """Place strips one under the other, however deep they reach."""
        self.items.extend(stacked(strips, x, y))

    def link(self, box: Rect, target: str) -> None:
        """Make a box lead to an anchor of this book (`#name`) or a URL."""
        self.put(Link(Size(box.width, box.height), target), box.x, box.y)

    def anchor(self, name: str, x: float = 0.0, y: float = 0.0) -> None:
        """Name this place for links and bookmarks."""
        self.put(Anchor(name), x, y)

    def finish(self) -> Frame:
        """The page's frame."""
        return Frame(self.size, tuple(self.items))

    def _artifact(self, shape: Shape) -> None:
        self.items.append(Placed(Tagged(Role.ARTIFACT, (Placed(shape),))))
