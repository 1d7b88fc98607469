"""What a theme file may say: the schema of `theme/builtin/*.yaml` and of a project's own themes."""

from typing import Annotated, Literal

from msgspec import Meta, field

from brochure.drawing.spots import spelled
from brochure.source.model import Model
from brochure.source.words import Checked
from brochure.typesetting.conventions import Hanging, KinsokuLevel
from brochure.typesetting.paragraph import HeadBracket, LastLine

Percent = Annotated[float, Meta(ge=0, le=100)]
Points = Annotated[float, Meta(gt=0, le=400)]
Inks = tuple[Percent, Percent, Percent, Percent]
SpotName = Annotated[str, Checked(spelled)]


class GridOrder(Model):
    """A kihon-hanmen for one trim size: body size and line feed in points, margins in millimetres."""

    size: Points
    characters: Annotated[int, Meta(ge=1, le=200)]
    lines: Annotated[int, Meta(ge=1, le=200)]
    line_feed: Points
    columns: Annotated[int, Meta(ge=1, le=6)] = 1
    column_gap: Annotated[int, Meta(ge=0, le=20)] = 2
    inner_mm: Annotated[float, Meta(ge=5, le=100)]
    head_mm: Annotated[float, Meta(ge=5, le=100)]


class StrongOrder(Model):
    """What strong words of a family are set in."""

    family: str
    weight: Annotated[int, Meta(ge=100, le=900)] = 700


class StyleOrder(Model):
    """A text style; `like` names the style it takes everything else from."""

    like: str = ""
    family: str = ""
    weight: Annotated[int, Meta(ge=100, le=900)] | None = None
    size: Points | None = None
    line_feed: Points | None = None
    lines: Annotated[int, Meta(ge=0, le=20)] | None = None
    space_before: float | None = None
    alignment: Literal["start", "centre", "end", "justified", "spread"] | None = None
    breaks: Literal["anywhere", "phrases"] | None = None
    indent: dict[str, float] | None = None
    tracking: Annotated[float, Meta(ge=-0.5, le=3)] | None = None
    latin_gap: Annotated[float, Meta(ge=0, le=0.5)] | None = None
    colour: str = ""
    role: Literal["H1", "H2", "H3", "P", "Caption", "Note", "BlockQuote"] | None = None
    features: dict[str, int] | None = None
    ruby: Literal["all", "none", "first"] | None = None
    ruby_size: Annotated[float, Meta(ge=0.2, le=0.7)] | None = None
    ruby_over_kana: bool | None = None
    kinsoku: KinsokuLevel | None = None
    hanging: Hanging | None = None
    head_bracket: HeadBracket | None = None
    last_line: LastLine | None = None
    tight_marks: bool | None = None
    phrase_gap: Annotated[float, Meta(ge=0, le=2)] | None = None


class ThemeOrder(Model):
    """A whole theme after it has been laid over its base; `latin_gap` parts Han or kana and Latin, in em.

    `ruby` says which readings are printed, `ruby_size` how large in shares of their words; `strong` names, by family,
    what strong words are set in (where none is named: the family's own bold). `spots` says which colours of the palette
    stand for an ink of their own (`sea: DIC 156`).
    """

    name: str
    extends: str = ""
    latin_gap: Annotated[float, Meta(ge=0, le=0.5)] = 0.25
    ruby: Literal["all", "none", "first"] = "all"
    ruby_size: Annotated[float, Meta(ge=0.2, le=0.7)] = 0.5
    palette: dict[str, Inks]
    spots: dict[str, SpotName] = field(default_factory=dict[str, str])
    families: dict[str, dict[str, str]]
    grids: dict[str, GridOrder]
    strong: dict[str, StrongOrder] = field(default_factory=dict[str, StrongOrder])
    styles: dict[str, StyleOrder]
