"""Files with one fault each: what is wrong, the rule that must say so, the page it must name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from pikepdf import (
    Array,
    AttachedFileSpec,
    Dictionary,
    Encryption,
    Name,
    ObjectStreamMode,
    Pdf,
    Permissions,
    Stream,
    String,
)

from tests.preflight.files import (
    X4,
    font,
    image,
    jpeg,
    made,
    profile,
    separation,
    typeface,
    x1a,
    x4,
)


class Broken(NamedTuple):
    """A fault: `make` gives the file, `rule` and `page` are what must be found."""

    name: str
    rule: str
    page: int
    make: Callable[[], bytes]


def _page(pdf: Pdf, number: int = 2) -> Any:
    return pdf.pages[number - 1].obj


def _drawn(name: str, rule: str, content: str, *changes: Any) -> Broken:
    """A fault in the drawing of page 2 of 4."""
    return Broken(name, rule, 2, lambda: made(content.encode("latin-1"), *changes, pages=4, bad=2))


def _changed(name: str, rule: str, page: int, *changes: Any, **options: Any) -> Broken:
    """A fault in the file's objects."""
    return Broken(name, rule, page, lambda: made(b"", *changes, pages=4, **options))


def placed_resource(kind: str, name: str, build: Callable[[Pdf], Any]) -> Callable[[Pdf], None]:
    """Put something into page 2's resources."""

    def change(pdf: Pdf) -> None:
        resources = _page(pdf).Resources
        if f"/{kind}" not in resources:
            resources[f"/{kind}"] = Dictionary()
        resources[f"/{kind}"][f"/{name}"] = build(pdf)

    return change


def _state(**entries: Any) -> Callable[[Pdf], None]:
    return placed_resource("ExtGState", "G1", lambda pdf: pdf.make_indirect(Dictionary(**entries)))


def plain_picture(width: int, height: int, **entries: Any) -> Callable[[Pdf], None]:
    return placed_resource("XObject", "P1", lambda pdf: image(pdf, width, height, **entries))


def _jpeg(data: Callable[[], bytes], width: int = 90, height: int = 60, **entries: Any) -> Callable[[Pdf], None]:
    return placed_resource(
        "XObject", "P1", lambda pdf: image(pdf, width, height, data=data(), Filter=Name.DCTDecode, **entries)
    )


def _form(content: bytes, **entries: Any) -> Callable[[Pdf], None]:
    def build(pdf: Pdf) -> Any:
        kept = {"Resources": _page(pdf).Resources, "BBox": Array([0, 0, 300, 400]), **entries}
        return pdf.make_indirect(Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, **kept))

    return placed_resource("XObject", "P1", build)


def _boxes(**boxes: Any) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for name, box in boxes.items():
            if box is None:
                del _page(pdf)[f"/{name}"]
            else:
                _page(pdf)[f"/{name}"] = Array(list(box)) if isinstance(box, tuple) else box

    return change


def _only(content: bytes) -> Callable[[Pdf], None]:
    """Page 2 with nothing else on it."""
    return lambda pdf: _page(pdf).__setitem__("/Contents", pdf.make_indirect(Stream(pdf, content)))


def blank_page(pdf: Pdf) -> None:
    """Page 2 with nothing on it at all."""
    _only(b"")(pdf)


def _fontless(pdf: Pdf) -> Any:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


def _type3(pdf: Pdf) -> Any:
    glyph = Stream(pdf, b"600 0 0 0 500 500 d1 0 0 500 500 re f")
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 500, 500]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=pdf.make_indirect(glyph)),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([600]),
    )


def _composite(pdf: Pdf, **entries: Any) -> Any:
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/BitstreamVeraSans-Roman"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=font(pdf).FontDescriptor,
        CIDToGIDMap=Name.Identity,
        DW=600,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/BitstreamVeraSans-Roman"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(below)]),
        **entries,
    )


def _archived(pdf: Pdf) -> None:
    """A file that claims PDF/A-2u besides X-4."""
    claim = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
    x4(pdf, version=X4 + claim)


