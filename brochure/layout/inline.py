"""Marked copy becomes runs: what an author marks, in the faces and with the readings a style orders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.content.marks import Mark, Piece, plain_of
from brochure.layout.styles import Readings, Style
from brochure.typesetting.line import NOTE_UNPLACED, UNREADABLE, Finding
from brochure.typesetting.paragraph import Emphasis, Run, Setting, SideLine

if TYPE_CHECKING:
    from brochure.typesetting.ruby import Ruby

_SETTINGS = {Mark.ACROSS: Setting.TATE_CHU_YOKO, Mark.WARICHU: Setting.WARICHU, Mark.RAISED: Setting.RAISED}
_SIDE_LINES = {Mark.NAME: SideLine.PROPER_NAME, Mark.BOOK: SideLine.BOOK_TITLE}


def runs_of(pieces: Sequence[Piece], style: Style) -> tuple[tuple[Run, ...], tuple[Finding, ...]]:
    """The runs of marked copy in a style, and the readings that could not be set as they are written."""
    runs: list[Run] = []
    findings: list[Finding] = []
    at = 0
    for piece in pieces:
        if piece.note and not piece.base:
            findings.append(Finding(NOTE_UNPLACED, plain_of(piece.note), at))
            continue
        ruby = None
        if piece.ruby and style.readings is not Readings.NONE:
            ruby, found = _ruby(piece, style, at)
            findings.extend(found)
        runs.append(_run(piece, style, ruby))
        at += len(piece.base)
    return tuple(runs), tuple(findings)


def _run(piece: Piece, style: Style, ruby: Ruby | None) -> Run:
    marks = piece.marks
    return Run(
        piece.base,
        style.strong if Mark.STRONG in marks and style.strong else style.paragraph.text,
        piece.target,
        ruby,
        Emphasis.USUAL if Mark.DOTS in marks else None,
        next((_SIDE_LINES[mark] for mark in marks if mark in _SIDE_LINES), None),
        next((_SETTINGS[mark] for mark in marks if mark in _SETTINGS), Setting.NORMAL),
        piece.goes_on,
    )


def _ruby(piece: Piece, style: Style, at: int) -> tuple[Ruby, tuple[Finding, ...]]:
    """The ruby of a piece; a reading that does not answer its characters stands over the whole word as written."""
    from brochure.typesetting.readings import ruby_of  # many booklets have none
    from brochure.typesetting.ruby import Ruby, RubyKind

    found: tuple[Finding, ...] = ()
    try:
        ruby = ruby_of(piece.characters, piece.ruby, style.paragraph.text.language)
    except ValueError:
        ruby = Ruby((" ".join(piece.parts),), RubyKind.GROUP)
        found = (Finding(UNREADABLE, f"{piece.base}《{piece.ruby}》", at),)
    if ruby.kind is not RubyKind.BOPOMOFO:
        ruby = replace(ruby, scale=style.ruby_size)
    return ruby, found


def first_readings(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with the reading of each word only where it stands for the first time."""
    seen: set[tuple[str, str]] = set()
    kept: list[Piece] = []
    for piece in pieces:
        is_known = (piece.base, piece.ruby) in seen
        seen.add((piece.base, piece.ruby))
        kept.append(replace(piece, ruby="") if piece.ruby and is_known else piece)
    return tuple(kept)
