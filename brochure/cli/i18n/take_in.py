"""`brochure i18n import`: translations that have come back, taken into the catalogs."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.sources import Sources
from brochure.cli.i18n.update import up_to_date
from brochure.cli.project import readable_path
from brochure.diagnostics import Report, Span, error, message
from brochure.languages import LANGUAGES
from brochure.translation.catalogs import Catalog, catalog_name, catalog_of
from brochure.translation.checks import check_catalog
from brochure.translation.exchange.files import read_table
from brochure.translation.exchange.rows import Row
from brochure.translation.exchange.taking_in import taken_in
from brochure.translation.update import save


def take_in(sources: Sources, options: Options, console: Console, report: Report) -> None:
    """Take in each file named; rows that cannot be are told by their key, the others are written."""
    for given in options.files:
        path = Path(given)
        name = Path(os.path.relpath(path, console.root)).as_posix()
        table = read_table(path, name, report)
        if table is None:
            continue
        language = options.languages[0] if options.languages else table.language
        if language not in LANGUAGES:
            what = message("“{file}” does not say which language it is in", file=name)
            report.add(error("translation.no-language", what, None, message("say it with --lang")))
            continue
        _take_in(sources, language, table.rows, options, console, report)


def _take_in(
    sources: Sources, language: str, rows: Sequence[Row], options: Options, console: Console, report: Report
) -> None:
    wanted = sources.of(language)
    known = {entry.key for entries in wanted.values() for entry in entries}
    for domain, entries in wanted.items():
        keys = {entry.key for entry in entries}
        is_last = domain == tuple(wanted)[-1]
        own = [row for row in rows if row.key in keys or (is_last and row.key not in known)]  # strays are told once
        file = up_to_date(console.root, language, domain, entries, report)
        if file is None or not own:
            continue
        done = taken_in(file, entries, own)
        report.extend(done.refused)
        name = catalog_name(language, domain)
        if done.taken and not options.is_dry and save(done.file, console.root / name):
            console.result(readable_path(console.root / name, Path.cwd()))
        what = message(
            "{catalog}: {taken} taken in, {same} unchanged, {refused} refused",
            catalog=name,
            taken=len(done.taken),
            same=done.same,
            refused=len(done.refused),
        )
        console.say(what)
        fresh = [entry for entry in entries if entry.key in done.taken]
        catalog = catalog_of(done.file, name, Report())
        if options.is_dry:  # what is wrong stands in no catalog yet
            catalog = _placed(catalog, {row.key: row.place for row in own if row.place})
        report.extend(check_catalog(catalog, fresh, sources.knowledge(language)))


def _placed(catalog: Catalog, places: Mapping[str, Span]) -> Catalog:
    """The catalog with its entries where they were sent in."""
    entries = {key: replace(entry, span=places.get(key, entry.span)) for key, entry in catalog.entries.items()}
    return replace(catalog, entries=entries)