def _cut_down(pdf: Pdf) -> Any:
    """The typeface with most of its glyphs emptied, still under its full name."""
    data = bytearray(typeface())
    tables = {bytes(data[n : n + 4]): int.from_bytes(data[n + 8 : n + 12], "big") for n in range(12, 12 + 16 * 18, 16)}
    is_long = int.from_bytes(data[tables[b"head"] + 50 : tables[b"head"] + 52], "big")
    count = int.from_bytes(data[tables[b"maxp"] + 4 : tables[b"maxp"] + 6], "big")
    size = 4 if is_long else 2
    kept = 60
    last = data[tables[b"loca"] + kept * size : tables[b"loca"] + kept * size + size]
    for n in range(kept, count + 1):
        data[tables[b"loca"] + n * size : tables[b"loca"] + n * size + size] = last
    made_font = font(pdf)
    made_font.FontDescriptor.FontFile2 = pdf.make_indirect(Stream(pdf, bytes(data)))
    return made_font


def _without_letter(pdf: Pdf) -> Any:
    """A font whose encoding leads to a character it has no glyph for: an ideograph."""
    made_font = font(pdf)
    names = Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array([0xFE, Name.uni6E2F]))
    made_font.Encoding = names
    return made_font


def _to_unicode(body: bytes) -> Callable[[Pdf], Any]:
    return lambda pdf: font(pdf, ToUnicode=pdf.make_indirect(Stream(pdf, body)))


def qr_code(size: float, colour: str = "0 0 0 1 k", ground: str = "0 0 0 0 k 90 90 110 110 re f ") -> str:
    """A QR code as one path at (100, 100), on a light field."""
    import segno

    rows = list(segno.make_qr("https://example.org/", error="m").matrix)
    side = size / len(rows)
    squares = " ".join(
        f"{100 + x * side:.3f} {100 + size - (y + 1) * side:.3f} {side:.3f} {side:.3f} re"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return f"{ground}{colour} {squares} f"


def _han(name: str, second: str = "9AA8") -> Callable[[Pdf], Any]:
    """A font of this name two of whose glyphs stand for ideographs, or the second for what its code names."""

    def build(pdf: Pdf) -> Any:
        cmap = (
            b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
            b"2 beginbfchar <0024> <76F4> <0025> <%s> endbfchar endcmap" % second.encode()
        )
        made_font = _composite(pdf, ToUnicode=pdf.make_indirect(Stream(pdf, cmap)))
        made_font.BaseFont = made_font.DescendantFonts[0].FontDescriptor.FontName = Name(f"/{name}")
        return made_font

    return build


def _root(**entries: Any) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        root: Any = pdf.Root
        for name, value in entries.items():
            root[f"/{name}"] = value(pdf) if callable(value) else value

    return change


def _info(**entries: Any) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        info: Any = pdf.docinfo
        for name, value in entries.items():
            if value is None:
                del info[f"/{name}"]
            else:
                info[f"/{name}"] = value

    return change


def _note(**entries: Any) -> Callable[[Pdf], None]:
    note = {"Type": Name.Annot, "Rect": Array([100, 100, 140, 120]), **entries}
    return lambda pdf: _page(pdf).__setitem__("/Annots", Array([Dictionary(**note)]))


def _attached(pdf: Pdf) -> None:
    pdf.attachments["notes.txt"] = AttachedFileSpec(pdf, b"notes", filename="notes.txt")


def _lzw(pdf: Pdf) -> None:
    # the empty stream in LZW: clear, end of data, in nine bits each
    stream = Stream(pdf, b"\x80\x40\x40")
    stream.Filter = Name.LZWDecode
    pages = _page(pdf)
    pages.Contents = Array([pages.Contents, pdf.make_indirect(stream)])


def _negative() -> bytes:
    return jpeg(90, 60)


def _small_page(pdf: Pdf) -> None:
    page = _page(pdf)
    page.TrimBox, page.BleedBox = Array([60, 50, 250, 350]), Array([51.5, 41.5, 258.5, 358.5])


def _missing_font_file(pdf: Pdf) -> Any:
    broken = font(pdf)
    broken.FontDescriptor.FontFile2 = pdf.make_indirect(Stream(pdf, b"no font at all"))
    return broken


def _blend(space: str, first: tuple[float, ...], last: tuple[float, ...]) -> Callable[[Pdf], Any]:
    return lambda pdf: Dictionary(
        ShadingType=2,
        ColorSpace=Name(f"/{space}"),
        Coords=Array([60, 60, 200, 60]),
        Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array(list(first)), C1=Array(list(last))),
    )


