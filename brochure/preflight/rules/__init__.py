"""Every rule there is, in the order a check sheet lists them: a row each, grouped by what they look at."""

from __future__ import annotations

from brochure.preflight.findings import Rule
from brochure.preflight.rules import (
    boxes,
    colours,
    extras,
    fonts,
    frame,
    inks,
    intents,
    lines,
    metadata,
    overprint,
    pages,
    pictures,
    spots,
    transparency,
    words,
)

RULES: tuple[Rule, ...] = (
    *frame.RULES,
    *pages.RULES,
    *boxes.RULES,
    *colours.RULES,
    *spots.RULES,
    *overprint.RULES,
    *inks.RULES,
    *pictures.RULES,
    *fonts.RULES,
    *words.RULES,
    *lines.RULES,
    *transparency.RULES,
    *intents.RULES,
    *metadata.RULES,
    *extras.RULES,
)
"""Ids are stable; no two rules share one."""
