"""`brochure i18n status`: how far the translations have come."""

from __future__ import annotations

import json
from dataclasses import asdict

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.sources import Sources
from brochure.diagnostics import Report, message
from brochure.translation.catalogs import read_catalog
from brochure.translation.status import status_of


def status(sources: Sources, options: Options, console: Console, report: Report) -> None:
    """Tell, for each catalog, how many texts there are and in which state."""
    rows = [
        {
            "language": language,
            "catalog": domain,
            **asdict(status_of(read_catalog(console.root, language, domain, report), entries)),
        }
        for language, domain, entries in sources.catalogs()
    ]
    if console.format == "json":
        console.result(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        what = message(
            "{language} {catalog}: {translated} of {total} translated ({approved} approved, {same} as the source), "
            "{draft} draft, {fuzzy} fuzzy, {stale} stale, {missing} missing",
            **row,
        )
        console.result(console.speaker.say(what))
