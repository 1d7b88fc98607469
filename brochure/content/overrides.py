"""Overrides: what is otherwise in one language's editions, `content/overrides/<language>/…`, merged by id.

A file has the name and the shape of the one it changes (`overrides/zh_TW/cities/rumoi.yaml`), and in it only what
differs. What it says is written in that language and is translated for no other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from brochure.content.references import Register, references
from brochure.content.shelves import FOLDERS, LISTS, Found, listed, model_of
from brochure.content.written_in import OVERRIDES, language_of
from brochure.diagnostics import Diagnostic, Report, Severity, Span, message, warning
from brochure.source.model import Model
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode, Node, ScalarNode
from brochure.source.reader import read_document
from brochure.source.validate import validate

MOST_SHOWN = 3  # places that are shown of those that name a record


class Overridden(Struct, frozen=True):
    """All records as one language has them, and the places where whole records are left out, by kind and id."""

    found: Mapping[str, Found]
    left_out: Mapping[str, Mapping[str, Span]]


def read_overrides(folder: Path, found: Mapping[str, Found], report: Report) -> dict[str, Overridden]:
    """The records of each language that has overrides; `folder` is `content/`, `found` what stands in it."""
    root = folder / OVERRIDES
    _check_names(root, report)
    languages = sorted(path for path in root.glob("*") if path.is_dir())
    return {path.name: _of_language(path, found, report) for path in languages}


def _of_language(folder: Path, found: Mapping[str, Found], report: Report) -> Overridden:
    result, left_out = dict(found), dict[str, dict[str, Span]]()
    for kind in (*LISTS, *FOLDERS):
        items = tuple(_items(folder, kind, report))
        if items:
            left_out[kind] = dict(_left_out(items))
            result[kind] = _overridden(kind, model_of(kind), items, found[kind], report)
    return Overridden(result, left_out)


def _items(folder: Path, kind: str, report: Report) -> Iterator[Node]:
    """The partial records of a kind, as they are written."""
    path = folder / f"{kind}.yaml"
    if kind in LISTS:
        root = read_document(path, _name(path, folder), report) if path.exists() else None
        inner = listed(root, kind, report)
        yield from inner.items if inner else ()
        return
    for path in sorted((folder / kind).glob("*.yaml")):
        root = read_document(path, _name(path, folder), report)
        if root is not None:
            yield root


def _name(path: Path, folder: Path) -> str:
    """A file's name as findings have it."""
    return unicodedata.normalize("NFC", f"content/{OVERRIDES}/{folder.name}/{path.relative_to(folder).as_posix()}")


def _left_out(items: tuple[Node, ...]) -> Iterator[tuple[str, Span]]:
    from brochure.source.overlay import is_left_out

    for item in items:
        if isinstance(item, MappingNode) and is_left_out(item, Report()):
            yield item.text("id"), (item.key("is_left_out") or item).span


def _overridden(kind: str, model: type[Model], items: tuple[Node, ...], found: Found, report: Report) -> Found:
    """What was found of a kind with the overrides laid over it; a record nobody changed is the same one."""
    from brochure.source.overlay import items_overlaid

    records = {str(getattr(record, "id", "")): record for record in found.records}
    nodes = items_overlaid(items, found.nodes, report)
    unchanged = {id(node) for node in found.nodes}
    result = Found(list(nodes), [], found.has_unread, found.unnamed)
    for node in nodes:
        name = node.text("id") if isinstance(node, MappingNode) else ""
        record = records.get(name)
        if id(node) not in unchanged:
            own = Report()
            is_new = not any(isinstance(each, MappingNode) and each.text("id") == name for each in found.nodes)
            is_whole = record is not None or is_new
            record = validate(model, node, own, key=f"{kind}.{name}")
            report.extend(each for each in own if is_whole or _is_ours(each))
        if record is not None:
            result.records.append(record)
    return result


def _is_ours(finding: Diagnostic) -> bool:
    return finding.span is not None and bool(language_of(finding.span.file))


def check_all_references(
    found: Mapping[str, Found], left_out: Mapping[str, Mapping[str, Span]], register: Register, report: Report
) -> None:
    """A finding for every reference that leads nowhere, and one for every record that is left out but named."""
    named: dict[tuple[str, str], list[ScalarNode]] = {}
    for kind, each in found.items():
        for node in each.nodes:
            for referred, name in references(model_of(kind), node):
                if name.text in left_out.get(referred, {}):
                    named.setdefault((referred, name.text), []).append(name)
                else:
                    register.check_at(referred, name, report)
    for (kind, record), places in named.items():
        report.add(named_but_left_out(record, left_out[kind][record], *places))


def named_but_left_out(record: str, place: Span, *by: ScalarNode) -> Diagnostic:
    """The finding that a record is left out and named all the same: at the override, with places that name it."""
    return Diagnostic(
        Severity.ERROR,
        "content.left-out-but-named",
        message("“{id}” is left out here, but something that is printed names it", id=record),
        place,
        (message("leave out what names it too, or take the line “is_left_out: true” away"),),
        tuple((name.span, message("it is named here")) for name in by[:MOST_SHOWN]),
    )


def _check_names(root: Path, report: Report) -> None:
    """A warning for every file of overrides that would not be read."""
    for path in sorted(root.rglob("*.y*ml*")):
        inside = path.relative_to(root).parts
        is_list = len(inside) == 2 and inside[1].removesuffix(".yaml") in LISTS
        is_record = len(inside) == 3 and inside[1] in FOLDERS
        if path.suffix == ".yaml" and (is_list or is_record):
            continue
        known = [*FOLDERS] if len(inside) == 3 else [f"{kind}.yaml" for kind in LISTS]
        meant = nearest(inside[min(1, len(inside) - 1)], known)
        hints = (message("did you mean “{meant}”?", meant=meant),) if meant and meant not in inside else ()
        what = message("this file is not read: nothing here has this name")
        report.add(warning("content.unread-file", what, Span(f"content/{OVERRIDES}/{'/'.join(inside)}"), *hints))