def tiling_pattern(content: bytes) -> Callable[[Pdf], Any]:
    return lambda pdf: pdf.make_indirect(
        Stream(
            pdf,
            content,
            Type=Name.Pattern,
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=Array([0, 0, 10, 10]),
            XStep=10,
            YStep=10,
            Resources=Dictionary(),
        )
    )


_SHOW = "q 100 0 0 66 70 100 cm /P1 Do Q"
_HOT = "0.9 0.8 0.8 0.9 k 100 100 60 60 re f"

COLOURS = (
    _drawn("rgb fill", "colour.rgb", "1 0 0 rg 100 100 50 50 re f"),
    _drawn("rgb stroke", "colour.rgb", "0 0 1 RG 2 w 100 100 m 150 150 l S"),
    _drawn("rgb words", "colour.rgb", "BT /F1 10 Tf 1 0 0 rg 100 120 Td (red) Tj ET"),
    _drawn("rgb by its profile", "colour.rgb", "/Icc cs 1 0 0 scn 100 100 50 50 re f",
           placed_resource("ColorSpace", "Icc", lambda pdf: Array(
               [Name.ICCBased, pdf.make_indirect(Stream(pdf, profile(b"RGB "), N=3))]))),
    _drawn("rgb in a form within a form", "colour.rgb", "/P1 Do", _form(b"q 0 1 0 rg 100 100 50 50 re f Q")),
    _drawn("rgb in a pattern", "colour.rgb", "/Pattern cs /T1 scn 100 100 60 60 re f",
           placed_resource("Pattern", "T1", tiling_pattern(b"0 0 1 rg 0 0 5 5 re f"))),
    _drawn("rgb blend", "colour.rgb", "q 60 60 100 100 re W n /B1 sh Q",
           placed_resource("Shading", "B1", _blend("DeviceRGB", (1, 0, 0), (0, 0, 1)))),
    _drawn("rgb marks", "colour.rgb-marks", "0 0 0 RG 0.3 w 50 10 m 50 30 l S"),
    _drawn("lab", "colour.device-independent", "/Lab cs 50 20 20 scn 100 100 50 50 re f", placed_resource(
        "ColorSpace", "Lab", lambda pdf: Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))]))),
    _drawn("registration colour in the page", "colour.registration", "/All cs 1 scn 100 100 50 50 re f"),
    _drawn("registration colour on words", "colour.registration", "BT /All cs 1 scn /F1 10 Tf 100 120 Td (all) Tj ET"),
    _drawn("mark within the bleed", "marks.inside-bleed", "/All CS 1 SCN 0.3 w 50 30 m 50 47 l S"),
    _drawn("black mark within the bleed", "marks.inside-bleed", "0 0 0 1 K 0.3 w 30 350 m 47 350 l S"),
)  # fmt: skip

SPOTS = (
    _drawn("one ink, two looks", "spot.two-definitions",
           "/Spot cs 1 scn 100 100 30 30 re f /Other cs 1 scn 140 100 30 30 re f",
           placed_resource("ColorSpace", "Other", lambda pdf: separation(pdf, "DIC 156s", (1, 0, 0, 0)))),
    _drawn("one ink, two spellings", "spot.two-spellings",
           "/Spot cs 1 scn 100 100 30 30 re f /Other cs 1 scn 140 100 30 30 re f",
           placed_resource("ColorSpace", "Other", lambda pdf: separation(pdf, "DIC156"))),
    _drawn("pantone, two papers", "spot.two-spellings",
           "/One cs 1 scn 100 100 30 30 re f /Other cs 1 scn 140 100 30 30 re f",
           placed_resource("ColorSpace", "One", lambda pdf: separation(pdf, "PANTONE 185 C")),
           placed_resource("ColorSpace", "Other", lambda pdf: separation(pdf, "PANTONE 185 CVC"))),
    _drawn("an ink named cyan", "spot.process-name", "/Other cs 1 scn 140 100 30 30 re f",
           placed_resource("ColorSpace", "Other", lambda pdf: separation(pdf, "cyan", (1, 0, 0, 0)))),
    _drawn("an ink described in rgb", "spot.rgb", "/Other cs 1 scn 140 100 30 30 re f",
           placed_resource("ColorSpace", "Other", lambda pdf: separation(pdf, "DIC 200", (1, 0, 0), "DeviceRGB"))),
)  # fmt: skip

