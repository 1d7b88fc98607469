"""`brochure preflight`: any PDF judged as a printer judges it."""

from __future__ import annotations

import json
from pathlib import Path

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.project import readable_path
from brochure.diagnostics import Report, UsageError, error, message


def preflight(options: Options, console: Console, report: Report) -> None:
    """Judge each file. Findings go to the report; with --format json one object a file goes to standard output."""
    from brochure.preflight.inspect import inspect
    from brochure.preflight.limits import PRESS
    from brochure.preflight.telling import as_values, diagnostics

    here = Path.cwd()
    for name in options.files:
        data = read_file(name)
        inspection = inspect(data, PRESS)
        shown = readable_path(Path(name), here)
        if console.format == "json":
            console.result(json.dumps(as_values(inspection, shown, console.speaker.say), ensure_ascii=False))
        report.extend(diagnostics(inspection, shown))
        if not inspection.findings:
            console.say(message("{file}: {pages} pages, nothing found", file=shown, pages=inspection.page_count))


def read_file(name: str) -> bytes:
    """The bytes of a file named on the command line. Raises UsageError where it cannot be read."""
    try:
        return Path(name).read_bytes()
    except OSError as problem:
        reason = problem.strerror or "unknown reason"
        what = message("the file “{file}” cannot be read ({reason})", file=name, reason=reason)
        raise UsageError([error("usage.unreadable-file", what)]) from problem
