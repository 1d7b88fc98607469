"""The author's pictures as image objects: turned the right way up, cropped, in the file's colours."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.diagnostics import BrochureError, Span, error, message
from brochure.drawing.frame import Picture
from brochure.edition.profiles import ColourModel, Profile

if TYPE_CHECKING:
    from PIL.Image import Image


def image_object(picture: Picture, path: Path, profile: Profile) -> bytes:
    """A picture as an image XObject. Raises BrochureError where the file is missing or no picture."""
    pixels = _opened(picture, path)
    mode, space = ("RGB", "/DeviceRGB") if profile.colours is ColourModel.RGB else ("CMYK", "/DeviceCMYK")
    pixels = pixels.convert(mode)
    data = zlib.compress(pixels.tobytes(), 6)
    head = (
        f"<< /Type /XObject /Subtype /Image /Width {pixels.width} /Height {pixels.height} /ColorSpace {space}"
        f" /BitsPerComponent 8 /Filter /FlateDecode /Length {len(data)} >>\nstream\n"
    )
    return head.encode("ascii") + data + b"\nendstream\n"


def _opened(picture: Picture, path: Path) -> Image:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(path) as file:
            pixels = ImageOps.exif_transpose(file)
            pixels.load()
    except FileNotFoundError as problem:
        what = message("the picture “{file}” is missing", file=picture.file)
        raise BrochureError([error("pdf.picture-missing", what, Span(f"content/{picture.file}"))]) from problem
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError) as problem:
        what = message("the picture “{file}” is damaged or no picture", file=picture.file)
        cure = message("open it in a picture program and save it again as JPEG or PNG")
        raise BrochureError([error("pdf.picture-damaged", what, Span(f"content/{picture.file}"), cure)]) from problem
    if pixels.mode in ("RGBA", "LA", "PA") or "transparency" in pixels.info:
        clear = pixels.convert("RGBA")
        pixels = Image.new("RGB", clear.size, (255, 255, 255))
        pixels.paste(clear, mask=clear.getchannel("A"))
    crop = picture.crop
    width, height = pixels.size
    box = (crop.x * width, crop.y * height, crop.right * width, crop.bottom * height)
    return pixels.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))
