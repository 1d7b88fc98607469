"""Measures an office that makes a booklet for each town in each language: hundreds of files from one form.

    python benchmarks/series.py [--towns 179] [--few 25] [--editions 8] [--jobs 2] [--rounds 3] [--json FILE]
                                [--cluster N]

Every run is a process of its own, cold but for its bytecode; rounds are interleaved, medians printed. The runs:

    all, 1        every file, one by one
    all, N        every file by `--jobs N`
    again, N      the same once more: nothing has changed
    few, 1 and N  the files of `--few` towns of the same project: the parent's memory must not grow with their number
    editions      `--editions` towns in every language, one by one and by `--jobs N`

`parent` is the peak memory of the process that was begun, without those it forks. What one by one and side by side have
made is held against each other byte for byte; the program ends with 1 where anything differs. With `--cluster` every
file is made once more by a Dask cluster of so many processes, one of which is killed with a file in its hands.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.our_project import FORM, write_office  # noqa: E402
from benchmarks.race import compiled, environment  # noqa: E402
from benchmarks.towns import LANGUAGES, Town, towns  # noqa: E402

_RUN = """\
import resource, sys
from brochure.cli import main
code = main(sys.argv[2:])
with open(sys.argv[1], "w") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: wall seconds, CPU seconds with those of its crew, the peak memory of itself alone in MiB."""

    wall: float
    cpu: float
    parent: float


@dataclass(frozen=True, slots=True)
class Result:
    """The medians of a run, how many files it made, and its wall time over that of the same files one by one."""

    run: str
    files: int
    wall: float
    cpu: float
    parent: float
    wall_to_one: float


@dataclass(frozen=True, slots=True)
class Case:
    """What is run: its words, the folder of its files, how many there must be, and which run has them one by one."""

    name: str
    words: Sequence[str]
    out: str
    files: int
    one: str
    is_kept: bool = False


def cases(field: Sequence[Town], few: int, editions: int, jobs: int) -> list[Case]:
    """The runs of a round, in order."""
    each = len(LANGUAGES)
    asked = {
        "all": ([FORM], len(field)),
        "few": ([f"{FORM}-{town.id}" for town in field[:few]], min(few, len(field))),
        "editions": ([f"{FORM}-{town.id}" for town in field[:editions]], min(editions, len(field))),
    }
    found: list[Case] = []
    for name, (words, count) in asked.items():
        for number in dict.fromkeys((1, jobs)):
            out = f"{name}-{number}"
            fresh = ("build", *words, "--jobs", str(number), "-q", "-o", out, "--no-cache")
            found.append(Case(f"{name}, {number}", fresh, out, count * each, f"{name}, 1"))
    kept = ("build", FORM, "--jobs", str(jobs), "-q", "-o", "again")
    found.append(Case(f"again, {jobs}", kept, "again", len(field) * each, "all, 1", is_kept=True))
    return found


def measured(case: Case, root: Path) -> Run:
    """One run in the project's folder. Raises RuntimeError with what it said where it fails."""
    peak = root / "peak"
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            (sys.executable, "-c", _RUN, str(peak), *case.words), cwd=root, env=environment(), stdout=said, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{case.name}: exit {process.returncode}\n{said.read()[-2000:].decode()}")
    return Run(wall, usage.ru_utime + usage.ru_stime, int(peak.read_text("utf-8")) / 1024)


def measure(field: Sequence[Town], few: int, editions: int, jobs: int, rounds: int, root: Path) -> list[Result]:
    """The medians of every run, each made `rounds` times, those of a round in turn. Raises RuntimeError for files that
    are missing, or differ from those made one by one.
    """
    order = cases(field, few, editions, jobs)
    runs: dict[str, list[Run]] = {case.name: [] for case in order}
    for case in order:
        if case.is_kept:
            measured(case, root)  # what has been made before
    for _ in range(rounds):
        for case in order:
            if not case.is_kept:
                shutil.rmtree(root / case.out, ignore_errors=True)
            runs[case.name].append(measured(case, root))
    medians = {
        name: Run(*(median(getattr(run, part) for run in found) for part in ("wall", "cpu", "parent")))
        for name, found in runs.items()
    }
    folders = {case.name: root / case.out for case in order}
    results: list[Result] = []
    for case in order:
        compare(folders[case.one], root / case.out, case.files)
        mine = medians[case.name]
        ratio = mine.wall / medians[case.one].wall
        results.append(
            Result(
                case.name, case.files, round(mine.wall, 3), round(mine.cpu, 3), round(mine.parent, 1), round(ratio, 3)
            )
        )
        print(row(results[-1]), flush=True)
    return results


