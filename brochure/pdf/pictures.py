"""The author's pictures as image objects: turned the right way up, cropped, in the file's colours and resolution."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brochure.diagnostics import BrochureError, Message, Span, error, message
from brochure.drawing.frame import WHOLE, Picture
from brochure.edition.profiles import ColourModel, Profile, Standard
from brochure.pdf.deflate import MAKER, deflated
from brochure.pdf.file import PdfFile
from brochure.store import Store, key_of

if TYPE_CHECKING:
    from PIL.Image import Image

_LARGEST = 250_000_000  # pixels: an A2 at 600 ppi; what claims more is a mistake or an attack
_OVER = 1.35  # a picture is brought down where it has more than so many times the pixels wanted
_QUALITY = {ColourModel.RGB: 88, ColourModel.CMYK: 94}
_SPACES = {"RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK", "L": "/DeviceGray", "1": "/DeviceGray"}
_PIXELS = 6  # the level pixels are deflated at: there is much to gain, and they are kept
_LINE_ART = 3.4  # line art is kept at so many times a photograph's resolution: 1200 to 350


class PictureShelf(Struct, frozen=True):
    """Where the author's pictures are found by their names, and where converted ones are kept for the next time."""

    find: Callable[[str], Path]
    kept: Store | None = None


class _Encoded(Struct, frozen=True):
    """An image object's dictionary entries and its data, and its soft mask's where it has one."""

    entries: str
    data: bytes
    mask: tuple[str, bytes] | None = None


def write_picture(file: PdfFile, name: str, picture: Picture, shelf: PictureShelf, profile: Profile) -> str:
    """A picture as an image XObject; gives its mention. Raises BrochureError where it is missing, damaged or huge."""
    encoded = _encoded(picture, shelf, profile)
    entries = f"/Type /XObject /Subtype /Image {encoded.entries}"
    if encoded.mask:
        mask = file.raw_stream(
            f"picture.{name}.mask", f"/Type /XObject /Subtype /Image {encoded.mask[0]}", encoded.mask[1]
        )
        entries += f"/SMask {mask} "
    return file.raw_stream(f"picture.{name}", entries, encoded.data)


def _encoded(picture: Picture, shelf: PictureShelf, profile: Profile) -> _Encoded:
    path = shelf.find(picture.file)
    try:
        source = path.read_bytes()
    except OSError as problem:
        what = message("the picture “{file}” is missing", file=picture.file)
        raise _refused("pdf.picture-missing", what, picture) from problem
    if shelf.kept is None:
        return _converted(picture, source, profile)
    key = _key(source, picture, profile)
    encoded = _taken_out(shelf.kept.get(key))
    if encoded is None:
        encoded = _converted(picture, source, profile)
        shelf.kept.put(key, _packed(encoded))
    return encoded


def _converted(picture: Picture, source: bytes, profile: Profile) -> _Encoded:
    from PIL import Image, ImageOps, UnidentifiedImageError

    from brochure.pdf.picture_colours import flattened, in_colours, opened_colours

    try:
        with Image.open(BytesIO(source)) as file:
            if file.width * file.height > _LARGEST:
                what = message(
                    "the picture “{file}” has {count} million pixels",
                    file=picture.file,
                    count=file.width * file.height // 10**6,
                )
                raise _refused(
                    "pdf.picture-too-large", what, picture, message("bring it down to the size it is printed in")
                )
            if as_it_is := _untouched(file, source, picture, profile):
                return as_it_is
            is_photograph = file.format == "JPEG"
            colours = opened_colours(file)
            wanted = _wanted(picture, file.size, profile, is_line_art=file.mode == "1")
            if is_photograph and picture.crop == WHOLE:
                file.draft(file.mode, _upright(wanted, file))
            pixels = ImageOps.exif_transpose(file)
            pixels.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as problem:
        what = message("the picture “{file}” is damaged or no picture", file=picture.file)
        cure = message("open it in a picture program and save it again as JPEG or PNG")
        raise _refused("pdf.picture-damaged", what, picture, cure) from problem
    pixels = _cropped(colours.straightened(pixels), picture)
    pixels, alpha = flattened(pixels, keeps_alpha=profile.standard in (Standard.X4, Standard.ACCESSIBLE))
    wanted = _wanted(picture, None, profile, is_line_art=pixels.mode == "1")
    pixels = _brought_down(pixels, wanted)
    mask = _plain(_brought_down(alpha, wanted)) if alpha else None
    pixels = in_colours(pixels, colours.profile, profile)
    entries, data = _jpeg(pixels, profile) if is_photograph and pixels.mode != "1" else _plain(pixels)
    return _Encoded(entries, data, mask)


