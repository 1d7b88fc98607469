"""A paragraph becomes lines: the one door of the room.

A line end typed in the copy is a line end; what it parts are pieces, each with a last line of its own. In a measure
under twelve ems (`Conventions.narrow`) the very strict level gives way to the strict by itself (JLReq 3.1.7, note).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.drawing.frame import Placed
from brochure.typesetting.conventions import Conventions
from brochure.typesetting.cut import Cut, Measures
from brochure.typesetting.galley import Galley, set_galley
from brochure.typesetting.itemise import missing, printable
from brochure.typesetting.line import FORCED_BREAK, NARROW_MEASURE, OVERFULL, Composed, Finding, Line
from brochure.typesetting.line_adjustment import taken_up
from brochure.typesetting.line_breaking import first_fit, ragged, total_fit
from brochure.typesetting.ordinary import ordinary
from brochure.typesetting.paragraph import (
    Alignment,
    Breaks,
    Fit,
    HeadBracket,
    Paragraph,
    ParagraphStyle,
    Run,
    Setting,
    paragraph,
)
from brochure.typesetting.placing import Placing, glyphs_by_run, glyphs_of, placing
from brochure.typesetting.plain_lines import plain_lines
from brochure.typesetting.segment import Segment
from brochure.typesetting.spacing import OPENING
from brochure.typesetting.text_style import TextStyle

_EM = 1000
_ENDLESS = 1e6  # points
_ROUNDING = 1.0  # thousandths of a point: what widths in points may differ by from whole thousandths of an em
_BRACKET_SHIFT = {HeadBracket.HALF: -_EM // 2, HeadBracket.FULL: _EM // 2}
_RAISED_SIZE = 0.6  # of the copy around it: a note's number


def compose(copy: Paragraph, measure: float) -> Composed:
    """The lines of a paragraph at a measure in points, and what gave way in composing them."""
    style, room = copy.style, _room(copy.style, measure)
    is_relaxed = _is_relaxed(style, room)
    read = ordinary(copy.runs, style, is_relaxed)
    if read is not None:
        slug = read.slug(room)
        if slug is not None:
            return Composed((slug,))
        made, findings = _lines(_cut_piece(read.galley(), style, room, True), copy.runs, style)
        return Composed(tuple(made), findings)
    runs, findings = _printable(copy.runs)
    told = {finding.offset for finding in findings}
    findings += tuple(finding for finding in missing(runs) if finding.offset not in told)
    lines: list[Line] = []
    start = 0
    for number, piece in enumerate(_pieces(runs)):
        galley = set_galley(piece, style, is_relaxed)
        made, found = _lines(_cut_piece(galley, style, room, number == 0), piece, style)
        lines += [replace(line, start=line.start + start, end=line.end + start) for line in made] if start else made
        findings += tuple(replace(finding, offset=finding.offset + start) for finding in found)
        start += sum(len(run.text) for run in piece) + 1
    return Composed(tuple(lines), findings)


class SetLine(Struct, frozen=True):
    """A line before its glyphs: what the account of a line is drawn from. Lengths in thousandths of the paragraph's em.

    `cut` is of the galley of `placing`; `start` is where that galley's text begins in the paragraph's; `measure` is
    the paragraph's own, indents counted in; `slack` is what the line lacked (or had too much, negative) before its gaps
    were adjusted.
    """

    placing: Placing
    cut: Cut
    start: int
    measure: int
    slack: int


def set_lines(copy: Paragraph, measure: float) -> Iterator[SetLine]:
    """The lines `compose` gives, as they stand before their glyphs are placed."""
    style, room = copy.style, _room(copy.style, measure)
    is_relaxed = _is_relaxed(style, room)
    read = ordinary(copy.runs, style, is_relaxed)
    if read is not None:
        yield from _set_lines(_cut_piece(read.galley(), style, room, True), copy.runs, style, 0)
        return
    runs, _ = _printable(copy.runs)
    start = 0
    for number, inner in enumerate(_pieces(runs)):
        galley = set_galley(inner, style, is_relaxed)
        yield from _set_lines(_cut_piece(galley, style, room, number == 0), inner, style, start)
        start += sum(len(run.text) for run in inner) + 1


def _set_lines(piece: _Piece, runs: tuple[Run, ...], style: ParagraphStyle, start: int) -> Iterator[SetLine]:
    galley = piece.galley
    for cut in piece.cuts or [Cut(0, 0)]:
        last = galley.last(cut.first, cut.end)
        room, indent = piece.measures.of(cut.first), piece.indent(cut)
        slack = room - galley.width(cut.first, cut.end) - cut.end_gap + cut.hung
        if last < cut.first:
            line = placing(galley, runs, style, cut.first, last, {}, indent)
        else:
            line = _placed(galley, runs, style, cut, last, indent, slack)
        yield SetLine(line, cut, start, room + indent, slack)


def set_line(text: str, style: TextStyle, conventions: Conventions) -> Line:
    """One line of its natural width, never broken: labels, folios, what stands in charts."""
    flat = ParagraphStyle(style, style.size, conventions, Alignment.START)
    composed = compose(paragraph(text.replace("\n", ""), flat), _ENDLESS)
    return composed.lines[0] if composed.lines else Line((), 0.0, 0, 0, "")


def _printable(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Finding, ...]]:
    cleaned: list[Run] = []
    findings: tuple[Finding, ...] = ()
    start = 0
    for run in runs:
        if run.setting is Setting.RAISED:
            run = replace(run, style=replace(run.style, size=run.style.size * _RAISED_SIZE))
        text, found = printable(run.text)
        cleaned.append(replace(run, text=text) if found else run)
        findings += tuple(replace(finding, offset=finding.offset + start) for finding in found)
        start += len(run.text)
    return tuple(cleaned), findings


def _pieces(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """The runs parted at the line ends typed in them."""
    pieces: list[list[Run]] = [[]]
    for run in runs:
        head, *rest = run.text.split("\n")
        pieces[-1].append(run if not rest else replace(run, text=head))
        pieces += [[replace(run, text=text)] for text in rest]
    return [tuple(piece) for piece in pieces]


def _lines(piece: _Piece, runs: tuple[Run, ...], style: ParagraphStyle) -> tuple[list[Line], tuple[Finding, ...]]:
    galley, measures = piece.galley, piece.measures
    if not piece.cuts:
        return [Line((), 0.0, 0, len(galley.text), galley.text)], ()
    if galley.is_plain:
        lines = plain_lines(galley, piece.cuts, measures, (piece.head_indent, piece.hanging_indent), style)
    else:
        lines = [_line(galley, runs, style, cut, piece.indent(cut), measures.of(cut.first)) for cut in piece.cuts]
    return lines, tuple(_gave_way(piece, style, lines))


class _Piece(Struct, frozen=True, gc=False):
    """What stands between two line ends typed in the copy, cut into lines; indents in thousandths of an em."""

    galley: Galley
    measures: Measures
    head_indent: int
    hanging_indent: int
    cuts: list[Cut]
    is_narrow: bool

    def indent(self, cut: Cut) -> int:
        """How far a line is moved in."""
        return self.hanging_indent if cut.first else self.head_indent


def _room(style: ParagraphStyle, measure: float) -> int:
    """A measure in points in thousandths of the style's em."""
    return int(measure / style.text.size * _EM + 1e-6)


