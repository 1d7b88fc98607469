"""Which characters need a glyph of their own, and which belong to the one before them."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.patterns import pattern

SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""Variation selectors: they choose among the forms of the character before (UTS #37; Unicode 23.4)."""

STYLE_SELECTORS = frozenset("\ufe0e\ufe0f")
"""Text or emoji presentation: in a printed text face there is nothing to choose."""

_COMBINING = "\u0300-\u036f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_CLUSTER = pattern(f"[\\s\\S][{_COMBINING}]*")

SILENT = frozenset(
    map(
        chr,
        (
            *(0x0A, 0xAD, 0x034F, 0x061C, 0x3164, 0xFEFF),
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            *range(0x2060, 0x2070),
        ),
    )
)
"""Line breaks and default-ignorable characters: they steer the setting and draw nothing (UAX #44)."""

SPACES = frozenset("\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
"""Spaces HarfBuzz makes from the word space where a font has none of their own."""

STANDS_FOR = {"\u2011": "\u2010"}
"""A character HarfBuzz draws with another's glyph: the non-breaking hyphen with the hyphen's."""


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each character with the marks and selectors that follow it, and the offset it begins at (in code points)."""
    return ((match.start(), match.group()) for match in _CLUSTER.finditer(text))
