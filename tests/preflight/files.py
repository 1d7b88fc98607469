"""Small PDFs for the preflight's tests, written with pikepdf alone: a clean press page, and what is done to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import reportlab
from pikepdf import Array, Dictionary, Name, Pdf, Stream

Change = Callable[[Pdf], object]

MEDIA, BLEED, TRIM = (0, 0, 300, 400), (41.5, 41.5, 258.5, 358.5), (50, 50, 250, 350)
CLEAN = (
    b"0.1 0.05 0 0 k 41.5 41.5 217 317 re f BT /F1 10 Tf 0 0 0 1 k /Over gs 80 200 Td (Harbour town) Tj ET /Knock gs "
)
_FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


@cache
def typeface() -> bytes:
    """A whole TrueType font, free to embed, that comes with ReportLab."""
    return _FONT.read_bytes()


def font(pdf: Pdf, name: str = "BitstreamVeraSans-Roman", **entries: Any) -> Any:
    """An embedded simple font."""
    program = Stream(pdf, typeface())
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{name}"),
        Flags=32,
        FontBBox=Array([-183, -236, 1288, 928]),
        ItalicAngle=0,
        Ascent=928,
        Descent=-236,
        CapHeight=730,
        StemV=80,
        FontFile2=pdf.make_indirect(program),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(f"/{name}"),
            FirstChar=32,
            LastChar=126,
            Widths=Array([600] * 95),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(descriptor),
            **entries,
        )
    )


def separation(pdf: Pdf, name: str, look: tuple[float, ...] = (0, 1, 0.8, 0), space: str = "DeviceCMYK") -> Any:
    """A Separation space."""
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0] * len(look)), C1=Array(list(look)))
    return pdf.make_indirect(Array([Name.Separation, Name(f"/{name}"), Name(f"/{space}"), tint]))


def image(pdf: Pdf, width: int, height: int, space: Any = Name.DeviceCMYK, data: bytes = b"", **entries: Any) -> Any:
    """An image XObject; without data, a pattern no two pixels of which are alike."""
    count = {"/DeviceCMYK": 4, "/DeviceRGB": 3}.get(str(space), 1)
    bits = entries.get("BitsPerComponent", 8)
    needed = (width * count * bits + 7) // 8 * height
    data = data or bytes(n * 7 % 120 for n in range(needed))
    entries = {"BitsPerComponent": 8, **entries}
    stream = Stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, **entries)
    if space is not None:
        stream.ColorSpace = space
    return pdf.make_indirect(stream)


def jpeg(width: int, height: int, mode: str = "CMYK", orientation: int = 1, colour: Any = None) -> bytes:
    """A JPEG as Pillow writes it: CMYK ones inverted, as Photoshop's are."""
    from PIL import Image

    picture = Image.new(mode, (width, height), colour or ((200, 120, 40, 10) if mode == "CMYK" else (200, 120, 40)))
    for x in range(0, width, 3):
        picture.putpixel((x, x % height), (0,) * len(picture.getbands()))
    out = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture.save(out, "JPEG", quality=80, exif=exif.tobytes() if orientation != 1 else b"")
    return out.getvalue()


def profile(
    space: bytes = b"CMYK", device: bytes = b"prtr", name: bytes = b"Coated FOGRA39", version: int = 2
) -> bytes:
    """The least an ICC profile may be: a header and a description."""
    body = b"desc\0\0\0\0" + (len(name) + 1).to_bytes(4, "big") + name + b"\0"
    size = 128 + 4 + 12 + len(body)
    head = (
        size.to_bytes(4, "big")
        + b"\0\0\0\0"
        + bytes((version, 0x10, 0, 0))
        + device
        + space
        + b"Lab "
        + b"\0" * 12
        + b"acsp"
    )
    table = (1).to_bytes(4, "big") + b"desc" + (144).to_bytes(4, "big") + len(body).to_bytes(4, "big")
    return head.ljust(128, b"\0") + table + body


XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Town</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-04-01T09:00:00+09:00</xmp:CreateDate><xmp:ModifyDate>2026-04-01T09:00:00+09:00</xmp:ModifyDate>
<pdf:Trapped>False</pdf:Trapped>{version}
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
X4 = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"


def blank() -> Pdf:
    """A file with nothing in it."""
    return Pdf.new()


def add_page(pdf: Pdf, content: bytes = CLEAN) -> Any:
    """A clean press page: boxes, an embedded font, black that overprints."""
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array(list(MEDIA)),
        BleedBox=Array(list(BLEED)),
        TrimBox=Array(list(TRIM)),
        Resources=Dictionary(
            Font=Dictionary(F1=font(pdf)),
            ExtGState=Dictionary(Over=Dictionary(op=True, OP=True, OPM=1), Knock=Dictionary(op=False, OP=False, OPM=0)),
            ColorSpace=Dictionary(All=separation(pdf, "All", (1, 1, 1, 1)), Spot=separation(pdf, "DIC 156s")),
        ),
        Contents=pdf.make_indirect(Stream(pdf, content)),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf.pages[-1].obj


def x4(pdf: Pdf, version: str = X4, **intent: Any) -> None:
    """Make the file claim PDF/X-4, rightly."""
    stream = pdf.make_indirect(Stream(pdf, profile(), N=4))
    entries = {"DestOutputProfile": stream, "OutputConditionIdentifier": "FOGRA39", **intent}
    wanted = {key: value for key, value in entries.items() if value is not None}
    root: Any = pdf.Root
    root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, **wanted)])
    root.Metadata = pdf.make_indirect(
        Stream(pdf, XMP.format(version=version).encode(), Type=Name.Metadata, Subtype=Name.XML)
    )
    info: Any = pdf.docinfo
    info.Title = "Town"
    info.CreationDate = info.ModDate = "D:20260401090000+09'00'"
    info.Trapped = Name("/False")
    info.GTS_PDFXVersion = "PDF/X-4"


def x1a(pdf: Pdf, **intent: Any) -> None:
    """Make the file claim PDF/X-1a:2001, rightly; entries of the output intent may be told."""
    x4(pdf, version="", **intent)
    info: Any = pdf.docinfo
    info.GTS_PDFXVersion = "PDF/X-1:2001"
    info.GTS_PDFXConformance = "PDF/X-1a:2001"


def saved(pdf: Pdf, **options: Any) -> bytes:
    """The bytes; with an identifier, without object streams."""
    out = BytesIO()
    how = {
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        "stream_decode_level": pikepdf.StreamDecodeLevel.none,
        "force_version": "1.3",
        "deterministic_id": True,
        "fix_metadata_version": False,
        **options,
    }
    pdf.save(out, **how)
    return out.getvalue()


def made(content: bytes = b"", *changes: Change, pages: int = 1, bad: int = 1, **options: Any) -> bytes:
    """A file of clean pages, one of which (`bad`) has more content; then changed as told."""
    pdf = blank()
    for number in range(1, pages + 1):
        add_page(pdf, CLEAN + (content if number == bad else b""))
    for change in changes:
        change(pdf)
    return saved(pdf, **options)