OVERPRINT = (
    _drawn("white overprints", "overprint.white", "/Over gs 0 0 0 0 k 100 100 40 40 re f"),
    _drawn("white words overprint", "overprint.white", "/Over gs BT /F1 10 Tf 0 0 0 0 k 100 120 Td (white) Tj ET"),
    _drawn("an ink at nothing overprints", "overprint.white", "/Over gs /Spot cs 0 scn 100 100 40 40 re f"),
    _drawn("grey overprints a colour", "overprint.grey",
           "1 0 0 0 k 90 90 80 80 re f /Over gs 0 0 0 0.5 k 100 100 40 40 re f"),
    _drawn("grey words overprint a colour", "overprint.grey",
           "1 0 0 0 k 90 90 80 80 re f /Over gs BT /F1 10 Tf 0 0 0 0.5 k 100 120 Td (grey) Tj ET"),
    _drawn("device grey overprints", "overprint.grey", "/Over gs 0.5 g 100 100 40 40 re f"),
    _drawn("black words knock out", "overprint.black-text",
           "1 0.5 0 0 k 90 90 90 80 re f BT /F1 8 Tf 0 0 0 1 k 100 120 Td (black) Tj ET"),
    _drawn("a black line knocks out", "overprint.black-line",
           "1 0.5 0 0 k 90 90 90 80 re f 0 0 0 1 K 0.5 w 100 120 m 170 120 l S"),
)  # fmt: skip

INKS = (
    _drawn("340 % ink", "ink.limit", _HOT),
    _drawn("400 % ink by overprinting", "ink.limit",
           "1 1 0 0 k 100 100 60 60 re f /Over gs 0 0 1 0.9 k 100 100 60 60 re f"),
    _drawn("too much ink in a picture", "ink.limit", "q 100 0 0 66 70 100 cm /P1 Do Q",
           plain_picture(400, 264, data=bytes((230, 220, 210, 200)) * 400 * 264)),
    _drawn("four full inks", "ink.solid", "1 1 1 1 k 100 100 20 20 re f"),
)  # fmt: skip

PICTURES = (
    _drawn("72 ppi", "image.resolution", _SHOW, plain_picture(100, 66)),
    _drawn("180 ppi", "image.resolution", _SHOW, plain_picture(250, 165)),
    _drawn("enough pixels, made large by a form", "image.resolution", "q 4 0 0 4 -200 -300 cm /F2 Do Q",
           plain_picture(150, 100), placed_resource("XObject", "F2", lambda pdf: pdf.make_indirect(Stream(
               pdf, b"q 30 0 0 20 70 100 cm /P1 Do Q", Type=Name.XObject, Subtype=Name.Form,
               BBox=Array([0, 0, 300, 400]), Resources=_page(pdf).Resources)))),
    _drawn("line art of 300 ppi", "image.resolution", _SHOW,
           plain_picture(416, 275, space=Name.DeviceGray, BitsPerComponent=1)),
    _drawn("inline picture of 14 ppi", "image.resolution",
           "q 20 0 0 20 100 100 cm BI /W 4 /H 4 /CS /G /BPC 8 ID 0123456789abcdef EI Q"),
    _drawn("rgb picture", "image.rgb", _SHOW, plain_picture(400, 264, space=Name.DeviceRGB)),
    _drawn("negative", "image.inverted", "q 20 0 0 13 70 100 cm /P1 Do Q", _jpeg(_negative)),
    _drawn("turned by exif", "image.exif-rotated", "q 20 0 0 13 70 100 cm /P1 Do Q", _jpeg(
        lambda: jpeg(90, 60, orientation=6), Decode=Array([1, 0] * 4))),
    _drawn("jpeg cut off", "image.damaged", "q 20 0 0 13 70 100 cm /P1 Do Q", _jpeg(lambda: jpeg(90, 60)[:-300])),
    _drawn("jpeg of another size", "image.damaged", "q 20 0 0 13 70 100 cm /P1 Do Q",
           _jpeg(lambda: jpeg(90, 60), width=120)),
    _drawn("pixels missing", "image.damaged", _SHOW, plain_picture(400, 264, data=b"\x10" * 1000)),
    _drawn("a stand-in for a server", "image.opi", _SHOW,
           plain_picture(400, 264, OPI=Dictionary({"/2.0": Dictionary(Version=2)}))),
    _drawn("an alternate picture", "image.alternates", _SHOW, plain_picture(400, 264, Alternates=Array([]))),
)  # fmt: skip

