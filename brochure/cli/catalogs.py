"""`brochure i18n extract · update · status · check`: the catalogs of a project."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.project import readable_path
from brochure.cli.speaker import INTERFACE_LANGUAGES, PROGRAM
from brochure.content.booklet import Booklet, read_booklet
from brochure.content.text import iterate_texts
from brochure.diagnostics import Report, Span, error, message
from brochure.edition.reader import read_editions
from brochure.languages import LANGUAGES, SOURCE_LANGUAGE
from brochure.translation.catalogs import catalog_name, parse_po, read_catalog
from brochure.translation.checks import check_catalog
from brochure.translation.extract import SourceEntry, content_entries, label_entries, template
from brochure.translation.labels import Label
from brochure.translation.messages import DOMAIN, message_entries
from brochure.translation.proper_names import proper_names
from brochure.translation.status import status_of
from brochure.translation.update import save, updated


@dataclass(frozen=True, slots=True)
class Sources:
    """What there is to translate: the entries of each domain, the languages they go into, and the names as data."""

    entries: dict[str, tuple[SourceEntry, ...]]
    languages: tuple[str, ...]
    booklet: Booklet

    def catalogs(self) -> Iterator[tuple[str, str, tuple[SourceEntry, ...]]]:
        """Every (language, domain, entries)."""
        for language in self.languages:
            for domain, entries in self.entries.items():
                yield language, domain, entries


def catalogs(options: Options, console: Console, report: Report) -> None:
    """Do what `i18n` is asked to."""
    if options.is_for_messages:
        _update_messages(console, report)
        return
    sources = read_sources(console.root, options.languages, report)
    report.raise_if_errors()  # an update from half the content would retire the other half
    _ACTIONS[options.action](sources, console, report)


def program_labels() -> tuple[Label, ...]:
    """The program's own words on pages: those page types share, then each type's own."""
    from brochure.pages import PAGE_TYPES
    from brochure.pages.entry_kinds import LABELS

    return (*LABELS, *(label for page_type in PAGE_TYPES.values() for label in page_type.labels))


def read_sources(root: Path, asked: Sequence[str], report: Report) -> Sources:
    """Everything to be translated, read without fonts and themes; what is wrong with the content goes to the report."""
    from brochure.pages.orders import read_pages

    booklet = read_booklet(root, report)
    editions = read_editions(root, report)
    texts = [*booklet.texts(), *(text for edition in editions for text in iterate_texts(edition))]
    for edition in editions:
        texts.extend(iterate_texts(read_pages(edition, booklet, report)))
    ordered = asked or [language for edition in editions for language in edition.languages]
    languages = tuple(dict.fromkeys(language for language in ordered if language != SOURCE_LANGUAGE))
    for language in languages:
        if language not in LANGUAGES:
            known = message("known are: {known}", known=", ".join(LANGUAGES))
            report.add(error("usage.unknown", message("there is no language “{name}”", name=language), None, known))
    entries = {"content": content_entries(texts), "labels": label_entries(program_labels())}
    return Sources(entries, languages, booklet)


def _extract(sources: Sources, console: Console, report: Report) -> None:
    for domain, entries in sources.entries.items():
        path = console.root / "locales" / f"{domain}.pot"
        save(template(entries), path)
        console.result(readable_path(path, Path.cwd()))


def _update(sources: Sources, console: Console, report: Report) -> None:
    for language, domain, entries in sources.catalogs():
        _update_one(console.root, language, domain, entries, console, report)


def _update_messages(console: Console, report: Report) -> None:
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
            "{catalog}: {new} new, {changed} changed, {gone} gone",
            catalog=name,
            new=len(change.new),
            changed=len(change.changed),
            gone=len(change.gone),
        )
    )


def _status(sources: Sources, console: Console, report: Report) -> None:
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
            "{language} {catalog}: {translated} of {total} translated ({same} as the source), "
            "{fuzzy} fuzzy, {stale} stale, {missing} missing",
            **row,
        )
        console.result(console.speaker.say(what))


def _check(sources: Sources, console: Console, report: Report) -> None:
    for language, domain, entries in sources.catalogs():
        catalog = read_catalog(console.root, language, domain, report)
        if catalog is None:
            continue
        report.extend(check_catalog(catalog, entries, language, proper_names(sources.booklet, language)))
        status = status_of(catalog, entries)
        if not status.is_complete:
            what = message(
                "{count} texts cannot be printed: {missing} missing, {fuzzy} fuzzy, {stale} stale",
                count=status.total - status.translated,
                missing=status.missing,
                fuzzy=status.fuzzy,
                stale=status.stale,
            )
            cure = message("run “brochure i18n update”, then translate what is empty or marked fuzzy")
            report.add(error("translation.incomplete", what, Span(catalog.name), cure))


_ACTIONS = {"extract": _extract, "update": _update, "status": _status, "check": _check}
