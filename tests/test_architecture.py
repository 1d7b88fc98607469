"""The house stands: imports run down the floors, libraries live in one home, files stay short, doors look alike."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "brochure"
FLOORS = {
    "cli": 13,
    "__main__": 14,
    "preview": 12,
    "works": 12,
    "package": 12,
    "matter": 11,
    "pipeline": 10,
    "pdf": 9,
    "press": 8,
    "pages": 7,
    "book": 7,
    "preflight": 7,
    "project": 8,
    "submission": 9,
    "theme": 6,
    "translation": 6,
    "edition": 6,
    "intake": 6,
    "layout": 5,
    "languages": 5,
    "content": 4,
    "typesetting": 4,
    "source": 3,
    "typefaces": 3,
    "drawing": 2,
    "store": 1,
    "rows": 1,
    "patterns": 1,
    "diagnostics": 1,
    "late": 0,
    "volume": 0,
}
HOMES = {
    "reportlab": {"pdf"},
    "uharfbuzz": {"typefaces", "typesetting", "pdf"},
    "yaml": {"source"},
    "babel": {"languages", "translation"},
    "polib": {"translation"},
    "xlsxwriter": {"translation"},
    "python_calamine": {"intake", "translation"},
    "pikepdf": {"pdf", "preflight"},
    "pypdfium2": {"preflight", "preview"},
    "rich": {"cli"},
    "dask": {"works"},
    "distributed": {"works"},
    "budoux": {"typesetting"},
    "segno": {"layout"},
    "pydantic": {"source"},
}
LONGEST = 400
FILES = sorted(PACKAGE.rglob("*.py"))


def _room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def _imports(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            for alias in node.names:
                inner = f"{module}.{alias.name}"
                yield (inner if _is_module(inner) else module), node.lineno
        elif isinstance(node, ast.Constant) and re.fullmatch(r"brochure(\.\w+)+:\w+", str(node.value)):
            yield str(node.value).partition(":")[0], node.lineno  # a row of a table that is loaded when it is asked for


def _is_module(dotted: str) -> bool:
    path = ROOT.joinpath(*dotted.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_imports_run_down(path: Path) -> None:
    room = _room(path)
    if room == "__init__":
        return
    for module, line in _imports(path):
        head, *rest = module.split(".")
        if head != "brochure" or not rest:
            continue
        other = rest[0]
        assert other == room or FLOORS[other] < FLOORS[room], f"{_name(path)}:{line}: {room} imports {other}"


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_libraries_stay_at_home(path: Path) -> None:
    for module, line in _imports(path):
        library = module.split(".")[0]
        if library in HOMES:
            assert _room(path) in HOMES[library], f"{_name(path)}:{line}: {library} lives in {sorted(HOMES[library])}"


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), _name(path)


def test_every_room_has_a_floor() -> None:
    rooms = {_room(path) for path in FILES} - {"__init__"}
    assert rooms <= set(FLOORS)


def test_page_types_do_not_know_one_another() -> None:
    for path in (PACKAGE / "pages").rglob("*.py"):
        parts = path.relative_to(PACKAGE / "pages").parts
        if len(parts) == 1:
            continue
        for module, line in _imports(path):
            steps = module.split(".")
            if steps[:2] == ["brochure", "pages"] and len(steps) > 2 and (PACKAGE / "pages" / steps[2]).is_dir():
                assert steps[2] == parts[0], f"{_name(path)}:{line} imports pages/{steps[2]}"


def test_what_the_author_writes_for_a_page_needs_no_typesetting() -> None:
    for path in (PACKAGE / "pages").glob("*/content.py"):
        for module, line in _imports(path):
            if module.startswith("brochure."):
                assert module.split(".")[1] in {"content", "source"}, f"{_name(path)}:{line}: {module}"


def test_no_module_is_part_of_a_cycle() -> None:
    graph = {_dotted(path): {module for module, _ in _imports(path) if module.startswith("brochure")} for path in FILES}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " → ".join((*trail[trail.index(module) :], module))
        if module in done or module not in graph:
            return
        for other in sorted(graph[module]):
            visit(other, (*trail, module))
        done.add(module)

    for module in sorted(graph):
        visit(module, ())


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_every_page_type_has_its_row_and_its_door() -> None:
    from brochure.pages import PAGE_TYPES

    folders = {path.name for path in (PACKAGE / "pages").iterdir() if (path / "__init__.py").is_file()}
    assert {name.replace("-", "_") for name in PAGE_TYPES} == folders
    for folder in folders:
        assert (PACKAGE / "pages" / folder / "content.py").is_file()
        assert (PACKAGE / "pages" / folder / "layout.py").is_file()
