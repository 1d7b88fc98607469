"""`brochure i18n check`: what is wrong or doubtful in the translations."""

from __future__ import annotations

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.sources import Sources
from brochure.diagnostics import Report, Span, error, message
from brochure.translation.catalogs import read_catalog
from brochure.translation.checks import check_catalog
from brochure.translation.proper_names import proper_names
from brochure.translation.status import status_of


def check(sources: Sources, options: Options, console: Console, report: Report) -> None:
    """Tell what the rules find in every catalog."""
    for language, domain, entries in sources.catalogs():
        catalog = read_catalog(console.root, language, domain, report)
        if catalog is None:
            continue
        report.extend(check_catalog(catalog, entries, language, proper_names(sources.booklet, language)))
        status = status_of(catalog, entries)
        if not status.is_complete:
            what = message(
                "{count} texts cannot be printed: {missing} missing, {draft} draft, {fuzzy} fuzzy, {stale} stale",
                count=status.total - status.translated,
                missing=status.missing,
                draft=status.draft,
                fuzzy=status.fuzzy,
                stale=status.stale,
            )
            cure = message("run “brochure i18n update”, then translate what is empty or marked fuzzy")
            report.add(error("translation.incomplete", what, Span(catalog.name), cure))
