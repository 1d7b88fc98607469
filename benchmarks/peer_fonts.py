"""The typefaces of our pages as files every program can read: Noto Sans JP in one file a weight, Noto Serif JP."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

WEIGHTS = {"Regular": 400, "Medium": 500, "Bold": 700}


class Fonts(NamedTuple):
    """The files; all in one folder."""

    regular: Path
    medium: Path
    bold: Path
    serif: Path

    @property
    def folder(self) -> Path:
        """Where they are, and nothing else is."""
        return self.regular.parent


def fonts_in(folder: Path) -> Fonts:
    """The fonts of a folder."""
    return Fonts(*(folder / f"NotoSansJP-{name}.ttf" for name in WEIGHTS), folder / "NotoSerifJP-Regular.otf")


def static_fonts(work: Path) -> Fonts:
    """The fonts in a folder of `work`, made where they are not there: not all programs can set an axis."""
    folder = work / "fonts"
    fonts = fonts_in(folder)
    if not all(path.exists() for path in fonts):  # in a process of its own: a child's peak begins with its parent's
        subprocess.run((sys.executable, __file__, str(folder)), check=True)
    return fonts


def packaged() -> tuple[Path, Path]:
    """The variable Noto Sans JP and Noto Serif JP, as their packages bring them."""
    return (
        _packaged("justmytype_intl_cjk", "fonts/ofl/notosansjp/NotoSansJP[wght].ttf"),
        _packaged("pylopdf_fonts_jp", "NotoSerifJP-Regular.otf"),
    )


def _packaged(package: str, path: str) -> Path:
    found = importlib.util.find_spec(package)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / path


def _make(folder: Path) -> None:
    """Cut the weights out of the variable font, and copy the serif."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    folder.mkdir(parents=True, exist_ok=True)
    variable, serif = packaged()
    fonts = fonts_in(folder)
    for path, weight in zip((fonts.regular, fonts.medium, fonts.bold), WEIGHTS.values(), strict=True):
        instantiateVariableFont(TTFont(variable), {"wght": weight}, updateFontNames=True).save(path)
    copyfile(serif, fonts.serif)


if __name__ == "__main__":
    _make(Path(sys.argv[1]))
