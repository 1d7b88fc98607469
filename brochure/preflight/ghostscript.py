"""Plates as Ghostscript makes them (tiffsep), where it is installed: the exact word on ink and on what differs."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from brochure.preflight.geometry import Box
from brochure.preflight.grid import Grid
from brochure.preflight.ink_map import InkMap

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MEASURING = 4
"""The fineness at which type has as much ink as on paper."""
_NAMED = re.compile(r"page(\d+)\((.*)\)\.tif")
_LONGEST = 600.0  # seconds
_SLIGHT = 8  # steps of ink two plates may differ by at an edge


class GhostscriptError(RuntimeError):
    """Ghostscript is not installed, or could not draw the file."""


class Plates(Struct, frozen=True):
    """One page's plates: pictures in which 255 is solid ink, all of one size."""

    page: int
    pictures: Mapping[str, Picture]


def is_installed() -> bool:
    """Whether this machine has Ghostscript."""
    return shutil.which("gs") is not None


def plates(data: bytes, fineness: int = 1) -> Iterator[Plates]:
    """The plates of each page in turn, the whole media box, at 72 dpi. Raises GhostscriptError.

    Ghostscript blackens every dot a shape touches (PLRM 7.5), which doubles thin strokes at 72 dpi: who measures ink
    has it draw finer and average (`MEASURING`); who compares plates has no need to.
    """
    how = [f"-r{72 * fineness}", f"-dDownScaleFactor={fineness}", "-sCompression=lzw"]
    with _source(data) as source:
        yield from _drawn(source, how)


def fine_plates(data: bytes, dpi: int, pages: Iterable[int]) -> Iterator[Plates]:
    """The plates of some pages, drawn one by one, for they are large: at A4 and 600 dpi 35 MB each."""
    with _source(data) as source:
        for page in pages:
            how = [f"-r{dpi}", "-sCompression=pack", f"-dFirstPage={page}", f"-dLastPage={page}"]
            for made in _drawn(source, how):
                yield Plates(page, made.pictures)


@contextmanager
def _source(data: bytes) -> Generator[Path]:
    if not is_installed():
        raise GhostscriptError("Ghostscript is not installed")
    with TemporaryDirectory(prefix="plates-") as folder:
        source = Path(folder) / "file.pdf"
        source.write_bytes(data)
        yield source


def _drawn(source: Path, how: Sequence[str]) -> Iterator[Plates]:
    from PIL import Image, ImageChops

    with TemporaryDirectory(dir=source.parent) as folder:
        words = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", *how]
        words += ["-sOutputFile=page%d.tif", str(source)]
        done = subprocess.run(words, cwd=folder, capture_output=True, check=False, timeout=_LONGEST)
        if done.returncode:
            raise GhostscriptError(done.stderr.decode("utf-8", "replace").strip()[-300:])
        found: dict[int, dict[str, Path]] = {}
        for path in Path(folder).glob("page*(*).tif"):
            named = _NAMED.fullmatch(path.name)
            if named is not None:
                found.setdefault(int(named[1]), {})[named[2]] = path
        for page, paths in sorted(found.items()):
            pictures: dict[str, Picture] = {}
            for plate, path in sorted(paths.items()):
                with Image.open(path) as picture:
                    pictures[plate] = ImageChops.invert(picture.convert("L"))
            yield Plates(page, pictures)


def ink_map(made: Plates, media: Box, area: Box) -> InkMap:
    """The plates' ink within an area of the page, on the grid the estimate has."""
    from PIL import Image

    grid = Grid(area)
    for plate, picture in made.pictures.items():
        x, y = picture.width / media.width, picture.height / media.height
        shown = (
            (area.left - media.left) * x,
            (media.top - area.top) * y,
            (area.right - media.left) * x,
            (media.top - area.bottom) * y,
        )
        small = picture.resize((grid.columns, grid.rows), Image.Resampling.BOX, box=shown)  # pyright: ignore[reportUnknownMemberType]
        raw = small.tobytes()
        rows = [raw[at : at + grid.columns] for at in range(0, len(raw), grid.columns)]
        grid.plates[plate] = bytearray(b"".join(reversed(rows)))
    return InkMap(area, grid)


def different_plates(one: Plates, other: Plates) -> tuple[str, ...]:
    """The plates that are not alike, beyond what an edge may differ by."""
    from PIL import ImageChops

    names = {**one.pictures, **other.pictures}
    found: list[str] = []
    for plate in names:
        before, after = one.pictures.get(plate), other.pictures.get(plate)
        if before is None or after is None or before.size != after.size:
            there = [picture for picture in (before, after) if picture is not None]
            if len(there) == 2 or there[0].getextrema()[1]:
                found.append(plate)
            continue
        extrema = ImageChops.difference(before, after).getextrema()
        if isinstance(extrema[1], int | float) and extrema[1] > _SLIGHT:
            found.append(plate)
    return tuple(found)
