"""Pictures in their boxes: a photograph cropped about its focus, or a drawing where there is none."""

from __future__ import annotations

from brochure.drawing.frame import Frame, Picture, Placed
from brochure.drawing.geometry import Rect, Size


def cropped(file: str, pixels: tuple[int, int], size: Size, focus: tuple[float, float]) -> Frame:
    """A photograph that fills `size` without being stretched, cut so that `focus` stays as near the middle as can be.

    `focus` is in shares of the picture's width and height; `pixels` are those of the whole file.
    """
    return Frame(size, (Placed(Picture(file, size, crop(pixels, size, focus))),))


def crop(pixels: tuple[int, int], size: Size, focus: tuple[float, float]) -> Rect:
    """The part of a picture that has the shape of `size`, in shares of the whole."""
    wide, high = pixels
    wanted = size.width / size.height
    width, height = min(1.0, wanted * high / wide), min(1.0, wide / (wanted * high))
    return Rect(_within(focus[0], width), _within(focus[1], height), width, height)


def resolution(pixels: tuple[int, int], size: Size, focus: tuple[float, float]) -> float:
    """How many pixels an inch has where the picture fills `size`."""
    return crop(pixels, size, focus).width * pixels[0] / size.width * 72.0


def _within(middle: float, length: float) -> float:
    """Where a stretch of a length begins that lies about `middle` and inside 0 to 1."""
    return min(max(middle - length / 2, 0.0), 1.0 - length)
