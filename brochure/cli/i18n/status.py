"""`brochure i18n status`: how far the translations have come, by language, by edition, by page."""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import asdict

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.sources import Sources
from brochure.diagnostics import Diagnostic, Message, Report, message
from brochure.translation.catalogs import read_catalog
from brochure.translation.status import Status, status_of

BY = ("language", "edition", "page")


class Row(Struct, frozen=True):
    """A line of the answer: what it is about, the status, and the findings that say where each doubtful text stands."""

    about: dict[str, str | int]
    status: Status
    doubts: tuple[Diagnostic, ...] = field(default=())

    def told(self) -> Message:
        """The row as a sentence."""
        counts = asdict(self.status)
        if "page" in self.about:
            return message(
                "{edition} {language} p.{page} {title}: {translated} of {total} translated, "
                "{draft} draft, {fuzzy} fuzzy, {stale} stale, {missing} missing",
                **self.about,
                **counts,
            )
        if "edition" in self.about:
            return message(
                "{edition} {language}: {translated} of {total} translated ({approved} approved, {same} as the source), "
                "{draft} draft, {fuzzy} fuzzy, {stale} stale, {missing} missing",
                **self.about,
                **counts,
            )
        return message(
            "{language} {catalog}: {translated} of {total} translated ({approved} approved, {same} as the source), "
            "{draft} draft, {fuzzy} fuzzy, {stale} stale, {missing} missing",
            **self.about,
            **counts,
        )


def status(sources: Sources, options: Options, console: Console, report: Report) -> None:
    """Tell how many texts there are and in which state; by edition and by page, what those place on their pages."""
    if options.by in ("", "language"):
        rows = [
            Row(
                {"language": language, "catalog": domain},
                status_of(read_catalog(console.root, language, domain, report), entries),
            )
            for language, domain, entries in sources.catalogs()
        ]
    else:
        rows = list(_placed(sources, options, console, report))
    for row in rows:
        if console.format != "json":
            console.result(console.speaker.say(row.told()))
            for doubt in row.doubts:
                console.result(f"  {doubt.span or '-'}: {console.speaker.say(doubt.message)}")
    if console.format == "json":
        doubts = [[console.speaker.say(doubt.message) for doubt in row.doubts] for row in rows]
        told = (
            {**row.about, **asdict(row.status), **({"doubts": each} if options.by not in ("", "language") else {})}
            for row, each in zip(rows, doubts, strict=True)
        )
        console.result(json.dumps(list(told), ensure_ascii=False))


def _placed(sources: Sources, options: Options, console: Console, report: Report) -> Iterator[Row]:
    """Every edition set in every language that is asked for: a row for each, or for each of its pages."""
    from brochure import pipeline
    from brochure.book.progress import progress
    from brochure.book.proof import doubts_in

    project = pipeline.read_project(console.root, report)
    if project is None:
        return
    for edition in project.editions:
        for language in edition.leads:
            if not set(edition.spoken(language)) & set(sources.languages):
                continue
            galleys = pipeline.set_galleys(project, edition, language, Report())
            doubts = doubts_in(galleys.pages, galleys.readings, galleys.titles, spine=galleys.spine_order)
            for each in progress(galleys.pages, galleys.readings, galleys.titles):
                if each.language not in sources.languages or (each.number == 0) != (options.by == "edition"):
                    continue
                about: dict[str, str | int] = {"edition": edition.id, "language": each.language}
                if each.number:
                    about |= {"page": each.number, "title": each.title}
                own = (
                    found
                    for doubt, numbers, found in doubts
                    if doubt.language == each.language and (not each.number or each.number in numbers)
                )
                yield Row(about, each.status, tuple(own))
