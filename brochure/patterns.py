"""Regular expressions that are compiled when they are first used: most runs need few of all there are."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn", "pattern", "flags")


class _Waiting:
    """Stands for a pattern until something is asked of it; from then on it answers with the pattern's own methods."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        made = re.compile(self._source, self._flags)
        self.__dict__.update((each, getattr(made, each)) for each in _METHODS)
        return getattr(made, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, for those that few runs use: one that every run uses is better compiled at once."""
    return cast(re.Pattern[str], _Waiting(source, flags))
