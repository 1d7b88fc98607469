"""What the program says about the author's work: a place, a finding, and the report that gathers them.

    BrochureError            the author's mistakes stop the work; carries the diagnostics
      UsageError             the command line's words are off (exit 2)

Anything else that is raised is our own bug and keeps its traceback.

A diagnostic's words are an English template with named fields, so that `cli/messages.py` can say the same in
Japanese and Chinese; the template is the `msgid` of `locales/<language>/LC_MESSAGES/messages.po`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import force_setattr


class Severity(StrEnum):
    """How grave a finding is: an error stops the file it belongs to, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(Struct, frozen=True, order=True):
    """A place in one of the author's files: lines and columns count from 1, in characters; the end is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __post_init__(self) -> None:
        """Let a span without an end stand for the one character it begins at."""
        if not self.end_line:
            force_setattr(self, "end_line", self.line)
        if not self.end_column:
            force_setattr(self, "end_column", self.column + 1)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Message(Struct, frozen=True):
    """A sentence to the user: an English template and the values of its `{named}` fields, translated only when said. A
    value that is words of the program's own is a message itself.
    """

    template: str
    values: tuple[tuple[str, str | int | float | Message], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values))


def message(template: str, /, **values: str | int | float | Message) -> Message:
    """A message from a template and its fields, sorted by name so that equal messages compare equal."""
    return Message(template, tuple(sorted(values.items())))


class Diagnostic(Struct, frozen=True):
    """One finding: what is wrong, where, what to do about it. `code` is dotted and stable (`content.unknown-key`)."""

    severity: Severity
    code: str
    message: Message
    span: Span | None = None
    hints: tuple[Message, ...] = ()
    related: tuple[tuple[Span, Message], ...] = ()


def error(code: str, what: Message, span: Span | None = None, *hints: Message) -> Diagnostic:
    """A diagnostic that stops the file it belongs to."""
    return Diagnostic(Severity.ERROR, code, what, span, hints)


def warning(code: str, what: Message, span: Span | None = None, *hints: Message) -> Diagnostic:
    """A diagnostic that the user should see but that stops nothing."""
    return Diagnostic(Severity.WARNING, code, what, span, hints)


class Report(Struct):
    """Everything found so far, in the order of finding; the one value in the program that grows."""

    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(self, diagnostic: Diagnostic) -> None:
        """Take a finding in, once: the same finding said again is not repeated."""
        if diagnostic not in self.diagnostics:
            self.diagnostics.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take several findings in."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops the work."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)

    def is_wrong(self, file: str) -> bool:
        """Whether an error stands in a file."""
        return any(each.severity is Severity.ERROR and each.span and each.span.file == file for each in self)

    def is_confined_to(self, folder: str) -> bool:
        """Whether every error stands in a file under a folder, named with its last slash."""
        errors = [each.span for each in self if each.severity is Severity.ERROR]
        return all(span is not None and span.file.startswith(folder) for span in errors)

    def ordered(self) -> tuple[Diagnostic, ...]:
        """The findings by file and place; those without a place come last, in the order of finding."""
        return tuple(sorted(self.diagnostics, key=lambda each: (each.span is None, each.span or Span(""))))

    def raise_if_errors(self) -> None:
        """Raise BrochureError with everything found where an error is among it."""
        if self.has_errors:
            raise BrochureError(self.ordered())

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)


class BrochureError(Exception):
    """The author's mistakes, collected: what stops a build, a check or a reading. Exit 1."""

    exit_code = 1

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(f"{each.span or '-'}: {each.message}" for each in self.diagnostics))


class UsageError(BrochureError):
    """The command line's words are off. Exit 2."""

    exit_code = 2
