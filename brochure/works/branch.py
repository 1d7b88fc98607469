"""A branch of the works: what a worker on another machine does with the files it was sent and the batches it is given.

    files/DIGEST      the bytes of a file, under their hash
    projects/KEY/     a freight as a project's folder, its files linked to those
    kept/             converted pictures, as the store of a project keeps them

All lies in the worker's own folder and goes when it goes. Nothing here knows what runs it: a function each for the
parent to call, the first of which says where the folder is.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.diagnostics import Report
from brochure.pipeline import Project, read_project
from brochure.press.orders import Wishes
from brochure.store import Store
from brochure.theme.typefaces_reader import read_typefaces
from brochure.works.batch import Batch, Outcome
from brochure.works.collector import Rounds, unhurried_collector
from brochure.works.hands import guarded, in_rounds
from brochure.works.likeness import Likeness, fonts_of, own_likeness
from brochure.works.making import make

_MOST = 4  # freights a branch keeps at once
_EPOCH = "SOURCE_DATE_EPOCH"


class Order(Struct, frozen=True):
    """What is the same for every batch of a build: the freight's key, the wishes, the parent's SOURCE_DATE_EPOCH."""

    freight: str
    wishes: Wishes
    epoch: str = ""
    keeps_going: bool = False


class Greeting(Struct, frozen=True):
    """What a worker says of itself: its likeness, and the digests of the files it has not."""

    likeness: Likeness
    lacking: frozenset[str]


_busy = threading.Lock()  # a worker may have several threads; the engine is made for one
_folders: list[Path] = []  # where this process was last told to keep things
_rounds = Rounds()
_projects: dict[tuple[Path, bool], Project] = {}


def greet(digests: Mapping[str, str], folder: str) -> Greeting:
    """Begin, or begin another build, in a folder; what is lacking of these files by name and digest."""
    home = Path(folder)
    (home / "files").mkdir(parents=True, exist_ok=True)
    _folders[:] = [home]
    have = set(os.listdir(home / "files"))
    return Greeting(own_likeness(), frozenset(digests.values()) - have)


def take_in(files: Mapping[str, bytes]) -> int:
    """Keep files by their digests; how many. Those whose bytes are not what they should be are left out."""
    kept = 0
    for digest, data in files.items():
        if sha256(data).hexdigest() != digest:
            continue
        kept += 1
        path = _folders[-1] / "files" / digest
        partial = path.with_name(f".{digest}.partial")
        partial.write_bytes(data)
        partial.replace(path)
    return kept


def settle(key: str, digests: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Lay a freight out as a project's folder; the fonts that are found for it here, as `fonts_of` tells them."""
    home = _folders[-1]
    tree = home / "projects" / key
    if not tree.is_dir():
        partial = Path(tempfile.mkdtemp(prefix=".partial-", dir=_made(home / "projects")))
        try:
            for name, digest in digests.items():
                path = partial / name
                path.parent.mkdir(parents=True, exist_ok=True)
                _link(home / "files" / digest, path)
            partial.rename(tree)
        except OSError:
            shutil.rmtree(partial, ignore_errors=True)
            raise
    os.utime(tree)
    _tidy(home)
    return fonts_of(read_typefaces(tree, Report()))


def perform(order: Order, batch: Batch) -> Outcome | None:
    """Make a batch and hand its files back as bytes; None where this worker has not been sent what it needs."""
    tree = _folders[-1] / "projects" / order.freight if _folders else None
    if tree is None or not tree.is_dir():
        return None
    os.utime(tree)
    with (
        _busy,
        _dated(order.epoch),
        tempfile.TemporaryDirectory(dir=_folders[-1], prefix="out-") as out,
        unhurried_collector(),
    ):
        return in_rounds(guarded(lambda given: _made_in(tree, Path(out), order, given)), _rounds)(batch)


def _made_in(tree: Path, out: Path, order: Order, batch: Batch) -> Outcome:
    wishes = replace(order.wishes, catalogs=str(tree / order.wishes.catalogs) if order.wishes.catalogs else "")
    project = replace(_project(tree, order.keeps_going), catalogs=Path(wishes.catalogs) if wishes.catalogs else None)
    outcome = make(project, batch, out, wishes)
    laden = tuple(replace(each, data=(out / each.job.file_name).read_bytes()) for each in outcome.products)
    return replace(outcome, products=laden)


def _project(tree: Path, keeps_going: bool) -> Project:
    """The project in a folder, read once; one at a time is remembered."""
    known = _projects.get((tree, keeps_going))
    if known is None:
        read = read_project(tree, Report(), keeps_going)
        assert read is not None  # the parent has read the same files
        known = replace(read, kept=Store(tree.parent.parent / "kept"))
        _projects.clear()
        _rounds.end()
        _projects[tree, keeps_going] = known
    return known


@contextmanager
def _dated(epoch: str) -> Generator[None]:
    """SOURCE_DATE_EPOCH as it is where the build was begun."""
    before = os.environ.pop(_EPOCH, None)
    try:
        if epoch:
            os.environ[_EPOCH] = epoch
        yield
    finally:
        os.environ.pop(_EPOCH, None)
        if before is not None:
            os.environ[_EPOCH] = before


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _link(kept: Path, path: Path) -> None:
    """The same file under another name; a copy where the file system has no links."""
    try:
        os.link(kept, path)
    except OSError:
        shutil.copyfile(kept, path)


def _tidy(home: Path) -> None:
    """Let go of the freights used longest ago, and of the files no freight that is left is linked to."""
    trees = sorted((home / "projects").iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    gone = trees[_MOST:]
    for tree in gone:
        shutil.rmtree(tree, ignore_errors=True)
    if gone:
        for path in (home / "files").iterdir():
            if path.stat().st_nlink == 1:
                path.unlink()
    Store(home / "kept").trim()
