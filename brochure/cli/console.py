"""The two streams: results to standard output and nothing else there, everything said to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct

from brochure.cli.speaker import Speaker
from brochure.diagnostics import Diagnostic, Message, Severity
from brochure.rows import Rows

if TYPE_CHECKING:
    from brochure.cli.findings import Sources

FORMATS: Mapping[str, Callable[[Iterable[Diagnostic], Speaker, Sources], Iterator[str]]] = Rows(
    {
        "text": "brochure.cli.findings:as_text",
        "json": "brochure.cli.findings:as_json",
        "github": "brochure.cli.findings:as_github",
    }
)
"""The forms findings are told in, by the word of `--format`; loaded when there is something to tell."""


class Console(Struct, frozen=True):
    """Where and how the program speaks. `root` is the project's folder; `verbosity` is -1 (-q), 0 or 1 (-v)."""

    root: Path
    speaker: Speaker
    format: str = "text"
    verbosity: int = 0

    def result(self, words: str) -> None:
        """A line of what was asked for: the path of a file that was made, a line of a list."""
        print(words, file=sys.stdout, flush=True)

    def say(self, what: Message, least: int = 0) -> None:
        """A sentence about the work, for people only; `least` is the verbosity from which it is said."""
        if self.format == "text" and self.verbosity >= least:
            print(self.speaker.say(what), file=sys.stderr, flush=True)

    def findings(self, diagnostics: Iterable[Diagnostic]) -> None:
        """What was found; with -q errors alone."""
        told = [each for each in diagnostics if self.verbosity >= 0 or each.severity is Severity.ERROR]
        if not told:
            return
        from brochure.cli.findings import Sources, as_text

        sources = Sources(self.root)
        if self.format == "text":
            lines = as_text(told, self.speaker, sources, _has_colour(sys.stderr))
        else:
            lines = FORMATS[self.format](told, self.speaker, sources)
        for line in lines:
            print(line, file=sys.stderr)
        sys.stderr.flush()

    @property
    def has_moving_line(self) -> bool:
        """Whether people watch a terminal on which a line may move."""
        return self.format == "text" and self.verbosity >= 0 and sys.stderr.isatty()

    @contextmanager
    def progress(self) -> Generator[Callable[[Message], None]]:
        """A line that says what is being done: moving on a terminal, with -v one line a step elsewhere."""
        if not self.has_moving_line:
            yield lambda what: self.say(what, 1)
            return
        from rich.console import Console as Terminal
        from rich.markup import escape

        with Terminal(stderr=True, highlight=False).status("") as status:
            yield lambda what: status.update(escape(self.speaker.say(what)))


def _has_colour(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def prepare_streams() -> None:
    """Let no sign the terminal cannot show stop the program: it is written as its number instead."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
