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
from brochure.translation.catalogs import catalog_name, catalog_of, parse_po
from brochure.translation.copying import filled_from
from brochure.translation.extract import SourceEntry
from brochure.translation.messages import DOMAIN, message_entries
from brochure.translation.po import PoFile
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


def up_to_date(root: Path, language: str, domain: str, entries: Sequence[SourceEntry], report: Report) -> PoFile | None:
    """A catalog as an update would leave it, nothing written; None where it is broken, as what stands in it is work."""
    found = _updated(root, language, domain, entries, report)
    return found[0] if found else None


def _updated(
    root: Path, language: str, domain: str, entries: Sequence[SourceEntry], report: Report
) -> tuple[PoFile, Change] | None:
    name = catalog_name(language, domain)
    path = root / name
    old = None
    if path.is_file():
        own = Report()
        old = parse_po(path, name, own)
        if domain != DOMAIN and old is not None:
            catalog_of(old, name, own)
        report.extend(own)
        if own.has_errors or old is None:
            return None
    return updated(old, entries, language)


def _update_one(
    root: Path, language: str, domain: str, entries: Sequence[SourceEntry], console: Console, report: Report
) -> None:
    """Bring one file up to date; a broken one is reported and left alone."""
    found = _updated(root, language, domain, entries, report)
    if found is None:
        return
    file, change = found
    name = catalog_name(language, domain)
    if domain == "labels" and root != PROGRAM and (PROGRAM / name).is_file():
        ours = parse_po(PROGRAM / name, name, Report())
        file = filled_from(file, ours) if ours else file
    if save(file, root / name):
        console.result(readable_path(root / name, Path.cwd()))
    what = message(
        "{catalog}: {new} new, {changed} changed, {gone} gone, {renamed} renamed",
        catalog=name,
        new=len(change.new),
        changed=len(change.changed),
        gone=len(change.gone),
        renamed=len(change.renamed),
    )
    console.say(what)
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
