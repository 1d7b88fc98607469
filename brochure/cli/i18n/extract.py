"""`brochure i18n extract`: what there is to translate, as templates for a new language."""

from __future__ import annotations

from pathlib import Path

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.sources import Sources
from brochure.cli.project import readable_path
from brochure.diagnostics import Report
from brochure.translation.extract import template
from brochure.translation.update import save


def extract(sources: Sources, options: Options, console: Console, report: Report) -> None:
    """Write a `.pot` file for each catalog."""
    for domain, entries in sources.entries.items():
        path = console.root / "locales" / f"{domain}.pot"
        save(template(entries), path)
        console.result(readable_path(path, Path.cwd()))
