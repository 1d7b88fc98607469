"""`brochure i18n export`: what is to be translated, as a file for people who have no gettext."""

from __future__ import annotations

from pathlib import Path

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.placing import pages_of
from brochure.cli.i18n.sources import Sources
from brochure.cli.i18n.update import up_to_date
from brochure.cli.project import readable_path
from brochure.diagnostics import Report, message
from brochure.source.files import write_safely
from brochure.translation.catalogs import catalog_name, catalog_of
from brochure.translation.exchange.files import WRITERS
from brochure.translation.exchange.rows import Row, Table, rows_of


def export(sources: Sources, options: Options, console: Console, report: Report) -> None:
    """Write a file for each language with the texts that cannot be printed yet, or with all of them."""
    for language in sources.languages:
        rows: list[Row] = []
        pages = pages_of(console.root, language)
        for domain, entries in sources.of(language).items():
            file = up_to_date(console.root, language, domain, entries, report)
            if file is not None:
                catalog = catalog_of(file, catalog_name(language, domain), report)
                rows += rows_of(catalog, entries, pages, options.is_for_all)
        if not rows:
            console.say(message("{language}: nothing is left to be translated", language=language))
            continue
        path = _path(options, console, language, several=len(sources.languages) > 1)
        kind = path.suffix.lower().removeprefix(".")
        write_safely(path, WRITERS[kind if kind in WRITERS else "xlsx"](Table(tuple(rows), language)))
        console.result(readable_path(path, Path.cwd()))
        console.say(message("{language}: {count} texts written", language=language, count=len(rows)))


def _path(options: Options, console: Console, language: str, several: bool) -> Path:
    """Where a language's file goes: what `-o` says, a folder or a file; else out/."""
    kind = options.kind or "xlsx"
    wanted = Path(options.out) if options.out else console.root / "out"
    ending = wanted.suffix.lower().removeprefix(".")
    if ending not in WRITERS:
        return wanted / f"{language}.{kind}"
    return wanted.with_name(f"{wanted.stem}-{language}{wanted.suffix}") if several else wanted
