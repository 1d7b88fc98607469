"""Sound content: of a file that was read without a finding and has not changed since, only the id is known, and the
record is read when somebody looks at it. A large project is mostly such, and an edit is of one file or two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from brochure.content.shelves import FOLDERS
from brochure.content.text import Text, iterate_texts
from brochure.diagnostics import Report, Span
from brochure.source.model import Model
from brochure.source.nodes import MappingNode, Node, ScalarNode
from brochure.source.reader import read_document
from brochure.source.validate import validate


class Sound(Struct, frozen=True):
    """Content of which nothing was to be told when it was read last. `ids` are those of the records with a file each,
    by kind, with their places; `changed` are the names of the files among these that have changed since, and nothing
    else in `content/` has but editions. `pages` are the ids of all pages then.
    """

    ids: Mapping[str, Mapping[str, Span]]
    changed: frozenset[str]
    pages: tuple[str, ...]


class SoundShelf(Mapping[str, Model]):
    """The records of a kind by their ids, in the order of their files. `read` are those that have been read."""

    def __init__(self, root: Path, kind: str, places: Mapping[str, Span], read: dict[str, Model] | None = None) -> None:
        self.root, self.kind, self.places = root, kind, places
        self.read = {} if read is None else read

    def __getitem__(self, name: str) -> Model:
        record = self.read.get(name)
        if record is None:
            record = self.read[name] = self._record(self.places[name].file)
        return record

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, name: object) -> bool:
        return name in self.places

    def _record(self, file: str) -> Model:
        report = Report()
        node = read_document(_path(self.root, file), file, report)
        record = None if node is None else _validated(self.kind, node, report)
        report.raise_if_errors()  # it was changed after it was looked at
        assert record is not None
        return record


class Fresh(Struct, frozen=True):
    """The files that have changed, read: the nodes and records of a kind, and the shelf they stand on."""

    nodes: tuple[Node, ...]
    records: tuple[Model, ...]
    shelf: SoundShelf


def fresh(root: Path, sound: Sound) -> dict[str, Fresh] | None:
    """The changed files of each kind, read; None where anything is to be told of one, or its id is another."""
    found: dict[str, Fresh] = {}
    for kind in FOLDERS:
        places = dict(sound.ids.get(kind, {}))
        nodes: list[Node] = []
        records: dict[str, Model] = {}
        for name, place in sound.ids.get(kind, {}).items():
            if place.file not in sound.changed:
                continue
            report = Report()
            node = read_document(_path(root, place.file), place.file, report)
            record = None if node is None else _validated(kind, node, report)
            key = node.get("id") if isinstance(node, MappingNode) else None
            if node is None or record is None or report or not isinstance(key, ScalarNode) or key.text != name:
                return None
            nodes.append(node)
            records[name] = record
            places[name] = node.span
        found[kind] = Fresh(tuple(nodes), tuple(records.values()), SoundShelf(root, kind, places, records))
    return found


class SoundCopy(Mapping[str, Text]):
    """Texts by their keys; those of a record on a sound shelf when the record is looked at."""

    def __init__(self, known: Iterable[Text], shelves: Mapping[str, SoundShelf]) -> None:
        self._known = {text.key: text for text in known}
        self._shelves = shelves
        self._taken: set[tuple[str, str]] = set()

    def __getitem__(self, key: str) -> Text:
        kind, _, rest = key.partition(".")
        shelf, name = self._shelves.get(kind), rest.partition(".")[0]
        if shelf is not None and name in shelf and (kind, name) not in self._taken:
            self._taken.add((kind, name))
            self._known.update((text.key, text) for text in iterate_texts(shelf[name]))
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        for kind, shelf in self._shelves.items():
            for name in shelf:
                _ = self.get(f"{kind}.{name}.")
        return iter(self._known)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _path(root: Path, file: str) -> Path:
    """The file of a name as findings have it."""
    path = root / file
    if path.exists():
        return path
    folder = path.parent.iterdir()
    return next((each for each in folder if unicodedata.normalize("NFC", each.name) == path.name), path)


def _validated(kind: str, node: Node, report: Report) -> Model | None:
    name = node.text("id") if isinstance(node, MappingNode) else ""
    return validate(FOLDERS[kind], node, report, key=f"{kind}.{name}")