def _is_relaxed(style: ParagraphStyle, room: int) -> bool:
    """Whether the measure is so narrow that the very strict level gives way."""
    return room < style.conventions.narrow * _EM


def _cut_piece(galley: Galley, style: ParagraphStyle, room: int, is_head: bool) -> _Piece:
    hanging = round(style.hanging_indent * _EM)
    indent = round(style.indent * _EM) if is_head else hanging
    if style.head_bracket is not HeadBracket.FLUSH and is_head and galley.total and galley.codes[0] == OPENING:
        indent += _BRACKET_SHIFT[style.head_bracket]
    wanted = indent, hanging
    indent, hanging = _indent_within(room, indent), _indent_within(room, hanging)
    measures = Measures(room - indent, room - hanging)
    cuts = _cuts(galley, style, measures) if galley.total else []
    return _Piece(galley, measures, indent, hanging, cuts, wanted != (indent, hanging))


def _indent_within(room: int, indent: int) -> int:
    """As much of an indent as leaves a line room for one character; none is left where there is no room for it."""
    return min(indent, max(0, room - _EM))


def _cuts(galley: Galley, style: ParagraphStyle, measures: Measures) -> list[Cut]:
    if style.breaks is Breaks.PHRASES:
        from brochure.typesetting.phrases import balanced  # few paragraphs are parted so

        return balanced(galley, measures, style.conventions, style.text.language)
    if style.alignment not in (Alignment.JUSTIFIED, Alignment.SPREAD):
        return ragged(galley, measures, style.conventions)
    if galley.width(0, galley.total) <= measures.head:
        return [Cut(0, galley.total)]
    fit = first_fit if style.fit is Fit.FIRST else total_fit
    return fit(galley, measures, style.conventions)


