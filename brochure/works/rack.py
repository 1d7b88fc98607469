"""The rack (置き版の棚): matter kept from one build to the next, and used again for the orders nothing has changed of.

An order's matter depends on the program and its libraries, the edition's head, theme, fonts, catalogs and profiles,
which all orders have in common; on its own lines in the edition and the number it begins on; and on the records it
looked at while it was set, each known by the bytes of the file it stands in. Only matter is kept, so nothing there
would be anything to tell of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from msgspec import Raw, Struct, field
from msgspec.msgpack import Decoder, encode

from brochure.content.shelves import FOLDERS, LISTS
from brochure.content.text import Text
from brochure.edition.edition import Edition
from brochure.edition.profiles import Profile
from brochure.matter import Compositor, Matter
from brochure.pages import PAGE_TYPES
from brochure.pdf.file import Data
from brochure.pdf.ornaments import Ornament
from brochure.source.model import Model
from brochure.source.nodes import MappingNode, ScalarNode, SequenceNode, held, plain
from brochure.store import Store, key_of
from brochure.works.packing import NOT_OURS, Art, packed, parted, put_together
from brochure.works.standing import files_of, program_key
from brochure.works.takes import MadeUp, Sheaf

_COMMON_TO_NONE = (*(f"content/{kind}.yaml" for kind in LISTS), *(f"content/{kind}/" for kind in FOLDERS))
_MEASURED = "\n"  # behind the id of an order that refers to others, as it was before they were known
_Kept = tuple[str, bytes, int, str, Raw, tuple[int, int]]
"""An order's id, what its lines say, its number, the state of the records looked at, its matter, packed, and from where
to where its words stand among its board's."""


_Board = tuple[list[Ornament], list[_Kept]]
"""A board of the rack (置き版の板): matter, and the ornaments in it that no board before has. The words of its recitals
are kept beside it, for they are as much as all the rest, and asked for where the streams made of them are not known."""
_BOARDS = 8  # a rack has at most: so many edits of a few orders are kept without all the rest being kept again


@cache
def _decoder() -> Decoder[_Board]:
    return Decoder(_Board)


@cache
def _index_decoder() -> Decoder[list[str]]:
    return Decoder(list[str])


