"""What a JPEG says of itself before its first pixel (ITU-T T.81, annex B): size, components, which way is up."""

from __future__ import annotations

from struct import error as StructError
from struct import unpack_from

from msgspec import Struct

_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a segment after them
_SCAN, _END = 0xDA, 0xD9
_ORIENTATION = 0x0112


class Jpeg(Struct, frozen=True):
    """A JPEG's header. `orientation` is EXIF's, 1 is upright; `is_whole` says whether the file runs to its end."""

    width: int
    height: int
    components: int
    is_adobe: bool
    orientation: int
    is_whole: bool


def read_jpeg(data: bytes) -> Jpeg | None:
    """The header of a JPEG; None where it is none."""
    if data[:2] != b"\xff\xd8":
        return None
    width = height = components = 0
    is_adobe, orientation, at = False, 1, 2
    try:
        while at < len(data) - 3:
            if data[at] != 0xFF:
                return None
            marker = data[at + 1]
            if marker == 0xFF or marker in _ALONE:
                at += 1 if marker == 0xFF else 2
                continue
            if marker in (_SCAN, _END):
                break
            (length,) = unpack_from(">H", data, at + 2)
            segment = data[at + 4 : at + 2 + length]
            if marker in _FRAMES:
                height, width, components = unpack_from(">HHB", segment, 1)
            elif marker == 0xEE and segment[:5] == b"Adobe":
                is_adobe = True
            elif marker == 0xE1 and segment[:6] == b"Exif\0\0":
                orientation = _orientation(segment[6:])
            at += 2 + length
    except (StructError, IndexError):
        return None
    if not components:
        return None
    is_whole = b"\xff\xd9" in data[-64:]
    return Jpeg(width, height, components, is_adobe, orientation, is_whole)


def _orientation(tiff: bytes) -> int:
    order = "<" if tiff[:2] == b"II" else ">"
    (first,) = unpack_from(f"{order}I", tiff, 4)
    (count,) = unpack_from(f"{order}H", tiff, first)
    for entry in range(first + 2, first + 2 + 12 * count, 12):
        tag, _, _, value = unpack_from(f"{order}HHIH", tiff, entry)
        if tag == _ORIENTATION:
            return value if 1 <= value <= 8 else 1
    return 1