def _gave_way(piece: _Piece, style: ParagraphStyle, lines: Sequence[Line]) -> Iterator[Finding]:
    """What gave way where there was too little room: the indent, the rules for line ends, the measure itself."""
    if piece.is_narrow:
        yield Finding(NARROW_MEASURE, f"{(piece.measures.other + piece.hanging_indent) / _EM:g}", 0)
    for cut, line in zip(piece.cuts, lines, strict=True):
        if cut.is_forced:
            yield _forced(piece.galley, cut)
        room = piece.measures.of(cut.first) + cut.hung
        if line.width * _EM > room * style.text.size + _ROUNDING:
            yield Finding(OVERFULL, line.text.strip(" "), line.start)


def _forced(galley: Galley, cut: Cut) -> Finding:
    at = galley.starts[cut.end]
    return Finding(FORCED_BREAK, galley.text[max(0, at - 8) : at] + "|" + galley.text[at : at + 8], at)


def _line(galley: Galley, runs: tuple[Run, ...], style: ParagraphStyle, cut: Cut, indent: int, measure: int) -> Line:
    """One line, its gaps adjusted and its glyphs placed."""
    first, last = cut.first, galley.last(cut.first, cut.end)
    start, end = galley.starts[first], galley.starts[cut.end]
    if last < first:
        return Line((), 0.0, start, end, galley.text[start:end])
    width = galley.width(first, cut.end)
    slack = measure - width - cut.end_gap + cut.hung
    line = _placed(galley, runs, style, cut, last, indent, slack)
    if galley.is_adorned:
        from brochure.typesetting.ornaments import adorned  # few booklets have any

        items = adorned(line, glyphs_by_run(line, _note), is_hyphenated=cut.end in galley.hyphens)
    else:
        items = glyphs_of(line, _note)
    width += sum(line.deltas.values()) - (_cut_from_rubies(galley, first, last) if galley.rubies else 0)  # is in it
    return Line(items, width * galley.em / _EM, start, end, galley.text[start:end], style.is_vertical)


def _placed(
    galley: Galley, runs: tuple[Run, ...], style: ParagraphStyle, cut: Cut, last: int, begin: int, slack: int
) -> Placing:
    """A line's gaps adjusted to take up the slack, and where its first body begins."""
    first = cut.first
    deltas: dict[int, int] = {}
    if slack:
        deltas, moved = taken_up(galley, style, cut, last, slack)
        begin += moved
    if style.head_bracket is HeadBracket.FULL and galley.codes[first] == OPENING:
        begin += galley.heads.get(first, 0)
    if galley.rubies:
        from brochure.typesetting.ornaments import cut_changes, head_room

        begin += galley.heads.get(first, 0) and head_room(galley, first, last)
        for at, change in cut_changes(galley, first, last):
            deltas[at] = deltas.get(at, 0) + change
    return placing(galley, runs, style, first, last, deltas, begin)


def _cut_from_rubies(galley: Galley, first: int, last: int) -> int:
    """By how much a line is changed where its ends cut words with ruby."""
    from brochure.typesetting.ornaments import cut_changes

    return sum(change for _, change in cut_changes(galley, first, last))


def _note(line: Placing, segment: Segment, head: int, end: int, at: int) -> tuple[Placed, ...]:
    """A note within a line; what sets them is loaded with the first there is."""
    from brochure.typesetting.inset import note

    return note(line, segment, head, end, at)
