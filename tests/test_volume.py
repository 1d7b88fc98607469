"""The volume of bytecode: a start out of it does what one without it does, whatever has befallen it or the program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from brochure import volume as rooms

PACKAGE = Path(rooms.__file__).parent
pytestmark = pytest.mark.skipif(not hasattr(os, "pread"), reason="this system cannot read at a place")
STARTED = """
import os, sys
ended = os._exit
def told(code):
    own = [module for name, module in sys.modules.items() if name.startswith("brochure.")]
    bound = [each for each in own if type(each.__spec__.loader).__name__ == "BoundLoader"]
    print(len(bound), len(own), sorted({each.__file__.split("/brochure/")[0] for each in own}), file=sys.stderr)
    ended(code)
os._exit = told
from brochure.cli import run
run()
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program, never run."""
    root = tmp_path / "program"
    shutil.copytree(PACKAGE, root / "brochure", ignore=shutil.ignore_patterns("__pycache__"))
    return root


def _run(root: Path, *words: str, writes: bool = True, code: int = 0) -> tuple[str, int, int]:
    """What a run of the program tells, how many of its modules come out of the volume, and how many there are."""
    env = {**os.environ, "PYTHONPATH": str(root)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    if not writes:
        env["PYTHONDONTWRITEBYTECODE"] = "1"
    command = [sys.executable, "-c", STARTED, *words]
    done = subprocess.run(command, cwd=root, env=env, check=False, capture_output=True, text=True)
    assert done.returncode == code, done.stderr
    found = re.fullmatch(rf"(\d+) (\d+) \['{re.escape(str(root))}'\]", done.stderr.splitlines()[-1])
    assert found, done.stderr
    return done.stdout, int(found[1]), int(found[2])


def _volumes(root: Path) -> list[Path]:
    return sorted(path for path in (root / "brochure/__pycache__").glob("*") if "volume" in path.suffixes[-1])


def test_a_second_start_is_out_of_the_volume(program: Path) -> None:
    plain, bound, _ = _run(program, "build", "-h")
    assert plain
    assert bound == 0
    (volume,) = _volumes(program)
    before = volume.stat().st_ino
    again, bound, own = _run(program, "build", "-h")
    assert again == plain
    assert own - bound < 6  # what is loaded before there is a volume
    assert volume.stat().st_ino == before


def test_what_one_command_lacked_is_bound_in_and_nothing_is_lost(program: Path) -> None:
    _run(program, "compose", "--nonsense", code=2)
    before, _, _ = _run(program, "build", "-h")
    for _ in range(2):
        _, bound, own = _run(program, "compose", "--nonsense", code=2)
    assert own - bound < 6
    told, bound, own = _run(program, "build", "-h")
    assert told == before
    assert own - bound < 6


def test_a_module_that_was_changed_is_not_taken_from_the_volume(program: Path) -> None:
    path = program / "brochure/cli/arguments.py"
    for _ in range(2):
        told, _, _ = _run(program, "--version")
        assert told.startswith("brochure ")
    path.write_text(path.read_text("utf-8").replace('version=f"brochure ', 'version=f"booklets '), "utf-8")
    for _ in range(3):
        told, bound, own = _run(program, "--version")
        assert told.startswith("booklets ")
    assert own - bound < 6


def test_bytecode_that_is_known_by_a_hash_of_its_source_is_bound_too(program: Path) -> None:
    compiled = ["-m", "compileall", "-q", "--invalidation-mode", "checked-hash", str(program / "brochure/cli")]
    subprocess.run([sys.executable, *compiled], check=True)
    for _ in range(2):
        _, bound, own = _run(program, "--version")
    assert own - bound < 6
    path = program / "brochure/cli/arguments.py"
    path.write_text(path.read_text("utf-8").replace('version=f"brochure ', 'version=f"booklets '), "utf-8")
    assert _run(program, "--version")[0].startswith("booklets ")


def test_a_module_that_is_gone_is_missed(program: Path) -> None:
    for _ in range(2):
        _run(program, "build", "--nonsense", code=2)
    (program / "brochure/cli/misheard.py").unlink()
    _run(program, "build", "--nonsense", code=70)
    told, bound, own = _run(program, "--version")
    assert told
    assert own - bound < 6


@pytest.mark.parametrize("how", ["cut", "longer", "empty", "other", "torn"])
def test_a_spoilt_volume_is_bound_anew(program: Path, how: str) -> None:
    for _ in range(2):
        plain = _run(program, "build", "-h")
    (volume,) = _volumes(program)
    data = volume.read_bytes()
    middle = len(data) // 2
    spoilt = {
        "cut": data[:-100],
        "longer": data + b"\0",
        "empty": b"",
        "other": b"\xff" * len(data),
        "torn": data[:middle] + b"\xff" * (len(data) - middle),
    }[how]
    volume.write_bytes(spoilt)
    for _ in range(2):
        told, bound, own = _run(program, "build", "-h")
        assert told == plain[0]
    assert own - bound < 6
    assert volume.read_bytes() == data


def test_a_program_that_was_moved_has_a_volume_of_its_own(program: Path, tmp_path: Path) -> None:
    plain, _, _ = _run(program, "--version")
    elsewhere = tmp_path / "elsewhere"
    program.rename(elsewhere)
    told, bound, _ = _run(elsewhere, "--version")
    assert (told, bound) == (plain, 0)
    told, bound, own = _run(elsewhere, "--version")
    assert told == plain
    assert own - bound < 6


def test_where_no_bytecode_may_be_written_there_is_no_volume(program: Path) -> None:
    for _ in range(2):
        assert _run(program, "--version", writes=False)[1] == 0
    assert not (program / "brochure/__pycache__").exists()


CACHED = """
import os, sys
from importlib.util import cache_from_source
ended = os._exit
def told(code):
    own = [module for name, module in sys.modules.items() if name.startswith("brochure.")]
    bound = [each for each in own if type(each.__spec__.loader).__name__ == "BoundLoader"]
    print(len(bound), sum(each.__cached__ != cache_from_source(each.__file__) for each in own), file=sys.stderr)
    ended(code)
