"""Spot inks: each must be one plate, with one look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.colour import ALL, PROCESS, Family, Space, solid
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.limits import Limits

_PAPERS = re.compile(r"\s*(cvc|cvu|cvp|cv|pc|ec|c|u|m|cp|up|ep|eu)$")
_NEAR = 0.03  # how far two definitions of a solid may differ by rounding
_NONE = "None"


def spots(document: Document) -> Iterator[tuple[int, str, Space]]:
    """Each spot ink each time it is defined: the page, its name, the space."""
    for number, space in document.spaces:
        if space.family is Family.SEPARATION:
            yield from ((number, name, space) for name in space.names if name not in (ALL, _NONE))
        elif space.family is Family.DEVICE_N:
            yield from ((number, name, space) for name in space.names if name not in (*PROCESS, ALL, _NONE))


def _two_definitions(document: Document, limits: Limits) -> Iterator[Finding]:
    known: dict[str, Space] = {}
    for number, name, space in spots(document):
        if space.family is not Family.SEPARATION:
            continue
        first = known.setdefault(name, space)
        if first is not space and not _alike(first, space):
            yield error(message("the spot ink “{name}” is defined in two ways", name=name), number)


def _alike(one: Space, other: Space) -> bool:
    a, b = solid(one), solid(other)
    if one.base is None or other.base is None or a is None or b is None:
        return one.base is other.base
    if one.base.family is not other.base.family or len(a) != len(b):
        return False
    scale = 100.0 if one.base.family is Family.LAB else 1.0
    return all(abs(x - y) <= _NEAR * scale for x, y in zip(a, b, strict=True))


def _two_spellings(document: Document, limits: Limits) -> Iterator[Finding]:
    known: dict[str, str] = {}
    for number, name, _ in spots(document):
        first = known.setdefault(bare_name(name), name)
        if first != name:
            what = message("the spot inks “{one}” and “{other}” differ in spelling only", one=first, other=name)
            yield error(what, number)


def bare_name(name: str) -> str:
    """A spot ink's name without what people spell differently: spaces, hyphens, capitals, the paper's letter."""
    plain = name.strip().lower().replace("®", "").replace("pms", "pantone")
    if plain.startswith(("pantone", "dic", "toyo", "hks")):
        plain = _PAPERS.sub("", plain)
    if plain.startswith("dic"):
        plain = re.sub(r"(?<=\d)[sg]?\*?$", "", plain)  # Illustrator's swatches: DIC 156s, DIC 156s*
    return re.sub(r"[\s_\-.]+", "", plain)


def _process_names(document: Document, limits: Limits) -> Iterator[Finding]:
    """`cyan` is a fifth plate beside Cyan."""
    plates = {ink.lower(): ink for ink in PROCESS}
    for number, name, _ in spots(document):
        if name not in PROCESS and name.strip().lower() in plates:
            yield error(message("the spot ink “{name}” is named like a process ink", name=name), number)


def _rgb_look(document: Document, limits: Limits) -> Iterator[Finding]:
    if limits.allows_rgb:
        return
    for number, space in document.spaces:
        if space.is_named and space.base is not None and space.base.is_rgb:
            name = ", ".join(space.names)
            yield error(message("the spot ink “{name}” is described in RGB", name=name), number)


def _not_ordered(document: Document, limits: Limits) -> Iterator[Finding]:
    if limits.spots is None:
        return
    ordered = {bare_name(name) for name in limits.spots} | {ink.lower() for ink in PROCESS}
    for number, name, _ in spots(document):
        if bare_name(name) not in ordered:
            yield warning(message("the spot ink “{name}” was not ordered: it is one more plate", name=name), number)


_ONE_NAME = message("give it one name in all files, as the ink maker’s book spells it")
RULES = (
    Rule("spot.two-definitions", "ISO 15930-7; ISO 19005-2, 6.2.4.4", _ONE_NAME, _two_definitions),
    Rule("spot.two-spellings", "GWG 2022", _ONE_NAME, _two_spellings),
    Rule("spot.process-name", "GWG 2022", message("use the process ink itself"), _process_names),
    Rule("spot.rgb", "GWG 2022 (CMYK)", message("describe the ink in CMYK or Lab"), _rgb_look),
    Rule("spot.not-ordered", "printers", message("convert it to process inks, or order the plate"), _not_ordered),
)
