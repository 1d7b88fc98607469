"""Whether the pictures are there and can be opened: only their heads are read, so a hundred cost little."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from brochure.content.records import Picture
from brochure.diagnostics import Report, error, message
from brochure.source.nearest import nearest

KINDS = ("JPEG", "PNG", "TIFF")
"""The formats a picture may have."""


def check_pictures(pictures: Iterable[Picture], folder: Path, report: Report) -> None:
    """A finding for every picture whose file is missing, damaged, or of a format that is not printed."""
    for picture in pictures:
        if (
            "\\" in picture.file
            or picture.file.startswith("/")
            or ":" in picture.file
            or ".." in picture.file.split("/")
        ):
            report.add(
                error(
                    "content.picture-path",
                    message("“{file}” is not a path inside the content folder", file=picture.file),
                    picture.place_of("file"),
                    message("write it from the content folder on, with “/”: pictures/name.jpg"),
                )
            )
        elif not (folder / picture.file).is_file():
            _missing(picture, folder, report)
        else:
            _check_head(picture, folder / picture.file, report)


def pixels_of(path: Path) -> tuple[int, int] | None:
    """How wide and high a picture stands when it is shown upright, in pixels; None where it cannot be opened."""
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as opened:
            return ImageOps.exif_transpose(opened).size if opened.getexif().get(0x0112, 1) > 4 else opened.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def _missing(picture: Picture, folder: Path, report: Report) -> None:
    wanted = unicodedata.normalize("NFC", picture.file)
    shelf = (folder / picture.file).parent
    there = sorted(f"{each.relative_to(folder).as_posix()}" for each in shelf.iterdir()) if shelf.is_dir() else []
    meant = nearest(wanted, there)
    hints = (message("did you mean “{meant}”?", meant=meant),) if meant else ()
    report.add(
        error(
            "content.missing-picture",
            message("the picture file “{file}” is missing", file=picture.file),
            picture.place_of("file"),
            *hints,
            message("put the file into the content folder; large and small letters count"),
        )
    )


def _check_head(picture: Picture, path: Path, report: Report) -> None:
    """Read the head, and for formats that end with a mark, look for the end: a copy that broke off has none."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as opened:
            kind = opened.format or ""
        is_whole = _is_whole(path, kind)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        kind, is_whole = "", False
    if not is_whole:
        what = message("the picture file “{file}” is damaged, or not a picture", file=picture.file)
        cure = message("open it in a picture program and save it again as JPEG or PNG")
        report.add(error("content.damaged-picture", what, picture.place_of("file"), cure))
    elif kind not in KINDS:
        what = message("“{file}” is a {kind} file, which cannot be printed", file=picture.file, kind=kind)
        cure = message("save it as JPEG, PNG or TIFF")
        report.add(error("content.picture-format", what, picture.place_of("file"), cure))


_ENDS = {"JPEG": b"\xff\xd9", "PNG": b"IEND"}


def _is_whole(path: Path, kind: str) -> bool:
    end = _ENDS.get(kind)
    if end is None:
        return True
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 65536))  # cameras and editors may write a little after the end mark
        return end in file.read()
