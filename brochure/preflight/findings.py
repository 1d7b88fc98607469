"""A finding of the preflight, and the rule it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from brochure.diagnostics import Message, Severity, Span, message
from brochure.preflight.document import Document
from brochure.preflight.geometry import Box
from brochure.preflight.limits import Limits


class Finding(Struct, frozen=True):
    """What is wrong, on which page (0: the file as a whole) and where on it, in points of the page, y up.

    `words` is the text it is about, by which the author's place can be found. `rule`, `standard` and `cure` are filled
    in from the rule.
    """

    severity: Severity
    message: Message
    page: int = 0
    boxes: tuple[Box, ...] = ()
    words: str = ""
    rule: str = ""
    standard: str = ""
    cure: Message | None = None
    span: Span | None = None


Check = Callable[[Document, Limits], Iterable[Finding]]


class Rule(Struct, frozen=True):
    """A rule: its stable id, whose demand it is, the cure, and the function that looks for what breaks it."""

    id: str
    standard: str
    cure: Message
    check: Check


def whose(standard: str, say: Callable[[Message], str]) -> str:
    """Whose demand a rule is, for people: norms by their numbers, printers in the language `say` speaks."""
    return standard.replace("printers", say(message("printers")))


def error(what: Message, page: int = 0, *boxes: Box, words: str = "") -> Finding:
    """A finding for which a printer sends the file back."""
    return Finding(Severity.ERROR, what, page, boxes, words)


def warning(what: Message, page: int = 0, *boxes: Box, words: str = "") -> Finding:
    """A finding a printer asks about."""
    return Finding(Severity.WARNING, what, page, boxes, words)


def gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of one rule on one page as one, with all their boxes; the first says it for all."""
    found: dict[tuple[str, Severity, int, str], Finding] = {}
    for each in findings:
        key = each.rule, each.severity, each.page, each.message.template
        before = found.get(key)
        found[key] = each if before is None else replace(before, boxes=(*before.boxes, *each.boxes))
    return tuple(found.values())
