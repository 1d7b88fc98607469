"""`brochure fmt`: the files of content in the one form, everything else in them left byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.project import readable_path
from brochure.content.formatting import ModelOf, edits
from brochure.content.shelves import FOLDERS, LISTS
from brochure.content.written_in import OVERRIDES
from brochure.diagnostics import Report, UsageError, error, message
from brochure.edition.edition import Edition
from brochure.pages import PAGE_TYPES
from brochure.source.edits import Manuscript
from brochure.source.model import Model
from brochure.source.nodes import MappingNode
from brochure.source.reader import read_document


def fmt(options: Options, console: Console, report: Report) -> None:
    """Write the files that are not in form; with --check only name them, and let the program end with 1."""
    here = Path.cwd()
    changed = 0
    for path in _chosen(options, console.root):
        name = path.relative_to(console.root).as_posix()
        formatted = _formatted(path, name, report)
        if formatted is None:
            continue
        changed += 1
        console.result(readable_path(path, here))
        if options.is_check:
            what = message("“{file}” is not in form", file=name)
            report.add(error("content.form", what, None, message("run “brochure fmt”")))
        else:
            formatted.write(path)
    if not options.is_check:
        console.say(message("files brought into form: {count}", count=changed))


def _formatted(path: Path, name: str, report: Report) -> Manuscript | None:
    """The file in form, or None where it is already, or cannot be read: what is wrong with it is told."""
    own = Report()
    root = read_document(path, name, own)
    report.extend(own)
    kind = _kind(path)
    if root is None or own.has_errors or kind is None:
        return None
    model, model_of = kind
    manuscript = Manuscript.read(path)
    if path.stem in LISTS and model is LISTS[path.stem]:
        root = root.get(path.stem) if isinstance(root, MappingNode) else None
    gives_ids = OVERRIDES not in path.parts
    found = tuple(edits(manuscript, root, model, model_of, gives_ids)) if root is not None else ()
    return manuscript.applied(found) if found else None


def _kind(path: Path) -> tuple[type[Model], ModelOf | None] | None:
    """The class that reads a file or what it overrides, and the one that chooses among page types."""
    folder = path.parent.name
    if folder == "content" or path.parent.parent.name == OVERRIDES:
        model = LISTS.get(path.stem)
    elif folder == "editions":
        return Edition, _page
    else:
        model = FOLDERS.get(folder)
    return (model, None) if model else None


def _page(node: MappingNode) -> type[Model] | None:
    found = PAGE_TYPES.get(node.text("type"))
    return found.content if found else None


def _chosen(options: Options, root: Path) -> Iterator[Path]:
    """The files named, or all of the content."""
    if not options.files:
        content = root / "content"
        yield from (path for path in sorted(content.rglob("*.yaml")) if _kind(path) is not None)
        return
    for name in options.files:
        path = (Path.cwd() / name).resolve()
        if not path.is_file() or not path.is_relative_to((root / "content").resolve()):
            what = message("there is no file “{file}” in the content", file=name)
            raise UsageError([error("usage.unknown", what)])
        yield root.resolve() / path.relative_to(root.resolve())
