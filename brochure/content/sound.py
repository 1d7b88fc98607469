"""Sound content: of a file that was read without a finding and has not changed since, only the id is known, and the
record is read when somebody looks at it. A large project is mostly such, and an edit is of one file or two.

Content nobody has read yet may be taken on trust: so who sets a page reads what stands on it, and several processes
share the reading as they share the setting. Whatever there is to tell of a record read so stops them (`NotSound`), and
all is read in its order and told. Before anything is printed somebody has read every record.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct

from brochure.content.references import Register, check_references
from brochure.content.shelves import FOLDERS, record_files
from brochure.content.text import Text, iterate_texts
from brochure.content.written_in import OVERRIDES
from brochure.diagnostics import Diagnostic, Report, Span
from brochure.source.files import bytes_of
from brochure.source.model import Model
from brochure.source.nodes import MappingNode, Node, ScalarNode
from brochure.source.reader import read_document
from brochure.source.validate import validate

_ID = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\r?\n)*id: ([a-z0-9]+(?:-[a-z0-9]+)*)\r?\n")

Check = Callable[[Model], Iterable[Diagnostic]]
"""What there is to tell of a record beside others."""


class NotSound(Exception):
    """There is something to tell of content taken on trust."""


class Sound(Struct, frozen=True):
    """Content of which nothing was to be told when it was read last. `ids` are those of the records with a file each,
    by kind, with their places; `changed` are the names of the files among these that have changed since, and nothing
    else in `content/` has but editions. `pages` are the ids of all pages then. `is_on_trust`: it was never read.
    """

    ids: Mapping[str, Mapping[str, Span]]
    changed: frozenset[str] = frozenset()
    pages: tuple[str, ...] = ()
    is_on_trust: bool = False


def on_trust(root: Path) -> Sound | None:
    """The content of a project taken to be sound, each file's id as its first line that is no comment has it; None
    where such a line has none, two have the same, or a language has overrides.
    """
    folder = root / "content"
    if (folder / OVERRIDES).exists():
        return None
    ids: dict[str, dict[str, Span]] = {}
    for kind in FOLDERS:
        places = ids[kind] = dict[str, Span]()
        for path in record_files(folder, kind):
            found = _ID.match(_beginning(path))
            name = found[1].decode("ascii") if found else ""
            if not name or name in places:
                return None
            places[name] = Span(f"content/{kind}/{unicodedata.normalize('NFC', path.name)}")
    return Sound(ids, is_on_trust=True)


def _beginning(path: Path) -> bytes:
    try:
        return bytes_of(path, 2048)
    except OSError:
        return b""


class SoundShelf(Mapping[str, Model]):
    """The records of a kind by their ids, in the order of their files. `read` are those that have been read. Those of a
    shelf `on_trust` are checked when they are read, their references by that register."""

    def __init__(self, root: Path, kind: str, places: Mapping[str, Span], read: dict[str, Model] | None = None) -> None:
        self.root, self.kind, self.places = root, kind, places
        self.read = {} if read is None else read
        self.on_trust: Register | None = None
        self._checks: list[Check] = []

    def __getitem__(self, name: str) -> Model:
        record = self.read.get(name)
        if record is None:
            record = self.read[name] = self._record(name, self.places[name].file)
        return record

    def sift(self, check: Check) -> None:
        """Have a check made of every record, those read already and those that will be. Raises NotSound."""
        self._checks.append(check)
        for record in self.read.values():
            _sifted(check(record))

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, name: object) -> bool:
        return name in self.places

    def _record(self, name: str, file: str) -> Model:
        report = Report()
        node = read_document(_path(self.root, file), file, report)
        record = None if node is None else _validated(self.kind, node, report)
        if self.on_trust is not None:
            if node is not None:
                check_references(FOLDERS[self.kind], node, self.on_trust, report)
            if record is None or getattr(record, "id", "") != name:
                raise NotSound
            _sifted(chain(report, *(check(record) for check in self._checks)))
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


def _sifted(told: Iterable[Diagnostic]) -> None:
    """Raises NotSound where anything is told."""
    if next(iter(told), None) is not None:
        raise NotSound


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
    if file.isascii() or path.exists():
        return path
    folder = path.parent.iterdir()
    return next((each for each in folder if unicodedata.normalize("NFC", each.name) == path.name), path)


def _validated(kind: str, node: Node, report: Report) -> Model | None:
    name = node.text("id") if isinstance(node, MappingNode) else ""
    return validate(FOLDERS[kind], node, report, key=f"{kind}.{name}")
