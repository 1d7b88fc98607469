"""Diagnostics as text for people, as JSON for programs, and as annotations for GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct, field

from brochure.cli.display import shown, underlined
from brochure.cli.speaker import SEVERITIES, Speaker
from brochure.diagnostics import Diagnostic, Message, Severity, Span
from brochure.patterns import pattern
from brochure.source.files import encoding_of

_BREAK = pattern(r"\r\n|\r|\n")
_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")
"""How workbooks (xlsx and ods, xls) and PDFs begin: a place in one is told, but there is no line to show."""
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


class Sources(Struct):
    """The author's files, read again to show a line; a file that cannot be read shows none."""

    root: Path
    lines: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def line(self, span: Span) -> str | None:
        """The line a place is in, None where it cannot be shown."""
        if span.file not in self.lines:
            self.lines[span.file] = self._read(span.file)
        lines = self.lines[span.file]
        return lines[span.line - 1] if 0 < span.line <= len(lines) else None

    def _read(self, name: str) -> list[str]:
        try:
            data = (self.root / name).read_bytes()
            if data.startswith(_NO_TEXT):
                return []
            return _BREAK.split(data.decode(encoding_of(data) or "utf-8-sig", "replace"))
        except OSError:
            return []


def as_text(
    diagnostics: Iterable[Diagnostic], speaker: Speaker, sources: Sources, colour: bool = False
) -> Iterator[str]:
    """Each finding as lines: place, gravity, words and code; the line with the place marked; cures; places related."""
    for each in diagnostics:
        gravity = _painted(speaker.say(SEVERITIES[each.severity]), _COLOURS[each.severity], colour)
        place = f"{shown(str(each.span))}: " if each.span else ""
        yield f"{place}{gravity}: {shown(speaker.say(each.message))} [{each.code}]"
        if each.span:
            yield from _excerpt(each.span, sources)
        for cure in each.hints:
            yield f"  → {shown(speaker.say(cure))}"
        for span, words in each.related:
            yield f"  {shown(str(span))}: {shown(speaker.say(words))}"
            yield from _excerpt(span, sources)


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _excerpt(span: Span, sources: Sources) -> Iterator[str]:
    line = sources.line(span)
    if line is None or not line.strip():
        return
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    text, marks = underlined(line, span.column - 1, end)
    yield f"{span.line:>5} | {text}"
    yield f"      | {marks}"


def as_json(diagnostics: Iterable[Diagnostic], speaker: Speaker, sources: Sources) -> Iterator[str]:
    """Each finding as one JSON object on one line; `template` and `values` stay English whatever the language."""
    import json

    for each in diagnostics:
        yield json.dumps(
            {
                "severity": each.severity.value,
                "code": each.code,
                "message": speaker.say(each.message),
                "template": each.message.template,
                "values": plain_values(each.message),
                "place": _place(each.span),
                "hints": [speaker.say(hint) for hint in each.hints],
                "related": [{"place": _place(span), "message": speaker.say(what)} for span, what in each.related],
            },
            ensure_ascii=False,
        )


def plain_values(what: Message) -> dict[str, str | int | float]:
    """The values of a message's fields as a program reads them."""
    return {name: str(value) if isinstance(value, Message) else value for name, value in what.values}


def _place(span: Span | None) -> dict[str, str | int] | None:
    if span is None:
        return None
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def as_github(diagnostics: Iterable[Diagnostic], speaker: Speaker, sources: Sources) -> Iterator[str]:
    """Each finding as a workflow command, which GitHub shows beside the line of the file."""
    for each in diagnostics:
        kind = "notice" if each.severity is Severity.NOTE else each.severity.value
        fields = {"title": each.code}
        if each.span:
            place = each.span
            fields = {
                "file": place.file,
                "line": str(place.line),
                "endLine": str(place.end_line),
                "col": str(place.column),
                "endColumn": str(max(place.column, place.end_column - 1)),
                **fields,
            }
        words = "\n→ ".join(speaker.say(what) for what in (each.message, *each.hints))
        said = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
        yield f"::{kind} {said}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
