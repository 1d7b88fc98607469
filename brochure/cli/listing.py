"""`brochure list`: what there is to build."""

from __future__ import annotations

import json
import re

from brochure.cli.console import Console
from brochure.cli.display import shown, width
from brochure.diagnostics import Report
from brochure.edition.edition import Edition
from brochure.edition.reader import read_editions

_RECKONED = re.compile(r"\{(?:years|tie|date|name)\}")  # what is reckoned from the agreement when the edition is set


def list_editions(console: Console, report: Report) -> None:
    """Each edition on a line: id, size, binding, pages ordered, languages, media, title; as JSON with --format json."""
    editions = read_editions(console.root, report)
    if console.format == "json":
        console.result(json.dumps([_fields(edition) for edition in editions], ensure_ascii=False))
        return
    rows = [_row(edition) for edition in editions]
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    for row in rows:
        cells = (cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=True))
        console.result("  ".join(cells).rstrip())


def _row(edition: Edition) -> tuple[str, ...]:
    title = shown(_RECKONED.sub("…", edition.title.plain.replace("\n", "")))
    return edition.id, edition.size, edition.binding, ",".join(edition.languages), ",".join(edition.media), title


def _fields(edition: Edition) -> dict[str, object]:
    return {
        "id": edition.id,
        "title": edition.title.plain,
        "size": edition.size,
        "binding": edition.binding,
        "languages": edition.languages,
        "media": edition.media,
        "theme": edition.theme,
        "date": str(edition.date),
    }
