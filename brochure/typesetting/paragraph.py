"""A paragraph before it has lines: its runs, and how its lines are to be broken, aligned and fed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from brochure.typesetting.conventions import Conventions
from brochure.typesetting.text_style import TextStyle


class Alignment(StrEnum):
    """Where lines stand in their measure. SPREAD (均等割り) fills it on every line, the last one too."""

    START = "start"
    CENTRE = "centre"
    END = "end"
    JUSTIFIED = "justified"
    SPREAD = "spread"


class Breaks(StrEnum):
    """Where lines may end: wherever the rules allow, or only between phrases, the lines then balanced (headings)."""

    ANYWHERE = "anywhere"
    PHRASES = "phrases"


class Fit(StrEnum):
    """How lines are chosen: each as it comes, or all together for the best paragraph."""

    FIRST = "first"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph is set. `line_feed` in points from baseline to baseline; indents in em of the text's size."""

    text: TextStyle
    line_feed: float
    conventions: Conventions
    alignment: Alignment = Alignment.JUSTIFIED
    indent: float = 0.0
    hanging_indent: float = 0.0
    breaks: Breaks = Breaks.ANYWHERE
    fit: Fit = Fit.TOTAL


@dataclass(frozen=True, slots=True)
class Run:
    """Copy in one style; `target` makes it a link (`#anchor` or a URL)."""

    text: str
    style: TextStyle
    target: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
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
