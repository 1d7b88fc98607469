"""What the program says to the person at the keyboard: gathered from its own source, read from messages.po."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from brochure.diagnostics import Report
from brochure.translation.catalogs import catalog_name, parse_po
from brochure.translation.extract import SourceEntry, fields_of

DOMAIN = "messages"


def message_entries(package: Path) -> tuple[SourceEntry, ...]:
    """Every template that stands in a `message("…")` of the package's source, once, in the order of files and lines."""
    found: dict[str, SourceEntry] = {}
    for path in sorted(package.rglob("*.py"), key=lambda path: path.relative_to(package).as_posix()):
        for template in templates_in(path.read_text("utf-8")):
            found.setdefault(template, SourceEntry(template, fields=fields_of(template)))
    return tuple(found.values())


def templates_in(source: str) -> Iterator[str]:
    """The templates of one file; raises ValueError where one is not a plain literal and so cannot be translated."""
    return (template for _, template in templates_in_lines(source))


def templates_in_lines(source: str) -> Iterator[tuple[int, str]]:
    """The same with the line each is in."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if isinstance(call.func, ast.Name) and call.func.id == "message" and call.args:
            first = call.args[0]
            if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                raise ValueError(f"line {call.lineno}: a message’s template must be a literal")
            yield call.lineno, first.value


def read_messages(root: Path, language: str) -> Mapping[str, str]:
    """The translations of the program's messages by template; empty where the language has none or its file is broken.

    Marked ones are left out: a sentence nobody has looked at is said in English instead.
    """
    name = catalog_name(language, DOMAIN)
    path = root / name
    file = parse_po(path, name, Report()) if path.is_file() else None
    if file is None:
        return {}
    return {
        entry.source: entry.text
        for entry in file.entries
        if entry.text and not entry.is_obsolete and not entry.is_fuzzy
    }
