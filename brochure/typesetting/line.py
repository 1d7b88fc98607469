"""A composed line, and what composing gives back."""

from __future__ import annotations

from msgspec import Struct

from brochure.diagnostics import Diagnostic, Span, error, message, warning
from brochure.drawing.frame import Placed


class Line(Struct, frozen=True, gc=False):
    """A line: items placed from the measure's left edge and the baseline, in points; `width` is what it fills.

    In a vertical line items stand from its middle and the measure's head, y down, and `width` is its length.

    `start` and `end` are offsets in the paragraph's text, in code points; `text` is what stands between them.
    """

    items: tuple[Placed, ...]
    width: float
    start: int
    end: int
    text: str
    is_vertical: bool = False


class Finding(Struct, frozen=True):
    """Something that gave way: a character no face has, a line that had to be broken where no line may end.

    `text` is what it is about, `offset` where in the paragraph: where a forced line ends, where an overfull one begins.
    """

    code: str
    text: str
    offset: int

    def diagnostic(self, span: Span | None) -> Diagnostic:
        """The finding as a diagnostic at a place in the author's file."""
        if self.code == MISSING_GLYPH:
            return error(
                self.code,
                message(
                    "no typeface has the character “{text}” ({code_point})",
                    text=self.text,
                    code_point=" ".join(f"U+{ord(character):04X}" for character in self.text),
                ),
                span,
                message("write it with another character, or add a font that has it to fonts/fonts.yaml"),
            )
        if self.code == FORBIDDEN_CHARACTER:
            return error(
                self.code,
                message("this cannot be printed: {code_point}", code_point=self.text),
                span,
                message("delete it; it usually comes from copying out of another program"),
            )
        if self.code == UNREADABLE:
            return warning(
                self.code,
                message("the reading of “{text}” does not answer its characters", text=self.text),
                span,
                message("write a part for each character, parted by |, or one reading for the word"),
            )
        if self.code == NOTE_UNPLACED:
            return error(
                self.code,
                message("the note “{text}” has no place here", text=self.text),
                span,
                message("write it into the copy: only columns of prose have notes, vertical ones with “notes: side”"),
            )
        if self.code == OVERFULL:
            return warning(
                self.code,
                message("“{text}” is wider than its line", text=self.text),
                span,
                message("shorten the word, or give it more room"),
            )
        if self.code == NARROW_MEASURE:
            return warning(
                self.code,
                message("a line of {ems} em has no room for its indent", ems=self.text),
                span,
                message("make the column wider, or the type smaller"),
            )
        return warning(
            FORCED_BREAK,
            message("“{text}” had to be broken where no line may end", text=self.text),
            span,
            message("shorten the word, or give it more room"),
        )


MISSING_GLYPH = "typesetting.missing-glyph"
NOTE_UNPLACED = "typesetting.note-unplaced"
FORCED_BREAK = "typesetting.forced-break"
FORBIDDEN_CHARACTER = "typesetting.forbidden-character"
UNREADABLE = "typesetting.unreadable"
OVERFULL = "typesetting.overfull"
NARROW_MEASURE = "typesetting.narrow-measure"


class Composed(Struct, frozen=True, gc=False):
    """The lines of a paragraph and what gave way in composing them."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()
