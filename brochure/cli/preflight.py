"""`brochure preflight`: any PDF judged as a printer judges it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.project import readable_path
from brochure.diagnostics import Report, UsageError, error, message, warning

if TYPE_CHECKING:
    from brochure.preflight.inspect import Inspection
    from brochure.preflight.limits import Limits


def preflight(options: Options, console: Console, report: Report) -> None:
    """Judge each file. Findings go to the report; with --format json one object a file goes to standard output."""
    from brochure.preflight.inspect import inspect
    from brochure.preflight.telling import as_values, diagnostics
    from brochure.works.collector import unhurried_collector

    here, limits = Path.cwd(), _limits(options.preset, console.root, report)
    for name in options.files:
        data = read_file(name)
        with unhurried_collector():
            inspection = inspect(data, limits)
        if options.has_ghostscript:
            inspection = _measured(inspection, data, console, report)
        shown = readable_path(Path(name), here)
        if console.format == "json":
            console.result(json.dumps(as_values(inspection, shown, console.speaker.say), ensure_ascii=False))
        if options.sheet:
            sheet = Path(options.sheet if len(options.files) == 1 else f"{Path(name).stem}-{options.sheet}")
            _write_sheet(sheet, inspection, data, Path(name).name, console)
        report.extend(diagnostics(inspection, shown))
        if not inspection.findings:
            console.say(message("{file}: {pages} pages, nothing found", file=shown, pages=inspection.page_count))


def _limits(preset: str, root: Path, report: Report) -> Limits:
    """A preset's limits; a Japanese offset printer's where none is named. Raises BrochureError for an unknown one."""
    from brochure.preflight.limits import PRESS

    if not preset:
        return PRESS
    from brochure.edition.presets import read_preset
    from brochure.submission import printers_limits

    found = read_preset(root, preset, report)
    report.raise_if_errors()
    return printers_limits(found) if found is not None else PRESS


def _measured(inspection: Inspection, data: bytes, console: Console, report: Report) -> Inspection:
    """The inspection with the ink measured, and slivers looked for, on Ghostscript's plates; a warning, and the
    estimate, where it cannot make them."""
    from brochure.preflight import slivers
    from brochure.preflight.ghostscript import MEASURING, GhostscriptError, fine_plates, ink_map, plates
    from brochure.preflight.inspect import judged

    document = inspection.document
    if document is None:
        return inspection
    try:
        for made in plates(data, MEASURING):
            page = document.pages[made.page - 1]
            page.inks = ink_map(made, page.boxes.media, page.printed)
        with console.progress() as tell:
            looked_at = [page.number for page in document.pages if slivers.can_be_looked_for(page.boxes.media)]
            for made in fine_plates(data, slivers.DPI, looked_at):
                tell(message("looking for slivers: page {page} of {pages}", page=made.page, pages=len(document.pages)))
                page = document.pages[made.page - 1]
                page.slivers = slivers.slivers(made.pictures, page.boxes.media, page.printed)
    except GhostscriptError:
        report.add(warning("preflight.no-plates", message("Ghostscript could not make plates; the ink is estimated")))
    return replace(inspection, findings=judged(document, inspection.limits))


def _write_sheet(path: Path, inspection: Inspection, data: bytes, name: str, console: Console) -> None:
    from brochure.preflight.check_sheet import check_sheet
    from brochure.source.files import write_safely

    speaker = console.speaker
    html = check_sheet(inspection, data, name, speaker.say, speaker.language.replace("_", "-"))
    write_safely(path, html.encode("utf-8"))
    console.result(readable_path(path, Path.cwd()))


def read_file(name: str) -> bytes:
    """The bytes of a file named on the command line. Raises UsageError where it cannot be read."""
    try:
        return Path(name).read_bytes()
    except OSError as problem:
        reason = problem.strerror or "unknown reason"
        what = message("the file “{file}” cannot be read ({reason})", file=name, reason=reason)
        raise UsageError([error("usage.unreadable-file", what)]) from problem
