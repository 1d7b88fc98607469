"""Small contents written by a test: files under `content/`, read as the program reads them."""

from __future__ import annotations

from pathlib import Path

from brochure.content.booklet import Booklet, read_booklet
from brochure.diagnostics import Diagnostic, Report


def read(root: Path, files: dict[str, str]) -> tuple[Booklet, tuple[Diagnostic, ...]]:
    """The booklet of some files, by their names in `content/`, and what was found in them."""
    (root / "content").mkdir(exist_ok=True)
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    report = Report()
    return read_booklet(root, report), report.ordered()


def place(finding: Diagnostic) -> tuple[str, int]:
    """The file and the line a finding points to."""
    assert finding.span is not None
    return finding.span.file, finding.span.line
