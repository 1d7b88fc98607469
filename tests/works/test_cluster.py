"""Builds by a real Dask cluster of processes: equal bytes, whoever is lost on the way, and nothing half-written."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from projects import ROOT, copied

from brochure.diagnostics import Report
from brochure.works.build import Manner, build

distributed: Any = pytest.importorskip("distributed", reason="Dask is not installed: pip install 'brochure[cluster]'")
cloudpickle: Any = pytest.importorskip("cloudpickle")

pytestmark = pytest.mark.heavy
SMALL = ("cover", "citizens", "colophon", "back")
LANGUAGES = ("ja", "zh_CN", "zh_TW")
LONG = 120  # seconds after which a test that waits gives up


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copied(tmp_path, SMALL)
    path = root / "content/editions/rumoi.yaml"
    text = re.sub("(?m)^binding: .*$", "binding: unbound", path.read_text("utf-8"))
    path.write_text(re.sub("(?m)^languages: .*$", f"languages: [{', '.join(LANGUAGES)}]", text), "utf-8")
    return root


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Generator[Any]:
    """Two workers, each a process that is begun anew when it is lost; they find the program these tests are of."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with distributed.LocalCluster(
        n_workers=2, processes=True, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as found:
        yield found


@pytest.fixture
def client(cluster: Any) -> Generator[Any]:
    """What a test looks at the cluster with."""
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as found:
        yield found


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _alone(root: Path, out: Path) -> dict[str, bytes]:
    build(root, (), (), ("screen", "press"), out, Report(), manner=Manner(1))
    return _contents(out)


def _by(address: str, root: Path, out: Path, report: Report, keeps_going: bool = False) -> dict[str, bytes]:
    manner = Manner(keeps_going=keeps_going, scheduler=address)
    build(root, (), (), ("screen", "press"), out, report, manner=manner)
    return _contents(out)


def _kill_in_mid_job(client: Any, killed: list[int]) -> None:
    """Stop a worker while it has a batch, see that it still has it, and kill it."""
    deadline = time.monotonic() + LONG
    while time.monotonic() < deadline and not killed:
        pids = client.run(os.getpid)
        for worker, tasks in client.processing().items():
            if not tasks or worker not in pids:
                continue
            os.kill(pids[worker], signal.SIGSTOP)
            time.sleep(0.5)
            if client.processing().get(worker) == tasks:
                os.kill(pids[worker], signal.SIGKILL)
                killed.append(pids[worker])
                return
            os.kill(pids[worker], signal.SIGCONT)


def test_a_worker_killed_in_mid_job_costs_nothing(project: Path, tmp_path: Path, cluster: Any, client: Any) -> None:
    killed: list[int] = []
    killer = threading.Thread(target=_kill_in_mid_job, args=(client, killed))
    killer.start()
    report = Report()
    made = _by(cluster.scheduler_address, project, tmp_path / "there", report)
    killer.join()
    assert killed
    assert killed[0] not in client.run(os.getpid).values()
    assert len(made) == 2 * len(LANGUAGES)
    assert made == _alone(project, tmp_path / "here")
    assert not list(report)


class Fatal(getattr(distributed, "WorkerPlugin", object)):  # type: ignore[misc]
    """Makes every worker die of the batch in Simplified Chinese."""

    name = "fatal"

    def setup(self, worker: Any) -> None:
        from brochure.works import branch

        make = branch.make

        def made(project: Any, batch: Any, *given: Any) -> Any:
            if batch.language == "zh_CN":
                time.sleep(1)  # whose worker dies while it is still being begun, that nanny begins no other
                os.kill(os.getpid(), signal.SIGKILL)
            return make(project, batch, *given)

        branch.make = made


def test_a_batch_that_kills_its_workers_is_told_and_the_others_are_made(
    project: Path, tmp_path: Path, cluster: Any, client: Any
) -> None:
    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    client.register_plugin(Fatal())
    report = Report()
    made = _by(cluster.scheduler_address, project, tmp_path / "there", report, keeps_going=True)
    (found,) = report
    assert found.code == "works.lost-worker"
    assert dict(found.message.values) == {"file": "rumoi-zh_CN-screen.pdf"}
    expected = _alone(project, tmp_path / "here")
    assert made == {name: data for name, data in expected.items() if "zh_CN" not in name}


@contextlib.contextmanager
def _process(*words: str, cwd: Path | None = None, **environment: str) -> Generator[subprocess.Popen[str]]:
    """A process that is ended with the block. It hears Ctrl-C even where a shell runs these tests in its background."""
    with subprocess.Popen(
        words,
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _dask(*words: str, **environment: str) -> contextlib.AbstractContextManager[subprocess.Popen[str]]:
    return _process(sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:], **environment)


def _address(scheduler: subprocess.Popen[str]) -> str:
    """Where a scheduler says it is."""
    assert scheduler.stdout is not None
    for line in scheduler.stdout:
        found = re.search(r"Scheduler at:\s+(tcp://\S+)", line)
        if found:
            threading.Thread(target=scheduler.stdout.read, daemon=True).start()
            return found[1]
    raise AssertionError("the scheduler did not say where it is")


def _command(root: Path, address: str, *words: str) -> contextlib.AbstractContextManager[subprocess.Popen[str]]:
    program = (sys.executable, str(ROOT / "make_pdf.py"), "build", "--all", "--no-cache", "--lang-ui", "en")
    return _process(*program, "--scheduler", address, *words, cwd=root, PYTHONPATH=str(ROOT))


def test_an_interrupted_build_leaves_whole_files_alone_and_the_cluster_ready(
    project: Path, tmp_path: Path, cluster: Any
) -> None:
    expected = _alone(project, tmp_path / "here")
    with _command(project, cluster.scheduler_address, "-v", "-o", str(tmp_path / "there")) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if ".pdf" in line and not line.startswith("making"):
                break
        process.send_signal(signal.SIGINT)
        said = process.stdout.read()
        assert process.wait(LONG) == 130, said
    assert "stopped" in said
    assert "Traceback" not in said
    made = _contents(tmp_path / "there")
    assert 0 < len(made) < len(expected)
    assert all(data == expected[name] for name, data in made.items())
    assert _by(cluster.scheduler_address, project, tmp_path / "again", Report()) == expected


def test_workers_of_the_command_line_and_a_scheduler_that_has_not_the_program(project: Path, tmp_path: Path) -> None:
    nowhere = str(tmp_path)  # the scheduler only hands on: it need not find the program
    with _dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", PYTHONPATH=nowhere) as scheduler:
        address = _address(scheduler)
        with _dask("worker", address, "--no-dashboard", "--nthreads", "2", PYTHONPATH=str(ROOT)):
            assert _by(address, project, tmp_path / "there", Report()) == _alone(project, tmp_path / "here")


def test_a_scheduler_that_goes_away_ends_the_build_with_a_word(project: Path, tmp_path: Path) -> None:
    with _dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard") as scheduler:
        address = _address(scheduler)
        with _command(project, address, "-o", str(tmp_path / "out")) as process:  # no worker: it waits for one
            time.sleep(3)
            scheduler.kill()
            said, _ = process.communicate(timeout=LONG)
        assert process.returncode == 1, said
        assert "works.no-scheduler" in said
        assert "Traceback" not in said
        assert not (tmp_path / "out").exists()
