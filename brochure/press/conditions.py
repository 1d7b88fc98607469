"""Printing conditions: which ICC profile a file is made for, from the preset's words to the profile's own bytes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from brochure.diagnostics import Report, Span, error, message, warning
from brochure.edition.presets import Preset
from brochure.edition.profiles import OutputIntent, Standard

_FOLDER = Path(__file__).parent / "icc"
SRGB = "sRGB2014.icc"
SHIPPED = "ISOcoated_v2_300_bas.icc"
_VERSION = 8  # the byte of a profile's header that is its major version
_MOST_OF_X1A = 2  # PDF 1.3, on which ISO 15930-1 stands, has ICC profiles of 1998 (ISO 32000-1, table 67)
_STAND_IN = ("FOGRA39", "ISO Coated v2 300% (ECI)")  # the condition of the profile that ships
_HEADER = 128  # bytes: ICC.1:2004-10, 7.2


@cache
def shipped_profile(name: str) -> bytes:
    """An ICC profile that ships with the program, by its file's name."""
    return (_FOLDER / name).read_bytes()


def is_shipped(name: str) -> bool:
    """Whether a profile of this name ships with the program; a path never does, wherever it leads."""
    return Path(name).name == name and (_FOLDER / name).is_file()


def intent_of(preset: Preset, standard: Standard, root: Path, report: Report, icc: str = "") -> OutputIntent:
    """The output intent of a preset's files; `icc` names a profile in the place of the preset's.

    PDF/X-1a may name a registered condition and leave its profile out; one that is there must be of ICC version 2.
    PDF/X-4 may not leave it out: where there is no profile the file is made for the condition of the one that ships,
    and the report says so.
    """
    output = preset.output
    name = icc or output.profile
    place = None if icc else _place(preset)
    if name:
        data = shipped_profile(name) if is_shipped(name) else _read(root, name, place, report)
        if standard is Standard.X1A and data and data[_VERSION] > _MOST_OF_X1A:
            what = message(
                "“{file}” is an ICC profile of version {version}; PDF/X-1a takes version 2",
                file=name,
                version=data[_VERSION],
            )
            cure = message("take the printer’s profile in version 2, or write PDF/X-4")
            report.add(error("press.profile-version", what, place, cure))
            data = b""
        return OutputIntent(output.condition, output.name, output.registry, data)
    if standard is Standard.X1A:
        return OutputIntent(output.condition, output.name, output.registry)
    report.add(
        warning(
            "press.profile-missing",
            message(
                "there is no ICC profile for {name}: the file is made for {stand_in}",
                name=output.name,
                stand_in=_STAND_IN[1],
            ),
            place,
            message("name the profile you have: “output: {{profile: icc/…}}” in a preset of yours, or --icc FILE"),
            message("or ask the printer whether PDF/X-1a will do, which names the condition alone"),
        )
    )
    return OutputIntent(*_STAND_IN, output.registry, shipped_profile(SHIPPED))


def described(profile: bytes) -> str:
    """What an ICC profile calls itself: its `desc` tag, in version 2 (ASCII) or 4 (UTF-16)."""
    for at in range(_HEADER + 4, _HEADER + 4 + 12 * int.from_bytes(profile[_HEADER : _HEADER + 4], "big"), 12):
        if profile[at : at + 4] == b"desc":
            start = int.from_bytes(profile[at + 4 : at + 8], "big")
            if profile[start : start + 4] == b"desc":
                length = int.from_bytes(profile[start + 8 : start + 12], "big")
                return profile[start + 12 : start + 11 + length].decode("ascii", "replace")
            length, offset = (int.from_bytes(profile[start + p : start + p + 4], "big") for p in (20, 24))
            return profile[start + offset : start + offset + length].decode("utf-16-be", "replace")
    return ""


def _place(preset: Preset) -> Span | None:
    return preset.place_of("output")


def _read(root: Path, name: str, place: Span | None, report: Report) -> bytes:
    """The bytes of the user's profile; b"" with findings where it is not there or is none for a press."""
    try:
        data = (root / name).read_bytes()
    except OSError:
        what = message("the ICC profile “{file}” is missing", file=name)
        report.add(error("press.profile-unread", what, place, message("the path is seen from the project’s folder")))
        return b""
    if data[36:40] != b"acsp" or data[16:20] != b"CMYK" or data[12:16] != b"prtr":
        what = message("“{file}” is no ICC profile of a four-colour press", file=name)
        cure = message("choose one of the class “prtr” in CMYK, such as JapanColor2011Coated.icc")
        report.add(error("press.profile-unfit", what, place, cure))
        return b""
    if not _is_whole(data):
        what = message(
            "the ICC profile “{file}” is not whole: it was cut off, or lacks what converts to ink", file=name
        )
        report.add(error("press.profile-unfit", what, place, message("copy it anew from where you have it")))
        return b""
    return data


def _is_whole(data: bytes) -> bool:
    """Whether a profile has the bytes its header and its tag table say, and both ways between colour and ink."""
    if int.from_bytes(data[:4], "big") > len(data):
        return False
    count = int.from_bytes(data[_HEADER : _HEADER + 4], "big")
    tags: set[bytes] = set()
    for at in range(_HEADER + 4, min(_HEADER + 4 + 12 * count, len(data) - 11), 12):
        start, size = (int.from_bytes(data[at + n : at + n + 4], "big") for n in (4, 8))
        if start + size > len(data):
            return False
        tags.add(data[at : at + 4])
    return {b"A2B0", b"B2A0"} <= tags
