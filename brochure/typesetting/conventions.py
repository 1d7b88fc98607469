"""What a country's setting of punctuation is: values a language owns and a theme may set.

JIS     JIS X 4051 and JLReq: marks have a half-em body and half an em of gap; a line's last keeps or gives it
GB      GB/T 15834 and CLReq: as JIS, ：；！？ too, and a full-width mark at a line's end is always half an em
TAIWAN  CLReq, Traditional Chinese: ，。、；：！？ stand in the middle of a whole em; brackets are compressed
LATIN   English and its like: word spaces, ragged lines
UNICODE a language of which nothing is known: lines end by UAX #14
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from brochure.typesetting.character_classes import CENTRED_MARK, COMMA, FULL_STOP, HELD_SLASH, SLASH


class KinsokuLevel(StrEnum):
    """How strictly lines are kept from beginning with small signs (JLReq 3.1.7, C.2; CSS Text 3, 5.3).

    Each of ours frees what the one before it frees, and more; what each frees is in `kinsoku`. The levels of CSS are
    there for copy that is to break as it does in a browser.
    """

    VERY_STRICT = "very-strict"
    STRICT = "strict"  # 々 ー and small kana may begin a line
    LOOSE = "loose"  # and ・ ： ； ！ ？ and hyphens; … may be parted
    VERY_LOOSE = "very-loose"  # and units and what stands after a currency sign: only brackets, 。 and 、 are kept
    CSS_STRICT = "css-strict"
    CSS_NORMAL = "css-normal"
    CSS_LOOSE = "css-loose"


LEVELS = (KinsokuLevel.VERY_STRICT, KinsokuLevel.STRICT, KinsokuLevel.LOOSE, KinsokuLevel.VERY_LOOSE)
"""Ours from the strictest to the loosest: a line no rule lets end is forced where the next would let it."""


class LineEnd(StrEnum):
    """What a comma, a stop or a closing bracket at the line's end does with its half em."""

    EITHER = "either"  # keeps it whole or gives it all (JLReq 3.1.9)
    HALF = "half"  # always gives it (GB/T 15834, 5.1.4)


class Hanging(StrEnum):
    """Whether a comma or full stop may hang beyond the measure (ぶら下げ): never, where it helps, wherever one ends."""

    OFF = "off"
    ALLOW = "allow"
    FORCE = "force"


class Reduction(StrEnum):
    """Gaps that are reduced in one step; a country's order of steps is `Conventions.reduction`."""

    WORD_SPACE = "word-space"
    MIDDLE_DOT = "middle-dot"
    BRACKET = "bracket"
    COMMA = "comma"
    LATIN = "latin"
    FULL_STOP = "full-stop"
    CLOSE = "close"  # the quarter em brackets and commas keep in books (JLReq Table 5), down to nothing (Table 3)


class Conventions(Struct, frozen=True):
    """A country's punctuation setting.

    `reduction` is the order in which gaps are reduced; brackets and commas give a quarter em first and the other only
    where kanji and kana would have to be parted (without CLOSE: never). `together` are the steps that are one with
    another (a comma with brackets). `latin_gap` is the gap between Han or kana and Latin in thousandths of an em.
    `classes` sets characters in another class than JLReq's for spacing, `vertical_classes` does so in vertical lines,
    where ：；！？ stand in the middle; for line ends they keep their own, or have that of `line_classes`.
    `vertical_forms` are the characters drawn for others in vertical lines; the copy stays what it is. `has_dots_below`
    puts emphasis marks under horizontal lines. In a measure under `narrow` ems the very strict level gives way to the
    strict. `is_by_unicode`: lines end by UAX #14 alone, not by classes.
    """

    name: str
    level: KinsokuLevel = KinsokuLevel.VERY_STRICT
    line_end: LineEnd = LineEnd.EITHER
    hanging: Hanging = Hanging.OFF
    latin_gap: int = 250
    reduction: tuple[Reduction, ...] = (
        Reduction.WORD_SPACE,
        Reduction.MIDDLE_DOT,
        Reduction.BRACKET,
        Reduction.LATIN,
        Reduction.CLOSE,
    )
    together: Mapping[Reduction, Reduction] = field(default_factory=lambda: {Reduction.COMMA: Reduction.BRACKET})
    classes: Mapping[str, int] = field(default_factory=dict[str, int])
    vertical_classes: Mapping[str, int] = field(default_factory=dict[str, int])
    line_classes: Mapping[str, int] = field(default_factory=dict[str, int])
    vertical_forms: Mapping[str, str] = field(default_factory=dict[str, str])
    has_dots_below: bool = False
    narrow: int = 12
    is_by_unicode: bool = False

    def __hash__(self) -> int:
        return hash(self.name)


_CHINESE_ORDER = (
    Reduction.WORD_SPACE,
    Reduction.MIDDLE_DOT,
    Reduction.BRACKET,
    Reduction.COMMA,
    Reduction.LATIN,
    Reduction.FULL_STOP,
    Reduction.CLOSE,
)  # CLReq 3.1.6.4

JIS = Conventions("JIS")
GB = Conventions(
    "GB",
    line_end=LineEnd.HALF,
    reduction=_CHINESE_ORDER,
    together={},
    classes={**dict.fromkeys("：；", COMMA), **dict.fromkeys("！？", FULL_STOP)},
    vertical_classes=dict.fromkeys("：；", CENTRED_MARK),
    line_classes=dict.fromkeys("/／", HELD_SLASH),
    vertical_forms={"“": "『", "”": "』", "‘": "「", "’": "」"},  # GB/T 15834, 5.2
    has_dots_below=True,
)
TAIWAN = Conventions(
    "TAIWAN",
    line_end=LineEnd.HALF,
    reduction=_CHINESE_ORDER,
    together={},
    classes=dict.fromkeys("，。、；：！？", CENTRED_MARK),
    vertical_classes=dict.fromkeys("，。、；：！？", CENTRED_MARK),
    line_classes={"／": SLASH},
    has_dots_below=True,
)
LATIN = Conventions("LATIN", level=KinsokuLevel.STRICT)
UNICODE = Conventions("UNICODE", is_by_unicode=True)
