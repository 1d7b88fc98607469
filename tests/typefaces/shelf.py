"""Font files for tests: the packaged Noto faces, and small sound or broken files cut from them."""

from __future__ import annotations

import struct
from pathlib import Path

import uharfbuzz

from brochure.diagnostics import Span
from brochure.typefaces.family import FaceSource, Family, FontFile, Place, PlaceKind
from brochure.typefaces.library import TypefaceLibrary

SANS_JP = "justmytype_intl_cjk/fonts/ofl/notosansjp/NotoSansJP[wght].ttf"
SANS_SC = "justmytype_intl_cjk/fonts/ofl/notosanssc/NotoSansSC[wght].ttf"
SERIF_JP = "pylopdf_fonts_jp/NotoSerifJP-Regular.otf"


def packaged(name: str, resource: str, sha256: str = "") -> FontFile:
    place = Place(PlaceKind.PACKAGE, resource, "some-fonts==1.0", sha256=sha256)
    return FontFile(name, (place,), "OFL-1.1", span=Span("fonts/fonts.yaml", 3, 3))


def in_fonts(name: str, file: str, index: int = 0, sha256: str = "") -> FontFile:
    place = Place(PlaceKind.FONTS, file, index=index, sha256=sha256)
    return FontFile(name, (place,), "OFL-1.1", span=Span("fonts/fonts.yaml", 7, 3))


def family(name: str, file: FontFile, *weights: int, fallback: tuple[str, ...] = ()) -> Family:
    """A family of one file; several weights stand on its wght axis."""
    faces = (
        tuple(FaceSource(name, weight, file, (("wght", float(weight)),)) for weight in weights)
        if weights
        else (FaceSource(name, 400, file),)
    )
    return Family(name, faces, fallback)


def shelf(fonts_folder: Path = Path("fonts")) -> TypefaceLibrary:
    """Gothic in weights and mincho for ja, gothic for zh_CN, Latin from the Japanese file; TrueType and CFF."""
    sans = packaged("noto-sans-jp", SANS_JP)
    return TypefaceLibrary(
        (
            family("ja-gothic", sans, 300, 400, 500, 700, fallback=("zh_CN-gothic",)),
            family("ja-mincho", packaged("noto-serif-jp", SERIF_JP), fallback=("zh_CN-gothic", "ja-gothic")),
            family("zh_CN-gothic", packaged("noto-sans-sc", SANS_SC), 400, 700, fallback=("ja-gothic",)),
            family("latin", sans, 400, 700, fallback=("ja-gothic",)),
        ),
        fonts_folder,
    )


def small_font(characters: str, resource: str = SANS_JP, keep: bytes = b"") -> bytes:
    """A font file with these characters only; a variable one stands at its default."""
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(Place(PlaceKind.PACKAGE, resource).find(Path()))))
    cut = uharfbuzz.SubsetInput()
    cut.unicode_set.update(map(ord, characters))
    cut.pin_all_axes_to_default(face)
    return uharfbuzz.subset(face, cut).blob.data


def collection(*fonts: bytes) -> bytes:
    """A font collection (TTC): the fonts one after the other, their table offsets moved."""
    head = 12 + 4 * len(fonts)
    starts: list[int] = []
    body = b""
    for font in fonts:
        start = head + len(body)
        starts.append(start)
        moved = bytearray(font)
        for record in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16):
            struct.pack_into(">I", moved, record + 8, struct.unpack_from(">I", font, record + 8)[0] + start)
        body += bytes(moved) + b"\0" * (-len(moved) % 4)
    return struct.pack(f">4sII{len(fonts)}I", b"ttcf", 0x00010000, len(fonts), *starts) + body


def with_table_bytes(font: bytes, tag: bytes, at: int, value: bytes) -> bytes:
    """The font with some bytes of a table written over."""
    record = font.index(tag, 12)
    offset = struct.unpack_from(">I", font, record + 8)[0] + at
    return font[:offset] + value + font[offset + len(value) :]


def code_of(raised: BaseException) -> str:
    """The code of the one diagnostic an error carries."""
    (diagnostic,) = raised.diagnostics  # type: ignore[attr-defined]
    return diagnostic.code
