"""A paragraph's copy cut into items: stretches of one run, one face and one kind of script, ready to be shaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from brochure.typefaces.face import Face
from brochure.typesetting.line import FORBIDDEN_CHARACTER, MISSING_GLYPH, Finding
from brochure.typesetting.paragraph import Run
from brochure.typesetting.text_style import TextStyle


class Kind(StrEnum):
    """What an item is shaped as."""

    HAN = "Hani"  # Han, kana and their signs
    QUOTES = "quotes"  # “ ” ‘ ’ that belong to Han text and take full width there
    LATIN = "Latn"


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of copy from `start`, in code points of the paragraph."""

    start: int
    text: str
    run: int
    style: TextStyle
    face: Face
    kind: Kind


_LATIN = r"[!-~\u00a0-\u00a6\u00a8-\u00af\u00b2-\u00b5\u00b9-\u00d6\u00d8-\u00f6\u00f8-\u052f\u1e00-\u1fff\u202f]"
_STRETCH = re.compile(
    rf"(?P<Latn>{_LATIN}(?:(?:{_LATIN}|[ ’‘–])*{_LATIN})?)|(?P<quotes>[“”‘’]+)|[^!-~“”‘’]+?(?={_LATIN}|[“”‘’]|$)|.",
    re.S,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The copy with control characters and lone surrogates as U+FFFD, and a finding for each."""
    if not _CONTROL.search(text):
        return text, ()
    found = [Finding(FORBIDDEN_CHARACTER, f"U+{ord(match[0]):04X}", match.start()) for match in _CONTROL.finditer(text)]
    return _CONTROL.sub("\ufffd", text), tuple(found)


def missing(runs: tuple[Run, ...]) -> tuple[Finding, ...]:
    """The characters no face of their run's style can draw."""
    found: list[Finding] = []
    start = 0
    for run in runs:
        for at, cluster in run.style.faces.uncovered(run.text):
            found.append(Finding(MISSING_GLYPH, cluster, start + at))
        start += len(run.text)
    return tuple(found)


def itemise(runs: tuple[Run, ...]) -> Iterator[Item]:
    """The items of the runs, in order; together they are the whole copy."""
    start = 0
    for number, run in enumerate(runs):
        for kind, at, stretch in _stretches(run.text):
            for begin, end, face in run.style.faces.spans(stretch):
                yield Item(start + at + begin, stretch[begin:end], number, run.style, face, kind)
        start += len(run.text)


def _stretches(text: str) -> Iterator[tuple[Kind, int, str]]:
    """Stretches of one kind; those of Han text that touch are joined."""
    held = -1
    end = 0
    for found in _STRETCH.finditer(text):
        end = found.end()
        if found["Latn"] is None and found["quotes"] is None:
            held = found.start() if held < 0 else held
            continue
        if held >= 0:
            yield Kind.HAN, held, text[held : found.start()]
            held = -1
        yield (Kind.LATIN if found["Latn"] is not None else Kind.QUOTES), found.start(), found[0]
    if held >= 0:
        yield Kind.HAN, held, text[held:end]
