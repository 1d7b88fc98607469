"""Printing conditions: which profile a preset's files are made for, and what is told where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pdf.books import preset

from brochure.diagnostics import Report
from brochure.edition.profiles import Standard
from brochure.press.conditions import SHIPPED, described, intent_of, shipped_profile
from brochure.theme.reader import read_theme


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "press.profile-unread"),
        (b"no profile at all".ljust(200), "press.profile-unfit"),
        (shipped_profile("sRGB2014.icc"), "press.profile-unfit"),
        (shipped_profile(SHIPPED)[:4000], "press.profile-unfit"),
        (shipped_profile(SHIPPED).replace(b"B2A0", b"zzz0", 1), "press.profile-unfit"),
    ],
)
@pytest.mark.parametrize("is_absolute", [False, True])
def test_a_profile_that_is_none_for_a_press_is_told(
    tmp_path: Path, data: bytes | None, code: str, is_absolute: bool
) -> None:
    if data is not None:
        (tmp_path / "own.icc").write_bytes(data)
    report = Report()
    intent_of(preset(), Standard.X4, tmp_path, report, str(tmp_path / "own.icc") if is_absolute else "own.icc")
    assert [found.code for found in report.ordered()] == [code]


_GHOSTSCRIPTS = Path("/usr/share/color/icc/ghostscript")


@pytest.mark.skipif(not _GHOSTSCRIPTS.is_dir(), reason="Ghostscript's profiles are not installed")
@pytest.mark.parametrize(
    ("name", "codes"),
    [("default_cmyk.icc", []), ("default_gray.icc", ["press.profile-unfit"]), ("srgb.icc", ["press.profile-unfit"])],
)
def test_a_profile_others_made_is_taken_where_it_is_a_press_s(name: str, codes: list[str], tmp_path: Path) -> None:
    data = (_GHOSTSCRIPTS / name).read_bytes()
    (tmp_path / name).write_bytes(data)
    report = Report()
    found = intent_of(preset("japan-color"), Standard.X4, tmp_path, report, name)
    assert [each.code for each in report.ordered()] == codes
    assert found.profile == (b"" if codes else data)


def test_x1a_may_name_its_condition_alone_and_x4_may_not(tmp_path: Path) -> None:
    report = Report()
    alone = intent_of(preset("japan-color"), Standard.X1A, tmp_path, report)
    assert (alone.condition, alone.profile, report.ordered()) == ("JC200103", b"", ())
    held = intent_of(preset("japan-color"), Standard.X4, tmp_path, report)
    assert (held.condition, held.profile) == ("FOGRA39", shipped_profile(SHIPPED))
    assert [found.code for found in report.ordered()] == ["press.profile-missing"]


def test_x1a_takes_no_profile_of_version_4_which_x4_does(tmp_path: Path) -> None:
    data = shipped_profile(SHIPPED)
    (tmp_path / "own.icc").write_bytes(data[:8] + b"\4" + data[9:])
    refused, taken = Report(), Report()
    assert intent_of(preset(), Standard.X1A, tmp_path, refused, "own.icc").profile == b""
    assert [found.code for found in refused.ordered()] == ["press.profile-version"]
    assert len(intent_of(preset(), Standard.X4, tmp_path, taken, "own.icc").profile) == len(data)
    assert taken.ordered() == ()


def test_a_profile_s_own_name_is_read() -> None:
    assert described(shipped_profile(SHIPPED)) == "ISO Coated v2 300% (basICColor)"
    assert described(shipped_profile("sRGB2014.icc")) == "sRGB IEC61966-2.1"


def test_a_spot_ink_of_a_colour_nobody_knows_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "content/themes"
    folder.mkdir(parents=True)
    text = "name: own\nextends: harbour\nspots: {see: DIC 182}\n"
    (folder / "own.yaml").write_text(text, "utf-8")
    report = Report()
    assert read_theme(tmp_path, "own", report) is None
    assert [found.code for found in report.ordered()] == ["theme.spot"]
    (folder / "own.yaml").write_text(text.replace("see", "sea").replace("DIC 182", "DIC182"), "utf-8")
    theme = read_theme(tmp_path, "own", Report())
    assert theme is not None
    spot = theme.colours["sea"].spot
    assert spot is not None
    assert spot.name == "DIC 182"
    assert replace(spot) == spot
