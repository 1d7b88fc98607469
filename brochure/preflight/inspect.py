"""A file under the eye: read, every rule asked, its findings in the order of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from brochure.diagnostics import Severity, message
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error, gathered
from brochure.preflight.limits import PRESS, Limits
from brochure.preflight.reader import UnreadableError, read_document
from brochure.preflight.rules import RULES


class Inspection(Struct, frozen=True):
    """What was found in a file; `document` is None where it could not even be opened."""

    document: Document | None
    findings: tuple[Finding, ...]
    limits: Limits = PRESS

    @property
    def errors(self) -> int:
        """How many findings make a printer send the file back."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def page_count(self) -> int:
        """How many pages were looked at."""
        return len(self.document.pages) if self.document is not None else 0


def inspect(data: bytes, limits: Limits = PRESS) -> Inspection:
    """Look at a whole file."""
    try:
        document = read_document(data)
    except UnreadableError as problem:
        return Inspection(None, (_unreadable(problem),), limits)
    return Inspection(document, judged(document, limits), limits)


def judged(document: Document, limits: Limits, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """Every rule's findings, one for each rule and page, page by page; those of the whole file come first."""
    found = gathered(_named(document, limits, rules))
    return tuple(sorted(found, key=lambda finding: (finding.page, finding.severity is not Severity.ERROR)))


def _named(document: Document, limits: Limits, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        for finding in rule.check(document, limits):
            yield replace(finding, rule=rule.id, standard=rule.standard, cure=rule.cure)


def _unreadable(problem: UnreadableError) -> Finding:
    if problem.is_locked:
        found = error(message("the file is locked (encrypted)"))
        cure = message("save it without a password")
        return replace(found, rule="file.encrypted", standard="ISO 15930-7; ISO 15930-1", cure=cure)
    found = error(message("the file cannot be read as PDF"))
    cure = message("write the PDF anew, or send it again: it may have been cut off on the way")
    return replace(found, rule="file.damaged", standard="ISO 32000-1, 7.5", cure=cure)
