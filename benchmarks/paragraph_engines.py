"""The engines of the paragraph bench: each sets the same paragraphs at the same measures and tells where glyphs stand.

Ours are measured from the glyphs handed to the PDF writer; the others from the characters of the PDFs they make.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.type_styles import EM, ROOT, glyph_places, library, style
from brochure.typesetting.compose import compose
from brochure.typesetting.paragraph import Alignment, Fit, paragraph

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_FEED = 17.0  # points from line to line
_ROOMY = 40  # lines: how high a page is made for a paragraph


class Character(NamedTuple):
    """A character and where its em begins along the line, in em from the measure's head."""

    text: str
    along: float


SetLine = tuple[Character, ...]


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as an engine set it."""

    measure: int  # em
    lines: tuple[SetLine, ...]


class Engine(NamedTuple):
    """An engine: its name, and what sets the paragraphs of a language; `is_here` tells whether it is installed."""

    name: str
    set_all: Callable[[str, Sequence[tuple[str, int]]], Iterable[SetParagraph]]
    is_here: Callable[[], bool]


def font_file(language: str) -> Path:
    """The font file all engines are given for a language."""
    return library().chain("ja-gothic" if language == "ja" else "zh_CN-gothic").main.path


def _ours(fit: Fit) -> Callable[[str, Sequence[tuple[str, int]]], Iterator[SetParagraph]]:
    def set_all(language: str, copies: Sequence[tuple[str, int]]) -> Iterator[SetParagraph]:
        chosen = style(language, Alignment.JUSTIFIED, fit=fit)
        for copy, measure in copies:
            made = compose(paragraph(copy, chosen), measure * EM)
            lines = (
                tuple(Character(place.text, place.along) for place in glyph_places(line) if place.text)
                for line in made.lines
            )
            yield SetParagraph(measure, tuple(_one_by_one(line) for line in lines))

    return set_all


def _one_by_one(line: SetLine) -> SetLine:
    """A ligature of dashes or dots as its characters, an em each."""
    return tuple(
        Character(character, place.along + index)
        for place in line
        for index, character in enumerate(place.text if set(place.text) <= set("—…―") else (place.text,))
    )


def _typst(language: str, copies: Sequence[tuple[str, int]]) -> Iterator[SetParagraph]:
    import typst

    family = "Noto Sans JP" if language == "ja" else "Noto Sans SC"
    lang = 'lang: "ja", region: "JP"' if language == "ja" else 'lang: "zh", region: "CN"'
    source = [
        f'#set text(font: "{family}", size: {EM}pt, weight: 400, {lang})\n#set par(justify: true, leading: 7pt)\n'
    ]
    for copy, measure in copies:
        words = copy.replace("\\", "\\\\").replace('"', '\\"')
        source.append(f'#page(width: {measure * EM}pt, height: {_ROOMY * _FEED}pt, margin: 0pt)[#par("{words}")]\n')
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "paragraphs.typ")
        file.write_text("".join(source), "utf-8")
        made: Any = typst.compile(str(file), font_paths=[str(font_file(language).parent)])
    yield from _from_pdf(made, [measure for _, measure in copies])


def _reportlab(language: str, copies: Sequence[tuple[str, int]]) -> Iterator[SetParagraph]:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    for copy, measure in copies:
        canvas.setPageSize((measure * EM, _ROOMY * _FEED))
        words = reportlab_paragraph(language, copy)
        _, height = words.wrap(measure * EM, _ROOMY * _FEED)
        words.drawOn(canvas, 0, _ROOMY * _FEED - height)
        canvas.showPage()
    canvas.save()
    yield from _from_pdf(out.getvalue(), [measure for _, measure in copies])


def reportlab_paragraph(language: str, copy: str) -> Any:
    """The copy as ReportLab's own paragraph for Chinese and Japanese, justified."""
    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph

    name = f"bench-{language}"
    if name not in getRegisteredFontNames():
        registerFont(TTFont(name, str(font_file(language))))
    chosen = ParagraphStyle(name, fontName=name, fontSize=EM, leading=_FEED, wordWrap="CJK", alignment=TA_JUSTIFY)
    return Paragraph(escape(copy), chosen)


