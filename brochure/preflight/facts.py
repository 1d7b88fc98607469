"""What stands on a page, as facts rules can judge: words, lines and areas, pictures, blends, and where they lie."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, field

from brochure.preflight.codes_found import Code
from brochure.preflight.colour import Paint, Space
from brochure.preflight.fonts import Font
from brochure.preflight.geometry import MM, Box
from brochure.preflight.images import Pixels
from brochure.preflight.ink_map import InkMap
from brochure.preflight.plate_log import PlateLog


class Words(Struct, frozen=True):
    """A string that is shown. `size` is the type size on the page, in points; `paint` is None where it is not drawn.

    `overprints` is what was asked for, `keeps_others` whether it comes of it: process inks of nothing knock out unless
    the overprint mode is 1 (ISO 32000-1, 8.6.7). `on_colour` is how much of what lies under it has other ink than
    black, 0 to 1; `on_ink` any ink at all.
    """

    box: Box
    text: str
    font: Font
    size: float
    paint: Paint | None
    overprints: bool = False
    keeps_others: bool = False
    missing: int = 0
    on_colour: float = 0.0
    on_ink: float = 0.0
    is_in_pattern: bool = False


class Drawn(Struct, frozen=True):
    """A path that is filled, stroked or both. `box` is what shows of it, clipped; `width` is the thinnest its line
    gets on the page, in points, or the lesser side of what is only filled, not clipped."""

    box: Box
    fill: Paint | None
    stroke: Paint | None
    width: float = 0.0
    fill_overprints: bool = False
    stroke_overprints: bool = False
    is_rectangle: bool = False
    is_straight: bool = False
    on_colour: float = 0.0
    is_in_pattern: bool = False


class Placed(Struct, frozen=True):
    """A picture on the page; `ppi` is its resolution as placed, the lesser of both directions."""

    box: Box
    pixels: Pixels
    ppi: float
    paint: Paint | None = None
    is_upright: bool = True
    is_in_pattern: bool = False


class Blended(Struct, frozen=True):
    """An area filled with a shading."""

    box: Box
    space: Space | None


class Boxes(Struct, frozen=True):
    """The page's boxes as they hold (14.11.2): what is not written falls back as the norm has it."""

    media: Box
    crop: Box
    bleed: Box
    trim: Box
    written: frozenset[str] = frozenset()


class Note(Struct, frozen=True):
    """An annotation: its subtype without the slash, its box, and the kind of action it has."""

    subtype: str
    box: Box
    action: str = ""


_HAIR = 0.2  # points


class Page(Struct, dict=True):
    """Everything found on one page. `number` counts from 1. The sets hold words for what was used."""

    number: int
    boxes: Boxes
    rotation: int = 0
    user_unit: float = 1.0
    words: list[Words] = field(default_factory=list[Words])
    drawn: list[Drawn] = field(default_factory=list[Drawn])
    pictures: list[Placed] = field(default_factory=list[Placed])
    blends: list[Blended] = field(default_factory=list[Blended])
    notes: tuple[Note, ...] = ()
    transparency: set[str] = field(default_factory=set[str])
    group_spaces: list[Space] = field(default_factory=list[Space])
    states: set[str] = field(default_factory=set[str])
    missing: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    broken: list[str] = field(default_factory=list[str])
    spaces: list[Space] = field(default_factory=list[Space])
    fonts: list[Font] = field(default_factory=list[Font])
    spans: set[str] = field(default_factory=set[str])
    actions: tuple[str, ...] = ()
    inks: InkMap | None = None
    plates: PlateLog | None = None
    codes: list[Code] = field(default_factory=list["Code"])
    slivers: tuple[Box, ...] = ()  # where somebody looked for them on the plates
    is_torn: bool = False

    @cached_property
    def printed(self) -> Box:
        """What reaches the paper that is kept or just cut off: the bleed box, at least the trim; a hair less, for marks
        stand right at its edge."""
        bleed, trim = self.boxes.bleed, self.boxes.trim
        return Box(
            min(bleed.left, trim.left),
            min(bleed.bottom, trim.bottom),
            max(bleed.right, trim.right),
            max(bleed.top, trim.top),
        ).grown(-_HAIR)

    def shows(self, thing: Words | Drawn | Placed) -> bool:
        """Whether something reaches the paper; what is in a pattern's cell is repeated wherever the pattern is used."""
        return thing.is_in_pattern or thing.box.touches(self.printed)

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the trim as the reader sees it, in millimetres."""
        trim = self.boxes.trim
        width, height = trim.width * self.user_unit / MM, trim.height * self.user_unit / MM
        return (height, width) if self.rotation % 180 else (width, height)

    @property
    def is_blank(self) -> bool:
        """Whether nothing with ink is on it."""
        return not (self.words or self.drawn or self.pictures or self.blends)
