"""Styles without a project: a language set in the typefaces and by the conventions that come with the program.

For programs that use the engine alone, for `brochure compose`, and for ReportLab documents (`pdf/flowable.py`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from brochure.diagnostics import Report, UsageError, error, message
from brochure.drawing.colour import BLACK, Colour
from brochure.languages import LANGUAGES
from brochure.layout.styles import Style, centred_baseline
from brochure.theme.reader import read_theme
from brochure.theme.theme import Theme
from brochure.theme.typefaces_reader import read_typefaces
from brochure.typefaces.library import TypefaceLibrary
from brochure.typesetting.paragraph import ParagraphStyle
from brochure.typesetting.text_style import TextStyle

_PROGRAM = Path(__file__).parents[2]
_LINE_FEED = 1.75  # of the size: three quarters of an em between lines, room for readings


@cache
def ready_typefaces() -> TypefaceLibrary:
    """The typefaces that come with the program."""
    report = Report()
    library = read_typefaces(_PROGRAM, report)
    report.raise_if_errors()
    return library


@cache
def _base() -> Theme:
    report = Report()
    theme = read_theme(_PROGRAM, "base", report)
    report.raise_if_errors()
    assert theme is not None
    return theme


def ready_style(
    language: str,
    size: float = 10.0,
    family: str = "mincho",
    weight: int = 400,
    line_feed: float = 0.0,
    colour: Colour = BLACK,
) -> Style:
    """A justified paragraph in a language (`ja`, `zh_CN`, `zh_TW`); `family` is `mincho` or `gothic`.

    Lengths in points; a line feed of 0 is one and three quarters of the size. What else a paragraph may be is changed
    with `msgspec.structs.replace` on `style.paragraph`. Raises UsageError for a language or a family there is not, and
    BrochureError where a font file is missing.
    """
    theme, library = _base(), ready_typefaces()
    _refuse_unknown("language", language, tuple(LANGUAGES))
    _refuse_unknown("family", family, tuple(theme.families))
    feed = line_feed or size * _LINE_FEED
    text = TextStyle(library.chain(theme.families[family][language], weight), size, language, colour)
    strong_family, strong_weight = next(rule.strong for rule in theme.styles.values() if rule.family == family)
    strong = replace(text, faces=library.chain(theme.families[strong_family][language], strong_weight))
    paragraph = ParagraphStyle(text, feed, LANGUAGES[language].conventions)
    return Style("ready", paragraph, centred_baseline(size, feed), feed, strong=strong)


def _refuse_unknown(what: str, name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise UsageError(
            [
                error(
                    "usage.unknown",
                    message("there is no {what} “{name}”", what=what, name=name),
                    None,
                    message("known are: {known}", known=", ".join(known)),
                )
            ]
        )
