"""What is see-through: forbidden in the older norms, and mixed in the wrong colours in any."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error
from brochure.preflight.limits import Limits


def _in_flat_norm(document: Document, limits: Limits) -> Iterator[Finding]:
    if not document.is_flat(limits.standard):
        return
    for page in document.pages:
        used = sorted(page.transparency)
        if used:
            what = message("transparency ({used}) in a file that must have none", used=", ".join(used))
            yield error(what, page.number)


def _group_space(document: Document, limits: Limits) -> Iterator[Finding]:
    if limits.allows_rgb:
        return
    for page in document.pages:
        if any(space.is_rgb for space in page.group_spaces):
            yield error(message("transparency is mixed in RGB"), page.number)


RULES = (
    Rule(
        "transparency.forbidden",
        "ISO 15930-1 (PDF/X-1a); ISO 15930-3 (PDF/X-3)",
        message("flatten it, or deliver PDF/X-4"),
        _in_flat_norm,
    ),
    Rule(
        "transparency.group-space",
        "GWG 2022 (CMYK)",
        message("set the blending space of the document to CMYK"),
        _group_space,
    ),
)
