"""The operators of a run of glyphs: how it is shown, and what it is read as."""

from __future__ import annotations

from codecs import utf_16_be_encode
from collections.abc import Sequence

from brochure.pdf.colours import number

PEN_BELOW_HEAD = 1.0  # em: how far below the head of its body a vertical glyph's pen stands


def shifted(ids: bytes, shifts: Sequence[tuple[int, float]], is_vertical: bool) -> str:
    """The TJ that shows a run's glyphs with the moves the font does not make by itself."""
    code = ids.hex()
    parts: list[str] = []
    done = 0
    back = 1 if is_vertical else -1  # a number in the array moves the pen back, or down (ISO 32000-1, 9.4.3)
    for glyph, move in shifts:
        at = 4 * glyph
        if at > done:
            parts.append(f"<{code[done:at]}>{number(back * move)}")
            done = at
        else:
            parts.append(number(back * move))
    return f"[{''.join(parts)}<{code[done:]}>] TJ"


def said(text: str) -> str:
    """Opens the bracket of what is read as a text whatever its glyphs stand for (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <FEFF{utf_16_be_encode(text)[0].hex().upper()}>>> BDC"
