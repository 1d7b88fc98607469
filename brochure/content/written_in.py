"""The language a file of content is written in: the folder it lies in says so."""

from __future__ import annotations

from functools import cache

OVERRIDES = "overrides"
"""The folder in `content/` that holds a folder for each language in which something is otherwise."""


@cache
@cache
def language_of(file: str) -> str:
    """The language of an override, by its name from the project's root; "" for the author's own."""
    head, found, rest = file.partition(f"content/{OVERRIDES}/")
    return rest.partition("/")[0] if found and not head else ""
