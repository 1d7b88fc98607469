"""A paragraph before it has lines: its runs, and how its lines are to be broken, aligned and fed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from brochure.typesetting.conventions import Conventions
from brochure.typesetting.text_style import TextStyle
from brochure.typesetting.writing_mode import WritingMode

if TYPE_CHECKING:
    from brochure.typesetting.ruby import Ruby


class Alignment(StrEnum):
    """Where lines stand in their measure. SPREAD (均等割り) fills it on every line, the last one too."""

    START = "start"
    CENTRE = "centre"
    END = "end"
    JUSTIFIED = "justified"
    SPREAD = "spread"


class LastLine(StrEnum):
    """Where the last line of a justified paragraph stands."""

    START = "start"
    CENTRE = "centre"
    END = "end"
    JUSTIFIED = "justified"


class Breaks(StrEnum):
    """Where lines may end: wherever the rules allow, or only between phrases, the lines then balanced (headings)."""

    ANYWHERE = "anywhere"
    PHRASES = "phrases"


class Fit(StrEnum):
    """How lines are chosen: each as it comes, or all together for the best paragraph."""

    FIRST = "first"
    TOTAL = "total"


class HeadBracket(StrEnum):
    """An opening bracket at the head of a paragraph or a line: JLReq's three house styles (3.1.5).

    FLUSH     the paragraph's indent is kept; at other line heads the bracket is flush (天付き)
    HALF      half an em less at the paragraph's head; flush at other line heads
    FULL      an em and a half at the paragraph's head, half an em at other line heads (the bracket keeps its blank)
    """

    FLUSH = "flush"
    HALF = "half"
    FULL = "full"


class Emphasis(StrEnum):
    """Marks set along the characters of a run (圏点), never on punctuation.

    USUAL is a sesame in vertical lines and a bullet in horizontal ones (JLReq 3.3.9).
    """

    USUAL = "usual"
    SESAME = "﹅"
    WHITE_SESAME = "﹆"
    DOT = "•"
    CIRCLE = "○"
    TRIANGLE = "▲"

    def sign(self, is_vertical: bool) -> str:
        """The character that is drawn."""
        if self is Emphasis.USUAL:
            return Emphasis.SESAME.value if is_vertical else Emphasis.DOT.value
        return self.value


class SideLine(StrEnum):
    """A line along a run: under it in horizontal lines, at its left in vertical ones."""

    PROPER_NAME = "proper-name"  # 专名号, straight
    BOOK_TITLE = "book-title"  # 书名号 of the wavy kind


class Setting(StrEnum):
    """How a run stands in its line."""

    NORMAL = "normal"
    TATE_CHU_YOKO = "tate-chu-yoko"  # across, in one em of a vertical line
    WARICHU = "warichu"  # a note in two lines of half size within the line (割注)
    RAISED = "raised"  # a note's number, small and high (合印)


class ParagraphStyle(Struct, frozen=True):
    """How a paragraph is set. `line_feed` in points from baseline to baseline; indents in em of the text's size.

    `phrase_gap` parts phrases by so many em of blank (分かち書き, copy for small children), and lines end between them.
    `ruby_over_kana` lets a reading stand over its neighbour's kana by up to one of its own ems (JLReq 3.3.8); over a
    neighbour's blank it may always. `tate_chu_yoko` is the most digits that stand across in a vertical line by
    themselves (0: none); `hyphenation` the language whose words may be hyphenated ("": none).
    """

    text: TextStyle
    line_feed: float
    conventions: Conventions
    alignment: Alignment = Alignment.JUSTIFIED
    indent: float = 0.0
    hanging_indent: float = 0.0
    breaks: Breaks = Breaks.ANYWHERE
    fit: Fit = Fit.TOTAL
    writing_mode: WritingMode = WritingMode.HORIZONTAL
    last_line: LastLine = LastLine.START
    head_bracket: HeadBracket = HeadBracket.FLUSH
    tate_chu_yoko: int = 2
    hyphenation: str = ""
    phrase_gap: float = 0.0
    ruby_over_kana: bool = False

    @property
    def is_vertical(self) -> bool:
        """Whether lines run from top to bottom."""
        return self.writing_mode is WritingMode.VERTICAL


class Run(Struct, frozen=True, gc=False):
    """Copy in one style; `target` makes it a link (`#anchor` or a URL).

    `ruby` stands along the whole run, which is its base. `goes_on` is true of a run whose side line is one with that of
    the run before.
    """

    text: str
    style: TextStyle
    target: str = ""
    ruby: Ruby | None = None
    emphasis: Emphasis | None = None
    side_line: SideLine | None = None
    setting: Setting = Setting.NORMAL
    goes_on: bool = False


class Paragraph(Struct, frozen=True, gc=False):
    """Runs in order, the style they are broken by, and the content key the copy came from."""

    runs: tuple[Run, ...]
    style: ParagraphStyle
    origin: str = ""

    @property
    def text(self) -> str:
        """The whole copy."""
        return "".join(run.text for run in self.runs)


def paragraph(text: str, style: ParagraphStyle, origin: str = "") -> Paragraph:
    """A paragraph of one run in the paragraph's own style."""
    return Paragraph((Run(text, style.text),), style, origin)
