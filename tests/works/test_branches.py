"""What a build sends to a worker elsewhere and takes from it: each file once, the same bytes, nothing on trust."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from concurrent.futures import Future
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from projects import copied, edited

from brochure.cli import main
from brochure.content.sound import on_trust
from brochure.diagnostics import BrochureError, Report
from brochure.press.orders import Wishes
from brochure.works import branch, cluster, likeness
from brochure.works.build import JobFailed, Manner, build
from brochure.works.freight import CHUNK, Freight, freight_of
from works.branches import OneWorker

SMALL = ("cover", "citizens", "colophon", "back")
ELSEWHERE = Manner(scheduler="tcp://test:1")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copied(tmp_path, SMALL)
    path = root / "content/editions/rumoi.yaml"
    text = re.sub("(?m)^binding: .*$", "binding: unbound", path.read_text("utf-8"))
    path.write_text(re.sub("(?m)^languages: .*$", "languages: [ja, zh_CN]", text), "utf-8")
    return root


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OneWorker:
    one = OneWorker(tmp_path / "worker")
    monkeypatch.setattr(cluster, "connected", lambda address: one)
    monkeypatch.setattr(branch, "_folders", [])
    monkeypatch.setattr(branch, "_projects", {})
    monkeypatch.setattr(cluster, "_TICK", 0.01)
    return one


def _build(root: Path, out: Path, manner: Manner = ELSEWHERE, wishes: Wishes | None = None) -> dict[str, bytes]:
    built = build(root, (), (), ("screen",), out, Report(), manner=manner, wishes=wishes or Wishes())
    return {path.name: path.read_bytes() for path in built.paths}


def test_the_bytes_are_those_made_here(project: Path, tmp_path: Path, worker: OneWorker) -> None:
    here = _build(project, tmp_path / "here", Manner(1))
    assert _build(project, tmp_path / "there") == here
    assert sorted(path.name for path in (tmp_path / "there").iterdir()) == sorted(here)
    assert worker.is_closed


def test_each_file_is_sent_once_and_the_program_never(project: Path, tmp_path: Path, worker: OneWorker) -> None:
    _build(project, tmp_path / "out")
    inputs = {
        sha256(path.read_bytes()).hexdigest()
        for name in ("content", "locales", "fonts")
        for path in (project / name).rglob("*")
        if path.is_file()
    }
    assert sorted(worker.sent) == sorted(inputs)
    worker.sent.clear()
    _build(project, tmp_path / "out")
    assert worker.sent == []
    edited(project, "content/editions/rumoi.yaml", "binding: unbound", "binding: unbound  # as ever")
    _build(project, tmp_path / "out")
    assert worker.sent == [sha256((project / "content/editions/rumoi.yaml").read_bytes()).hexdigest()]


def test_a_worker_keeps_no_more_than_the_last_freights(project: Path, tmp_path: Path, worker: OneWorker) -> None:
    path = project / "content/editions/rumoi.yaml"
    first = sha256(path.read_bytes()).hexdigest()
    _build(project, tmp_path / "out")
    for number in range(branch._MOST):  # pyright: ignore[reportPrivateUsage]
        assert (worker.folder / "files" / first).exists()
        path.write_text(path.read_text("utf-8") + f"# {number}\n", "utf-8")
        _build(project, tmp_path / "out")
    assert not (worker.folder / "files" / first).exists()
    assert len(list((worker.folder / "projects").iterdir())) == branch._MOST  # pyright: ignore[reportPrivateUsage]


def _spoilt(times: int) -> Callable[[Callable[..., Any], Any], Any]:
    """Bytes that arrive damaged, so many times."""
    left = [times]

    def befall(function: Callable[..., Any], answer: Any) -> Any:
        if function is not branch.perform or not left[0]:
            return answer
        left[0] -= 1
        return replace(answer, products=tuple(replace(each, data=each.data[:-1]) for each in answer.products))

    return befall


def test_damaged_bytes_are_not_laid_down_but_made_again(project: Path, tmp_path: Path, worker: OneWorker) -> None:
    worker.befalls = _spoilt(2)
    assert _build(project, tmp_path / "out") == _build(project, tmp_path / "here", Manner(1))


def test_what_always_arrives_damaged_is_told_and_the_others_made(
    project: Path, tmp_path: Path, worker: OneWorker
) -> None:
    worker.befalls = _spoilt(3)
    report = Report()
    manner = replace(ELSEWHERE, keeps_going=True)
    built = build(project, (), (), ("screen",), tmp_path / "out", report, manner=manner)
    assert [path.name for path in built.paths] == ["rumoi-zh_CN-screen.pdf"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["rumoi-zh_CN-screen.pdf"]
    assert [each.code for each in report] == ["works.lost-worker"]


def test_a_worker_that_came_unseen_is_sent_what_it_needs(project: Path, tmp_path: Path, worker: OneWorker) -> None:
    forgotten = [1]

    def befall(function: Callable[..., Any], answer: Any) -> Any:
        if function is branch.perform and forgotten:
            forgotten.clear()
            return None
        return answer

    worker.befalls = befall
    assert len(_build(project, tmp_path / "out")) == 2


def test_a_worker_without_the_files_says_so(tmp_path: Path, worker: OneWorker) -> None:
    order = branch.Order("0" * 64, Wishes())
    assert branch.perform(order, None) is None  # type: ignore[arg-type]
    branch.greet({}, str(tmp_path / "worker"))
    assert branch.perform(order, None) is None  # type: ignore[arg-type]


def test_a_batch_whose_workers_are_lost_is_told(project: Path, tmp_path: Path, worker: OneWorker) -> None:
    def befall(function: Callable[..., Any], answer: Any) -> Any:
        if function is branch.perform and answer.batch.language == "ja":
            raise EOFError
        return answer

    worker.befalls = befall
    report = Report()
    manner = replace(ELSEWHERE, keeps_going=True)
    build(project, (), (), ("screen",), tmp_path / "out", report, manner=manner)
    (found,) = report
    assert found.code == "works.lost-worker"
    assert dict(found.message.values) == {"file": "rumoi-ja-screen.pdf"}
    assert [str(hint) for hint in found.hints] == ["workers that were lost over it: 8"]
    with pytest.raises(BrochureError, match=r"rumoi-ja-screen\.pdf"):
        _build(project, tmp_path / "again")
    assert not list((tmp_path / "again").glob("*ja*"))


def test_a_batch_blamed_for_another_is_made_when_it_is_alone(project: Path, tmp_path: Path, worker: OneWorker) -> None:
    blamed = [1]

    def befall(function: Callable[..., Any], answer: Any) -> Any:
        if function is branch.perform and answer.batch.language == "ja" and blamed:
            blamed.clear()
            raise EOFError
        return answer

    worker.befalls = befall
    assert _build(project, tmp_path / "out") == _build(project, tmp_path / "here", Manner(1))


def test_a_worker_lost_over_a_batch_that_is_alone_ends_the_trial(
    project: Path, tmp_path: Path, worker: OneWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []
    submit = worker.submit

    def submitted(function: Callable[..., Any], *given: Any) -> Future[Any]:
        batch = given[-1]
        if batch.language != "ja":
            return submit(function, *given)
        tries.append(batch.language)
        future: Future[Any] = Future()
        if len(tries) == 1:
            future.set_exception(EOFError())
        else:
            worker.there = frozenset({"another"})  # begun anew in the place of the one that was lost
        return future

    monkeypatch.setattr(worker, "submit", submitted)
    report = Report()
    build(project, (), (), ("screen",), tmp_path / "out", report, manner=replace(ELSEWHERE, keeps_going=True))
    (found,) = report
    assert [str(hint) for hint in found.hints] == ["workers that were lost over it: 5"]
    assert len(tries) == 2
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["rumoi-zh_CN-screen.pdf"]


def test_a_failure_of_our_own_there_is_told_as_one_here(
    project: Path, tmp_path: Path, worker: OneWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object) -> object:
        raise ZeroDivisionError("one by nothing")

    monkeypatch.setattr(branch, "make", broken)
    with pytest.raises(JobFailed, match="one by nothing"):
        _build(project, tmp_path / "out")


def _refused(project: Path, out: Path) -> tuple[str, str]:
    with pytest.raises(BrochureError) as raised:
        _build(project, out)
    (found,) = raised.value.diagnostics
    assert not out.exists()
    return found.code, str(found.hints[0]) if found.hints else ""


@pytest.mark.parametrize("name", ["brochure", "Python", "reportlab", "brochure/"])
def test_a_worker_of_another_version_is_refused(
    project: Path, tmp_path: Path, worker: OneWorker, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    ours = likeness.own_likeness()
    assert name in dict(ours.parts)
    other = likeness.Likeness(tuple((each, "0" if each == name else version) for each, version in ours.parts))
    monkeypatch.setattr(branch, "own_likeness", lambda: other)
    code, why = _refused(project, tmp_path / "out")
    assert (code, why) == ("works.unlike-worker", f"{name} is 0 there and {dict(ours.parts)[name]} here")
    assert worker.sent == []


def test_a_worker_with_another_font_is_refused(
    project: Path, tmp_path: Path, worker: OneWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = likeness.fonts_of

    def fonts(library: Any) -> tuple[tuple[str, str], ...]:
        (name, _), *others = found(library)
        return ((name, "–"), *others)

    monkeypatch.setattr(branch, "fonts_of", fonts)
    code, why = _refused(project, tmp_path / "out")
    assert code == "works.unlike-worker"
    assert re.fullmatch(r"\S+ is – there and [0-9a-f]{12} here", why)


@pytest.mark.parametrize("problem", [ModuleNotFoundError("No module named 'brochure'"), AttributeError("greet")])
def test_a_worker_without_the_program_is_refused(
    project: Path, tmp_path: Path, worker: OneWorker, problem: Exception
) -> None:
    worker.befalls = lambda function, answer: problem
    code, why = _refused(project, tmp_path / "out")
    assert code == "works.unlike-worker"
    assert str(problem) in why


def test_a_cluster_without_workers_is_told(
    project: Path, tmp_path: Path, worker: OneWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.05)
    worker.there = frozenset()
    assert _refused(project, tmp_path / "out")[0] == "works.no-worker"


@pytest.mark.parametrize("asked", ["workers", "on_each"])
def test_a_cluster_that_is_gone_is_told(
    project: Path, tmp_path: Path, worker: OneWorker, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    def gone(*given: object) -> frozenset[str]:
        raise OSError("closed")

    monkeypatch.setattr(worker, asked, gone)
    assert _refused(project, tmp_path / "out") == ("works.no-scheduler", "what was heard last: closed")


def test_a_connection_lost_in_the_middle_is_told(project: Path, tmp_path: Path, worker: OneWorker) -> None:
    def befall(function: Callable[..., Any], answer: Any) -> Any:
        if function is branch.perform:
            raise ConnectionResetError("reset by peer")
        return answer

    worker.befalls = befall
    assert _refused(project, tmp_path / "out")[0] == "works.no-scheduler"


def test_a_folder_that_may_not_be_written_is_told_and_nothing_half_written_is_left(
    project: Path, tmp_path: Path, worker: OneWorker
) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    with pytest.raises(BrochureError) as raised:
        _build(project, tmp_path / "out")
    assert {each.code for each in raised.value.diagnostics} == {"output.unwritable"}
    assert (tmp_path / "out").read_text("utf-8") == "a file"


def test_the_date_of_the_files_is_the_builds_not_the_workers(
    project: Path, tmp_path: Path, worker: OneWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    here = _build(project, tmp_path / "here", Manner(1))
    orders: list[branch.Order] = []
    performed = branch.perform

    def elsewhere(order: branch.Order, batch: Any) -> Any:
        orders.append(order)
        with monkeypatch.context() as there:
            there.setenv("SOURCE_DATE_EPOCH", "1700000000")
            return performed(order, batch)

    monkeypatch.setattr(branch, "perform", elsewhere)
    assert _build(project, tmp_path / "there") == here
    assert {order.epoch for order in orders} == {"1000000000"}


def test_catalogs_and_profiles_from_elsewhere_go_along(project: Path, tmp_path: Path, worker: OneWorker) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (project / "locales").rename(other / "locales")
    profile = tmp_path / "press.icc"
    profile.write_bytes(b"profile")
    freight, wishes = freight_of(project, Wishes(icc=str(profile), catalogs=str(other)), [profile])
    assert wishes == Wishes(icc="profile/press.icc", catalogs="catalogs")
    assert freight.digests["profile/press.icc"] == sha256(b"profile").hexdigest()
    assert "catalogs/locales/zh_CN/LC_MESSAGES/content.po" in freight.digests
    assert not [name for name in freight.digests if name.startswith("/") or ".." in name]
    here = _build(project, tmp_path / "here", Manner(1), Wishes(catalogs=str(other)))
    assert _build(project, tmp_path / "there", wishes=Wishes(catalogs=str(other))) == here


def test_a_project_without_fonts_of_its_own_has_the_shipped_ones(project: Path) -> None:
    (project / "fonts/fonts.yaml").unlink()
    assert "fonts/fonts.yaml" in freight_of(project, Wishes(), [])[0].digests


def test_a_file_changed_on_the_way_stops_the_build(project: Path) -> None:
    freight = freight_of(project, Wishes(), [])[0]
    edited(project, "content/editions/rumoi.yaml", "binding: unbound", "binding: perfect")
    with pytest.raises(BrochureError) as raised:
        list(freight.chunks(freight.digests.values()))
    assert [each.code for each in raised.value.diagnostics] == ["works.changed-input"]
    assert "content/editions/rumoi.yaml" in str(raised.value)


def test_what_is_sent_at_once_is_bounded(tmp_path: Path) -> None:
    paths: dict[str, Path] = {}
    for number in range(5):
        paths[f"{number}"] = tmp_path / f"{number}"
        paths[f"{number}"].write_bytes(bytes([number]) * (CHUNK // 2 - 10))
    digests = {name: sha256(path.read_bytes()).hexdigest() for name, path in paths.items()}
    chunks = list(Freight(digests, paths).chunks(digests.values()))
    assert [len(chunk) for chunk in chunks] == [2, 2, 1]
    assert {digest for chunk in chunks for digest in chunk} == set(digests.values())


def test_a_worker_does_not_keep_what_is_not_what_it_is_called(tmp_path: Path, worker: OneWorker) -> None:
    digest = sha256(b"whole").hexdigest()
    assert branch.greet({"a": digest}, str(tmp_path / "w")).lacking == {digest}
    assert branch.take_in({digest: b"hole"}) == 0
    assert branch.greet({"a": digest}, str(tmp_path / "w")).lacking == {digest}
    assert branch.take_in({digest: b"whole"}) == 1
    assert not branch.greet({"a": digest}, str(tmp_path / "w")).lacking


@pytest.mark.parametrize(
    "words",
    [("--scheduler", "127.0.0.1:8786"), ("--scheduler", "tcp://host"), ("--jobs", "2", "--scheduler", "tcp://h:1")],
)
def test_words_that_name_no_scheduler_are_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(project)
    assert main(["build", *words]) == 2
    assert "[usage.scheduler]" in capsys.readouterr().err


def test_without_dask_the_way_to_it_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setattr(cluster, "find_spec", lambda name: None)
    assert main(["build", "--all", "--scheduler", "tcp://[::1]:8786", "--lang-ui", "ja"]) == 2
    said = capsys.readouterr().err
    assert "[usage.no-dask]" in said
    assert "brochure[cluster]" in said


def test_a_scheduler_that_does_not_answer_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        monkeypatch.chdir(project)
        monkeypatch.setattr(cluster, "find_spec", lambda name: name)
        assert main(["build", "--scheduler", f"tcp://127.0.0.1:{port}", "--lang-ui", "ja"]) == 1
    said = capsys.readouterr().err
    assert f"tcp://127.0.0.1:{port} のスケジューラーが応答しません" in said
    assert not (project / "out").exists()


def test_what_is_wrong_in_the_content_is_told_before_one_file_is_sent(
    project: Path, tmp_path: Path, worker: OneWorker
) -> None:
    assert on_trust(project) is not None
    (project / "content/cities/alone.yaml").write_text("id: alone\ncountry: japan\nsize: 3\n", "utf-8")
    found: list[list[str]] = []
    for manner in (Manner(1), ELSEWHERE):
        with pytest.raises(BrochureError) as stopped:
            build(project, (), ("ja",), ("screen",), tmp_path / "out", Report(), manner=manner)
        found.append([f"{each.span} {each.code}" for each in stopped.value.diagnostics])
    assert found[0] == found[1]
    assert any("content/cities/alone.yaml" in each for each in found[0])
    assert worker.sent == []
