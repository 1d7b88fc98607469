"""Where Western copy may end a line beside its spaces: after hyphens and dashes, and within web addresses."""

from __future__ import annotations

import re

_AFTER = re.compile(r"(?<=[A-Za-z0-9)])(?:[/?&=_]+|[-‐–])(?=[A-Za-z(])")


def breaks(text: str) -> tuple[int, ...]:
    """The offsets at which a line may end."""
    return tuple(found.end() for found in _AFTER.finditer(text))