FONTS = (
    _drawn("not embedded", "font.unembedded", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td (words) Tj ET",
           placed_resource("Font", "F2", _fontless)),
    _drawn("type 3", "font.type3", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td (aaa) Tj ET",
           placed_resource("Font", "F2", _type3)),
    _drawn("damaged", "font.damaged", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td (aaa) Tj ET",
           placed_resource("Font", "F2", _missing_font_file)),
    _drawn("a glyph that is .notdef", "font.missing-glyph", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td <002400000025> Tj ET",
           placed_resource("Font", "F2", lambda pdf: _composite(pdf))),
    _drawn("a glyph beyond the font", "font.missing-glyph", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td <0024FFF0> Tj ET",
           placed_resource("Font", "F2", lambda pdf: _composite(pdf))),
    _drawn("a letter the font has not", "font.missing-glyph", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td (a\xfeb) Tj ET",
           placed_resource("Font", "F2", _without_letter)),
    _drawn("a subset without its mark", "font.subset-name", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td (abc) Tj ET",
           placed_resource("Font", "F2", _cut_down)),
    _drawn("characters that cannot be read", "font.to-unicode", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td (abc) Tj ET",
           placed_resource("Font", "F2", _to_unicode(b"this is no CMap"))),
    _drawn("characters that are none", "font.to-unicode", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td (abc) Tj ET",
           placed_resource("Font", "F2", _to_unicode(
               b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
               b"1 beginbfchar <61> <0000> endbfchar endcmap"))),
)  # fmt: skip

WORDS = (
    _drawn("3 pt", "text.tiny", "BT /F1 3 Tf 0 0 0 1 k 100 120 Td (tiny) Tj ET"),
    _drawn("3 pt through matrices", "text.tiny", "q 0.3 0 0 0.3 0 0 cm BT /F1 1 Tf 10 0 0 10 400 500 Tm (a) Tj ET Q"),
    _drawn("small in four inks", "text.multi-ink", "BT /F1 7 Tf 0.5 0.4 0.3 0.1 k 100 120 Td (inks) Tj ET"),
    _drawn("small in rich black", "text.rich-black", "BT /F1 9 Tf 0.6 0.4 0.4 1 k 100 120 Td (rich) Tj ET"),
    _drawn("small in white", "text.white", 
           "1 0.5 0 0 k 90 90 90 80 re f BT /F1 6 Tf 0 0 0 0 k 100 120 Td (white) Tj ET"),
    _drawn("near the knife", "text.safe-area", "BT /F1 9 Tf 0 0 0 1 k 53 120 Td (near) Tj ET"),
    _drawn("across the knife", "text.safe-area", "BT /F1 9 Tf 0 0 0 1 k 240 120 Td (across) Tj ET"),
    _drawn("folio near the knife", "text.safe-area", "BT /F1 9 Tf 0 0 0 1 k 150 60.5 Td (12) Tj ET"),
)  # fmt: skip

CODES = (
    _drawn("a code of 8 mm", "code.size", qr_code(22.7)),
    _drawn("a code in four inks", "code.inks", qr_code(60, "0.6 0.4 0.4 1 k")),
    _drawn("a code without light about it", "code.quiet-zone", qr_code(60, ground="0.9 0.5 0 0 k 90 90 80 80 re f ")),
    _drawn("words in a code's light", "code.quiet-zone",
           qr_code(60) + " /Over gs BT /F1 10 Tf 0 0 0 1 k 162 120 Td (scan) Tj ET"),
)  # fmt: skip

