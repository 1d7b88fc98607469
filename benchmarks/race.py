"""Races our whole path against other programs on the same made-up towns, and prints each one's ratio to ours.

    python benchmarks/race.py [--sizes 1,10,50,179] [--rounds 5] [--engines ours,typst,…] [--json FILE]

Every run is a process of its own, from nothing to a finished PDF; rounds are interleaved (each engine once a round),
and medians are printed: wall and CPU seconds, peak memory, pages, bytes. ours-again is a second run in which nothing
has changed, ours-edited one before which one town's text has.

The same for all: the bytecode of every Python engine is written beforehand and may be written in a run; each engine is
run once untimed before the first size, so that its files have been read from the disk. What an engine does not do is
told below the table: in setting and drawing by what is known of it, in the file by what is found there.
Install the peers with `.venv/bin/python -m pip install -e '.[race]'`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from pathlib import Path
from statistics import median
from sysconfig import get_path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import peer_process, peers  # noqa: E402
from benchmarks.our_project import EDITION, write_project, write_town  # noqa: E402
from benchmarks.peer_fonts import Fonts, static_fonts  # noqa: E402
from benchmarks.towns import towns  # noqa: E402
from brochure import __version__  # noqa: E402

DEFAULT = ("ours", "ours-edited", "ours-again", *peers.LACKS)
SLOW = {"weasyprint": 50}  # the most towns an engine is asked for unless it is named
_UNFAIR = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "PYTHONPATH", "PYTHONOPTIMIZE", "BROCHURE_CACHE")


@dataclass(frozen=True, slots=True)
class Run:
    """One process: wall and CPU in seconds, peak resident memory in MiB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Result:
    """The medians of an engine at a size; `wall_to_ours` is its wall time over that of `ours` in the same rounds,
    `lacks` what its file has not of what ours has.
    """

    engine: str
    towns: int
    wall: float
    cpu: float
    memory: float
    pages: int
    bytes: int
    wall_to_ours: float
    memory_to_ours: float
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entrant:
    """An engine at one size: what is done before each run (not timed), the command, and the file it makes."""

    engine: str
    prepare: Callable[[], None]
    command: Sequence[str]
    out: Path
    folder: Path


def nothing() -> None:
    """No preparation."""


def entrants(engines: Sequence[str], size: int, work: Path) -> list[Entrant]:
    """The engines that can run here, their input written."""
    folder = work / f"{size}"
    folder.mkdir(parents=True, exist_ok=True)
    fonts = static_fonts(work)
    if any(not engine.startswith("ours") for engine in engines):
        peers.write_sources(folder, towns(size), fonts)
    return [
        _ours(engine, size, folder / engine)
        if engine.startswith("ours")
        else _peer(engine, folder, folder / f"{engine}.pdf", fonts)
        for engine in engines
    ]


def _peer(engine: str, folder: Path, out: Path, fonts: Fonts) -> Entrant:
    return Entrant(engine, nothing, peers.command(engine, folder, out, fonts), out, folder)


def _ours(engine: str, size: int, root: Path) -> Entrant:
    def fresh() -> None:
        shutil.rmtree(root / "out", ignore_errors=True)
        shutil.rmtree(root / ".brochure-cache", ignore_errors=True)

    def edit() -> None:
        number = (size + 1) // 2
        write_town(root, towns(size, number, next(revisions))[number - 1])  # never what was built before

    revisions = count(1)
    write_project(root, towns(size))
    command = (sys.executable, str(ROOT / "make_pdf.py"), "build", EDITION, "-q")
    prepare = {"ours": fresh, "ours-edited": edit, "ours-again": nothing}[engine]
    if engine != "ours":
        measured(command, root)
    return Entrant(engine, prepare, command, root / "out" / f"{EDITION}-ja-screen.pdf", root)