class Rack(Struct):
    """The matter of one edition in one language for some profiles. `files` are those of the project as they were before
    it was read; `key` is that of what all its orders depend on. Under it stand the keys of the boards, of which a later
    one counts before those that were there already."""

    store: Store
    compositor: Compositor
    files: Mapping[str, str]
    key: str
    _kept: dict[str, _Kept] = field(default_factory=dict[str, _Kept])
    _made: dict[str, _Kept] = field(default_factory=dict[str, _Kept])
    _art: Art = field(default_factory=Art)
    _boards: dict[str, frozenset[bytes]] = field(default_factory=dict[str, frozenset[bytes]])  # the art on each
    _places: dict[str, str] = field(default_factory=dict[str, str])  # the board each of the kept is on
    _words: dict[str, Data] = field(default_factory=dict[str, Data])  # of the made that are not kept yet
    _asked: dict[str, bytes] = field(default_factory=dict[str, bytes])  # the words beside boards that were asked for
    _said: list[bytes] = field(default_factory=list[bytes])
    _referring: frozenset[int] = frozenset()  # the places of orders that refer to others
    _states: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    _is_said_otherwise: bool = False  # some record, in a language of the edition

    def __post_init__(self) -> None:
        spoken = self.compositor.project.booklet.spoken
        self._is_said_otherwise = not frozenset(self.compositor.languages).isdisjoint(spoken)
        orders = self.compositor.orders
        self._referring = frozenset(at for at, order in enumerate(orders) if PAGE_TYPES[order.type].refers)
        as_written = frozenset(map(id, self.compositor.edition.pages))  # not filled in for a record
        said_by_each = [
            encode(held(order.node)) if order.node and id(order.node) in as_written else said(order).encode()
            for order in orders
        ]
        others = key_of(said_by_each)
        self._said = [
            key_of((each, others)).encode() if at in self._referring else each for at, each in enumerate(said_by_each)
        ]

    def ready(self) -> Sheaf:
        """What can be used again, by the place of its order and the number it begins on: of orders that refer to others
        what was known of them before all the rest."""
        for board in self._index():
            data = self.store.get(board)
            try:
                art, kept = _decoder().decode(data or b"")
            except NOT_OURS:  # of another make, or gone: as if there were nothing
                continue
            self._boards[board] = frozenset(each.digest for each in art)
            self._art.update((each.digest, each) for each in art)
            self._kept.update((each[0], each) for each in kept)
            self._places.update((each[0], board) for each in kept)
        found: Sheaf = {}
        for at, order in enumerate(self.compositor.orders):
            name = f"{order.id}{_MEASURED}" if at in self._referring else order.id
            matter = self._found(name, self._said[at], self.compositor, at)
            if matter is not None:
                found[at, matter.number] = matter
        return found

    def recalled(self, knowing: Compositor, at: int, number: int) -> Matter | None:
        """The matter of an order that refers to others, if nothing it refers to has changed either."""
        what = key_of((self._said[at], *knowing.knowledge)).encode()
        matter = self._found(self.compositor.orders[at].id, what, knowing, at)
        return matter if matter is not None and matter.number == number else None

    def pack(self, made: MadeUp, packs: Mapping[tuple[int, int], bytes]) -> None:
        """Pack the matter of a book that is about to be printed, whatever of it is not among the `packs`, by the places
        and numbers of their orders."""
        formes = [forme for matter in made.matter for own in matter.formes for forme in own]
        self._art = {each.digest: each for forme in formes for each in forme.ornaments}
        for at, matter in made.measured.items():
            self._take(f"{self.compositor.orders[at].id}{_MEASURED}", self._said[at], matter)
        for at, matter in enumerate(made.matter):
            pack = None if at in self._referring else packs.get((at, matter.number))
            self._take_set(made.compositor, at, matter, pack=pack)
        made.changed = lambda at, matter: self._take_set(made.compositor, at, matter, is_new=True)

    def keep(self, root: Path) -> None:
        """Keep the matter of a book that was printed; not where a file was changed in the meantime."""
        new = [each for name, each in self._made.items() if self._kept.get(name) is not each]
        if not new or files_of(root) != self.files:
            return
        before = [*self._boards] if len(self._boards) < _BOARDS and 2 * len(new) < len(self._made) else []
        known = frozenset[bytes]().union(*(self._boards[board] for board in before))
        art = [each for digest, each in self._art.items() if digest not in known]
        kept: list[_Kept] = []
        words: list[Data] = []
        end = 0
        for each in new if before else self._made.values():
            own = self._words[each[0]] if each[0] in self._words else self._words_beside(each)
            if own is not None:
                kept.append((*each[:-1], (end, end + len(own))))
                words.append(own)
                end += len(own)
        data = encode((art, kept))
        digest = sha256(data)
        board = digest.hexdigest()
        if end:
            self.store.put(_beside(board), b"".join(words))
        self.store.put(board, data, digest.digest())
        self.store.put(self.key, encode([*before, board]))
        for each in self._boards.keys() - {*before, board}:
            self.store.drop(each)
            self.store.drop(_beside(each))

    def _index(self) -> list[str]:
        try:
            return _index_decoder().decode(self.store.get(self.key) or b"")
        except NOT_OURS:
            return []

    def _take_set(
        self, knowing: Compositor, at: int, matter: Matter, is_new: bool = False, pack: bytes | None = None
    ) -> None:
        what = self._said[at]
        if at in self._referring:
            what = key_of((what, *knowing.knowledge)).encode()
        self._take(self.compositor.orders[at].id, what, matter, is_new, pack)

    def _take(self, name: str, what: bytes, matter: Matter, is_new: bool = False, pack: bytes | None = None) -> None:
        known = self._made.get(name)
        if is_new or known is None or known[1] != what or known[2] != matter.number:
            data = parted(pack or packed(matter, self._art))
            self._words[name] = data.words
            state = self._state(matter.seen)
            self._made[name] = (name, what, matter.number, state, data.matter, (0, len(data.words)))

    def _found(self, name: str, what: bytes, knowing: Compositor, at: int) -> Matter | None:
        """Matter that was kept, if it is still so: that of the order at a place, by what is known of the others."""
        each = self._kept.get(name)
        try:
            if each is None or each[1] != what:
                return None
            matter = put_together(each[4], partial(self._words_of, each, knowing, at), self._art)
        except NOT_OURS:
            return None
        if each[3] != self._state(matter.seen):
            return None
        self._made[name] = each
        return matter

    def _words_of(self, each: _Kept, knowing: Compositor, at: int) -> Data:
        """The words of matter that was kept; of an order set again where they are lost."""
        found = self._words_beside(each)
        if found is None:
            again = knowing.set(knowing.orders[at], each[2])
            assert again is not None
            found = parted(packed(again, {})).words
        return found

    def _words_beside(self, each: _Kept) -> Data | None:
        """The same as they are kept beside a board; None where they are not."""
        board, (begin, end) = self._places[each[0]], each[5]
        whole = self._asked.get(board)
        if whole is None:
            whole = self._asked[board] = self.store.get(_beside(board)) or b""
        return whole[begin:end] if len(whole) >= end else None

    def _state(self, seen: Iterable[tuple[str, str]]) -> str:
        return "\n".join([f"{kind} {name} {self._state_of(kind, name)}" for kind, name in seen])

    def _state_of(self, kind: str, name: str) -> str:
        state = self._states.get((kind, name))
        if state is None:
            state = self._states[kind, name] = "".join(self._known(kind, name))
        return state

    def _known(self, kind: str, name: str) -> Iterator[str]:
        """What a record is known by, or a whole shelf; where a language says some otherwise, all files of records."""
        if self._is_said_otherwise:
            yield from (known for file, known in self.files.items() if file.startswith(_COMMON_TO_NONE))
            return
        places = self.compositor.project.booklet.register.ids.get(kind, {})
        for each in (name,) if name else places:
            yield f"{each} {self.files[places[each].file]} " if each in places else "–"