COPY = (
    _drawn("geta", "copy.geta", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td <00240025> Tj ET", placed_resource(
        "Font", "F2", lambda pdf: _composite(pdf, ToUnicode=pdf.make_indirect(Stream(
            pdf, b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
                 b"1 beginbfrange <0024> <0025> <3013> endbfrange endcmap"))))),
    _drawn("Chinese in Japanese shapes", "copy.region", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td <00240025> Tj ET",
           placed_resource("Font", "F2", _han("NotoSansJP-Regular")), _root(Lang=String("zh-CN"))),
    _drawn("Japanese in Chinese shapes", "copy.region", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td <00240025> Tj ET",
           placed_resource("Font", "F2", _han("NotoSansSC-Regular")), _root(Lang=String("ja"))),
    _drawn("Japanese with kana in Chinese shapes", "copy.region", "BT /F2 10 Tf 0 0 0 1 k 100 120 Td <00240025> Tj ET",
           placed_resource("Font", "F2", _han("NotoSansSC-Regular", "3044")), _root(Lang=String("ja"))),
)  # fmt: skip

LINES = (
    _drawn("0.1 pt", "line.hairline", "0 0 0 1 K 0.1 w 100 100 m 180 100 l S"),
    _drawn("0 pt", "line.hairline", "0 0 0 1 K 0 w 100 100 m 180 100 l S"),
    _drawn("0.2 pt after scaling", "line.hairline", "q 0.2 0 0 0.2 80 80 cm 0 0 0 1 K 1 w 100 100 m 300 100 l S Q"),
    _drawn("a box as thin as a hair", "line.hairline", "0 0 0 1 k 100 100 80 0.12 re f"),
)

BOXES = (
    _changed("no trim", "box.trim", 2, _boxes(TrimBox=None)),
    _changed("no bleed box", "box.bleed", 2, _boxes(BleedBox=None)),
    _changed("trim and art", "box.trim", 2, x4, _boxes(ArtBox=(50, 50, 250, 350))),
    _changed("trim beyond the bleed", "box.nested", 2, _boxes(BleedBox=(60, 60, 240, 340))),
    _changed("bleed beyond the sheet", "box.nested", 2, _boxes(BleedBox=(-5, 41.5, 258.5, 358.5))),
    _changed("crop within the trim", "box.nested", 2, _boxes(CropBox=(70, 70, 230, 330))),
    _changed("trim without area", "box.empty", 2, _boxes(TrimBox=(50, 50, 50, 350))),
    _changed("no sheet", "box.media", 2, _boxes(MediaBox=None)),
    _changed("user unit", "box.user-unit", 2, _boxes(UserUnit=2)),
    _changed("bleed of 1 mm", "bleed.room", 2, _boxes(BleedBox=(47.2, 47.2, 252.8, 352.8))),
    _changed("ground stops at the trim", "bleed.art-stops", 2, _only(b"1 0 0 0 k 50 50 200 300 re f")),
    _changed("picture stops at the trim", "bleed.art-stops", 2, _only(b"q 200 0 0 132 50 218 cm /P1 Do Q"),
             plain_picture(800, 528)),
    _changed("ground stops in the bleed", "bleed.art-stops", 2, _only(b"1 0 0 0 k 46 46 208 308 re f")),
    _changed("clipped to the trim", "bleed.art-stops", 2,
             _only(b"q 50 50 200 300 re W n 1 0 0 0 k 0 0 300 400 re f Q")),
)  # fmt: skip