os._exit = told
from brochure.cli import run
run()
"""


@pytest.mark.parametrize("flags", [[], ["-O"], ["-OO"]])
def test_every_module_says_where_its_bytecode_lies(program: Path, flags: list[str]) -> None:
    env = {**os.environ, "PYTHONPATH": str(program)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *flags, "-c", CACHED, "--version"]
    for times in range(2):
        done = subprocess.run(command, cwd=program, env=env, check=True, capture_output=True, text=True)
        bound, wrong = map(int, done.stderr.split())
        assert bool(bound) is bool(times)
        assert wrong == 0


def test_starts_at_the_same_time_do_not_disturb_one_another(program: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(program)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", STARTED, "--version"]
    started = [subprocess.Popen(command, cwd=program, env=env, stdout=subprocess.PIPE) for _ in range(6)]
    assert len({each.communicate()[0] for each in started}) == 1
    assert {each.returncode for each in started} == {0}
    assert len(_volumes(program)) == 1
    _, bound, own = _run(program, "--version")
    assert own - bound < 6


READ = """
import os, sys
from brochure.volume import Volume
gathering, numbers = Volume._gathering, []
Volume._gathering = lambda self, number: numbers.append(number) or gathering(self, number)
ended = os._exit
def told(code):
    own = [module for name, module in sys.modules.items() if name.startswith("brochure.")]
    print(len(own), len(numbers), len({*numbers}), file=sys.stderr)
    ended(code)
os._exit = told
from brochure.cli import run
run()
"""


def test_what_one_import_brings_is_read_at_once(program: Path) -> None:
    _run(program, "build", "-h")
    env = {**os.environ, "PYTHONPATH": str(program)}
    command = [sys.executable, "-c", READ, "build", "-h"]
    done = subprocess.run(command, cwd=program, env=env, check=True, capture_output=True, text=True)
    own, times, gatherings = map(int, done.stderr.split())
    assert 0 < times == gatherings < own / 4