def compare(one: Path, other: Path, files: int) -> None:
    """Raises RuntimeError where two folders do not hold the same files, byte for byte, so many of them."""
    names = sorted(path.name for path in one.iterdir())
    if len(names) != files or names != sorted(path.name for path in other.iterdir()):
        raise RuntimeError(f"{other.name}: not the {files} files of {one.name}")
    different = [name for name in names if (one / name).read_bytes() != (other / name).read_bytes()]
    if different:
        raise RuntimeError(f"{other.name}: {len(different)} files differ from those of {one.name}: {different[0]}")


def row(result: Result) -> str:
    """A result as a line of the table."""
    return (
        f"{result.run:12} {result.files:6} {result.wall:9.2f} {result.cpu:9.2f} {result.parent:11.0f} "
        f"{1000 * result.wall / result.files:9.1f} {result.wall_to_one:10.2f}"
    )


def by_cluster(root: Path, files: int, workers: int, is_one_killed: bool = True) -> float:
    """The seconds in which a Dask cluster of this machine makes every file, one of its processes killed on the way; the
    files are held against those made one by one.
    """
    from distributed import Client, LocalCluster

    out = root / "cluster"
    with (
        LocalCluster(
            n_workers=workers, processes=True, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster,
        Client(cluster.scheduler_address, set_as_default=False) as client,
    ):
        words = ("build", FORM, "-q", "-o", out.name, "--no-cache", "--scheduler", cluster.scheduler_address)
        begun = time.perf_counter()
        command = (sys.executable, "-m", "brochure", *words)
        process = subprocess.Popen(command, cwd=root, env=environment(), stdout=subprocess.DEVNULL)
        while is_one_killed and process.poll() is None:
            if out.is_dir() and len(list(out.iterdir())) > files // 4 and _killed(client):
                break
            time.sleep(0.2)
        status = process.wait()
        wall = time.perf_counter() - begun
    if status:
        raise RuntimeError(f"cluster: exit {status}")
    compare(root / "all-1", out, files)
    return wall


def _killed(client: Any) -> bool:
    """Whether a worker that had a file in its hands was stopped, seen to have it still, and killed."""
    pids = client.run(os.getpid)
    for worker, tasks in client.processing().items():
        if tasks and worker in pids:
            os.kill(pids[worker], signal.SIGSTOP)
            time.sleep(0.3)
            is_at_work = client.processing().get(worker) == tasks
            os.kill(pids[worker], signal.SIGKILL if is_at_work else signal.SIGCONT)
            if is_at_work:
                return True
    return False


def main(words: Sequence[str] | None = None, show: Callable[[str], None] = print) -> int:
    """Read the command line, make the office, measure, print, and write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--towns", type=int, default=179)
    parser.add_argument("--few", type=int, default=25)
    parser.add_argument("--editions", type=int, default=8)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cluster", type=int, default=0, metavar="N")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args(words)
    field = towns(args.towns)
    compiled()
    with tempfile.TemporaryDirectory() as work:
        root = Path(work)
        write_office(root, field, LANGUAGES)
        show("run           files    wall s     cpu s  parent MiB   ms/file  wall÷one")
        try:
            results = measure(field, args.few, args.editions, args.jobs, args.rounds, root)
            told: dict[str, object] = {"towns": args.towns, "runs": [asdict(result) for result in results]}
            show(f"one by one and by --jobs {args.jobs}: the same bytes")
            if args.cluster:
                wall = by_cluster(root, len(field) * len(LANGUAGES), args.cluster)
                told["cluster"] = {"workers": args.cluster, "wall": round(wall, 3), "killed": 1}
                show(f"a Dask cluster of {args.cluster}, one killed in mid-job: {wall:.1f} s, the same bytes")
        except RuntimeError as problem:
            show(str(problem))
            return 1
    if args.json:
        args.json.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