def _untouched(file: Image, source: bytes, picture: Picture, profile: Profile) -> _Encoded | None:
    """A JPEG that needs nothing done to it, byte for byte: the eye's own copy is the best one."""
    is_upright = file.getexif().get(0x0112, 1) == 1
    wanted = _wanted(picture, None, profile)
    if (
        file.format != "JPEG"
        or picture.crop != WHOLE
        or not is_upright
        or file.width > wanted[0] * _OVER
        or file.mode not in (("RGB", "L") if profile.colours is ColourModel.RGB else ("L",))
        or file.info.get("icc_profile")
    ):
        return None
    return _Encoded(f"{_entries(file)}/Filter /DCTDecode ", source)


def _wanted(
    picture: Picture, whole: tuple[int, int] | None, profile: Profile, is_line_art: bool = False
) -> tuple[int, int]:
    """The pixels wanted of the part shown (of the whole file where its size is given) at the size it is printed in."""
    resolution = profile.resolution * (_LINE_ART if is_line_art else 1.0) or 10**6
    width, height = (max(1.0, length / 72 * resolution) for length in picture.size)
    if whole is not None:
        width, height = width / max(picture.crop.width, 1e-6), height / max(picture.crop.height, 1e-6)
    return round(width), round(height)


def _upright(wanted: tuple[int, int], file: Image) -> tuple[int, int]:
    """The size wanted in the axes of the file, which EXIF may turn by a quarter."""
    return (wanted[1], wanted[0]) if file.getexif().get(0x0112, 1) >= 5 else wanted


def _cropped(pixels: Image, picture: Picture) -> Image:
    if picture.crop == WHOLE:
        return pixels
    width, height = pixels.size
    crop = picture.crop
    box = (crop.x * width, crop.y * height, crop.right * width, crop.bottom * height)
    return pixels.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))


def _brought_down(pixels: Any, wanted: tuple[int, int]) -> Image:
    from PIL.Image import Resampling

    if pixels.width <= wanted[0] * _OVER or pixels.mode == "1":
        return pixels
    return pixels.resize(wanted, Resampling.LANCZOS, reducing_gap=3.0)


def _jpeg(pixels: Image, profile: Profile) -> tuple[str, bytes]:
    """Pixels as a JPEG without loss of colour detail. Four inks are written inverted, as Adobe does, and say so."""
    out = BytesIO()
    pixels.save(out, "JPEG", quality=_QUALITY[profile.colours], subsampling=0, optimize=True)
    decode = "/Decode [1 0 1 0 1 0 1 0] " if pixels.mode == "CMYK" else ""
    return f"{_entries(pixels)}/Filter /DCTDecode {decode}", out.getvalue()


def _plain(pixels: Image) -> tuple[str, bytes]:
    return f"{_entries(pixels)}/Filter /FlateDecode ", deflated(pixels.tobytes(), _PIXELS)


def _entries(pixels: Image) -> str:
    bits = 1 if pixels.mode == "1" else 8
    size = f"/Width {pixels.width} /Height {pixels.height}"
    return f"{size} /ColorSpace {_SPACES[pixels.mode]} /BitsPerComponent {bits} "


def _refused(code: str, what: Message, picture: Picture, *cures: Message) -> BrochureError:
    return BrochureError([error(code, what, Span(f"content/{picture.file}"), *cures)])


def _key(source: bytes, picture: Picture, profile: Profile) -> str:
    """What a converted picture is kept under: everything it was made from."""
    intent = profile.intent.profile if profile.intent else b""
    asked = (picture.size, picture.crop, profile.colours, profile.standard, profile.ink_limit, profile.resolution)
    return key_of(("picture 2", MAKER, source, repr(asked), intent))


def _taken_out(data: bytes | None) -> _Encoded | None:
    """A converted picture from the last time, or None."""
    if data is None:
        return None
    head, _, rest = data.partition(b"\n")
    entries, length, mask = head.decode("ascii").split("|")
    return _Encoded(entries, rest[: int(length)], (mask, rest[int(length) :]) if mask else None)


def _packed(encoded: _Encoded) -> bytes:
    """A converted picture as the store keeps it."""
    mask, below = encoded.mask or ("", b"")
    return f"{encoded.entries}|{len(encoded.data)}|{mask}\n".encode("ascii") + encoded.data + below
