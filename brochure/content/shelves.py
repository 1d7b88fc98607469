"""Where in `content/` the records of each kind stand: one list in a file, or a file each in a folder."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from brochure.diagnostics import Report, Span, error, message, warning
from brochure.rows import Rows
from brochure.source.model import Model
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode, first_place
from brochure.source.reader import read_document
from brochure.source.validate import duplicate_id, twins_among, validate

LISTS: Mapping[str, type[Model]] = Rows(
    {
        "people": "brochure.content.records:Person",
        "organisations": "brochure.content.records:Organisation",
        "places": "brochure.content.records:Place",
        "pictures": "brochure.content.records:Picture",
        "regions": "brochure.content.directory:Region",
        "subprefectures": "brochure.content.directory:Subprefecture",
        "municipalities": "brochure.content.directory:Municipality",
        "bibliography": "brochure.content.bibliography:Work",
        "evidence": "brochure.content.bibliography:Evidence",
        "ties": "brochure.content.partnership:Partnership",
        "chronology": "brochure.content.chronology:Event",
        "glossary": "brochure.content.standing_matter:Term",
        "comparisons": "brochure.content.standing_matter:Comparison",
        "notices": "brochure.content.standing_matter:Notice",
        "greetings": "brochure.content.standing_matter:Greeting",
        "programmes": "brochure.content.visit:Programme",
        "rosters": "brochure.content.visit:Roster",
        "characters": "brochure.content.kids:Character",
        "talks": "brochure.content.kids:Talk",
        "quiz": "brochure.content.quiz:Question",
        "phrasebook": "brochure.content.phrasebook:Situation",
        "termbase": "brochure.content.termbase:BoundTerm",
    }
)
"""Kinds whose records are a list in `content/<kind>.yaml`."""

FOLDERS: Mapping[str, type[Model]] = Rows(
    {
        "cities": "brochure.content.city:City",
        "exchanges": "brochure.content.exchange:Exchange",
        "stories": "brochure.content.story:Story",
    }
)
"""Kinds whose records have a file each in `content/<kind>/`."""


def model_of(kind: str) -> type[Model]:
    """The class that reads the records of a kind."""
    return (LISTS if kind in LISTS else FOLDERS)[kind]


_OTHERS = ("editions", "themes")  # folders of content/ that others read


class Found(Struct):
    """What was found of one kind: all nodes, the records of those without a mistake, and whether a file was unread.

    `unnamed` are the names of files whose records lack an id: what refers to them is no further mistake.
    """

    nodes: list[Node] = field(default_factory=list[Node])
    records: list[Model] = field(default_factory=list[Model])
    has_unread: bool = False
    unnamed: dict[str, Span] = field(default_factory=dict[str, Span])


def read_list(folder: Path, kind: str, report: Report) -> Found:
    """The records of `content/<kind>.yaml`; a project without the file has none."""
    found = Found()
    path = folder / f"{kind}.yaml"
    if not path.exists():
        return found
    root = read_document(path, f"content/{kind}.yaml", report)
    items = listed(root, kind, report)
    if items is None:
        found.has_unread = True
        return found
    report.extend(twins_among(items.items))
    for item in items.items:
        _take(item, kind, found, report)
    return found


def listed(root: Node | None, kind: str, report: Report) -> SequenceNode | None:
    """The one list of a file; None where it cannot be found, which is told."""
    if root is None:
        return None
    inner = root.get(kind) if isinstance(root, MappingNode) else None
    for key, _ in root.entries if isinstance(root, MappingNode) else ():
        if key.text != kind:
            meant = message("the keys here are: {known}", known=kind)
            report.add(
                error("content.unknown-key", message("there is no key “{key}” here", key=key.text), key.span, meant)
            )
            if inner is None:
                return None
    if isinstance(inner, ScalarNode) and inner.is_nothing:
        return SequenceNode((), inner.place)
    if not isinstance(inner, SequenceNode):
        what = message("the file should hold one list, under the key “{key}”", key=kind)
        cure = message("begin the file with “{key}:” and each record with “  - id: …”", key=kind)
        report.add(error("content.wrong-type", what, first_place(inner or root), cure))
        return None
    return inner


def record_files(folder: Path, kind: str) -> list[Path]:
    """The files `content/<kind>/*.yaml`, in the order of their names; none where there is no such folder."""
    return [folder / kind / name for name in _names(folder / kind) if name.endswith(".yaml")]


def _names(folder: Path) -> list[str]:
    """The names of what is in a folder, in their order; none where there is no such folder."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def read_folder(folder: Path, kind: str, report: Report) -> Found:
    """The records of `content/<kind>/*.yaml`, in the order of the files' names."""
    found = Found()
    seen: dict[str, Span] = {}
    for path in record_files(folder, kind):
        name = f"content/{kind}/{unicodedata.normalize('NFC', path.name)}"
        node = read_document(path, name, report)
        if node is None:
            found.has_unread = True
            continue
        key = node.get("id") if isinstance(node, MappingNode) else None
        if isinstance(key, ScalarNode) and key.text in seen:
            report.add(duplicate_id(key, seen[key.text]))
        elif isinstance(key, ScalarNode):
            seen[key.text] = key.span
        else:
            found.unnamed[path.stem] = first_place(node)
        _take(node, kind, found, report)
    return found


def _take(node: Node, kind: str, found: Found, report: Report) -> None:
    name = node.text("id") if isinstance(node, MappingNode) else ""
    found.nodes.append(node)
    record = validate(model_of(kind), node, report, key=f"{kind}.{name}")
    if record is not None:
        found.records.append(record)


def check_names(folder: Path, report: Report) -> None:
    """A warning for every file that looks like content and would not be read."""
    for path in _strays(folder):
        name = "content/" + path.relative_to(folder).as_posix()
        what = message("this file is not read: nothing here has this name")
        if path.parent != folder or path.suffix != ".yaml":
            known = (f"{path.stem}.yaml",)
        else:
            known = tuple(f"{kind}.yaml" for kind in LISTS)
        meant = nearest(path.name, known)
        hints = (message("did you mean “{meant}”?", meant=meant),) if meant and meant != path.name else ()
        report.add(warning("content.unread-file", what, Span(name), *hints))


def _strays(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.glob("*.y*ml*")) if folder.is_dir() else ():
        if path.is_file() and path.name not in {f"{kind}.yaml" for kind in LISTS}:
            yield path
    for kind in (*FOLDERS, *_OTHERS):
        for name in _names(folder / kind):
            suffix = os.path.splitext(name)[1]
            if suffix != ".yaml" and suffix.lower() in (".yml", ".yaml", ".txt") and (folder / kind / name).is_file():
                yield folder / kind / name
