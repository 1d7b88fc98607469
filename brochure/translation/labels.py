"""The program's own words that are printed on pages: 目次, 団長, 人口 and their like."""

from __future__ import annotations

from msgspec import Struct


class Label(Struct, frozen=True):
    """A word or sentence of the program's, in Japanese, with `{named}` fields; `key` is its msgctxt in labels.po."""

    key: str
    ja: str
