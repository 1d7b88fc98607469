"""Findings as other rooms want them: as diagnostics of a report, and as plain values for JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from brochure.diagnostics import Diagnostic, Message, message
from brochure.preflight.findings import Finding
from brochure.preflight.geometry import MM, Box
from brochure.preflight.inspect import Inspection

Say = Callable[[Message], str]
"""Says a message in somebody's language."""


def diagnostics(inspection: Inspection, file: str) -> Iterator[Diagnostic]:
    """Each finding for the report of a build; the code is the rule's id with the room before it."""
    for finding in inspection.findings:
        hints = [where(finding, file)]
        if finding.cure is not None:
            hints.append(finding.cure)
        yield Diagnostic(finding.severity, f"preflight.{finding.rule}", finding.message, finding.span, tuple(hints))


def where(finding: Finding, file: str) -> Message:
    """The file, the page and the place on it, in millimetres from the sheet's lower left corner as rulers show it."""
    if not finding.page:
        return message("in {file}", file=file)
    if not finding.boxes:
        return message("in {file} on page {page}", file=file, page=finding.page)
    x, y, width, height = _millimetres(finding.boxes[0])
    more = len(finding.boxes) - 1
    if more:
        return message(
            "in {file} on page {page}: {width} × {height} mm at {x}, {y} mm, and {more} more",
            file=file,
            page=finding.page,
            width=width,
            height=height,
            x=x,
            y=y,
            more=more,
        )
    return message(
        "in {file} on page {page}: {width} × {height} mm at {x}, {y} mm",
        file=file,
        page=finding.page,
        width=width,
        height=height,
        x=x,
        y=y,
    )


def _millimetres(box: Box) -> tuple[float, float, float, float]:
    values = box.left, box.bottom, box.width, box.height
    return tuple(round(value / MM, 1) for value in values)  # type: ignore[return-value]


def as_values(inspection: Inspection, file: str, say: Say) -> dict[str, object]:
    """An inspection as plain values; boxes are [left, bottom, right, top] in points of the page, y up."""
    document = inspection.document
    return {
        "file": file,
        "pages": inspection.page_count,
        "standard": document.claim if document is not None else "",
        "preset": inspection.limits.name,
        "errors": inspection.errors,
        "warnings": len(inspection.findings) - inspection.errors,
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "page": finding.page or None,
                "message": say(finding.message),
                "template": finding.message.template,
                "values": dict(finding.message.values),
                "cure": say(finding.cure) if finding.cure is not None else "",
                "standard": finding.standard,
                "boxes": [[round(value, 2) for value in box] for box in finding.boxes],
                "words": finding.words,
                "place": str(finding.span) if finding.span is not None else None,
            }
            for finding in inspection.findings
        ],
    }
