"""`brochure check`: everything read and set, nothing written."""

from __future__ import annotations

from brochure.cli.console import Console
from brochure.diagnostics import Report, message


def check(console: Console, report: Report) -> None:
    """Read and set the whole project; what is wrong goes to the report."""
    from brochure.works import build as works

    with console.progress() as step:
        step(message("reading and setting every page"))
        pages = works.check(console.root, report)
    if pages:
        console.say(message("pages set: {pages}", pages=pages))
