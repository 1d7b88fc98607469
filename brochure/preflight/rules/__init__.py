"""Every rule there is, in the order a check sheet lists them: a row each, grouped by what they look at."""

from __future__ import annotations

from brochure.diagnostics import Message, message
from brochure.preflight.findings import Rule
from brochure.preflight.rules import (
    boxes,
    codes,
    colours,
    copy,
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

GROUPS: tuple[tuple[Message, tuple[Rule, ...]], ...] = (
    (message("the file itself"), frame.RULES),
    (message("pages and binding"), pages.RULES),
    (message("trim, bleed and boxes"), boxes.RULES),
    (message("colours"), colours.RULES),
    (message("spot inks"), spots.RULES),
    (message("overprint"), overprint.RULES),
    (message("total ink"), inks.RULES),
    (message("pictures"), pictures.RULES),
    (message("fonts"), fonts.RULES),
    (message("text"), words.RULES),
    (message("the copy"), copy.RULES),
    (message("QR codes"), codes.RULES),
    (message("lines"), lines.RULES),
    (message("transparency"), transparency.RULES),
    (message("output intent"), intents.RULES),
    (message("norm and metadata"), metadata.RULES),
    (message("what paper cannot do"), extras.RULES),
)
"""The groups of a check sheet."""

RULES: tuple[Rule, ...] = tuple(rule for _, rules in GROUPS for rule in rules)
"""Every rule. Ids are stable; no two rules share one."""
