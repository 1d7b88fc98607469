"""A graphics state dictionary: what `gs` changes, and what in it printers ask about (ISO 32000-1, 8.4.5)."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Name

from brochure.preflight.colour import is_dictionary
from brochure.preflight.facts import Page
from brochure.preflight.objects import text
from brochure.preflight.state import State


def apply_external(thing: Any, state: State, page: Page) -> None:
    """Take a graphics state dictionary's entries over, and note what printers ask about."""
    if "/LW" in thing:
        state.line_width = float(thing["/LW"])
    if "/OP" in thing:
        state.stroke_overprints = bool(thing["/OP"])
        if "/op" not in thing:
            state.fill_overprints = bool(thing["/OP"])
    if "/op" in thing:
        state.fill_overprints = bool(thing["/op"])
    if "/OPM" in thing:
        state.overprint_mode = int(thing["/OPM"])
    if "/ca" in thing:
        state.fill_alpha = float(thing["/ca"])
    if "/CA" in thing:
        state.stroke_alpha = float(thing["/CA"])
    if "/BM" in thing:
        mode = thing["/BM"]
        state.blend = text(mode[0] if isinstance(mode, Array) and len(mode) else mode).removeprefix("/")
    if "/SMask" in thing:
        state.has_soft_mask = is_dictionary(thing["/SMask"])
    for key, word in _ASKED_ABOUT.items():
        if key in thing and not (isinstance(thing[key], Name) and text(thing[key]) in ("/Default", "/Identity")):
            page.states.add(word)


_ASKED_ABOUT = {
    "/TR": "transfer function",
    "/TR2": "transfer function",
    "/HT": "halftone",
    "/HTP": "halftone",
    "/BG": "black generation",
    "/BG2": "black generation",
    "/UCR": "undercolour removal",
    "/UCR2": "undercolour removal",
}
