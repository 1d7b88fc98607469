"""Small pictures of a file's pages, drawn by pdfium: the one place where pages are drawn and not read."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from msgspec import Struct

from brochure.preflight.geometry import Box

_LONGER_SIDE = 420  # pixels


class Thumbnail(Struct, frozen=True):
    """A page's picture as a `data:` address, and the box of the page it shows, in points."""

    address: str
    shown: Box


def thumbnails(data: bytes) -> Iterator[Thumbnail | None]:
    """A picture of each page in turn, with what lies outside the trim; None where pdfium cannot draw it."""
    import pypdfium2

    engine: Any = pypdfium2
    try:
        document = engine.PdfDocument(data)
    except engine.PdfiumError:
        return
    with document:
        for page in document:
            try:
                yield _drawn(page)
            except (engine.PdfiumError, ValueError, OSError):
                yield None


def _drawn(page: Any) -> Thumbnail:
    left, bottom, right, top = page.get_mediabox()
    page.set_cropbox(left, bottom, right, top)
    page.set_rotation(0)
    scale = _LONGER_SIDE / max(right - left, top - bottom, 1.0)
    picture = page.render(scale=scale).to_pil().convert("RGB")
    out = BytesIO()
    picture.save(out, "JPEG", quality=70, optimize=True)
    address = f"data:image/jpeg;base64,{base64.b64encode(out.getvalue()).decode('ascii')}"
    return Thumbnail(address, Box(left, bottom, right, top))
