"""The programs ours is raced against: what is written for each beforehand, the command of a run, and what it lacks.

All set the same towns on the same page, as near to ours as each can come (`page_measures.py`): Typst reads `towns.typ`,
WeasyPrint and Chromium HTML with `towns.css`, platypus and fpdf2 are programs of their own. typst-plain is the plain
document of design/performance.md.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.artwork import write_artwork
from benchmarks.html_document import html_source
from benchmarks.peer_fonts import Fonts
from benchmarks.peer_process import browser
from benchmarks.towns import Town
from benchmarks.typst_document import PAGES, plain_source
from benchmarks.yearbook import yearbook

PROCESS = Path(__file__).parent.resolve() / "peer_process.py"

PACKAGES = {
    "typst-plain": "typst",
    "typst": "typst",
    "typst-tagged": "typst",
    "platypus": "reportlab",
    "weasyprint": "weasyprint",
    "fpdf2": "fpdf2",
}
"""The distributions engines come from."""

_MODULES = {"fpdf2": "fpdf"}  # where the module's name is not the distribution's

_TYPST = ("punctuation styles by country", "priorities in justification")
_TOGETHER = "pages of a timeline that end together"
_PLAIN = ("drawings", "signs", "eras", "legend", "running head and foot", "serif type", _TOGETHER)
_HTML = (_TOGETHER, "a band that bleeds under the contents", "the legend at the foot")
LACKS = {
    "typst-plain": (*_TYPST, *_PLAIN),
    "typst": _TYPST,
    "typst-tagged": (*_TYPST, "tags of each entry of a timeline", "row heads of tables"),
    "weasyprint": ("punctuation gaps", "justification of kanji and kana", *_HTML),
    "chromium": ("priorities in justification", "page numbers in the contents", "running head and foot", *_HTML),
    "platypus": (
        "punctuation gaps",
        "flush lines",
        "variable fonts",
        "serif type (CFF)",
        _TOGETHER,
        "a year named again over the page",
    ),
    "fpdf2": (
        "kinsoku",
        "punctuation gaps",
        "justification of kanji and kana",
        "bands",
        "signs of the kinds (dots instead)",
        "two columns",
        _TOGETHER,
    ),
}
"""What an engine does not do in setting lines and finding type, and what its document does not draw of our page; what
its file has not is found in the file."""


def available(engine: str) -> bool:
    """Whether an engine is installed here."""
    if engine == "chromium":
        return browser() is not None
    package = PACKAGES.get(engine)
    return package is None or importlib.util.find_spec(_MODULES.get(package, package)) is not None


def write_sources(folder: Path, towns: Sequence[Town], fonts: Fonts) -> None:
    """Write what the engines read, drawings too, into a folder. Typst shows drawings from PDF: it keeps such a one
    once, one in SVG as often as it is shown.
    """
    data = yearbook(towns)
    write_artwork(folder)
    (folder / "towns.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    (folder / "towns.html").write_text(html_source(data, fonts), "utf-8")
    (folder / "plain.typ").write_text(plain_source(towns), "utf-8")
    shutil.copyfile(PAGES, folder / "towns.typ")


def command(engine: str, folder: Path, out: Path, fonts: Fonts) -> Sequence[str]:
    """What makes `out` of the sources in a folder, in a process of its own."""
    return (sys.executable, str(PROCESS), engine, str(folder), str(out), str(fonts.folder))
