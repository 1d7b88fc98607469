"""Modules loaded late: as any other to whoever looks into them, and not loaded for anybody else."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from brochure.late import load_late

NAME = "a_module_nobody_asks_for"
CODE = """
import builtins, time
builtins.loaded.append(__name__)
import a_module_nobody_asks_for
own = hasattr(a_module_nobody_asks_for, "last")
time.sleep(0.05)
if builtins.loaded[0] is None: raise ValueError("not today")
last = len(builtins.loaded)
"""


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str | None]]:
    """How often the module was loaded, which is found on the path."""
    import builtins

    found: list[str | None] = []
    monkeypatch.setattr(builtins, "loaded", found, raising=False)
    (tmp_path / f"{NAME}.py").write_text(CODE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    load_late(NAME)
    yield found
    sys.modules.pop(NAME, None)


def _imported() -> Any:
    return importlib.import_module(NAME)


def test_to_import_a_module_is_not_to_look_into_it(loaded: list[str | None]) -> None:
    module = _imported()
    assert _imported() is module
    assert module.__name__ == NAME
    assert module.__file__.endswith(f"{NAME}.py")
    assert loaded == []
    assert module.last == 1
    assert module.own is False
    assert importlib.reload(module) is module
    assert module.last == 2


def test_what_is_not_in_it_is_missing(loaded: list[str | None]) -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _imported().nothing  # noqa: B018
    assert not hasattr(_imported(), "nothing")
    assert len(loaded) == 1


def test_who_comes_while_it_is_loaded_waits(loaded: list[str | None]) -> None:
    seen: list[int] = []
    threads = [Thread(target=lambda: seen.append(_imported().last)) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert seen == [1] * 8
    assert len(loaded) == 1


def test_one_that_fails_fails_again_until_it_does_not(loaded: list[str | None]) -> None:
    loaded.append(None)
    for _ in range(2):
        with pytest.raises(ValueError, match="not today"):
            _imported().last  # noqa: B018
    loaded[0] = ""
    assert _imported().last == 4


def test_what_is_loaded_stays_and_what_is_nowhere_is_not_made_up() -> None:
    load_late("sys", "importlib", "a_module_that_is_nowhere")
    assert sys.modules["sys"] is sys
    assert sys.modules["importlib"] is importlib
    assert "a_module_that_is_nowhere" not in sys.modules


def test_a_part_of_a_package_is_found_and_nothing_is_loaded_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "a_package" / "within"
    inner.mkdir(parents=True)
    (inner.parent / "__init__.py").write_text("from . import within\n", "utf-8")
    (inner / "__init__.py").write_text("from . import part\n", "utf-8")
    (inner / "part.py").write_text(
        "import sys\nlast = sorted(name for name in sys.modules if 'a_package' in name)\n", "utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    names = ["a_package", "a_package.within", "a_package.within.part"]
    try:
        load_late(names[-1], "a_package.elsewhere.part", "a_package.within.part.of")
        assert [name for name in sys.modules if "a_package" in name] == names[-1:]
        package: Any = importlib.import_module("a_package")
        assert package.within.part is sys.modules[names[-1]]
        assert package.within.part.last == names
    finally:
        for name in names:
            sys.modules.pop(name, None)


@pytest.mark.parametrize(
    "code",
    [
        "import ast; print(ast.literal_eval('[1]'), ast.dump(ast.parse('a')))",
        "import inspect; print(inspect.signature(len))",
        "import textwrap; print(textwrap.dedent('  a'))",
        "from urllib.parse import urlsplit; print(urlsplit('http://[::1]/').hostname)",
        "import inspect; print(inspect.getsource(inspect.unwrap).split('(')[0])",
        "import traceback\ntry: 1 / 0\nexcept ZeroDivisionError: traceback.print_exc()",
        "import warnings; warnings.warn('a warning')",
    ],
)
def test_others_find_what_they_look_for(code: str) -> None:
    plain, ours = (
        subprocess.run([sys.executable, "-c", f"{first}{code}"], check=True, capture_output=True, text=True)
        for first in ("import uuid\n", "import brochure\n")
    )
    assert plain.stdout + plain.stderr
    assert (ours.stdout, ours.stderr) == (plain.stdout, plain.stderr)


ANSWERED = """
import sys
import brochure
for name, module in [*sys.modules.items()]:
    if type(module).__name__ == "_Late":
        answers = {each: said for each, said in vars(module).items() if not each.startswith("__")}
        said = {each: said() if callable(said) else said for each, said in answers.items()}
        assert type(module).__name__ == "_Late"
        try:
            module.nothing
        except (AttributeError, ImportError):  # msgspec's modules import what is not installed
            pass
        else:
            raise AssertionError(name)
        loaded = {each: vars(module)[each] for each in answers}
        assert all(loaded[each] is not answers[each] for each in answers if callable(answers[each])), name
        assert {each: found() if callable(found) else found for each, found in loaded.items()} == said, name
        print(name, len(said))
"""


def test_what_is_answered_for_a_module_is_what_it_says() -> None:
    done = subprocess.run([sys.executable, "-c", ANSWERED], check=True, capture_output=True, text=True)
    told = dict(line.split() for line in done.stdout.splitlines())
    assert told["inspect"] == "7"
    if sys.platform == "linux":
        assert told["platform"] == "1"


def test_an_answer_is_no_reason_to_load_a_module(loaded: list[str | None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, NAME)
    load_late(NAME, last=7, first=0)
    assert (_imported().last, _imported().first) == (7, 0)
    assert loaded == []
    with pytest.raises(AttributeError, match="nothing"):
        _imported().nothing  # noqa: B018
    assert (_imported().last, _imported().first) == (1, 0)