def environment() -> dict[str, str]:
    """What every measured process runs in: bytecode is read and written as ever, this program found first."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNFAIR}
    return {**kept, "SOURCE_DATE_EPOCH": "1700000000", "PYTHONPATH": str(ROOT)}


def compiled() -> None:
    """Write the bytecode of ourselves and of every library installed here, where it is not written yet."""
    folders = {str(ROOT / "brochure"), str(ROOT / "benchmarks"), *(get_path(name) for name in ("purelib", "platlib"))}
    as_ever = ("--invalidation-mode", "timestamp")  # with SOURCE_DATE_EPOCH it would be read against its source
    command = (sys.executable, "-m", "compileall", "-qq", *as_ever, *sorted(folders))
    subprocess.run(command, env=environment(), check=False, stdout=subprocess.DEVNULL)  # templates do not compile


def measured(command: Sequence[str], folder: Path) -> Run:
    """One run of a command in a folder. Raises RuntimeError with what it said where it fails."""
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command[:4])}: exit {process.returncode}\n{said.read()[-2000:].decode()}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def race(
    engines: Sequence[str], sizes: Sequence[int], rounds: int, work: Path, is_patient: bool = False
) -> list[Result]:
    """The medians of every engine at every size, its rounds interleaved with all others'; the slow ones at large sizes
    only where one is patient.
    """
    results: list[Result] = []
    compiled()
    warm: set[str] = set()
    for size in sizes:
        field = entrants([each for each in engines if is_patient or size <= SLOW.get(each, size)], size, work)
        runs: dict[str, list[Run]] = {each.engine: [] for each in field}
        for each in field:
            if each.engine not in warm:
                measured(each.command, each.folder)
                warm.add(each.engine)
        for _ in range(rounds):
            for each in field:
                each.prepare()
                runs[each.engine].append(measured(each.command, each.folder))
        medians = {name: _median(found) for name, found in runs.items()}
        ours = medians.get("ours")
        for each in field:
            mine = medians[each.engine]
            results.append(
                Result(
                    each.engine,
                    size,
                    *(round(value, 4) for value in (mine.wall, mine.cpu, mine.memory)),
                    pages_of(each.out),
                    each.out.stat().st_size,
                    round(mine.wall / ours.wall, 3) if ours else 0.0,
                    round(mine.memory / ours.memory, 3) if ours else 0.0,
                    lacks(each.out),
                )
            )
            print(row(results[-1]), flush=True)
    return results


def _median(runs: Sequence[Run]) -> Run:
    return Run(*(median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "memory")))


def lacks(path: Path) -> tuple[str, ...]:
    """What a PDF has not of what a file of ours for screens has: tags, bookmarks, links, trim boxes."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        has = {
            "tags": "/StructTreeRoot" in pdf.Root,
            "bookmarks": "/First" in pdf.Root.get("/Outlines", {}),
            "links": any("/Annots" in page for page in pdf.pages),
            "trim boxes": all("/TrimBox" in page for page in pdf.pages),
        }
    return tuple(name for name, is_there in has.items() if not is_there)


def pages_of(path: Path) -> int:
    """How many pages a PDF has."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def row(result: Result) -> str:
    """A result as a line of the table."""
    return (
        f"{result.engine:13} {result.towns:5} {result.pages:6} {result.wall:9.3f} {result.cpu:9.3f} "
        f"{result.memory:9.0f} {result.bytes / 1e6:8.2f} {result.wall_to_ours:9.2f} {result.memory_to_ours:9.2f}"
    )


def does_not(results: Sequence[Result]) -> dict[str, dict[str, tuple[str, ...]]]:
    """What each engine leaves undone: in setting and drawing, as `peers.LACKS` tells; what its file has not."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for each in results:
        told = {"does not do": peers.LACKS.get(each.engine, ()), "made a file without": each.lacks}
        found[each.engine] = {what: words for what, words in told.items() if words}
    return found


def versions(engines: Sequence[str]) -> dict[str, str]:
    """The versions of Python, of ours and of the engines that are installed here."""
    found = {"Python": platform.python_version(), "ours": __version__}
    for engine in engines:
        if engine in peers.PACKAGES:
            with suppress(PackageNotFoundError):
                found[peers.PACKAGES[engine]] = version(peers.PACKAGES[engine])
    browser = peer_process.browser()
    if browser and "chromium" in engines:
        said = subprocess.run(
            (browser, "--version", "--no-sandbox"), capture_output=True, text=True, check=False
        ).stdout
        found["chromium"] = said.strip().partition(" ")[2].partition(" ")[0]
    return found


def main() -> int:
    """Read the command line, race, print, and write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1,10,50,179", help="towns, parted by commas")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--engines", default=",".join(DEFAULT))
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    wanted = args.engines.split(",")
    missing = [engine for engine in wanted if not peers.available(engine)]
    head = "engine        towns  pages    wall s     cpu s  peak MiB       MB  wall÷ours mem÷ours"
    with tempfile.TemporaryDirectory() as work:
        print(head)
        results = race(
            [engine for engine in wanted if engine not in missing],
            [int(size) for size in args.sizes.split(",")],
            args.rounds,
            Path(work),
            is_patient=args.engines != ",".join(DEFAULT),
        )
    for engine in missing:
        print(f"{engine}: not installed here")
    print(", ".join(f"{name} {number}" for name, number in versions(wanted).items()))
    for engine, told in does_not(results).items():
        for what, words in told.items():
            print(f"{engine} {what}: {', '.join(words)}")
    if args.json:
        account = {
            "machine": {"cores": len(os.sched_getaffinity(0)), "system": platform.platform()},
            "versions": versions(wanted),
            "rounds": args.rounds,
            "does_not": does_not(results),
            "results": [asdict(result) for result in results],
        }
        args.json.write_text(json.dumps(account, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
