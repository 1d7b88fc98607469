"""Every code of a finding that stands in the program's source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from brochure.content.marks import Fault

PACKAGE = Path(__file__).parent.parent.parent / "brochure"
MADE: dict[str, tuple[str, ...]] = {
    "content.": tuple(f"content.{fault.value}" for fault in Fault),
    "translation.": tuple(f"translation.{state}" for state in ("missing", "fuzzy", "stale", "draft")),
    "preflight.": (),  # a page of theirs is made of the rule itself
}
"""The codes that are put together: by how the f-string that makes them begins."""
_CODE = re.compile(r"([a-z_]+)\.[a-z0-9]+(?:-[a-z0-9]+)*")


def rooms() -> set[str]:
    """The first words codes may have: the rooms, and the edges of the program."""
    return {path.name.removesuffix(".py") for path in PACKAGE.iterdir()} | {"usage", "output"}


def codes() -> dict[str, str]:
    """Every code with the file it stands in."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for code in _codes_in(ast.parse(path.read_text("utf-8"))):
            found.setdefault(code, path.relative_to(PACKAGE).as_posix())
    return found


def _codes_in(tree: ast.Module) -> Iterator[str]:
    known = rooms()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _made(node)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = _CODE.fullmatch(node.value)
            if found and found[1] in known and not _is_file(node.value):
                yield node.value


def constants() -> dict[str, str]:
    """The name of the constant that holds a code, where there is one: tests may say it by that."""
    found: dict[str, str] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if (
                isinstance(node, ast.Assign)
                and isinstance(node.value, ast.Constant)
                and _CODE.fullmatch(str(node.value.value))
            ):
                found[str(node.value.value)] = ast.unparse(node.targets[0])
    return found


def _made(call: ast.Call) -> Iterator[str]:
    """The codes an f-string among a call's arguments makes."""
    for argument in call.args:
        if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
            yield from MADE.get(str(argument.values[0].value), ())


def _is_file(text: str) -> bool:
    return text.rpartition(".")[2] in {"py", "po", "pot", "md", "yaml", "json", "tsv", "css", "js", "html"}
