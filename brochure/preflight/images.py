"""A picture of the file: its pixels, what its JPEG says of itself, and a thumbnail of its inks (ISO 32000-1, 8.9)."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct
from pikepdf import Array, Name, PdfError, Stream

from brochure.preflight.colour import CMYK, GREY, RGB, Family, Space, read_space
from brochure.preflight.jpeg import Jpeg, read_jpeg
from brochure.preflight.lexer import InlineImage
from brochure.preflight.objects import DamagedError, text, unpacked

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 120_000_000  # more are not opened: nothing printed on paper needs them
_THUMBNAIL = 96  # pixels along the longer side


class Thumbnail(Struct, frozen=True):
    """A picture's inks, made small: for each plate one byte a pixel, 255 is solid, rows from the top."""

    width: int
    height: int
    plates: Mapping[str, bytes]


class Pixels(Struct, frozen=True, eq=False, dict=True):
    """What a picture is, wherever it is placed. `problem` is a word for what is wrong with its data, or empty."""

    width: int
    height: int
    bits: int
    space: Space | None
    is_mask: bool = False
    has_alpha: bool = False
    filters: tuple[str, ...] = ()
    decode: tuple[float, ...] = ()
    jpeg: Jpeg | None = None
    has_alternates: bool = False
    has_opi: bool = False
    problem: str = ""
    thumbnail: Thumbnail | None = None

    @property
    def is_line_art(self) -> bool:
        """Whether it has one bit a pixel."""
        return self.is_mask or self.bits == 1

    @property
    def is_flat(self) -> bool:
        """Whether all its pixels are equal: no resolution is too low for that."""
        if self.width == 1 == self.height:
            return True
        return self.thumbnail is not None and all(len(set(plate)) == 1 for plate in self.thumbnail.plates.values())


def read_pixels(stream: Any, look_up: Callable[[str], Any]) -> Pixels:
    """An image XObject or an inline image."""
    if isinstance(stream, InlineImage):
        return _inline(stream, look_up)
    entries: Any = stream
    filters = filter_names(entries.get("/Filter"))
    is_mask = bool(entries.get("/ImageMask", False))
    raw = _raw(stream) if "/DCTDecode" in filters else b""
    jpeg = read_jpeg(raw) if raw else None
    space = None if is_mask else _space(entries.get("/ColorSpace"), look_up, jpeg)
    width, height = _whole(entries.get("/Width")), _whole(entries.get("/Height"))
    bits = 1 if is_mask else _whole(entries.get("/BitsPerComponent", 8))
    decode = _decode(entries.get("/Decode"))
    bare = Pixels(width, height, bits, space, is_mask, filters=filters, decode=decode, jpeg=jpeg)
    problem, data = _checked(bare, stream, raw)
    small = None if problem or is_mask else _thumbnail(bare, data)
    return Pixels(
        width,
        height,
        bits,
        space,
        is_mask,
        "/SMask" in entries or _whole(entries.get("/SMaskInData", 0)) > 0,
        filters,
        decode,
        jpeg,
        "/Alternates" in entries,
        "/OPI" in entries,
        problem,
        small,
    )


def filter_names(how: Any) -> tuple[str, ...]:
    """The filters of a stream, one or several."""
    if isinstance(how, Array):
        return tuple(text(each) for each in how)
    if isinstance(how, list):
        return tuple(map(text, cast("list[object]", how)))
    return (text(how),) if how is not None else ()


def _inline(image: InlineImage, look_up: Callable[[str], Any]) -> Pixels:
    entries: Mapping[str, Any] = image.entries
    filters = filter_names(entries.get("/Filter"))
    is_mask = bool(entries.get("/ImageMask"))
    jpeg = read_jpeg(image.data) if "/DCTDecode" in filters else None
    how = entries.get("/ColorSpace")
    space = None if is_mask else _space(how, look_up, jpeg)
    bits = 1 if is_mask else _whole(entries.get("/BitsPerComponent", 8))
    width, height = _whole(entries.get("/Width")), _whole(entries.get("/Height"))
    bare = Pixels(width, height, bits, space, is_mask, False, filters, _decode(entries.get("/Decode")), jpeg)
    if filters or is_mask:
        return bare
    return Pixels(
        width, height, bits, space, is_mask, False, filters, bare.decode, thumbnail=_thumbnail(bare, image.data)
    )


def _raw(stream: Any) -> bytes:
    """The JPEG in a stream, whatever it is wrapped in besides."""
    try:
        data = bytes(stream.read_raw_bytes())
        for name in filter_names(stream.get("/Filter")):
            if name == "/DCTDecode":
                break
            data = _WRAPPERS[name](data)
    except (PdfError, RuntimeError, KeyError, ValueError, zlib.error):
        return b""
    return data


def _from_ascii85(data: bytes) -> bytes:
    return base64.a85decode(data.strip().removesuffix(b"~>"))


def _from_hex(data: bytes) -> bytes:
    return bytes.fromhex(data.decode("ascii").partition(">")[0])


_WRAPPERS: dict[str, Callable[[bytes], bytes]] = {
    "/ASCII85Decode": _from_ascii85,
    "/ASCIIHexDecode": _from_hex,
    "/FlateDecode": zlib.decompress,
}


