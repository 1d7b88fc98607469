"""From a YAML file to nodes: every mistake of the typing told with its place, its cause and its cure."""

from __future__ import annotations

from pathlib import Path

from brochure.diagnostics import Report, Span, error, message
from brochure.source.compose import Complaint, compose
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
    root = compose(lines, report)
    if isinstance(root, Complaint):
        what = message("this cannot be read as YAML ({problem})", problem=root.problem)
        report.add(error("source.syntax", what, lines.span(root.line, root.column)))
        return None
    if root is None:
        report.add(error("source.empty", message("the file is empty"), Span(name)))
    return root
