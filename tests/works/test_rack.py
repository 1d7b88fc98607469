"""The rack: a book made with what was kept is the book made anew, whatever has changed; and nothing is trusted."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from threading import Thread

import pytest

from benchmarks.our_project import EDITION, write_project
from benchmarks.towns import towns
from brochure.diagnostics import Report
from brochure.matter import Compositor
from brochure.pages import PAGE_TYPES
from brochure.store import Store
from brochure.works.build import Manner, build

TOWNS = towns(4)
PAGES = Path(__file__).parent.parent.parent / "brochure" / "pages"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_project(tmp_path / "project", TOWNS)
    return tmp_path / "project"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept")


def _built(root: Path, kept: Store | None = None) -> bytes:
    out, report = root.parent / "out", Report()
    build(root, (), (), ("screen",), out, report, kept=kept, manner=Manner(1))
    assert not report, list(report)
    return (out / f"{EDITION}-ja-screen.pdf").read_bytes()


@pytest.fixture
def orders_set(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the orders that are set and drawn from here on."""
    found: list[str] = []
    plain = Compositor.set

    def told(self: Compositor, order: object, *more: object) -> object:
        found.append(str(getattr(order, "id", "")))
        return plain(self, order, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Compositor, "set", told)
    return found


def _edited(path: Path, pattern: str, words: str) -> None:
    text = path.read_text("utf-8")
    assert re.search(pattern, text)
    path.write_text(re.sub(pattern, words, text, count=1), "utf-8")


def _all_set() -> set[str]:
    return {"contents", *(town.id for town in TOWNS), *(f"{town.id}-years" for town in TOWNS)}


def test_what_nothing_has_changed_of_is_not_set_again(root: Path, store: Store, orders_set: list[str]) -> None:
    _built(root, store)
    assert set(orders_set) == _all_set()
    orders_set.clear()
    _edited(root / f"content/cities/{TOWNS[1].id}.yaml", r"population: \{value: \d+", "population: {value: 4321")
    again = _built(root, store)
    assert orders_set == [TOWNS[1].id]
    assert again == _built(root)


def test_an_edit_keeps_what_was_set_anew_and_many_edits_do_not_pile_up(root: Path, store: Store) -> None:
    _built(root, store)
    (whole,) = (path for path in _entries(store) if path.stat().st_size > 20_000)
    sizes: list[int] = []
    for edit in range(9):
        path = root / f"content/cities/{TOWNS[0].id}.yaml"
        _edited(path, r"population: \{value: \d+", f"population: {{value: {4321 + edit}")
        _built(root, store)
        boards = [each for each in _entries(store) if each.name != _sound(store).name]
        sizes.append(len(boards))
        if edit < 7:
            assert whole in boards
            assert all(each == whole or each.stat().st_size < whole.stat().st_size / 2 for each in boards)
    assert sizes == [2, 3, 4, 5, 6, 7, 8, 1, 2]
    assert whole not in _entries(store)
    assert _built(root, store) == _built(root)


def test_what_one_board_lost_is_set_anew(root: Path, store: Store, orders_set: list[str]) -> None:
    _built(root, store)
    (whole,) = (path for path in _entries(store) if path != _sound(store))
    _edited(root / f"content/cities/{TOWNS[1].id}.yaml", r"population: \{value: \d+", "population: {value: 4321")
    _built(root, store)
    whole.unlink()
    orders_set.clear()
    _edited(root / f"content/cities/{TOWNS[0].id}.yaml", r"population: \{value: \d+", "population: {value: 4321")
    again = _built(root, store)
    assert set(orders_set) == _all_set()  # the art of the other board's matter was on this one
    assert again == _built(root)


@pytest.mark.parametrize("seed", range(6))
def test_any_edit_of_any_town_is_seen(root: Path, store: Store, seed: int) -> None:
    chance = Random(seed)
    before = _built(root, store)
    town = chance.choice(TOWNS)
    kind, name = chance.choice((("cities", town.id), ("exchanges", f"{town.id}-partner")))
    path = root / "content" / kind / f"{name}.yaml"
    lines = path.read_text("utf-8").splitlines()
    fields = [at for at, line in enumerate(lines) if re.search(r"(text|lead|value|headline|label): [^{|\s]", line)]
    fields += [at + 1 for at, line in enumerate(lines) if line.endswith("|-")]
    at = chance.choice(fields)
    lines[at] += chance.choice(("港", "町と海", "7"))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    again = _built(root, store)
    assert again == _built(root)
    assert again != before
    assert _built(root, store) == again


@pytest.mark.parametrize(
    ("name", "pattern", "words"),
    [
        (f"content/editions/{EDITION}.yaml", "theme: harbour", "theme: vermilion"),
        (f"content/editions/{EDITION}.yaml", "date: 2026-11", "date: 2027-02"),
        (f"content/editions/{EDITION}.yaml", "title: 町の年鑑", "title: 海の年鑑"),
        (f"content/editions/{EDITION}.yaml", "pages: 1, art: lattice", "pages: 1, art: clouds"),
        (f"content/editions/{EDITION}.yaml", f"title: {TOWNS[2].name.ja}", "title: 別の町"),
        ("fonts/fonts.yaml", "fallback:", "fallback:  # "),
        (f"content/exchanges/{TOWNS[2].id}-partner.yaml", "date: 1990-04-17", "date: 1991-05-18"),
    ],
)
def test_what_all_or_some_orders_depend_on_is_seen(
    root: Path, store: Store, orders_set: list[str], name: str, pattern: str, words: str
) -> None:
    _built(root, store)
    orders_set.clear()
    _edited(root / name, pattern, words)
    again = _built(root, store)
    assert orders_set
    assert again == _built(root)


