"""The output intent: for which press the colours are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.limits import Limits
from brochure.preflight.metadata import Intent

_COMPONENTS = {"CMYK": 4, "RGB": 3, "GRAY": 1}


def _press(document: Document) -> tuple[Intent, ...]:
    return tuple(intent for intent in document.intents if intent.subtype == "GTS_PDFX")


def _missing(document: Document, limits: Limits) -> Iterator[Finding]:
    is_wanted = bool(document.claim or limits.standard)
    if is_wanted and not _press(document):
        yield error(message("the file does not say for which press it is: it has no output intent"))
    elif len(_press(document)) > 1:
        yield error(message("the file has {count} output intents for print; one is right", count=len(_press(document))))


def _space(document: Document, limits: Limits) -> Iterator[Finding]:
    if limits.allows_rgb:
        return
    for intent in document.intents:
        if intent.profile is not None and intent.profile.space != "CMYK":
            what = message("the output intent’s profile is {space} and not CMYK", space=intent.profile.space)
            yield error(what)


def _mismatch(document: Document, limits: Limits) -> Iterator[Finding]:
    for intent in document.intents:
        profile = intent.profile
        if intent.has_profile and profile is None:
            yield error(message("the output intent’s profile is damaged"))
        if profile is None:
            continue
        if intent.components and _COMPONENTS.get(profile.space, intent.components) != intent.components:
            what = message(
                "the output intent says {count} colours, its profile is {space}",
                count=intent.components,
                space=profile.space,
            )
            yield error(what)
        if profile.device != "prtr" and intent.subtype == "GTS_PDFX":
            yield error(message("the output intent’s profile is not an output device’s"))
        if _contradicts(intent.identifier or intent.condition, profile.description):
            what = message(
                "the output intent names {name}, its profile is “{profile}”",
                name=intent.identifier,
                profile=profile.description,
            )
            yield error(what)


_CONDITIONS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"JC2001|JapanColor\s*2001", re.I), re.compile(r"Japan\s*Color\s*2001", re.I)),
    (re.compile(r"JC2011|JapanColor\s*2011", re.I), re.compile(r"Japan\s*Color\s*2011", re.I)),
    (re.compile(r"JCW2003", re.I), re.compile(r"Japan.*(Web|JCW)", re.I)),
    (re.compile(r"JCN2002", re.I), re.compile(r"Japan.*News", re.I)),
    (re.compile(r"FOGRA\s*39", re.I), re.compile(r"FOGRA\s*39|ISO\s*Coated\s*v2", re.I)),
    (re.compile(r"FOGRA\s*51", re.I), re.compile(r"FOGRA\s*51|PSO\s*Coated\s*v3", re.I)),
    (re.compile(r"FOGRA\s*47|FOGRA\s*29", re.I), re.compile(r"FOGRA\s*(29|47)|Uncoated", re.I)),
    (re.compile(r"FOGRA\s*27", re.I), re.compile(r"FOGRA\s*27", re.I)),
    (re.compile(r"SWOP", re.I), re.compile(r"SWOP", re.I)),
    (re.compile(r"GRACOL", re.I), re.compile(r"GRACOL", re.I)),
)
"""Conditions by the names files give them, and how their profiles describe themselves."""


def _contradicts(identifier: str, description: str) -> bool:
    """Whether the condition named and the profile are known, and known to be different ones."""
    named = [n for n, (name, _) in enumerate(_CONDITIONS) if name.search(identifier)]
    meant = [n for n, (_, profile) in enumerate(_CONDITIONS) if profile.search(description)]
    return bool(named and meant) and not set(named) & set(meant)


def _ordered(document: Document, limits: Limits) -> Iterator[Finding]:
    if not limits.output_condition:
        return
    for intent in _press(document):
        if intent.identifier != limits.output_condition and _differs(intent, limits.output_condition):
            what = message(
                "the output intent is {name}; {ordered} was ordered",
                name=intent.identifier,
                ordered=limits.output_condition,
            )
            yield error(what)


def _differs(intent: Intent, ordered: str) -> bool:
    description = intent.profile.description if intent.profile else ""
    return ordered.lower() not in f"{intent.identifier} {intent.condition} {description}".lower()


def _unnamed(document: Document, limits: Limits) -> Iterator[Finding]:
    for intent in _press(document):
        if not intent.identifier:
            yield error(message("the output intent does not name its printing condition"))
        elif not intent.has_profile and document.claim == "PDF/X-4":
            what = message("the output intent has no profile, which {claim} wants", claim=document.claim)
            yield error(what)
        elif not intent.has_profile and "color.org" not in intent.registry.lower():
            yield warning(message("the output intent has no profile, and names no registry that has it"))


def _version(document: Document, limits: Limits) -> Iterator[Finding]:
    """PDF 1.3 and 1.4, on which PDF/X-1a stands, know profiles of ICC version 2 (ISO 32000-1, table 67)."""
    claim = document.claim or limits.standard
    if not document.is_cmyk_only(limits.standard):
        return
    for intent in document.intents:
        if intent.profile is not None and int(intent.profile.version.partition(".")[0]) > 2:
            what = message(
                "the output intent’s profile is of ICC version {version}; {claim} takes version 2",
                version=intent.profile.version,
                claim=claim,
            )
            yield error(what)


_CHOOSE = message("choose the printer’s profile when writing the PDF")
RULES = (
    Rule("intent.missing", "ISO 15930-7; ISO 15930-1", _CHOOSE, _missing),
    Rule("intent.space", "GWG 2022 (CMYK)", _CHOOSE, _space),
    Rule("intent.mismatch", "ISO 15930-7", _CHOOSE, _mismatch),
    Rule("intent.ordered", "printers", _CHOOSE, _ordered),
    Rule("intent.unnamed", "ISO 15930-7; ISO 15930-1", _CHOOSE, _unnamed),
    Rule(
        "intent.version", "ISO 15930-1", message("take the printer’s profile in version 2, or write PDF/X-4"), _version
    ),
)