PAGES = (
    Broken("three pages", "page.count", 0, lambda: made(pages=3)),
    Broken("ten pages", "page.count", 0, lambda: made(pages=10)),
    _changed("turned", "page.rotated", 2, _boxes(Rotate=90)),
    _changed("of another size", "page.sizes", 2, _small_page),
    _drawn("a font that is not there", "page.missing-resource", "BT /F9 10 Tf 100 120 Td (x) Tj ET"),
    _drawn("a picture that is not there", "page.missing-resource", "/P9 Do"),
    _drawn("q without Q", "page.broken", "q 1 0 0 0 k 100 100 20 20 re f"),
    _drawn("no such operator", "page.broken", "1 0 0 0 k 100 100 20 20 re f 12 xyz"),
    _drawn("numbers missing", "page.broken", "1 0 0 k 100 100 20 20 re f"),
    _drawn("postscript", "page.postscript", "/P1 Do", placed_resource("XObject", "P1", lambda pdf: pdf.make_indirect(
        Stream(pdf, b"showpage", Type=Name.XObject, Subtype=Name.PS)))),
    _drawn("transfer function", "page.device-settings", "/G1 gs 1 0 0 0 k 100 100 20 20 re f",
           _state(TR=Dictionary(FunctionType=2, Domain=Array([0, 1]), N=2))),
    _drawn("halftone", "page.device-settings", "/G1 gs 1 0 0 0 k 100 100 20 20 re f",
           _state(HT=Dictionary(Type=Name.Halftone, HalftoneType=1, Frequency=60, Angle=45))),
)  # fmt: skip

TRANSPARENCY = (
    _drawn("alpha in X-1a", "transparency.forbidden", "/G1 gs 1 0 0 0 k 100 100 20 20 re f", x1a, _state(ca=0.5)),
    _drawn("multiply in X-1a", "transparency.forbidden", "/G1 gs 1 0 0 0 k 100 100 20 20 re f", x1a,
           _state(BM=Name.Multiply)),
    _drawn("soft mask in X-1a", "transparency.forbidden", _SHOW, x1a, lambda pdf: plain_picture(
        400, 264, SMask=image(pdf, 8, 8, space=Name.DeviceGray))(pdf)),
    _changed("rgb blending space", "transparency.group-space", 2, x4, _boxes(
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))),
)  # fmt: skip

