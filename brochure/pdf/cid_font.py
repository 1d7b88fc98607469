"""The objects of one composite font: Type0, CIDFont, descriptor, widths, ToUnicode map and program (ISO 32000-1, 9.7).

CID = glyph number throughout: Identity-H and Identity-V codes, `/CIDToGIDMap /Identity`, and CFF charsets rewritten by
`subset`. A horizontal and a vertical font of one face share everything but the encoding.

The pen of a vertical line (9.7.4.3 lets it stand anywhere beside a glyph) runs from foot to foot of the bodies, not
from head to head: poppler takes a glyph to stand above its pen, and with the pen at the head finds every upright
character an em too high, so that what is turned or lies across falls out of its line.
"""

from __future__ import annotations

from codecs import utf_16_be_encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import groupby
from typing import Protocol

import uharfbuzz
from msgspec import DecodeError
from msgspec.msgpack import decode, encode

from brochure.pdf.deflate import MAKER, deflated
from brochure.pdf.fount import Cut, Fount
from brochure.pdf.runs import PEN_BELOW_HEAD
from brochure.pdf.subset import subset
from brochure.store import Store, key_of
from brochure.typefaces.face import Face

Widths = Callable[[int], float]

_DEFAULT_WIDTH = 1000  # an ideograph's
_TAG_LETTERS = 6  # ISO 32000-1, 9.6.4
_AT_MOST = 100  # entries of one bfchar block: Adobe Technical Note 5014


class Document(Protocol):
    """What a font needs of the file it goes into: objects under names of their own, told by their mentions."""

    def put(self, name: str, what: str) -> str:
        """An object; gives `12 0 R`."""
        ...

    def deflated(self, name: str, entries: str, data: bytes) -> str:
        """A stream that is compressed already, with more entries in its dictionary; gives `12 0 R`."""
        ...


def embed(document: Document, face: Face, fount: Fount, cut: Cut) -> Callable[[bool], str]:
    """Put a fount of a face, cut, into the document; gives the function that makes its horizontal or vertical Type0
    font."""
    name = subset_name(face, fount.texts)
    file = document.deflated(f"font.{face.key}.program", _program_entries(cut), cut.program)
    descriptor = document.put(f"font.{face.key}.descriptor", _descriptor(face, cut, name, file))
    descendant = document.put(
        f"font.{face.key}.descendant",
        f"<< /Type /Font /Subtype /{'CIDFontType0' if cut.is_cff else 'CIDFontType2'} /BaseFont /{name}\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>\n"
        f"/FontDescriptor {descriptor}"
        f"{'' if cut.is_cff else ' /CIDToGIDMap /Identity'}\n"
        f"/DW {_DEFAULT_WIDTH} /W [{cut.widths}]{cut.vertical} >>",
    )
    to_unicode = document.deflated(f"font.{face.key}.to-unicode", "", cut.to_unicode)

    def type0(is_vertical: bool) -> str:
        encoding = "Identity-V" if is_vertical else "Identity-H"
        base = f"{name}-{encoding}" if cut.is_cff else name  # ISO 32000-1, table 121
        return document.put(
            f"font.{face.key}.{encoding}",
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /{encoding}\n"
            f"/DescendantFonts [{descendant}] /ToUnicode {to_unicode} >>",
        )

    return type0


def cut_of(face: Face, fount: Fount, kept: Store | None = None) -> Cut:
    """A fount of a face, cut. It is `kept`: an edit seldom needs other glyphs."""
    if kept is None:
        return _cut(face, fount)
    state = face.path.stat()
    file = f"{face.key} {face.path} {state.st_size} {state.st_mtime_ns} {face.axes}"
    how = f"font 3 {uharfbuzz.version_string()} {MAKER}"
    key = key_of((how, file, repr([*fount.texts.items()]), repr([*fount.vertical])))
    data = kept.get(key)
    if data is not None:
        with suppress(DecodeError):  # of another make
            return decode(data, type=Cut)
    cut = _cut(face, fount)
    kept.put(key, encode(cut))
    return cut


def _cut(face: Face, fount: Fount) -> Cut:
    program = subset(face, fount.texts)
    return Cut(
        deflated(program.data),
        len(program.data),
        program.is_cff,
        program.box,
        horizontal_widths(face, fount.texts),
        _vertical_entries(face, fount.vertical),
        deflated(to_unicode_map(fount.texts)),
    )


