"""`brochure i18n compile`: the catalogs as .mo files, for programs that read gettext's own."""

from __future__ import annotations

from pathlib import Path

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.sources import Sources
from brochure.cli.project import readable_path
from brochure.diagnostics import Report
from brochure.source.files import write_safely
from brochure.translation.catalogs import catalog_name, parse_po, read_catalog
from brochure.translation.compile import compiled


def compile_catalogs(sources: Sources, options: Options, console: Console, report: Report) -> None:
    """Write each catalog's .mo file beside it, with what can be printed and nothing else."""
    for language, domain, entries in sources.catalogs():
        name = catalog_name(language, domain)
        path = console.root / name
        catalog = read_catalog(console.root, language, domain, report)
        file = parse_po(path, name, Report()) if catalog is not None else None
        if catalog is None or file is None:
            continue
        binary = path.with_suffix(".mo")
        data = compiled(file, {entry.key: entry.source for entry in entries})
        if not binary.is_file() or binary.read_bytes() != data:
            write_safely(binary, data)
            console.result(readable_path(binary, Path.cwd()))