def _space(how: Any, look_up: Callable[[str], Any], jpeg: Jpeg | None) -> Space | None:
    if how is not None:
        return read_space(how, look_up)
    return {1: GREY, 3: RGB, 4: CMYK}.get(jpeg.components) if jpeg else None


def _whole(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0


def _decode(array: Any) -> tuple[float, ...]:
    try:
        return tuple(float(value) for value in array) if array is not None else ()
    except (TypeError, ValueError):
        return ()


def _checked(pixels: Pixels, stream: Any, raw: bytes) -> tuple[str, bytes]:
    """What is wrong with the data, and the data: a JPEG's as they are, others' unpacked."""
    if pixels.width <= 0 or pixels.height <= 0:
        return "size", b""
    if "/DCTDecode" in pixels.filters:
        jpeg = pixels.jpeg
        if jpeg is None or not jpeg.is_whole:
            return "damaged", b""
        if (jpeg.width, jpeg.height) != (pixels.width, pixels.height):
            return "size", b""
        if pixels.space is not None and jpeg.components != pixels.space.count:
            return "components", b""
        return "", raw
    if pixels.filters and set(pixels.filters) & {"/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"}:
        return "", b""
    if pixels.width * pixels.height > _MOST_PIXELS:
        return "", b""
    try:
        data = unpacked(stream)
    except (PdfError, RuntimeError, DamagedError):
        return "damaged", b""
    count = 1 if pixels.is_mask else pixels.space.count if pixels.space else 0
    needed = (pixels.width * pixels.bits * count + 7) // 8 * pixels.height
    return ("damaged", b"") if len(data) < needed else ("", data)


def _thumbnail(pixels: Pixels, data: bytes) -> Thumbnail | None:
    space = pixels.space
    if space is None or not data or space.family in (Family.LAB, Family.PATTERN):
        return None
    from PIL import Image, UnidentifiedImageError

    try:
        image = _jpeg_image(data) if pixels.jpeg else _raw_image(pixels, space, data)
        if image is None:
            return None
        scale = min(1.0, _THUMBNAIL / max(image.size))
        wanted = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        how = Image.Resampling.NEAREST if space.family is Family.INDEXED else Image.Resampling.BOX
        image = image.resize(wanted, how)  # pyright: ignore[reportUnknownMemberType]
    except (OSError, ValueError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    return Thumbnail(*image.size, _plates(image, space, pixels.decode))


def _jpeg_image(data: bytes) -> Image | None:
    from io import BytesIO

    from PIL import Image, ImageChops

    image = Image.open(BytesIO(data))
    if image.width * image.height > _MOST_PIXELS:
        return None
    image.draft(None, (2 * _THUMBNAIL, 2 * _THUMBNAIL))
    image.load()
    return (
        ImageChops.invert(image) if image.mode == "CMYK" else image
    )  # Pillow turns every CMYK JPEG over; PDF does not


def _raw_image(pixels: Pixels, space: Space, data: bytes) -> Image | None:
    from PIL import Image

    mode = {1: "L", 3: "RGB", 4: "CMYK"}.get(space.count)
    if mode is None:
        return None
    if pixels.bits == 1 and space.count == 1:
        return Image.frombytes("1", (pixels.width, pixels.height), data).convert("L")
    if pixels.bits == 16:
        data = data[0::2]
    elif pixels.bits != 8:
        return None
    return Image.frombytes(mode, (pixels.width, pixels.height), data)


def _plates(image: Image, space: Space, decode: tuple[float, ...]) -> Mapping[str, bytes]:
    """Ink by plate for each pixel, looked up colour by colour."""
    is_turned = len(decode) >= 2 and decode[0] > decode[1] and space.family is not Family.INDEXED
    raw = image.tobytes()
    count = len(image.getbands())
    if space.count == 4 or space.is_named:
        names = space.names or ("Cyan", "Magenta", "Yellow", "Black")
        return {name: _turned(raw[n::count], is_turned) for n, name in enumerate(names[:count])}
    known: dict[bytes, tuple[tuple[str, int], ...]] = {}
    found: dict[str, bytearray] = {}
    for at in range(0, len(raw), count):
        colour = raw[at : at + count]
        inks = known.get(colour)
        if inks is None:
            values = list(_turned(colour, is_turned))
            shares = values if space.family is Family.INDEXED else [value / 255 for value in values]
            plates = space.plates([float(share) for share in shares])
            inks = known[colour] = tuple((plate, round(255 * value)) for plate, value in plates.items())
        for plate, value in inks:
            found.setdefault(plate, bytearray(len(raw) // count))[at // count] = value
    return {plate: bytes(values) for plate, values in found.items()}


_OVER = bytes(range(255, -1, -1))


def _turned(data: bytes, is_turned: bool) -> bytes:
    return data.translate(_OVER) if is_turned else data


def has_lzw(how: Any) -> bool:
    """Whether a stream's filters include the one printers' norms forbid."""
    return "/LZWDecode" in filter_names(how) or "/LZW" in filter_names(how)


def is_picture(thing: Any) -> bool:
    """Whether an XObject is an image."""
    return isinstance(thing, Stream) and isinstance(thing.get("/Subtype"), Name) and text(thing["/Subtype"]) == "/Image"
