"""`brochure i18n update`: the catalogs brought up to date with the content, or with the program's own messages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.sources import Sources
from brochure.cli.project import readable_path
from brochure.cli.speaker import INTERFACE_LANGUAGES, PROGRAM
from brochure.diagnostics import Diagnostic, Report, Severity, error, message
from brochure.translation.catalogs import catalog_name, parse_po, read_catalog
from brochure.translation.extract import SourceEntry
from brochure.translation.messages import DOMAIN, message_entries
from brochure.translation.update import Change, rename_cycles, save, updated


def update(sources: Sources, options: Options, console: Console, report: Report) -> None:
    """Bring every catalog up to date."""
    for source in rename_cycles(sources.entries["content"])[:1]:
        what = message(
            "“{key}” and “{former}” have changed their names with each other", key=source.key, former=source.former
        )
        cure = message("give one of them a name nobody had; whose translation is whose cannot be known otherwise")
        report.add(error("translation.rename-cycle", what, source.span, cure))
    report.raise_if_errors()
    for language, domain, entries in sources.catalogs():
        _update_one(console.root, language, domain, entries, console, report)


def update_messages(console: Console, report: Report) -> None:
    """Bring the catalogs of the program's own messages up to date."""
    entries = message_entries(PROGRAM / "brochure")
    for language in INTERFACE_LANGUAGES:
        if language != "en":
            _update_one(PROGRAM, language, DOMAIN, entries, console, report)


def _update_one(
    root: Path, language: str, domain: str, entries: Sequence[SourceEntry], console: Console, report: Report
) -> None:
    """Bring one file up to date; a broken one is reported and left alone, what stands in it is someone's work."""
    name = catalog_name(language, domain)
    path = root / name
    old = None
    if path.is_file():
        own = Report()
        if domain != DOMAIN:
            read_catalog(root, language, domain, own)
        old = parse_po(path, name, own)
        report.extend(own)
        if own.has_errors or old is None:
            return
    file, change = updated(old, entries, language)
    if save(file, path):
        console.result(readable_path(path, Path.cwd()))
    console.say(
        message(
            "{catalog}: {new} new, {changed} changed, {gone} gone, {renamed} renamed",
            catalog=name,
            new=len(change.new),
            changed=len(change.changed),
            gone=len(change.gone),
            renamed=len(change.renamed),
        )
    )
    report.extend(_alike(change, entries) if domain != DOMAIN else ())


def _alike(change: Change, entries: Sequence[SourceEntry]) -> list[Diagnostic]:
    """Notes on texts that look renamed: their translation is kept, but only the author knows whether it is theirs."""
    places = {entry.key: entry.span for entry in entries}
    found: list[Diagnostic] = []
    for new, old in change.alike:
        what = message("“{new}” says word for word what “{old}” said, which is gone", new=new, old=old)
        cure = message("where only the id was changed, write “was: …” with the old one under it and update again")
        found.append(Diagnostic(Severity.NOTE, "translation.alike", what, places[new], (cure,)))
    return found
