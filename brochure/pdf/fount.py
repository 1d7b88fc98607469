"""A fount (一副): what a book wants of a face, and what a foundry makes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec import Struct


class Fount(Struct, frozen=True, array_like=True):
    """What is wanted of a face: what each glyph stands for by its number, and those set in vertical lines; both in the
    order of the numbers."""

    face: str
    texts: dict[int, str]
    vertical: tuple[int, ...]


class Cut(Struct, frozen=True, array_like=True):
    """What takes time to make of a font: its program, deflated, and how long it was before; whether that is a CFF, the
    box of its glyphs, their widths, what is odd of their vertical metrics, and the ToUnicode map, deflated."""

    program: bytes = b""
    length: int = 0
    is_cff: bool = False
    box: tuple[int, int, int, int] = (0, 0, 0, 0)
    widths: str = ""
    vertical: str = ""
    to_unicode: bytes = b""


Foundry: TypeAlias = Callable[[Sequence[Fount]], Callable[[], Sequence[Cut]]]
"""Begins to cut founts; gives what waits for them and hands them over, in their order."""