def subset_name(face: Face, glyphs: Iterable[int]) -> str:
    """`QWERTY+NotoSansJP-Regular`: the tag is drawn from the face and its glyphs, so equal subsets are named alike."""
    what = f"{face.key} {face.postscript_name} {' '.join(map(str, glyphs))}"
    digits = int.from_bytes(sha256(what.encode()).digest()[:8], "big")
    tag = "".join(chr(ord("A") + digits // 26**place % 26) for place in range(_TAG_LETTERS))
    return f"{tag}+{face.postscript_name}"


def horizontal_widths(face: Face, glyphs: Iterable[int]) -> str:
    """The inside of /W: advances in thousandths of an em, runs of equal ones as a range, default ones left out."""
    per_em = 1000 / face.units_per_em
    advances = [(glyph, face.advance(glyph)) for glyph in glyphs]
    said = {advance: _number(advance * per_em) for advance in {advance for _, advance in advances}}  # a face has few
    wide = [(glyph, said[advance]) for glyph, advance in advances]
    parts: list[str] = []
    for run in _consecutive([(glyph, width) for glyph, width in wide if width != str(_DEFAULT_WIDTH)]):
        if len(run) > 2 and len({width for _, width in run}) == 1:
            parts.append(f"{run[0][0]} {run[-1][0]} {run[0][1]}")
        else:
            parts.append(f"{run[0][0]} [{' '.join(width for _, width in run)}]")
    return "\n".join(parts)


def vertical_metrics(face: Face, glyphs: Iterable[int]) -> str:
    """The inside of /W2 for glyphs whose advance down or origin is not the default of /DW2 (ISO 32000-1, 9.7.4.3)."""
    per_em = 1000 / face.units_per_em
    top, pen = round(face.ideographic_ascent * 1000), round(PEN_BELOW_HEAD * 1000)
    odd: list[tuple[int, str]] = []
    for glyph in glyphs:
        down = face.hb_font.get_glyph_v_advance(glyph) * per_em
        x, y = face.hb_font.get_glyph_v_origin(glyph) or (face.advance(glyph) / 2, top / per_em)
        if (down, y * per_em) != (-1000, top) or abs(x - face.advance(glyph) / 2) > 1:
            odd.append((glyph, f"{_number(down)} {_number(x * per_em)} {_number(y * per_em - pen)}"))
    return "\n".join(f"{run[0][0]} [{' '.join(value for _, value in run)}]" for run in _consecutive(odd))


def to_unicode_map(texts: Mapping[int, str]) -> bytes:
    """The ToUnicode CMap: each glyph's text, of any number of characters, in UTF-16BE (ISO 32000-1, 9.10.3)."""
    entries = [
        f"<{glyph:04X}> <{ord(text):04X}>"
        if len(text := texts[glyph]) == 1 and text <= "\uffff"
        else f"<{glyph:04X}> <{utf_16_be_encode(text)[0].hex().upper()}>"
        for glyph in sorted(texts)
    ]
    blocks = (entries[at : at + _AT_MOST] for at in range(0, len(entries), _AT_MOST))
    body = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
""".encode("ascii")


def _vertical_entries(face: Face, glyphs: Sequence[int]) -> str:
    if not glyphs:
        return ""
    head = round((face.ideographic_ascent - PEN_BELOW_HEAD) * 1000)
    return f"\n/DW2 [{head} -1000] /W2 [{vertical_metrics(face, glyphs)}]"


def _descriptor(face: Face, cut: Cut, name: str, file: str) -> str:
    metrics = face.metrics
    flags = metrics.is_fixed_pitch * 1 | metrics.is_serif * 2 | 4 | bool(metrics.slope) * 64  # table 123; 4: symbolic
    stem = round(50 + (metrics.weight / 65) ** 2)  # nobody measures it: the usual estimate from the weight
    return (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags {flags}\n"
        f"/FontBBox [{' '.join(map(str, cut.box))}] /ItalicAngle {_number(metrics.slope)}\n"
        f"/Ascent {_number(metrics.ascent * 1000)} /Descent {_number(-metrics.descent * 1000)}"
        f" /CapHeight {_number(metrics.cap_height * 1000)} /StemV {stem}\n"
        f"/FontFile{'3' if cut.is_cff else '2'} {file} >>"
    )


def _program_entries(cut: Cut) -> str:
    return "/Subtype /CIDFontType0C " if cut.is_cff else f"/Length1 {cut.length} "


def _consecutive(entries: Iterable[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Runs of neighbouring glyph numbers."""
    numbered = enumerate(entries)
    for _, run in groupby(numbered, key=lambda entry: entry[1][0] - entry[0]):
        yield [entry for _, entry in run]


def _number(value: float) -> str:
    return f"{round(value, 2) + 0.0:.7g}"