def _chromium(language: str, copies: Sequence[tuple[str, int]]) -> Iterator[SetParagraph]:
    tag = "ja" if language == "ja" else "zh-CN"
    pages = "".join(f'<p style="width:{measure * EM}pt">{escape(copy)}</p>' for copy, measure in copies)
    sheet = (
        f'@font-face{{font-family:N;src:url("{font_file(language).as_uri()}");font-weight:100 900}}'
        f"@page{{size:{36 * EM}pt {_ROOMY * _FEED}pt;margin:0}}body{{margin:0}}"
        f"p{{font:400 {EM}pt/{_FEED}pt N;margin:0;text-align:justify;line-break:strict;break-after:page}}"
    )
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "paragraphs.html"), Path(folder, "paragraphs.pdf")
        page.write_text(
            f'<!doctype html><html lang="{tag}"><meta charset="utf-8"><style>{sheet}</style>{pages}', "utf-8"
        )
        command = [_chromium_path(), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        subprocess.run([*command, f"--print-to-pdf={out}", page.as_uri()], check=True, capture_output=True, timeout=300)
        made = out.read_bytes()
    yield from _from_pdf(made, [measure for _, measure in copies])


def _chromium_path() -> str:
    return next((found for name in CHROMIUM if (found := shutil.which(name))), "")


def _luatex(language: str, copies: Sequence[tuple[str, int]]) -> Iterator[SetParagraph]:
    """LuaTeX-ja with the metrics and the class that follow JLReq; a paragraph a page."""
    file = font_file(language)
    face = f"[Path={file.parent}/,RawFeature={{axis={{wght=400}}}},YokoFeatures={{JFM=jlreq}}]{{{file.name}}}"
    box = f"\\hsize=#1bp \\fontsize{{{EM}bp}}{{{_FEED}bp}}\\selectfont\\parindent=0pt\\noindent #2\\par\\vfil"
    head = (
        "\\def\\PushPostHook#1#2{}\\documentclass{jlreq}\n\\usepackage{luatexja-fontspec}\n"
        f"\\setmainjfont{face}\n\\setmainfont{face.replace(',YokoFeatures={JFM=jlreq}', '')}\n"
        "\\hoffset=-1in \\voffset=-1in \\tolerance=9999 \\pretolerance=-1\n"
        f"\\def\\justified#1#2{{\\pagewidth=#1bp \\pageheight={_ROOMY * _FEED}bp \\shipout\\vbox{{{box}}}}}\n"
        "\\begin{document}\n"
    )
    pages = "".join(f"\\justified{{{measure * EM}}}{{{_tex(copy)}}}\n" for copy, measure in copies)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "paragraphs.tex").write_text(f"{head}{pages}\\end{{document}}\n", "utf-8")
        command = ["lualatex", "-interaction=batchmode", "paragraphs.tex"]
        subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=600)
        made = Path(folder, "paragraphs.pdf").read_bytes()
    for paragraph_set in _from_pdf(made, [measure for _, measure in copies]):
        lines = (tuple(Character(_narrow(text), along) for text, along in line) for line in paragraph_set.lines)
        yield SetParagraph(paragraph_set.measure, tuple(lines))


def _narrow(text: str) -> str:
    """What was typed, where LuaTeX's file says a full-width letter or figure; the paragraphs have none."""
    return chr(ord(text) - 0xFEE0) if "０" <= text <= "ｚ" and text.isalnum() else text


def _tex(copy: str) -> str:
    """The copy with the signs TeX reads otherwise."""
    return "".join(f"\\{sign}" if sign in "%&$#_{}" else sign for sign in copy)


def _from_pdf(made: bytes, measures: Sequence[int]) -> Iterator[SetParagraph]:
    """The lines of a PDF with a paragraph a page."""
    import pypdfium2

    document: Any = pypdfium2.PdfDocument(made)
    for page, measure in zip(document, measures, strict=False):
        yield SetParagraph(measure, _lines_of(page))


def _lines_of(page: Any) -> tuple[SetLine, ...]:
    """The characters of a page by the height of their baselines."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    words = page.get_textpage()
    lines: dict[int, list[Character]] = {}
    x, y = c_double(), c_double()
    for index in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words.raw, index)
        if raw.FPDFText_IsGenerated(words.raw, index) == 1 or code in (10, 13):
            continue
        raw.FPDFText_GetCharOrigin(words.raw, index, byref(x), byref(y))
        lines.setdefault(round(y.value), []).append(Character(chr(code), x.value / EM))
    return tuple(tuple(lines[height]) for height in sorted(lines, reverse=True))


ENGINES = (
    Engine("ours, first fit", _ours(Fit.FIRST), lambda: True),
    Engine("ours, total fit", _ours(Fit.TOTAL), lambda: True),
    Engine("Typst", _typst, lambda: importlib.util.find_spec("typst") is not None),
    Engine("ReportLab", _reportlab, lambda: True),
    Engine("Chromium", _chromium, lambda: bool(_chromium_path())),
    Engine("LuaTeX-ja", _luatex, lambda: shutil.which("lualatex") is not None),
)
OURS = tuple(engine.name for engine in ENGINES[:2])


def texts(language: str) -> tuple[str, ...]:
    """The paragraphs of the bench in a language."""
    copy = (ROOT / "benchmarks" / f"paragraphs_{language.partition('_')[0]}.txt").read_text("utf-8")
    return tuple(part.strip() for part in copy.split("\n\n") if part.strip() and not part.startswith("#"))
