"""A picture's colours: what its numbers mean, and how they become the file's. ICC profiles are asked, inks are limited.

Pictures without a profile are sRGB, or ink as it will be printed.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brochure.edition.profiles import ColourModel, Profile
from brochure.press.conditions import SHIPPED, SRGB, shipped_profile

if TYPE_CHECKING:
    from PIL.Image import Image

_DEEP = ("I", "I;16", "I;16B", "I;16L", "F")


class Colours(Struct, frozen=True):
    """What is known of a picture's numbers from its file: its ICC profile, and whether Pillow has turned ink into
    paper."""

    profile: bytes
    is_inverted: bool

    def straightened(self, pixels: Image) -> Image:
        """The picture with 255 for full ink. Pillow takes every JPEG in four inks for one of Adobe's, which are written
        inverted; those without Adobe's mark are not."""
        from PIL import ImageChops

        return ImageChops.invert(pixels) if self.is_inverted else pixels


def opened_colours(file: Image) -> Colours:
    """What a file just opened says of its colours."""
    is_adobe = "adobe" in file.info
    profile = file.info.get("icc_profile") or b""
    return Colours(profile, file.format == "JPEG" and file.mode == "CMYK" and not is_adobe)


def flattened(pixels: Image, keeps_alpha: bool) -> tuple[Image, Image | None]:
    """The picture without transparency, and its transparency where it is kept; else it is laid upon white paper."""
    from PIL import Image

    if pixels.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in pixels.info:
        clear = pixels.convert("RGBA")
        alpha = clear.getchannel("A")
        if alpha.getextrema() == (255, 255):
            return clear.convert("RGB"), None
        if keeps_alpha:
            return clear.convert("RGB"), alpha
        paper = Image.new("RGB", clear.size, (255, 255, 255))
        paper.paste(clear, mask=alpha)
        return paper, None
    if pixels.mode in _DEEP:
        return _shallow(pixels), None
    return (pixels if pixels.mode in ("RGB", "CMYK", "L", "1") else pixels.convert("RGB")), None


def _shallow(pixels: Any) -> Image:
    """A grey picture of sixteen bits in eight."""
    made: Any = pixels.point(_to_eight_bits)
    return made.convert("L")


def _to_eight_bits(value: Any) -> Any:
    return value * (1 / 256)


def in_colours(pixels: Image, own: bytes, profile: Profile) -> Image:
    """A picture in the file's colours; grey and line art stay what they are. `own` is the picture's own ICC profile."""
    if pixels.mode in ("L", "1"):
        return pixels
    if profile.colours is ColourModel.RGB:
        if pixels.mode == "RGB" and not own:
            return pixels
        return _through(pixels, own, shipped_profile(SRGB), "RGB")
    press = profile.intent.profile if profile.intent and profile.intent.profile else shipped_profile(SHIPPED)
    if pixels.mode == "RGB" or (own and own != press):
        pixels = _through(pixels, own, press, "CMYK")
    return limited(pixels, profile.ink_limit)


def limited(pixels: Image, limit: float) -> Image:
    """A picture in four inks with no pixel above `limit` (a share: 3.0 is 300 %): cyan, magenta and yellow give way in
    their own proportion, black stays."""
    if limit >= 4.0:
        return pixels
    from PIL import Image, ImageMath

    cyan, magenta, yellow, black = pixels.split()
    most = int(limit * 255)
    highest: list[Any] = [channel.getextrema()[1] for channel in (cyan, magenta, yellow, black)]
    if sum(highest) <= most:
        return pixels

    def room(inks: dict[str, Any]) -> Any:
        total = inks["c"] + inks["m"] + inks["y"]
        wanted = inks["max"](inks["min"](total, most - inks["k"]), 0)
        return inks["i"] * wanted / inks["max"](total, 1)

    def given(channel: Image) -> Image:
        made = ImageMath.lambda_eval(room, c=cyan, m=magenta, y=yellow, k=black, i=channel)
        return made.convert("L")

    return Image.merge("CMYK", (given(cyan), given(magenta), given(yellow), black))


def _through(pixels: Image, own: bytes, to: bytes, mode: str) -> Image:
    """A picture from one profile's colours into another's; a profile that is none is passed over."""
    from PIL import ImageCms

    source = own or shipped_profile(SHIPPED if pixels.mode == "CMYK" else SRGB)
    try:
        transform = _transform(source, to, pixels.mode, mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        standard = shipped_profile(SHIPPED if pixels.mode == "CMYK" else SRGB)
        transform = _transform(standard, to, pixels.mode, mode)
    return transform.apply(pixels)


@lru_cache(maxsize=8)
def _transform(source: bytes, to: bytes, source_mode: str, mode: str) -> Any:
    """Relative colorimetric with black point compensation: what photographs are converted with for coated paper."""
    from PIL import ImageCms

    return ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(source)),
        ImageCms.ImageCmsProfile(BytesIO(to)),
        source_mode,
        mode,
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
