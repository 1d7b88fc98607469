"""`brochure compose`: a text set in lines; told as text, as an account of every character, or drawn large."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import to_builtins
from msgspec.structs import replace

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.diagnostics import Report, Span, UsageError, error, message, warning
from brochure.drawing.units import mm
from brochure.languages import SOURCE_LANGUAGE
from brochure.layout.styles import Readings, Style
from brochure.layout.text_block import Words, marked, paragraphs_of
from brochure.typesetting.paragraph import Alignment, Fit, Paragraph
from brochure.typesetting.writing_mode import WritingMode

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(em|pt|mm|)")
_NAME = "TEXT"  # what findings call the copy
_SIZE, _LARGE = 10.0, 28.0  # points: of lines that are told, and of those that are drawn
_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # in a file that has no date of its own


def compose_text(options: Options, console: Console, report: Report) -> None:
    """Set the text of the command line; what gave way goes to the report, a drawing to the file that is named."""
    style = _style(options, _LARGE if options.lines.pdf else _SIZE)
    measure = _measure(options.lines.measure, style.size)
    text = _text(options.lines.text)
    copies = _copies(text, style, options, report)
    if not copies:
        report.add(warning("usage.nothing-to-set", message("there is nothing to set but blanks"), Span(_NAME)))
        return
    _find(copies, text, measure, report)
    if options.lines.pdf:
        from brochure.source.files import write_safely

        write_safely(Path(options.lines.pdf), _drawn(copies, measure, style))
        console.result(options.lines.pdf)
    elif console.format == "json":
        console.result(json.dumps(_told(copies, measure), ensure_ascii=False))
    else:
        from brochure.typesetting.compose import compose

        for copy in copies:
            for line in compose(copy, measure).lines:
                console.result(line.text)


def _text(said: str) -> str:
    """The text that is meant: `-` is what comes on the standard input."""
    if said != "-":
        return said
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        what = message("what came on the standard input is not UTF-8")
        raise UsageError([error("usage.not-utf-8", what)]) from problem


def _copies(text: str, style: Style, options: Options, report: Report) -> list[Paragraph]:
    """The paragraphs of a text, its marks read. Raises BrochureError where one is wrong."""
    from brochure.content.mark_rules import wrong_marks
    from brochure.content.marks import parse_marks, plain_of
    from brochure.layout.inline import first_readings

    for wrong in wrong_marks(text):
        line = text.count("\n", 0, wrong.offset) + 1
        column = wrong.offset - (text.rfind("\n", 0, wrong.offset) + 1) + 1
        place = Span(_NAME, line, column, line, column + wrong.length)
        report.add(error(wrong.code, wrong.what, place, *wrong.hints))
    report.raise_if_errors()
    pieces = parse_marks(text)
    if options.lines.ruby == Readings.FIRST:
        pieces = first_readings(pieces)
    words = Words(plain_of(pieces), _NAME, style.paragraph.text.language, pieces)
    copies: list[Paragraph] = []
    for part in paragraphs_of(words, style):
        copy, findings = marked(part, style)
        copies.append(copy)
        report.extend(finding.diagnostic(Span(_NAME)) for finding in findings)
    return copies


def _style(options: Options, size: float) -> Style:
    """The style the options order."""
    from brochure.theme.ready import ready_style
    from brochure.typesetting.conventions import GB, JIS, TAIWAN, Hanging, KinsokuLevel

    ready = ready_style(_language(options), size, options.lines.family or "mincho")
    ways = ready.paragraph.conventions
    if options.lines.conventions:
        ways = {"jis": JIS, "gb": GB, "taiwan": TAIWAN}[options.lines.conventions]
    if options.lines.level:
        ways = replace(ways, level=KinsokuLevel(options.lines.level))
    if options.lines.hanging:
        ways = replace(ways, hanging=Hanging(options.lines.hanging))
    paragraph = replace(
        ready.paragraph,
        conventions=ways,
        alignment=Alignment(options.lines.alignment or "justified"),
        fit=Fit(options.lines.fit or "total"),
        writing_mode=WritingMode.VERTICAL if options.lines.is_vertical else WritingMode.HORIZONTAL,
    )
    return replace(ready, paragraph=paragraph, readings=Readings(options.lines.ruby or "all"))


def _language(options: Options) -> str:
    return options.languages[0] if options.languages else SOURCE_LANGUAGE


def _measure(said: str, size: float) -> float:
    """A measure in points. Raises UsageError for what is no length."""
    found = _LENGTH.fullmatch((said or "20em").strip().lower())
    if found is None or not float(found[1]):
        what = message("“{length}” is no measure", length=said)
        raise UsageError([error("usage.measure", what, None, message("write for example 20em, 210pt or 80mm"))])
    value = float(found[1])
    return value if found[2] == "pt" else mm(value) if found[2] == "mm" else value * size


def _find(copies: Sequence[Paragraph], text: str, measure: float, report: Report) -> None:
    from brochure.typesetting.compose import compose

    begin = 0
    for copy in copies:
        found = text.find(copy.text, begin)
        begin = found + len(copy.text) if found >= 0 else begin
        for finding in compose(copy, measure).findings:
            report.add(finding.diagnostic(_place(text, found + finding.offset) if found >= 0 else Span(_NAME)))


def _place(text: str, at: int) -> Span:
    """Where in the text a finding is; what has marks or line ends of its own within is told without a place."""
    line = text.rfind("\n", 0, at) + 1
    return Span(_NAME, text.count("\n", 0, at) + 1, at - line + 1)


def _told(copies: Sequence[Paragraph], measure: float) -> dict[str, object]:
    """The account of every line, lengths in points at ten points an em."""
    from brochure.typesetting.account import accounts

    lines = [
        {"paragraph": number, **to_builtins(account)}
        for number, copy in enumerate(copies, 1)
        for account in accounts(copy, measure)
    ]
    return {"em": _SIZE, "measure": measure, "lines": lines}


def _drawn(copies: Sequence[Paragraph], measure: float, style: Style) -> bytes:
    """A file of one page as large as the drawn lines."""
    from brochure.edition.profiles import SCREEN
    from brochure.layout.account_drawing import drawn_accounts
    from brochure.layout.page import Book, NumberedPage, Page
    from brochure.pdf.document import write_pdf
    from brochure.pdf.pictures import PictureShelf
    from brochure.press.sheet import sheets
    from brochure.theme.ready import ready_typefaces

    language = style.paragraph.text.language.replace("_", "-")
    page = NumberedPage(Page(drawn_accounts(copies, measure), "compose", has_folio=False), 1, "1", True)
    book = Book("compose", copies[0].text[:40], language, (page,))
    return write_pdf(book, sheets(book, SCREEN), SCREEN, ready_typefaces(), PictureShelf(Path), _DATE)
