"""Fonts: in the file, whole enough for the words set in them, and named as what they are."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.fonts import Font
from brochure.preflight.limits import Limits


def _name(font: Font) -> str:
    return font.name or "?"


def _unembedded(document: Document, limits: Limits) -> Iterator[Finding]:
    for page, font in document.fonts:
        if not font.is_embedded:
            yield error(message("the font “{name}” is not in the file", name=_name(font)), page)


def _unreadable(document: Document, limits: Limits) -> Iterator[Finding]:
    for page, font in document.fonts:
        if font.is_embedded and not font.is_type3 and font.program is None:
            yield error(message("the font “{name}” is in the file, but damaged", name=_name(font)), page)


def _type3(document: Document, limits: Limits) -> Iterator[Finding]:
    for page, font in document.fonts:
        if font.is_type3:
            what = message("the font “{name}” is a Type 3 font: drawings instead of letters", name=_name(font))
            yield warning(what, page)


def _prefix(document: Document, limits: Limits) -> Iterator[Finding]:
    for page, font in document.fonts:
        program = font.program
        if program is None or font.is_type3:
            continue
        if not font.has_prefix and program.looks_cut_down:
            what = message("the font “{name}” is a subset, but its name does not say so", name=_name(font))
            yield warning(what, page)
        elif font.descriptor_name and not _alike(font):
            what = message("the font is called “{name}” and “{other}”", name=_name(font), other=font.descriptor_name)
            yield warning(what, page)


def _alike(font: Font) -> bool:
    """Whether both names agree; a CFF font's Type0 name may end in its encoding's (table 121)."""
    return font.name == font.descriptor_name or font.name.startswith(f"{font.descriptor_name}-")


def _to_unicode(document: Document, limits: Limits) -> Iterator[Finding]:
    for page, font in document.fonts:
        found = font.to_unicode
        if found is None:
            continue
        if not (found.is_sound and found.texts):
            what = message("the font “{name}” has a table of characters that cannot be read", name=_name(font))
            yield warning(what, page)
        elif any(found.texts.get(code) in _NO_CHARACTERS for code in font.used):
            what = message("the font “{name}” maps glyphs to what is no character", name=_name(font))
            yield warning(what, page)


_NO_CHARACTERS = frozenset(("\0", "\ufeff", "\ufffd", "\ufffe", "\uffff"))


def _no_text(document: Document, limits: Limits) -> Iterator[Finding]:
    """PDF/A at levels u and a, and PDF/UA, want every glyph's character."""
    level = (document.xmp or {}).get("pdfaid:conformance", "").upper()
    if level not in ("A", "U") and "pdfuaid:part" not in (document.xmp or {}):
        return
    for page, font in document.fonts:
        if font.is_composite and font.to_unicode is None:
            what = message("the font “{name}” does not say which characters its glyphs are", name=_name(font))
            yield error(what, page)


def _missing(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for words in page.words:
            if words.missing and words.paint is not None:
                what = message("glyphs are missing from “{name}”: empty boxes are printed", name=_name(words.font))
                yield error(what, page.number, words.box, words=words.text)


_EMBED = message("save the PDF with all fonts embedded")
_AGAIN = message("write the PDF anew from the program it was made with")
_OTHER_FONT = message("set these words in a font that has their characters")
RULES = (
    Rule("font.unembedded", "ISO 15930-7; ISO 15930-1; GWG 2022", _EMBED, _unembedded),
    Rule("font.damaged", "ISO 32000-1, 9.9", _EMBED, _unreadable),
    Rule("font.type3", "GWG 2022", message("use an outline font"), _type3),
    Rule("font.subset-name", "ISO 32000-1, 9.6.4", _AGAIN, _prefix),
    Rule("font.to-unicode", "ISO 32000-1, 9.10.3", _AGAIN, _to_unicode),
    Rule("font.no-to-unicode", "ISO 19005-2, 6.2.11.7; ISO 14289-1, 7.21.7", _AGAIN, _no_text),
    Rule(
        "font.missing-glyph",
        "ISO 15930-7; GWG 2022",
        message("set these words in a font that has their characters"),
        _missing,
    ),
)