def test_pages_that_move_are_set_anew(root: Path, store: Store, orders_set: list[str]) -> None:
    _built(root, store)
    orders_set.clear()
    _edited(
        root / f"content/editions/{EDITION}.yaml",
        rf"(  - \{{id: {TOWNS[2].id},)",
        r"  - {id: pause, type: blank, title: 間}\n\1",
    )
    again = _built(root, store)
    assert {TOWNS[2].id, f"{TOWNS[3].id}-years"} < set(orders_set)
    assert TOWNS[0].id not in orders_set
    assert again == _built(root)


def _entries(store: Store) -> list[Path]:
    """Those that know of the towns; what was cut of fonts knows of none."""
    town = TOWNS[0].id.encode()
    return sorted(path for path in store.folder.glob("??/*") if town in path.read_bytes())


def _sound(store: Store) -> Path:
    """The entry that tells what is sound."""
    (found,) = (path for path in _entries(store) if b'"ids":' in path.read_bytes())
    return found


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def _altered(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


class _Hostile:
    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return exec, ("raise SystemExit('executed')",)


def _foreign(path: Path) -> None:
    """An entry whose digest is right and whose matter would run a program."""
    Store(path.parent.parent).put(path.parent.name + path.name, pickle.dumps([_Hostile()]))


def _older(path: Path) -> None:
    Store(path.parent.parent).put(path.parent.name + path.name, pickle.dumps([("town", 1)]))


@pytest.mark.parametrize("spoil", [_cut, _altered, _foreign, _older])
def test_a_spoilt_entry_is_made_again(
    root: Path, store: Store, orders_set: list[str], spoil: Callable[[Path], None]
) -> None:
    plain = _built(root, store)
    entries = _entries(store)
    assert len(entries) == 2  # what is sound, and the matter
    for entry in entries:
        spoil(entry)
    orders_set.clear()
    assert _built(root, store) == plain
    assert set(orders_set) == _all_set()
    orders_set.clear()
    assert _built(root, store) == plain
    assert orders_set == []


@pytest.mark.parametrize("spoil", [_cut, _altered, Path.unlink])
def test_words_that_were_lost_are_set_again(
    root: Path, store: Store, orders_set: list[str], spoil: Callable[[Path], None]
) -> None:
    _built(root, store)
    (words,) = (path for path in store.folder.glob("??/*") if b" 0\tR" in path.read_bytes())
    _edited(root / f"content/cities/{TOWNS[1].id}.yaml", r"population: \{value: \d+", "population: {value: 4321")
    spoil(words)
    orders_set.clear()
    again = _built(root, store)
    assert set(orders_set) == _all_set()
    assert again == _built(root)


def test_builds_at_the_same_time_do_not_disturb_one_another(root: Path, store: Store, tmp_path: Path) -> None:
    plain = _built(root)
    made: dict[int, bytes] = {}

    def one(number: int) -> None:
        out = tmp_path / f"out-{number}"
        for _ in range(2):
            build(root, (), (), ("screen",), out, Report(), kept=store, manner=Manner(1))
        made[number] = (out / f"{EDITION}-ja-screen.pdf").read_bytes()

    threads = [Thread(target=one, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(made.values()) == [plain] * 3
    assert len(_entries(store)) == 2


def test_what_was_changed_while_it_was_read_is_not_kept(
    root: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, path = Compositor.numbers, root / f"content/cities/{TOWNS[0].id}.yaml"

    def saved(self: Compositor) -> list[int]:
        path.write_text(path.read_text("utf-8") + "# saved\n", "utf-8")
        return plain(self)

    monkeypatch.setattr(Compositor, "numbers", saved)
    _built(root, store)
    assert _entries(store) == []


def test_an_order_with_something_to_tell_is_told_every_time(root: Path, store: Store) -> None:
    _built(root, store)
    path = root / f"content/cities/{TOWNS[0].id}.yaml"
    path.write_text(path.read_text("utf-8").replace("lead: |-\n", f"lead: |-\n  {'港の町。' * 900}\n"), "utf-8")
    told: list[list[str]] = []
    for _ in range(2):
        report = Report()
        build(root, (), (), ("screen",), root.parent / "out", report, kept=store, manner=Manner(1))
        told.append([found.code for found in report])
    assert told[0] == told[1]
    assert told[0]


def test_only_types_that_say_so_look_at_other_pages() -> None:
    """What is kept of an order knows nothing of the pages beside it."""
    looks = re.compile(r"(setting|voice)\.(pages|references|photographs|copy|spine)\b|cross_references")
    for path in PAGES.glob("*/*.py"):
        name = path.parent.name.replace("_", "-")
        if looks.search(path.read_text("utf-8")):
            assert PAGE_TYPES[name].refers, path


def test_a_type_that_lists_looks_at_numbers_alone() -> None:
    looks = re.compile(r"(setting|voice)\.(pages|photographs|copy|spine)\b|cross_references")
    listing = [name for name, page_type in PAGE_TYPES.items() if page_type.lists]
    assert listing == ["contents"]
    text = (PAGES / "contents/layout.py").read_text("utf-8")
    assert [found[0] for found in looks.finditer(text)] == ["setting.pages"]
    assert text.count("setting.references") == text.count("setting.references.get(entry.id)") == 1
