"""A fixture of a mistake: a file as an office would write it, with what is expected of the program written in its head.

    #~ a full-width colon after a key           what it is, in words
    #~ file content/people.yaml                 the file of the project it stands in the place of
    #~ encoding cp932                           how it is saved (utf-8)
    #~ ends crlf                                how its lines end (lf)
    #~ sign ␀ U+0000                            a sign that stands for one that no editor shows
    #~ 9:10 error source.wide-colon             line and column (of this file, from 1), gravity and code
    #~   → write “date: …”, …                   its cures, in order
    #~ nothing                                  where no finding is expected

The head is part of the file: for YAML it is comments.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from brochure.content.booklet import read_booklet
from brochure.diagnostics import Diagnostic, Report
from brochure.edition.reader import read_editions
from brochure.pages.orders import read_pages

FOLDER = Path(__file__).parent
PROJECT = FOLDER / "project"
ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding as a fixture writes it."""

    place: str
    gravity: str
    code: str
    cures: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join((f"#~ {self.place} {self.gravity} {self.code}", *(f"#~   → {cure}" for cure in self.cures)))


@dataclass(frozen=True, slots=True)
class Fixture:
    """A file with a mistake and what should be said of it."""

    path: Path
    file: str
    data: bytes
    expected: tuple[Expected, ...]
    is_silent: bool

    def installed(self, folder: Path) -> Path:
        """A project that has the mistake."""
        root = folder / "project"
        shutil.copytree(PROJECT, root)
        target = root / self.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self.data)
        return root


def read_fixture(path: Path) -> Fixture:
    """A fixture from its file."""
    text = path.read_text("utf-8")
    head = re.findall(r"(?m)^#~ (.*)$", text)
    named = {word: rest for word, _, rest in (line.partition(" ") for line in head)}
    for sign, point in re.findall(r"(?m)^#~ sign (.) U\+([0-9A-F]+)$", text):
        first, rest = text.split(f"#~ sign {sign} U+{point}\n")
        text = f"{first}#~ sign {point}\n{rest.replace(sign, chr(int(point, 16)))}"
    data = text.replace("\n", ENDS[named.get("ends", "lf")]).encode(named.get("encoding", "utf-8"))
    expected: list[Expected] = []
    for line in head:
        if found := re.fullmatch(r"(\d+:\d+) (error|warning|note) (\S+)", line):
            expected.append(Expected(*found.groups(), cures=()))
        elif line.startswith("  → "):
            last = expected.pop()
            expected.append(Expected(last.place, last.gravity, last.code, (*last.cures, line[4:])))
    return Fixture(path, named["file"], data, tuple(expected), "nothing" in named)


def findings(root: Path) -> tuple[Diagnostic, ...]:
    """Everything said of a project's content, in the order of the places."""
    report = Report()
    booklet = read_booklet(root, report)
    for edition in read_editions(root, report):
        read_pages(edition, booklet, report)
    return report.ordered()


def told(finding: Diagnostic) -> Expected:
    """A finding as a fixture would write it."""
    place = f"{finding.span.line}:{finding.span.column}" if finding.span else "-"
    return Expected(place, finding.severity.value, finding.code, tuple(str(cure) for cure in finding.hints))


FIXTURES = tuple(read_fixture(path) for path in sorted(FOLDER.glob("*.yaml")))