INTENTS = (
    _changed("no output intent", "intent.missing", 0, x4, lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    _changed("rgb output intent", "intent.space", 0, lambda pdf: x4(
        pdf, DestOutputProfile=pdf.make_indirect(Stream(pdf, profile(b"RGB ", b"mntr", b"sRGB"), N=3)))),
    _changed("profile of another press", "intent.mismatch", 0, lambda pdf: x4(
        pdf, OutputConditionIdentifier="JC200103")),
    _changed("profile of another number of inks", "intent.mismatch", 0, lambda pdf: x4(
        pdf, DestOutputProfile=pdf.make_indirect(Stream(pdf, profile(), N=3)))),
    _changed("damaged profile", "intent.mismatch", 0, lambda pdf: x4(
        pdf, DestOutputProfile=pdf.make_indirect(Stream(pdf, b"nothing", N=4)))),
    _changed("profile of ICC version 4 in X-1a", "intent.version", 0, lambda pdf: x1a(
        pdf, DestOutputProfile=pdf.make_indirect(Stream(pdf, profile(version=4), N=4)))),
    _changed("no condition named", "intent.unnamed", 0, lambda pdf: x4(pdf, OutputConditionIdentifier=None)),
    _changed("no profile in X-4", "intent.unnamed", 0, lambda pdf: x4(
        pdf, DestOutputProfile=None, RegistryName=String("http://www.color.org"))),
    _changed("no profile and no registry", "intent.unnamed", 0, lambda pdf: x4(pdf, DestOutputProfile=None)),
)  # fmt: skip

METADATA = (
    _changed("PDF/A-2u without characters", "font.no-to-unicode", 2, _archived, placed_resource(
        "Font", "F1", _composite)),
    _changed("two norms", "standard.version-key", 0, x4, _info(GTS_PDFXVersion="PDF/X-3:2002")),
    _changed("a norm taken back", "standard.version-key", 0, x4, _info(GTS_PDFXVersion=None),
             lambda pdf: pdf.Root.__delitem__("/Metadata")),
    _changed("X-3 in one place", "standard.version-key", 0, lambda pdf: x4(
        pdf, version=X4.replace("X-4", "X-3:2003")), _info(GTS_PDFXVersion=None)),
    _changed("no such norm", "standard.version-key", 0, lambda pdf: x4(pdf, version=X4.replace("X-4", "X-9")),
             _info(GTS_PDFXVersion=None)),
    _changed("X-1a without conformance", "standard.version-key", 0, x1a, _info(GTS_PDFXConformance=None)),
    _changed("PDF 1.6 in X-1a", "standard.pdf-version", 0, x1a, force_version="1.6"),
    _changed("trapped unknown", "standard.trapped", 0, x4, _info(Trapped=Name.Unknown)),
    _changed("no title", "metadata.wanted", 0, x1a, _info(Title=None)),
    _changed("broken packet", "metadata.packet", 0, x4, lambda pdf: pdf.Root.__setitem__(
        "/Metadata", pdf.make_indirect(Stream(pdf, b"<x:xmpmeta><unclosed>", Type=Name.Metadata, Subtype=Name.XML)))),
    _changed("two titles", "metadata.twins", 0, x4, _info(Title="Another town")),
    _changed("two dates", "metadata.twins", 0, x4, _info(ModDate="D:20250101000000Z")),
)  # fmt: skip

PACKING = (
    _drawn("16 bits in X-1a", "image.packing", "40 0 0 40 100 100 cm /P1 Do", plain_picture(
        200, 200, BitsPerComponent=16), x1a),
    _drawn("JBIG2 in X-1a", "image.packing", "0 0 0 1 k 40 0 0 40 100 100 cm /P1 Do", placed_resource(
        "XObject", "P1", lambda pdf: image(pdf, 600, 600, None, b"\0" * 32, BitsPerComponent=1, ImageMask=True,
                                           Filter=Name.JBIG2Decode)), x1a),
)  # fmt: skip

EXTRAS = (
    _changed("a note", "extra.notes", 2, _note(Subtype=Name.Text, Contents=String("look"))),
    _changed("a link", "extra.notes", 2, _note(Subtype=Name.Link)),
    _changed("a film", "extra.media", 2, _note(Subtype=Name.RichMedia)),
    _changed("a form", "extra.forms", 2, _note(Subtype=Name.Widget, FT=Name.Tx)),
    _changed("a script", "extra.scripts", 0, _root(OpenAction=Dictionary(S=Name.JavaScript, JS=String("beep()")))),
    _changed("a script by name", "extra.scripts", 0, _root(Names=Dictionary(JavaScript=Dictionary(
        Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("beep()"))]))))),
    _changed("an action", "extra.actions", 0, _root(OpenAction=Dictionary(S=Name.Launch))),
    _changed("an attachment", "extra.attachments", 0, _attached),
    _changed("layers", "extra.layers", 0, _root(OCProperties=lambda pdf: Dictionary(
        OCGs=Array([pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))]), D=Dictionary()))),
)  # fmt: skip

FRAME = (
    Broken("no pages", "page.none", 0, lambda: made(pages=0)),
    _changed("objects packed together in X-1a", "file.object-streams", 0, x1a, force_version="1.5",
             object_stream_mode=ObjectStreamMode.generate),
    Broken("cut off", "file.damaged", 0, lambda: made(pages=2)[:-400]),
    Broken("cut in half", "file.damaged", 0, lambda: made(pages=2)[:30000]),
    Broken("no PDF", "file.damaged", 0, lambda: b"\x89PNG and so on"),
    Broken("locked", "file.encrypted", 0, lambda: made(
        pages=2, encryption=Encryption(owner="o", user="", allow=Permissions(extract=False)), force_version="",
        deterministic_id=False, stream_decode_level=None)),
    Broken("locked with a password", "file.encrypted", 0, lambda: made(
        pages=2, encryption=Encryption(owner="o", user="u"), force_version="",
        deterministic_id=False, stream_decode_level=None)),
    _changed("packed with LZW", "file.lzw", 0, _lzw, compress_streams=False, stream_decode_level=None),
)  # fmt: skip


BROKEN: tuple[Broken, ...] = (
    *(*COLOURS, *SPOTS, *OVERPRINT, *INKS, *PICTURES, *FONTS, *WORDS, *CODES, *COPY, *LINES),
    *(*BOXES, *PAGES, *TRANSPARENCY, *INTENTS, *METADATA, *PACKING, *EXTRAS, *FRAME),
)
