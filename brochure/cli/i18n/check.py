"""`brochure i18n check`: what is wrong or doubtful in the translations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial, reduce
from pathlib import Path

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.placing import asked_for
from brochure.cli.i18n.sources import Sources
from brochure.diagnostics import BrochureError, Diagnostic, Report, Severity, Span, error, message
from brochure.translation.catalogs import read_catalog
from brochure.translation.checks import check_catalog
from brochure.translation.overrides import override_findings
from brochure.translation.status import status_of


def check(sources: Sources, options: Options, console: Console, report: Report) -> None:
    """Tell what the rules find in every catalog."""
    known = {tag: sources.knowledge(tag, coverage_of(console.root, tag)) for tag in sources.languages}
    report.extend(override_findings(sources.booklet))
    asked_for_in = cache(partial(asked_for, console.root))  # to know it, every page is set
    for language, domain, entries in sources.catalogs():
        catalog = read_catalog(console.root, language, domain, report)
        if catalog is None:
            continue
        report.extend(check_catalog(catalog, entries, known[language]))
        status = status_of(catalog, entries)
        if status.is_complete:
            continue
        asked = asked_for_in(language)
        if asked:
            others = status.total - status.translated
            status = status_of(catalog, [entry for entry in entries if entry.key in asked])
            others -= status.total - status.translated
            report.extend(_unasked(others, language, catalog.name))
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


def _unasked(count: int, language: str, catalog: str) -> Iterator[Diagnostic]:
    """A note on texts that nobody need translate yet."""
    if count:
        what = message(
            "{count} more texts are not translated; no page in {language} prints them", count=count, language=language
        )
        yield Diagnostic(Severity.NOTE, "translation.not-asked-for", what, Span(catalog))


def coverage_of(root: Path, language: str) -> frozenset[int] | None:
    """The code points the typefaces of a language draw in every theme of the project; None where they are not there,
    which a build tells.
    """
    from brochure.edition.reader import read_editions
    from brochure.theme.reader import read_theme
    from brochure.theme.typefaces_reader import read_typefaces

    quiet = Report()
    try:
        library = read_typefaces(root, quiet)
        names = {edition.theme: edition for edition in read_editions(root, quiet)}
        themes = [read_theme(root, name, quiet, edition.place_of("theme")) for name, edition in names.items()]
        families = {
            spoken[language] for theme in themes if theme for spoken in theme.families.values() if language in spoken
        }
        covered = [
            frozenset[int]().union(*(face.coverage for face in library.chain(name).faces)) for name in sorted(families)
        ]
    except BrochureError:
        return None
    return reduce(frozenset[int].__and__, covered) if covered else None
