"""A theme as read: every colour, family, type area and style by name, nothing left to guess."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.colour import Colour
from brochure.drawing.geometry import Size
from brochure.drawing.structure import Role
from brochure.drawing.units import mm
from brochure.layout.palette import Palette
from brochure.layout.styles import Readings, Style, StyleSheet, centred_baseline
from brochure.layout.type_area import TypeArea
from brochure.typefaces.library import TypefaceLibrary
from brochure.typesetting.conventions import LATIN, Conventions, Hanging, KinsokuLevel, Reduction
from brochure.typesetting.paragraph import Alignment, Breaks, HeadBracket, LastLine, ParagraphStyle
from brochure.typesetting.text_style import TextStyle


class GridRule(Struct, frozen=True):
    """A kihon-hanmen as a theme orders it for one trim size: sizes in points, margins in millimetres."""

    size: float
    characters: int
    lines: int
    line_feed: float
    columns: int
    column_gap: int
    inner_mm: float
    head_mm: float

    def type_area(self, trim: Size) -> TypeArea:
        """The type area on pages of this trim."""
        return TypeArea(
            trim,
            self.size,
            self.characters,
            self.lines,
            self.line_feed,
            mm(self.inner_mm),
            mm(self.head_mm),
            self.columns,
            self.column_gap,
        )


class LineRule(Struct, frozen=True):
    """What a style orders of its lines beyond what its language does; None: as the language has it.

    `has_tight_marks`: whether brackets and commas may be set solid before kanji and kana are parted; books leave them a
    quarter em. `phrase_gap` in em.
    """

    level: KinsokuLevel | None = None
    hanging: Hanging | None = None
    head_bracket: HeadBracket = HeadBracket.FLUSH
    last_line: LastLine = LastLine.START
    has_tight_marks: bool = True
    phrase_gap: float = 0.0
    has_ruby_over_kana: bool = False

    def applied(self, conventions: Conventions, latin_gap: int) -> Conventions:
        """A language's conventions with what the style orders."""
        reduction = conventions.reduction
        return replace(
            conventions,
            latin_gap=latin_gap,
            level=self.level or conventions.level,
            hanging=self.hanging or conventions.hanging,
            reduction=reduction
            if self.has_tight_marks
            else tuple(step for step in reduction if step is not Reduction.CLOSE),
        )


class StyleRule(Struct, frozen=True):
    """A text style as a theme orders it, before a language gives it a face and a grid gives it a line.

    Sizes and feeds in points (`line_feed` 0: the grid's), tracking, indents and the
    gap between Han and Latin in em, `lines` of the grid (行取り). `strong` is the family and weight of strong words,
    `ruby_size` in shares of the text's.
    """

    family: str
    weight: int
    size: float
    line_feed: float
    lines: int
    space_before: float
    alignment: Alignment
    breaks: Breaks
    indent: Mapping[str, float]
    tracking: float
    latin_gap: float
    colour: str
    role: Role
    features: tuple[tuple[str, int], ...]
    readings: Readings
    ruby_size: float
    strong: tuple[str, int]
    line: LineRule = LineRule()


class Theme(Struct, frozen=True):
    """All a theme says, complete."""

    name: str
    colours: Mapping[str, Colour]
    families: Mapping[str, Mapping[str, str]]
    grids: Mapping[str, GridRule]
    styles: Mapping[str, StyleRule]

    def with_black_copy(self) -> Theme:
        """The theme for languages that share their plates: words and the rules that move with them are solid black,
        which overprints. What is white stays white.
        """
        styles = {
            name: rule if rule.colour == "paper" else replace(rule, colour="ink") for name, rule in self.styles.items()
        }
        return replace(self, colours={**self.colours, "rule": self.colours["ink"]}, styles=styles)

    @property
    def palette(self) -> Palette:
        """The colours by the part they play in art, maps and charts."""
        colours = self.colours
        return Palette(
            sea=colours["sea"],
            sea_deep=colours["sea_deep"],
            sea_light=colours["sea_light"],
            sky=colours["sky"],
            water=colours["water"],
            sunset=colours["sunset"],
            gold=colours["gold"],
            vermilion=colours["vermilion"],
            ink=colours["ink"],
            paper=colours["paper"],
            tint_warm=colours["tint_warm"],
            tint_cool=colours["tint_cool"],
            land=colours["land"],
            land_accent=colours["land_accent"],
            rule=colours["rule"],
            blossom=colours["blossom"],
            areas=(
                colours["area_1"],
                colours["area_2"],
                colours["area_3"],
                colours["area_4"],
                colours["area_5"],
                colours["area_6"],
            ),
        )

    def style_sheet(
        self, language: str, conventions: Conventions, library: TypefaceLibrary, grid: TypeArea
    ) -> StyleSheet:
        """The styles for one language on one grid."""
        return StyleSheet(
            {name: self._style(name, rule, language, conventions, library, grid) for name, rule in self.styles.items()}
        )

    def _style(
        self,
        name: str,
        rule: StyleRule,
        language: str,
        conventions: Conventions,
        library: TypefaceLibrary,
        grid: TypeArea,
    ) -> Style:
        line_feed = rule.line_feed or grid.line_feed
        is_latin_copy = conventions == LATIN and rule.alignment is Alignment.JUSTIFIED
        text = TextStyle(
            faces=library.chain(self.families[rule.family][language], rule.weight),
            size=rule.size,
            language=language,
            colour=self.colours[rule.colour],
            tracking=rule.tracking,
            features=rule.features,
        )
        paragraph = ParagraphStyle(
            text=text,
            line_feed=line_feed,
            conventions=rule.line.applied(conventions, round(rule.latin_gap * 1000)),
            alignment=Alignment.START
            if is_latin_copy
            else rule.alignment,  # narrow columns of words would be full of holes
            hyphenation=language if is_latin_copy else "",
            indent=rule.indent.get(language, 0.0),
            breaks=rule.breaks,
            last_line=rule.line.last_line,
            head_bracket=rule.line.head_bracket,
            phrase_gap=rule.line.phrase_gap if language == "ja" else 0.0,  # Chinese is not written so
            ruby_over_kana=rule.line.has_ruby_over_kana,
        )
        is_on_grid = line_feed == grid.line_feed and rule.lines == 0
        baseline = grid.baseline if is_on_grid else centred_baseline(rule.size, line_feed)
        strong, weight = rule.strong
        return Style(
            name,
            paragraph,
            baseline,
            grid.line_feed,
            rule.lines,
            rule.space_before,
            rule.role,
            replace(text, faces=library.chain(self.families[strong][language], weight)),
            rule.readings,
            rule.ruby_size,
        )
