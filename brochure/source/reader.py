"""From a YAML file to nodes: every mistake of the typing told with its place, its cause and its cure."""

from __future__ import annotations

from pathlib import Path

from brochure.diagnostics import Report, Span, error, message
from brochure.source.fair_hand import read_fair
from brochure.source.files import read_text
from brochure.source.lines import Lines
from brochure.source.nodes import Node


def read_document(path: Path, name: str, report: Report) -> Node | None:
    """The root of a YAML file, or None where nothing could be made of it.

    `name` is the file's name in findings: relative to the project's root, with "/". Mistakes of typing are findings; a
    node that comes with errors in the report is read on for further findings but not for printing.
    """
    text = read_text(path, name, report)
    return None if text is None else read_yaml(text, name, report)


def read_yaml(text: str, name: str, report: Report) -> Node | None:
    """The root of a YAML text; see read_document."""
    lines = Lines.of(name, text)
    fair = read_fair(lines)
    if fair is not None:
        return fair
    from brochure.source.compose import Complaint, compose
    from brochure.source.handwriting import mend_slips

    mend_slips(lines, report)
    root = compose(lines, report)
    if isinstance(root, Complaint):
        what = message("this cannot be read as YAML ({problem})", problem=root.problem)
        cure = message("look at this line and the one above: quotes and brackets are closed, indents are in line")
        line = min(root.line, len(lines.texts) - 1)  # at the end of the file the reader points below it
        column = min(root.column, len(lines.line(line)))
        report.add(error("source.syntax", what, lines.span(line, column), cure))
        return None
    if root is None and not any(
        each.code == "source.too-deep" and each.span and each.span.file == name for each in report
    ):
        report.add(error("source.empty", message("the file is empty"), Span(name)))
    return root
