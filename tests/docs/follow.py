"""Follows a document as its reader would, in a copy of the project: writes its files, edits, runs its commands.

A fence says what it is by its first words:

    yaml title="content/…"   (or python, po …)   a whole file
    diff title="content/…"                       an edit: what stands before − and blank is found once and replaced
    sh                                           commands, one a line
    text                                         what the commands of the fence before it say

`.venv/bin/python -m tests.docs.follow docs/editors.ja.md` writes the real output into the text fences of a document.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ".venv/bin/python"
COPIED = ("brochure", "content", "fonts", "locales", "tests", "make_pdf.py", "pyproject.toml")
NOT_RUN = ("python3 -m venv", f"{PYTHON} -m pip", "git ", "msgfmt ")
"""How the commands begin that need the network, or tools a reader may not have."""

_FENCE = re.compile(r"^( *)```(?P<info>[^`\n]*)\n(?P<body>.*?)^\1```[ ]*$", re.M | re.S)
_TITLE = re.compile(r'title="([^"]+)"')
_NUMBER = re.compile(r" *\d+")


@dataclass(frozen=True)
class Fence:
    """A fenced part of a document: its language, the file it is of ("" for none), its words, and where they stand."""

    kind: str
    title: str
    body: str
    line: int
    begin: int
    end: int


@dataclass(frozen=True)
class Ran:
    """The commands of one fence: what they said, how each ended, and the fence that tells their output, if any."""

    fence: Fence
    said: str
    codes: tuple[int, ...]
    told: Fence | None


def fences(text: str) -> tuple[Fence, ...]:
    """The fences of a document, in order."""
    found: list[Fence] = []
    for match in _FENCE.finditer(text):
        info = match["info"].strip()
        title = _TITLE.search(info)
        body = re.sub(f"(?m)^{match[1]}", "", match["body"])
        line = text[: match.start()].count("\n") + 1
        kind = info.split()[0] if info else ""
        found.append(Fence(kind, title[1] if title else "", body, line, match.start("body"), match.end("body")))
    return tuple(found)


def commands(fence: Fence) -> Iterator[str]:
    """The commands of a fence, their remarks taken away."""
    for line in fence.body.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield re.sub(r"\s+# .*$", "", line).strip()


def copied(folder: Path) -> Path:
    """A copy of the project to try a document in."""
    root = folder / "project"
    root.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, root / name)
    return root


def follow(document: Path, root: Path) -> tuple[Ran, ...]:
    """Do in `root` what the document says; returns what its commands said. AssertionError: an edit failed."""
    parts = fences(document.read_text("utf-8"))
    ran: list[Ran] = []
    for number, fence in enumerate(parts):
        if fence.kind == "sh":
            following = parts[number + 1] if number + 1 < len(parts) else None
            told = following if following and following.kind == "text" else None
            ran.append(_ran(fence, told, root, _language(document)))
        elif fence.title:
            path = root / fence.title
            if fence.kind == "diff":
                path.write_text(edited(path.read_text("utf-8"), fence), "utf-8")
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(fence.body, "utf-8")
    return tuple(ran)


def edited(text: str, fence: Fence) -> str:
    """A file's text with the edit of a fence, each of whose parts (parted by `@@`) stands in it exactly once."""
    for part in re.split(r"(?m)^@@.*\n", fence.body):
        lines = part.splitlines(keepends=True)
        if not lines:
            continue
        old = "".join(line[1:] or "\n" for line in lines if line[:1] in " -\n")
        new = "".join(line[1:] or "\n" for line in lines if line[:1] in " +\n")
        assert text.count(old) == 1, f"line {fence.line}: stands {text.count(old)} times in {fence.title}:\n{old}"
        text = text.replace(old, new)
    return text


def _language(document: Path) -> str:
    """The locale of the document's reader."""
    return {".ja": "ja_JP.UTF-8", ".zh": "zh_CN.UTF-8"}.get(Path(document.stem).suffix, "C.UTF-8")


def _ran(fence: Fence, told: Fence | None, root: Path, language: str) -> Ran:
    said: list[str] = []
    codes: list[int] = []
    for command in commands(fence):
        if not command.startswith(NOT_RUN):
            done = run(command, root, language)
            said.append(done.stdout)
            codes.append(done.returncode)
    return Ran(fence, "".join(said), tuple(codes), told)


def run(command: str, root: Path, language: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
    """Run a command of a document in a folder; both streams are in `stdout`."""
    words = shlex.split(command)
    program = {PYTHON: [sys.executable], "brochure": [sys.executable, "-m", "brochure"]}.get(words[0], [words[0]])
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTEST", "COV"))}
    environ |= {"LANG": language, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [*program, *words[1:]],
        cwd=root,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def without_numbers(said: str) -> str:
    """Words without numbers and line lengths: what stays the same when an office adds to the content."""
    return re.sub(r"\^~*", "^", _NUMBER.sub(" 0", said)).strip()


def main(names: list[str]) -> None:
    """Write what the commands of documents really say into their text fences."""
    for name in names:
        document = ROOT / name
        with tempfile.TemporaryDirectory() as folder:
            ran = follow(document, copied(Path(folder)))
        text = document.read_text("utf-8")
        for each in reversed(ran):
            print(f"{name}:{each.fence.line}: {each.codes}", *commands(each.fence), sep="\n    ")
            if each.told:
                text = text[: each.told.begin] + each.said + text[each.told.end :]
            elif each.said:
                print("    |", each.said.replace("\n", "\n    | "))
        document.write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
