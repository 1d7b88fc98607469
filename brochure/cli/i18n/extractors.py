"""Extractors for Babel: `pybabel extract` finds the content's texts, the page types' words and the program's messages.

Babel hands over one file at a time. The key of a text is made from the whole path to it, and what a page of an edition
says only its page type knows; so the project a content file stands in is read once, and each file gives its own texts.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from brochure.cli.i18n.sources import read_sources
from brochure.diagnostics import Report
from brochure.translation.extract import SourceEntry, fields_of
from brochure.translation.messages import templates_in_lines

Found = tuple[int, str, str | tuple[str, str], list[str]]
"""A line, the function of gettext's it would be an argument of, what to translate (with its key), and comments."""


def content(
    file: BinaryIO, keywords: Mapping[str, Any], tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Found]:
    """The texts of a file under `content/`. Raises BrochureError where the project cannot be read."""
    path = Path(file.name).resolve()
    root = next((folder.parent for folder in path.parents if folder.name == "content"), None)
    if root is None:
        return
    name = path.relative_to(root).as_posix()
    for entry in _entries(root):
        if entry.span is not None and entry.span.file == name:
            yield entry.span.line, "pgettext", (entry.context, entry.source), []


@lru_cache(maxsize=4)
def _entries(root: Path) -> tuple[SourceEntry, ...]:
    report = Report()
    sources = read_sources(root, (), report)
    report.raise_if_errors()
    return sources.entries["content"]


def labels(
    file: BinaryIO, keywords: Mapping[str, Any], tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Found]:
    """The words page types print: each `Label("key", "ことば")` of a Python file, the fields to keep in a comment."""
    tree = ast.parse(file.read())
    imported = {
        alias.asname or alias.name: (node.module or "", alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Label"), args=[ast.Constant(value=str(key)), words]):
                said = _said(words, imported)
                fields = fields_of(said)
                yield (
                    node.lineno,
                    "pgettext",
                    (key, said),
                    [" ".join(f"{{{name}}}" for name in fields)] if fields else [],
                )
            case _:
                pass


def _said(words: ast.expr, imported: Mapping[str, tuple[str, str]]) -> str:
    """The words of a label: written there, or a constant of another module's."""
    match words:
        case ast.Constant(value=str(said)):
            return said
        case ast.Name(id=name) if name in imported:
            module, attribute = imported[name]
            return str(getattr(import_module(module), attribute))
        case _:
            raise ValueError(f"line {words.lineno}: a label’s words must be a literal or an imported constant")


def messages(
    file: BinaryIO, keywords: Mapping[str, Any], tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Found]:
    """What the program says to the person at the keyboard: each `message("…")` of a Python file."""
    for line, template in templates_in_lines(file.read().decode()):
        yield line, "gettext", template, []