def _beside(board: str) -> str:
    """The key of the words beside a board."""
    return key_of((board, "words"))


def rack_of(compositor: Compositor, edition: Edition, profiles: Sequence[Profile]) -> Rack | None:
    """The rack of an edition; None where nothing is to be kept."""
    project = compositor.project
    if project.kept is None or not project.files or project.catalogs:
        return None
    return Rack(project.kept, compositor, project.files, key_of(_common(compositor, edition, profiles)))


def _common(compositor: Compositor, edition: Edition, profiles: Sequence[Profile]) -> Iterator[str]:
    """What all orders of an edition depend on."""
    project, languages = compositor.project, compositor.languages
    yield from ("matter 2", program_key(), edition.id, said(edition, "pages"), *languages, repr(profiles))
    others = tuple(
        f"locales/{path.name}/" for path in (project.root / "locales").glob("*") if path.name not in languages
    )
    apart = (*_COMMON_TO_NONE, "content/editions/", *others)
    for file, known in project.files.items():
        if not file.startswith(apart):
            yield file
            yield known
    for path in project.library.files_found:
        state = path.stat()
        yield f"{path} {state.st_size} {state.st_mtime_ns}"
    yield repr(sorted(compositor.pixels.items()))


def said(value: Any, *but: str) -> str:
    """What an author wrote, wherever it stands: a record's fields but those named, and all a text is known by."""
    if isinstance(value, Text):
        text = value.source, value.key, value.former, value.language
        return f"{text!r}{said(value.about)}"
    if isinstance(value, Model):
        fields = [f"{name}={said(getattr(value, name))}" for name in value.__struct_fields__ if name not in but]
        return f"{type(value).__name__}({', '.join(fields)})"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {said(each)}' for key, each in cast(dict[Any, Any], value).items())}}}"
    if isinstance(value, MappingNode | SequenceNode | ScalarNode):
        return repr(plain(value))
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(said, cast(Iterable[Any], value)))}]"
    return repr(value)
