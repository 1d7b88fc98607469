"""What fonts.yaml lists: font files and where they may be found, the faces of a family, and who steps in for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from brochure.diagnostics import Message, Span, message


class PlaceKind(StrEnum):
    """Where a font file is kept: in the project's fonts/, in a Python package, or on the computer."""

    FONTS = "fonts"
    PACKAGE = "package"
    SYSTEM = "system"


class Place(Struct, frozen=True):
    """One place a font file may be at.

    `path` is relative to fonts/, to the installed packages (`module/…/file.ttf`) or absolute, by kind; `package` is
    the pinned requirement that brings a packaged file (`name==version`). `index` is the face's number in a collection
    (TTC, OTC), counted from 0. `sha256` is the hash the file should have, empty where any will do.
    """

    kind: PlaceKind
    path: str
    package: str = ""
    index: int = 0
    sha256: str = ""

    @property
    def name(self) -> str:
        """The place as the user knows it; the same on every machine."""
        match self.kind:
            case PlaceKind.FONTS:
                return f"fonts/{self.path}"
            case PlaceKind.PACKAGE:
                return f"{self.path} ({self.package})"
            case PlaceKind.SYSTEM:
                return self.path

    def find(self, fonts_folder: Path) -> Path | None:
        """The file, where it is there."""
        match self.kind:
            case PlaceKind.FONTS:
                found = fonts_folder / self.path
            case PlaceKind.PACKAGE:
                found = _in_package(self.path)
            case PlaceKind.SYSTEM:
                found = Path(self.path).expanduser()
        return found if found is not None and found.is_file() else None

    @property
    def cure(self) -> Message:
        """What to do so that the file is there."""
        match self.kind:
            case PlaceKind.FONTS:
                return message("put the font file into fonts/ under the name {file}", file=self.path)
            case PlaceKind.PACKAGE:
                return message("run: python -m pip install {package}", package=self.package)
            case PlaceKind.SYSTEM:
                return message("install the font on this computer as {file}", file=self.path)

    @property
    def renewal(self) -> Message:
        """What to do where the file there is no good."""
        match self.kind:
            case PlaceKind.FONTS:
                return message("put a sound copy of {file} into fonts/, or take it out there", file=self.path)
            case PlaceKind.PACKAGE:
                return message("run: python -m pip install --force-reinstall {package}", package=self.package)
            case PlaceKind.SYSTEM:
                return message("install the font on this computer again")


class FontFile(Struct, frozen=True):
    """A font file by name: its places, the first that has it winning, and whose work it is under which licence."""

    name: str
    places: tuple[Place, ...]
    licence: str
    licence_at: str = ""
    credit: str = ""
    span: Span | None = None

    @property
    def title(self) -> str:
        """What the typeface is called in print: the credit's first words, or the file's name."""
        return self.credit.partition(",")[0] or self.name

    def locate(self, fonts_folder: Path) -> tuple[Place, Path] | None:
        """The first place that has the file, and the file."""
        for place in self.places:
            if path := place.find(fonts_folder):
                return place, path
        return None


class FaceSource(Struct, frozen=True):
    """One face of a family: a weight (100 to 900), the file it comes from, and the values of the file's axes."""

    family: str
    weight: int
    file: FontFile
    axes: tuple[tuple[str, float], ...] = ()
    span: Span | None = None

    @property
    def key(self) -> str:
        """The name the engine calls it by: `ja-gothic-400`."""
        return f"{self.family}-{self.weight}"

    @property
    def outlines(self) -> tuple[str, tuple[tuple[str, float], ...]]:
        """What two faces of different families share where they are the same letters: file and axes."""
        return self.file.name, self.axes


class Family(Struct, frozen=True):
    """Faces of one design in several weights, and the families that lend what it has not, in the order of asking."""

    name: str
    faces: tuple[FaceSource, ...]
    fallback: tuple[str, ...] = ()
    span: Span | None = None

    def nearest(self, weight: int) -> FaceSource:
        """The face whose weight is nearest; the lighter of two as near."""
        return min(self.faces, key=lambda face: (abs(face.weight - weight), face.weight))


def _in_package(path: str) -> Path | None:
    for folder in sys.path:
        found = os.path.join(folder, path)
        if os.path.isfile(found):
            return Path(os.path.abspath(found))
    module, _, resource = path.partition("/")
    try:
        spec = find_spec(module)  # finds what lies elsewhere too, and takes ten times as long
    except (ImportError, ValueError):  # a word that can be no package's name
        return None
    roots: Iterable[str] = (spec.submodule_search_locations or ()) if spec else ()
    return next((Path(root) / resource for root in roots), None)
