"""The operators of a run of glyphs: how it is shown, and what it is read as."""

from __future__ import annotations

from brochure.drawing.frame import Glyphs
from brochure.pdf.colours import number


def shown_by(run: Glyphs) -> str:
    """The operator that shows a run: one Tj, or one TJ with the moves the font does not make by itself."""
    code = run.ids.hex()
    if not run.shifts:
        return f"<{code}> Tj"
    parts: list[str] = []
    done = 0
    back = 1 if run.is_vertical else -1  # a number in the array moves the pen back, or down (ISO 32000-1, 9.4.3)
    for glyph, move in run.shifts:
        if 4 * glyph > done:
            parts.append(f"<{code[done : 4 * glyph]}>")
            done = 4 * glyph
        parts.append(number(back * move))
    parts.append(f"<{code[done:]}>")
    return f"[{''.join(parts)}] TJ"


def said(text: str) -> str:
    """Opens the bracket of what is read as a text whatever its glyphs stand for (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"
